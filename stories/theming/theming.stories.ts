import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {MemoryListStore, setListStore} from '../../src/lists/lists.js';
import './theme-editor.js';

export default {
  title: 'Theming',
  tags: ['!autodocs'],
  beforeEach: () => setListStore(new MemoryListStore()),
} satisfies Meta;

/** Every custom property, with its contrast in light and dark. */
export const Tokens: StoryObj = {
  name: 'Custom properties',
  render: () =>
    html`<main class="theming" lang="en">
      <h1>Theming</h1>
      <p>
        Fonts, text, links and headings are your blog’s, and need nothing. These custom properties are for the rest. Set
        them on <code>:root</code>, or on one element; each is optional. Everything that the elements draw is also a
        part: <code>series-navigator::part(current) { font-weight: bold }</code>. The page of each element lists its
        parts.
      </p>
      <theme-editor></theme-editor>
    </main>`,
};
