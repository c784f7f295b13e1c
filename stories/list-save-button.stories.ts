import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, type TemplateResult} from 'lit';
import '../src/list-save-button/define.js';
import '../src/series-navigator/define.js';

const story = (render: () => TemplateResult): StoryObj => ({render});

export default {title: 'Elements/list-save-button', component: 'list-save-button'} satisfies Meta;

/** A link without script; with it, a button, and a dialog with the reader's lists. */
export const Button = story(
  () =>
    html`<div lang="en">
        <list-save-button><a href="/my-lists/?add=/kubecon/tuesday/">Save for later</a></list-save-button>
      </div>
      <div lang="fr">
        <list-save-button><a href="/mes-listes/?add=/kubecon/mardi/">Garder pour plus tard</a></list-save-button>
      </div>`,
);

/** One talk instead of the page. */
export const OneTalk = story(
  () =>
    html`<list-save-button
      lang="en"
      url="https://clusters.example/trimaran/"
      article-title="Trimaran: Load-Aware Scheduling"
      ><a href="/my-lists/?add=https://clusters.example/trimaran/">Save this talk</a></list-save-button
    >`,
);

/** Every part of a series in one act. */
export const WholeSeries = story(
  () =>
    html`<div lang="en">
      <series-navigator>
        <ol>
          <li><a href="https://clusters.example/tuesday/">Tuesday</a></li>
          <li><a href="https://clusters.example/wednesday/">Wednesday</a></li>
        </ol>
      </series-navigator>
      <list-save-button whole-series><a href="/my-lists/">My lists</a></list-save-button>
    </div>`,
);

/** From right to left. */
export const RightToLeft = story(
  () =>
    html`<div dir="rtl" lang="en">
      <list-save-button><a href="/my-lists/">Save for later</a></list-save-button>
    </div>`,
);
