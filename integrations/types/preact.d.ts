/** The elements in JSX of Preact. */
import type {HTMLAttributes} from 'preact';
import type {Elements} from '../../dist/types/elements.js';

type Tags = {
  [Tag in keyof Elements]: HTMLAttributes<Elements[Tag]['element']> &
    Elements[Tag]['attributes'] &
    Elements[Tag]['properties'] & {
      [Name in keyof Elements[Tag]['events'] & string as `on${Name}`]?: (event: Elements[Tag]['events'][Name]) => void;
    };
};

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
