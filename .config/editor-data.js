/** Writes what editors and type checkers know of the elements, from `custom-elements.json` to `dist/`. */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';
import {format} from 'prettier';

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const {name, version} = read('package.json');
const elements = read('custom-elements.json')
  .modules.flatMap(({declarations = []}) => declarations)
  .filter(({customElement}) => customElement)
  .map(toElement);

/** An element with its attributes, the properties that can be set, its events, and how it is styled. */
function toElement({tagName, name, summary, description, members, attributes = [], events = [], ...rest}) {
  return {
    tag: tagName,
    className: name,
    description: `${summary}\n\n${description}`,
    attributes: attributes.map((attribute) => ({...attribute, ...toType(attribute)})),
    properties: members
      .filter(({kind, readonly}) => kind === 'field' && !readonly)
      // What several elements inherit has a type of its own as attribute of each.
      .map((member) => ({
        ...member,
        ...toType(attributes.find(({fieldName}) => fieldName === member.name) ?? member),
      })),
    events: events.map((event) => ({...event, type: event.type.text})),
    slots: rest.slots ?? [],
    parts: rest.cssParts ?? [],
    styles: rest.cssProperties ?? [],
  };
}

/** A type, and the words it allows where it is one of a few. */
function toType({type: {text}}) {
  const type = text.replace(/ \| undefined$/, '');
  return {type, values: [...type.matchAll(/'([^']+)'/g)].map(([, value]) => value)};
}

const isBoolean = ({type}) => type === 'boolean';

/** Custom properties, each once, as several elements have the same. */
const styles = [...new Set(elements.flatMap(({styles}) => styles.map(({name}) => name)))].sort().map((name) => ({
  name,
  description: elements
    .flatMap(({tag, styles}) => styles.filter((style) => style.name === name).map((style) => ({tag, ...style})))
    .map((style) => `\`<${style.tag}>\`: ${style.description} Default: \`${style.default}\`.`)
    .join('\n\n'),
}));

/** https://github.com/microsoft/vscode-html-languageservice/blob/main/docs/customData.md */
const vscode = {
  version: 1.1,
  tags: elements.map(({tag, description, attributes, ...element}) => ({
    name: tag,
    description: {kind: 'markdown', value: `${description}${tables(element)}`},
    attributes: attributes.map((attribute) => ({
      name: attribute.name,
      description: {kind: 'markdown', value: attribute.description},
      ...(isBoolean(attribute) ? {valueSet: 'v'} : {}),
      ...(attribute.values.length ? {values: attribute.values.map((value) => ({name: value}))} : {}),
    })),
  })),
  globalAttributes: [
    {
      name: 'data-as',
      description: {
        kind: 'markdown',
        value: 'Makes a `div`, `section`, `nav`, `article`, `p` or `span` the element of this name.',
      },
      values: elements.map(({tag, description}) => ({name: tag, description: {kind: 'markdown', value: description}})),
    },
  ],
};

/** What VS Code has no place of its own for. */
function tables({events, slots, parts, styles}) {
  const lists = {Events: events, Slots: slots, Parts: parts, 'Custom properties': styles};
  return Object.entries(lists)
    .filter(([, list]) => list.length)
    .map(([title, list]) => {
      const lines = list.map(({name, description}) => `- \`${name || 'default'}\`: ${description}`);
      return `\n\n**${title}**\n\n${lines.join('\n')}`;
    })
    .join('');
}

/** https://github.com/JetBrains/web-types */
const webTypes = {
  $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
  name,
  version,
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: elements.map(({tag, description, attributes, properties, events, slots, parts, styles}) => ({
        name: tag,
        description,
        attributes: attributes.map((attribute) => ({
          name: attribute.name,
          description: attribute.description,
          value: isBoolean(attribute)
            ? {kind: 'no-value', type: 'boolean'}
            : {type: attribute.values.length ? attribute.values.map((value) => `'${value}'`) : attribute.type},
        })),
        slots: slots.map(named),
        js: {
          properties: properties.map((property) => ({...named(property), type: property.type})),
          events: events.map((event) => ({...named(event), type: event.type})),
        },
        css: {parts: parts.map(named), properties: styles.map(named)},
      })),
      attributes: [
        {
          name: 'data-as',
          description: vscode.globalAttributes[0].description.value,
          value: {type: elements.map(({tag}) => `'${tag}'`)},
        },
      ],
    },
  },
};

function named({name, description}) {
  return {name, description};
}

/** The types that those of each framework in integrations/types/ are made of. */
function types() {
  const imported = new Set(
    elements.flatMap(({className, properties, events}) => [
      className,
      ...[...properties, ...events].flatMap(({type}) => type.match(/\b[A-Z]\w+/g) ?? []),
    ]),
  );
  imported.delete('Partial');
  const comment = ({description}) => `\n/**\n * ${description.replaceAll('\n', '\n * ')}\n */\n`;
  const optional = (list, typeOf = ({type}) => type) =>
    `{${list.map((each) => `${comment(each)}'${each.name}'?: ${typeOf(each)} | undefined;`).join('\n')}}`;
  return `/** What can be written on each element. */
    import type {${[...imported].sort().join(', ')}} from '../index.js';
    export interface Elements {${elements
      .map(
        (element) => `${comment(element)}'${element.tag}': {
          element: ${element.className};
          attributes: ${optional(element.attributes)};
          properties: ${optional(element.properties)};
          events: {${element.events.map((event) => `${comment(event)}'${event.name}': ${event.type};`).join('\n')}};
        };`,
      )
      .join('\n')}}
    /** The custom properties that style them. */
    export interface Styles ${optional(styles, () => 'string')}
  `;
}

const files = {
  'dist/editors/vscode.html-data.json': JSON.stringify(vscode),
  'dist/editors/web-types.json': JSON.stringify(webTypes),
  'dist/types/elements.d.ts': types(),
};
const style = read('.prettierrc.json');
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, await format(text, {...style, filepath: path}));
}
