/** The elements in JSX of React 19. */
import type {DetailedHTMLProps, HTMLAttributes} from 'react';
import type {Elements, Styles} from '../../dist/types/elements.js';

type Tags = {
  [Tag in keyof Elements]: DetailedHTMLProps<HTMLAttributes<Elements[Tag]['element']>, Elements[Tag]['element']> &
    Elements[Tag]['attributes'] &
    Elements[Tag]['properties'] & {
      [Name in keyof Elements[Tag]['events'] & string as `on${Name}`]?: (event: Elements[Tag]['events'][Name]) => void;
    };
};

declare module 'react' {
  interface CSSProperties extends Styles {}
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
