/** The elements in JSX of Solid. */
import type {JSX} from 'solid-js';
import type {Elements, Styles} from '../../dist/types/elements.js';

type Tags = {
  [Tag in keyof Elements]: JSX.HTMLAttributes<Elements[Tag]['element']> &
    Elements[Tag]['attributes'] &
    Elements[Tag]['properties'] & {
      [Name in keyof Elements[Tag]['attributes'] & string as `attr:${Name}`]?: Elements[Tag]['attributes'][Name];
    } & {
      [Name in keyof Elements[Tag]['properties'] & string as `prop:${Name}`]?: Elements[Tag]['properties'][Name];
    } & {
      [Name in keyof Elements[Tag]['events'] & string as `on:${Name}`]?: (event: Elements[Tag]['events'][Name]) => void;
    };
};

declare module 'solid-js' {
  namespace JSX {
    interface CSSProperties extends Styles {}
    interface IntrinsicElements extends Tags {}
  }
}
