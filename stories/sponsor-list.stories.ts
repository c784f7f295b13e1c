import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, svg, type TemplateResult} from 'lit';
import '../src/sponsor-list/define.js';

const story = (render: () => TemplateResult): StoryObj => ({render});

const item = (name: string, logo: string, width: number, height: number, note = ''): TemplateResult =>
  html`<li>
    <a href="https://orgs.example/"><img src="/orgs/${logo}.svg" alt="" width=${width} height=${height} /> ${name}</a>
    ${note}
  </li>`;

const quai = (note?: string): TemplateResult => item('Quai Sept', 'quai-sept', 320, 80, note);
const lanterne = (note?: string): TemplateResult => item('Lanterne', 'lanterne', 100, 100, note);
const mat = (note?: string): TemplateResult => item('Mât Libre', 'mat-libre', 60, 120, note);

const textOnly = html`<p>Nobody paid to be listed here.</p>
  <ul>
    <li><a href="https://canonical.com/">Canonical</a></li>
    <li><a href="https://isovalent.com/">Isovalent</a></li>
    <li>Nirmata, for Kyverno</li>
    <li><a href="https://postman.com/">Postman</a> — coffee, and a lot of it</li>
    <li>VictoriaMetrics</li>
  </ul>`;

export default {title: 'Elements/sponsor-list', component: 'sponsor-list'} satisfies Meta;

/** Names in a list, with prose before them. */
export const TextOnly = story(
  () =>
    html`<div lang="en"><sponsor-list>${textOnly}</sponsor-list></div>
      <div lang="fr">
        <sponsor-list>
          <p>Personne n’a payé pour figurer ici.</p>
          <ul>
            <li>Canonical</li>
            <li><a href="https://isovalent.com/">Isovalent</a></li>
            <li>Nirmata, pour Kyverno</li>
            <li><a href="https://postman.com/">Postman</a> — du café, beaucoup de café</li>
          </ul>
        </sponsor-list>
      </div>`,
);

/** Logos of any shape have about the same area. One without a logo stands as its name. */
export const Logos = story(
  () =>
    html`<sponsor-list lang="en">
      <ul>
        ${quai()} ${lanterne('— pictures')} ${mat()}
        <li><a href="https://orgs.example/">Café du Port</a> — four days of coffee</li>
      </ul>
    </sponsor-list>`,
);

/** The first of several tiers is a little larger. */
export const Tiers = story(
  () =>
    html`<sponsor-list lang="fr">
      <h3>Or</h3>
      <ul>
        ${quai()} ${lanterne()}
      </ul>
      <h3>Argent</h3>
      <ul>
        ${mat('— la salle')} ${quai()} ${lanterne()}
      </ul>
    </sponsor-list>`,
);

/** Names that are read aloud, and not shown below their logos. */
export const NamesHidden = story(
  () =>
    html`<sponsor-list lang="en" names="hide">
      <ul>
        ${quai()} ${lanterne()} ${mat()}
        <li><a href="https://orgs.example/">Café du Port</a></li>
      </ul>
    </sponsor-list>`,
);

/** Where a blocker or a bad connection takes a logo, its name stands there. */
export const LogosThatDoNotLoad = story(
  () =>
    html`<sponsor-list lang="en" names="hide">
      <ul>
        ${quai()}
        <li>
          <a href="https://orgs.example/"><img src="/orgs.json" alt="" width="100" height="40" /> Café du Port</a>
        </li>
        ${mat()}
      </ul>
    </sponsor-list>`,
);

/** A logo of its own for dark pages; the others get a light plate there. */
export const LogosForDarkPages = story(
  () =>
    html`<sponsor-list lang="en">
      <ul>
        <li>
          <a href="https://orgs.example/"
            ><picture
              ><source media="(prefers-color-scheme: dark)" srcset="/orgs/quai-sept-light.svg" />
              <img src="/orgs/quai-sept.svg" alt="" width="320" height="80"
            /></picture>
            Quai Sept</a
          >
        </li>
        ${lanterne()} ${mat()}
        <li>
          <a href="https://orgs.example/"
            ><svg viewBox="0 0 100 50" width="100" height="50" aria-hidden="true">
              ${svg`<path fill="currentcolor" d="M5 45 35 5l15 20L65 5l30 40z" />`}
            </svg>
            Montagne</a
          >
        </li>
      </ul>
    </sponsor-list>`,
);

/** What they did, said once for all and beside the one that did otherwise. */
export const Disclosure = story(
  () =>
    html`<sponsor-list lang="en" relation="paid">
        <ul>
          ${quai()}
          <li data-relation="event"><a href="https://orgs.example/">Café du Port</a></li>
        </ul>
      </sponsor-list>
      <sponsor-list lang="fr" relation="event">
        <ul>
          ${quai()}
          <li data-relation="gift"><a href="https://orgs.example/">Café du Port</a></li>
          <li data-relation="paid"><a href="https://orgs.example/">Mât Libre</a></li>
        </ul>
      </sponsor-list>`,
);

/** The organisations of a JSON file. The list is what shows until, and if, it loads. */
export const FromAFile = story(
  () =>
    html`<sponsor-list lang="en" src="/orgs.json" structured-data event-name="KubeCon Europe 2024">
      <h2>Thanks</h2>
      <ul>
        <li>Quai Sept</li>
      </ul>
      <p>And to the volunteers.</p>
    </sponsor-list>`,
);

/** By name, in the order of the page’s language. */
export const ByName = story(
  () =>
    html`<sponsor-list lang="fr" order="name">
      <ul>
        <li>Zénith</li>
        <li>Éclair</li>
        <li>Écume</li>
        <li>Atelier</li>
      </ul>
    </sponsor-list>`,
);

/** Another order for each reader and day. */
export const InAnyOrder = story(
  () =>
    html`<sponsor-list lang="en" order="random">
      <ul>
        ${quai()} ${lanterne()} ${mat()}
      </ul>
    </sponsor-list>`,
);

/** Sixty organisations. */
export const Sixty = story(
  () =>
    html`<sponsor-list lang="en">
      <ul>
        ${Array.from({length: 20}, () => [quai(), lanterne(), mat()])}
      </ul>
    </sponsor-list>`,
);

/** 320 pixels wide. */
export const NarrowColumn = story(
  () =>
    html`<div class="narrow" lang="en">
      <sponsor-list relation="event"
        >${textOnly}
        <ul>
          ${quai()} ${lanterne('— pictures')} ${mat()}
        </ul></sponsor-list
      >
    </div>`,
);

/** From right to left. */
export const RightToLeft = story(
  () =>
    html`<div dir="rtl" lang="en">
      <sponsor-list relation="event"
        >${textOnly}
        <ul>
          ${quai()} ${lanterne('— pictures')} ${mat()}
        </ul></sponsor-list
      >
    </div>`,
);

/** A sentence of names is no list, and stays prose. */
export const Prose = story(
  () =>
    html`<sponsor-list lang="en">
      <p>Thanks to Canonical, Isovalent, Postman and everybody at the stands.</p>
    </sponsor-list>`,
);
