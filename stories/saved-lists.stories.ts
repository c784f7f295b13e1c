import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, type TemplateResult} from 'lit';
import {MemoryListStore, setListStore} from '../src/lists/lists.js';
import '../src/saved-lists/define.js';

const story = (render: () => TemplateResult, fill?: (store: MemoryListStore) => Promise<void>): StoryObj => ({
  render,
  // A store of the story's own: what readers of other stories have saved is not shown.
  beforeEach: async () => {
    const store = new MemoryListStore();
    await fill?.(store);
    setListStore(store);
  },
});

const days = ['Tuesday: the day before', 'Wednesday: AI takes the stage', 'Thursday: pirates, Rust and bricks'];

async function fillSome(store: MemoryListStore): Promise<void> {
  await store.save(
    'later',
    days.map((title, index) => ({
      url: `https://clusters.example/${index}/`,
      title,
      site: 'Cluster Notes',
      author: 'Noé Deux',
      language: 'en',
      saved: `2024-03-2${index}T20:00:00Z`,
    })),
  );
  await store.mark('https://clusters.example/0/', true);
  await store.save('rust', [{url: 'https://clusters.example/2/', title: days[2]!}], 'Rust');
}

async function fillMuch(store: MemoryListStore): Promise<void> {
  for (let list = 0; list < 200; list += 1) {
    const articles = Array.from({length: 25}, (_, index) => ({
      url: `https://clusters.example/${list}/${index}/`,
      title: `Article ${index} of list ${list}`,
    }));
    await store.save(`list${list}`, articles, `List ${list}`);
  }
}

export default {title: 'Elements/saved-lists', component: 'saved-lists'} satisfies Meta;

/** Two lists with four articles. */
export const Lists = story(() => html`<saved-lists lang="en"><p>Your lists need script.</p></saved-lists>`, fillSome);

/** Les mêmes en français. */
export const French = story(() => html`<saved-lists lang="fr"></saved-lists>`, fillSome);

/** Nothing is saved yet. */
export const Empty = story(() => html`<saved-lists lang="en"></saved-lists>`);

/** Five thousand articles in two hundred lists. */
export const Many = story(() => html`<saved-lists lang="en"></saved-lists>`, fillMuch);

/** 320 pixels wide. */
export const NarrowColumn = story(
  () => html`<div class="narrow"><saved-lists lang="fr"></saved-lists></div>`,
  fillSome,
);

/** From right to left. */
export const RightToLeft = story(() => html`<div dir="rtl"><saved-lists lang="en"></saved-lists></div>`, fillSome);
