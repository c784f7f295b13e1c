/** The elements in templates of Vue 3. */
import type {HTMLAttributes, PublicProps} from 'vue';
import type {Elements, Styles} from '../../dist/types/elements.js';

/** `series-load` is `seriesLoad` in what Vue makes of a template. */
type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Name;

type Tags = {
  [Tag in keyof Elements]: new () => {
    $props: HTMLAttributes &
      PublicProps &
      Elements[Tag]['properties'] & {
        [Name in keyof Elements[Tag]['attributes'] & string as Camel<Name>]?: Elements[Tag]['attributes'][Name];
      } & {
        [Name in keyof Elements[Tag]['events'] & string as `on${Capitalize<Camel<Name>>}`]?: (
          event: Elements[Tag]['events'][Name],
        ) => void;
      };
    $slots: {default?: () => unknown};
  };
};

declare module 'vue' {
  interface GlobalComponents extends Tags {}
}
declare module '@vue/runtime-dom' {
  interface CSSProperties extends Styles {}
}
