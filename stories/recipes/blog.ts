import type {StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {MemoryListStore, setListStore} from '../../src/lists/lists.js';
import type {Post} from './posts.js';
import './blog.css';

/** A post in a blog of that look, which is a class with the blog’s own stylesheet. */
export const inBlog = (look: string, {lang, dir, body}: Post): StoryObj => ({
  render: () => html`<div class="blog ${look}" lang=${lang} dir=${dir}>${body}</div>`,
  // What visitors save while they try it is forgotten.
  beforeEach: () => setListStore(new MemoryListStore()),
});
