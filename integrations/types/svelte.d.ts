/** The elements in templates of Svelte 5. */
import type {HTMLAttributes} from 'svelte/elements';
import type {Elements, Styles} from '../../dist/types/elements.js';

/** Svelte writes `false` into an attribute, where any word means true: the property takes it. */
type Written<Attributes> = {[Name in keyof Attributes]: Exclude<Attributes[Name], false> | null};

type Tags = {
  [Tag in keyof Elements]: HTMLAttributes<Elements[Tag]['element']> &
    Written<Elements[Tag]['attributes']> &
    Elements[Tag]['properties'] & {
      [Name in keyof Elements[Tag]['events'] & string as `on${Name}`]?: (event: Elements[Tag]['events'][Name]) => void;
    } & {[Name in keyof Styles as `style:${Name}`]?: Styles[Name]};
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Tags {}
}
