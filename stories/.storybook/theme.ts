import {create} from 'storybook/theming/create';

/** As the visitor prefers it. */
export const preferred = globalThis.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';

const links = preferred === 'dark' ? '#86c8e8' : '#0b5678';

export const theme = create({
  base: preferred,
  brandTitle: 'article-series-elements',
  brandTarget: '_self',
  colorPrimary: links,
  colorSecondary: preferred === 'dark' ? '#2f7ea6' : links,
});
