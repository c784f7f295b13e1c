import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, nothing, type TemplateResult} from 'lit';
import '../src/talk-summary/define.js';

const story = (render: () => TemplateResult): StoryObj => ({render});

const english = html`<h3>Kubernetes Controllers in Rust: Fast, Safe, Sane</h3>
  <ul>
    <li>Matei David, engineer, Buoyant</li>
  </ul>
  <p>Why Linkerd’s makers moved from Go: knots of mutexes, and a wish for safer memory.</p>
  <p><strong>Topics:</strong> Rust, operators</p>
  <p><strong>Verdict:</strong> to assess — for the next controller, not for rewriting ours.</p>
  <p><a href="https://github.com/olix0r/kubert">kubert</a> · <a href="https://github.com/kube-rs/kube">kube-rs</a></p>`;

const french = html`<h3 lang="en">Kubernetes Controllers in Rust: Fast, Safe, Sane</h3>
  <ul>
    <li>Matei David, ingénieur, Buoyant</li>
  </ul>
  <p>Pourquoi quitter Go : des mutex emmêlés, et une mémoire mieux gardée.</p>
  <p><strong>Sujets :</strong> Rust, opérateurs</p>
  <p><strong>Verdict :</strong> à évaluer — pour le prochain contrôleur.</p>
  <p><a href="https://github.com/olix0r/kubert">kubert</a> · <a href="https://github.com/kube-rs/kube">kube-rs</a></p>`;

export default {title: 'Elements/talk-summary', component: 'talk-summary'} satisfies Meta;

/** People, what was said, a verdict, and where to read on. */
export const Talk = story(
  () =>
    html`<div lang="en"><talk-summary>${english}</talk-summary></div>
      <div lang="fr"><talk-summary>${french}</talk-summary></div>`,
);

/** The four verdicts, with the author’s own words beside them. */
export const Verdicts = story(
  () =>
    html`${['to adopt — today', 'to try — with care', 'to assess — later', 'hold — the demo failed'].map(
      (words) =>
        html`<talk-summary lang="en">
          <h3>A talk ${words.slice(0, words.indexOf(' —'))}</h3>
          <p><strong>Verdict:</strong> ${words}.</p>
        </talk-summary>`,
    )}`,
);

/** A verdict given as an attribute, for authors who write none. */
export const VerdictAsShorthand = story(
  () =>
    html`<talk-summary lang="fr" verdict="trial">
      <h3>Un atelier</h3>
      <p>Deux heures, une salle pleine.</p>
    </talk-summary>`,
);

/** What was said is folded until the reader opens it. */
export const Folded = story(
  () =>
    html`<div lang="en"><talk-summary collapsible>${english}</talk-summary></div>
      <div lang="fr"><talk-summary collapsible>${french}</talk-summary></div>`,
);

/** A sponsored talk says so in words. */
export const Sponsored = story(
  () =>
    html`<talk-summary kind="sponsored" lang="en">
        <h3>The best kept secret in platform engineering</h3>
        <p>Twenty minutes about a product.</p>
      </talk-summary>
      <talk-summary kind="sponsored" lang="fr">
        <h3>Le secret le mieux gardé des plateformes</h3>
        <p>Vingt minutes sur un produit.</p>
      </talk-summary>`,
);

/** The other kinds of session. */
export const Kinds = story(
  () =>
    html`${(['lightning', 'workshop', 'panel', 'talk'] as const).map(
      (kind) =>
        html`<talk-summary kind=${kind} lang="en">
          <h3>Two nodes are enough</h3>
          <ul>
            <li>Tyler Gillson, Spectro Cloud</li>
          </ul>
        </talk-summary>`,
    )}`,
);

/** Slides, video, code and papers are plain links, with their kind where their words do not say it. */
export const Resources = story(() => html`<talk-summary lang="en">${resources()}</talk-summary>`);

/** With `video="embed"` a video plays in its place. Nothing is asked of another site before. */
export const VideoOnThePage = story(
  () => html`<talk-summary lang="en" video="embed">${resources(true)}</talk-summary>`,
);

/** A heading and a sentence are enough. */
export const LittleWritten = story(
  () =>
    html`<talk-summary lang="en">
      <h3>A talk I missed</h3>
      <p>They say it was good.</p>
    </talk-summary>`,
);

/** What an editor wraps in a box of its own stays as it was written. */
export const Wrapped = story(() => html`<talk-summary lang="en"><div>${english}</div></talk-summary>`);

/** 320 pixels wide. */
export const NarrowColumn = story(
  () => html`<div class="narrow" lang="fr"><talk-summary>${french}</talk-summary></div>`,
);

/** From right to left. */
export const RightToLeft = story(
  () => html`<div lang="en" dir="rtl"><talk-summary collapsible>${english}</talk-summary></div>`,
);

function resources(poster = false): TemplateResult {
  return html`<h3>Trimaran: Load-Aware Scheduling</h3>
    <ul>
      <li>Asser Tantawi & Chen Wang, IBM</li>
    </ul>
    <p>
      <a href="https://clusters.example/trimaran.pdf">The slides</a> ·
      <a href="https://clusters.example/trimaran.mp4"
        >${poster ? html`<img src="/stage.svg" alt="" width="320" height="180" />` : nothing}The recording</a
      >
      · <a href="https://github.com/kubernetes-sigs/scheduler-plugins">scheduler-plugins</a> ·
      <a href="https://arxiv.org/abs/2103.00000">Load-aware scheduling</a>
    </p>`;
}
