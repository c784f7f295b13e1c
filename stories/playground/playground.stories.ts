import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {MemoryListStore, setListStore} from '../../src/lists/lists.js';
import './markdown-playground.js';

export default {
  title: 'Playground',
  tags: ['!autodocs'],
  // What visitors save while they try it is forgotten.
  beforeEach: () => setListStore(new MemoryListStore()),
} satisfies Meta;

/** Write Markdown, and see what readers see and what the elements read of it. */
export const English: StoryObj = {
  render: () =>
    html`<main class="playground" lang="en">
      <h1>Playground</h1>
      <markdown-playground lang="en"></markdown-playground>
    </main>`,
};

/** Écrivez du Markdown : voici ce que voient les lecteurs, et ce que les éléments en ont lu. */
export const French: StoryObj = {
  name: 'Français',
  render: () =>
    html`<main class="playground" lang="fr">
      <h1>Bac à sable</h1>
      <markdown-playground lang="fr"></markdown-playground>
    </main>`,
};
