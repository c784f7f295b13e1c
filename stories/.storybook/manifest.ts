import manifest from '../../custom-elements.json' with {type: 'json'};

/** What the manifest says of one attribute, slot, part and so on. */
interface Entry {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: {readonly text: string};
  /** Of a property that is also an attribute, and listed there. */
  readonly attribute?: string;
}

type Category = 'attributes' | 'cssParts' | 'cssProperties' | 'events' | 'members' | 'slots';

type Declaration = {readonly tagName?: string; readonly description?: string; readonly status?: string} & {
  readonly [key in Category]?: readonly Entry[];
};

const titles: Record<Category, string> = {
  attributes: 'Attributes',
  members: 'Members',
  events: 'Events',
  slots: 'Slots',
  cssParts: 'Parts',
  cssProperties: 'Custom properties',
};

const modules: readonly {readonly declarations: readonly Declaration[]}[] = manifest.modules;
const declarations = modules.flatMap((module) => module.declarations);
const find = (tag: string): Declaration | undefined => declarations.find(({tagName}) => tagName === tag);

/** What an element is, and whether it is stable: docs/versioning.md. */
export function describe(tag: string): string | undefined {
  const {description, status} = find(tag) ?? {};
  return status ? `${description}\n\nStatus: ${status}.` : description;
}

/**
 * The rows of the table of an element. Storybook's own reader of the manifest has one row a name, and so loses the
 * attribute `current` to the part `current`, and the slot without a name.
 */
export function describeAll(tag: string): object {
  const rows = Object.entries(titles).flatMap(([category, title]) =>
    (find(tag)?.[category as Category] ?? [])
      .filter(({attribute}) => !attribute)
      .map(({name, description, type, default: value}) => [
        `${category} ${name}`,
        {
          name: name || '(default)',
          description,
          control: false,
          table: {
            category: title,
            type: {summary: type?.text.replace(' | undefined', '')},
            defaultValue: {summary: value},
          },
        },
      ]),
  );
  return Object.fromEntries(rows) as object;
}

/** A custom property, and what it is for in each element that has it. */
export interface Token {
  readonly name: string;
  readonly default: string | undefined;
  readonly uses: readonly (Entry & {readonly tag: string})[];
}

const properties = declarations.flatMap(({tagName: tag = '', cssProperties = []}) =>
  cssProperties.map((entry) => ({...entry, tag})),
);

/** Every custom property of the manifest, once. */
export const tokens: readonly Token[] = [...new Set(properties.map(({name}) => name))].map((name) => {
  const uses = properties.filter((each) => each.name === name);
  return {name, default: uses[0]!.default, uses};
});
