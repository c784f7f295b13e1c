import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, type TemplateResult} from 'lit';
import '../src/keynote-card/define.js';

const picture = html`<p><img src="/stage.svg" alt="" width="640" height="360" /></p>`;

const english = html`<div lang="en">
  <keynote-card kind="panel">
    <h3>Revolutionizing Cloud Native Architectures with WebAssembly</h3>
    <ul>
      <li>Ralph Squillace, Principal Product Manager, Microsoft</li>
      <li>Michelle Dhanani, Principal Software Engineer, Fermyon Technologies</li>
      <li>Kai Walter, Distinguished Architect, ZEISS (moderator)</li>
    </ul>
    <p>WebAssembly started by Kubernetes, on five Raspberry Pis.</p>
    <blockquote><p>Boring definition: it’s another bytecode format.</p></blockquote>
    <p>— heard in the afternoon session</p>
  </keynote-card>
</div>`;

const french = html`<div lang="fr">
  <keynote-card kind="panel">
    <h3 lang="en">Revolutionizing Cloud Native Architectures with WebAssembly</h3>
    <ul>
      <li>Ralph Squillace, Principal Product Manager, Microsoft</li>
      <li>Michelle Dhanani, Principal Software Engineer, Fermyon Technologies</li>
      <li>Kai Walter, Distinguished Architect, ZEISS (modérateur)</li>
    </ul>
    <p>WebAssembly lancé par Kubernetes, sur cinq Raspberry Pi.</p>
    <blockquote lang="en"><p>Boring definition: it’s another bytecode format.</p></blockquote>
    <p>— entendu l’après-midi</p>
  </keynote-card>
</div>`;

const story = (render: () => TemplateResult): StoryObj => ({render});

export default {title: 'Elements/keynote-card', component: 'keynote-card'} satisfies Meta;

/** A panel: everyone has the same weight, and the moderator comes first. */
export const Panel = story(() => html`${english}${french}`);

/** The kind of session is said where the heading does not say it. */
export const Keynote = story(
  () =>
    html`<keynote-card lang="en">
      <h3>Hip, Hip, Beret! No Cap, Just Cloud Native Facts</h3>
      <ul>
        <li>Taylor Dolezal, Head of Ecosystem, Cloud Native Computing Foundation</li>
      </ul>
      ${picture}
      <p>Figures about the contributions of end users, with Backstage far ahead.</p>
    </keynote-card>`,
);

/** In a narrow column the picture stands where it was written. */
export const NarrowColumn = story(
  () =>
    html`<div class="narrow" lang="fr">
      <keynote-card>
        <h3>Keynote : des chiffres et un béret</h3>
        <ul>
          <li>Taylor Dolezal, Head of Ecosystem, Cloud Native Computing Foundation</li>
        </ul>
        ${picture}
        <p>Backstage loin devant.</p>
      </keynote-card>
    </div>`,
);

/** Portraits and pages of people, where the author gives them. */
export const Interview = story(
  () =>
    html`<keynote-card kind="interview" lang="en">
      <h3>Ten years of containers</h3>
      <ul>
        <li>
          <img src="/portrait.svg" alt="" width="64" height="64" />
          <a href="https://clusters.example/solomon">Solomon Hykes</a>, Dagger
        </li>
      </ul>
      <p>A detour of ten years, told with a smile.</p>
    </keynote-card>`,
);

/** Where nobody is named in the card, `speakers` names them. */
export const SpeakersAsShorthand = story(
  () =>
    html`<keynote-card lang="en" speakers="Chris Aniszczyk, CTO, Cloud Native Computing Foundation">
      <h3>Success Not Guaranteed</h3>
      <p>What it takes for a project to last.</p>
    </keynote-card>`,
);

/** Words the reader is not sure of stay as they are. */
export const OnlyProse = story(() => html`<keynote-card lang="en"><p>A keynote I slept through.</p></keynote-card>`);

/** From right to left. */
export const RightToLeft = story(
  () =>
    html`<div lang="ar" dir="rtl">
      <keynote-card kind="panel">
        <h3>WebAssembly في كل مكان</h3>
        <ul>
          <li>كاي والتر, ZEISS</li>
        </ul>
        <p>خمسة أجهزة Raspberry Pi.</p>
      </keynote-card>
    </div>`,
);
