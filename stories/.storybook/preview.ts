import type {Preview} from '@storybook/web-components-vite';
import {html} from 'lit';
import '../../src/define.js';
import '../stories.css';
import {describe, describeAll} from './manifest.js';

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
  initialGlobals: {theme: 'light', direction: 'ltr'},
  decorators: [
    (story, {globals: {theme, direction}}) =>
      html`<div class="canvas ${theme as string}" dir=${direction as 'ltr' | 'rtl'}>${story()}</div>`,
  ],
  parameters: {
    layout: 'fullscreen',
    a11y: {test: 'error'},
    controls: {disable: true},
    docs: {extractArgTypes: describeAll, extractComponentDescription: describe},
    options: {storySort: {order: ['Recipes', 'Elements']}},
  },
} satisfies Preview;
