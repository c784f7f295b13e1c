/** The blocks in the editor: words around which an element is drawn, and its attributes in the sidebar. */
(({blockEditor, blocks, components, element: {createElement: draw}}, elements) => {
  const words = (name) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const title = (tag) => tag[0].toUpperCase() + tag.slice(1).replace('-', ' ');
  const fields = (names, {attributes, setAttributes}) =>
    names.map((name) =>
      draw(components.TextControl, {
        key: name,
        label: words(name),
        value: attributes[name] ?? '',
        onChange: (value) => setAttributes({[name]: value || undefined}),
      }),
    );
  for (const [tag, names] of Object.entries(elements)) {
    blocks.registerBlockType(`article-series/${tag}`, {
      title: title(tag),
      category: 'article-series',
      attributes: Object.fromEntries(names.map((name) => [name, {type: 'string'}])),
      edit: (block) =>
        draw(
          'div',
          blockEditor.useBlockProps(),
          draw(blockEditor.InspectorControls, null, draw(components.PanelBody, null, fields(names, block))),
          draw(blockEditor.InnerBlocks),
        ),
      save: () => draw(blockEditor.InnerBlocks.Content),
    });
  }
  blocks.registerBlockType('article-series/series-navigator', {
    title: title('series-navigator'),
    category: 'article-series',
    edit: () => draw('p', blockEditor.useBlockProps(), 'The posts of this series are listed here.'),
    save: () => null,
  });
})(globalThis.wp, globalThis.articleSeriesElements);
