/** The blocks in the editor: words around which an element is drawn, and its attributes in the sidebar. */
(({blockEditor, blocks, components, element: {createElement: draw}, serverSideRender}, elements) => {
  const words = (name) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const title = (tag) => tag[0].toUpperCase() + tag.slice(1).replaceAll('-', ' ');
  const printsItself = (tag) => tag === 'series-navigator' || tag === 'list-save-button';

  const fields = (types, {attributes, setAttributes}) =>
    Object.entries(types).map(([name, {type}]) => {
      const common = {key: name, label: words(name), onChange: (value) => setAttributes({[name]: value || undefined})};
      return type === 'boolean'
        ? draw(components.ToggleControl, {...common, checked: Boolean(attributes[name])})
        : draw(components.TextControl, {...common, value: attributes[name] ?? ''});
    });

  const inside = (tag, {attributes}) =>
    printsItself(tag)
      ? draw(components.Disabled, null, draw(serverSideRender, {block: `article-series/${tag}`, attributes}))
      : draw(blockEditor.InnerBlocks);

  for (const [tag, types] of Object.entries(elements)) {
    blocks.registerBlockType(`article-series/${tag}`, {
      apiVersion: 2,
      title: title(tag),
      category: 'article-series',
      attributes: types,
      edit: (block) =>
        draw(
          'div',
          blockEditor.useBlockProps(),
          draw(blockEditor.InspectorControls, null, draw(components.PanelBody, null, fields(types, block))),
          inside(tag, block),
        ),
      save: () => (printsItself(tag) ? null : draw(blockEditor.InnerBlocks.Content)),
    });
  }
})(globalThis.wp, globalThis.articleSeriesElements);
