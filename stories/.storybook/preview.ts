import type {Preview} from '@storybook/web-components-vite';
import {html} from 'lit';
import '../../src/define.js';
import '../stories.css';
import {describe, describeAll} from './manifest.js';
import {preferred, theme} from './theme.js';

const choice = (name: string, icon: string, ...items: string[]): object => ({
  description: name,
  toolbar: {title: name, icon, items, dynamicTitle: true},
});

export default {
  tags: ['autodocs'],
  globalTypes: {
    theme: choice('Theme', 'contrast', 'light', 'dark'),
    direction: choice('Direction', 'transfer', 'ltr', 'rtl'),
  },
  initialGlobals: {theme: preferred, direction: 'ltr'},
  decorators: [
    (story, {globals: {theme, direction}}) =>
      html`<div class="canvas ${theme as string}" dir=${direction as 'ltr' | 'rtl'}>${story()}</div>`,
  ],
  parameters: {
    layout: 'fullscreen',
    a11y: {test: 'error'},
    controls: {disable: true},
    docs: {theme, extractArgTypes: describeAll, extractComponentDescription: describe},
    options: {
      storySort: {
        order: [
          'Welcome',
          'Bienvenue',
          'In your blog in two minutes',
          ['Start', 'HTML', 'Bundler'],
          'Elements',
          'Playground',
          'Recipes',
          'Theming',
          'Accessibility',
          'Privacy',
          'Accessibilité',
          'Vie privée',
          'Guides',
        ],
      },
    },
  },
} satisfies Preview;
