import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, type TemplateResult} from 'lit';
import '../src/series-navigator/define.js';
import type {SeriesPart} from '../src/index.js';

/** Four days in Paris, from 19 to 22 March 2024. */
const english = {
  lang: 'en',
  name: 'KubeCon Europe 2024, day by day',
  intro: 'This article is part of a series of 4 posts:',
  end: 'New parts are announced by e-mail, too.',
  days: [
    {url: at('en/tuesday'), title: 'Tuesday: platforms before the doors open'},
    {url: at('en/wednesday'), title: 'Wednesday: twelve thousand people, and AI on every slide'},
    {url: at('en/thursday'), title: 'Thursday: WebAssembly on five Raspberry Pis'},
    {url: at('en/friday'), title: 'Friday: Kubernetes is nearly ten'},
  ],
  later: {title: 'Kubernetes is twenty', date: '6 June 2034'},
  page: 'Page',
};

const french: typeof english = {
  lang: 'fr',
  name: 'KubeCon Europe 2024, jour par jour',
  intro: 'Cet article fait partie d’une série de 4 billets :',
  end: 'Les nouveaux billets sont aussi annoncés par courriel.',
  days: [
    {url: at('fr/mardi'), title: 'Mardi : des plateformes avant l’ouverture'},
    {url: at('fr/mercredi'), title: 'Mercredi : douze mille personnes, et l’IA sur chaque diapositive'},
    {url: at('fr/jeudi'), title: 'Jeudi : WebAssembly sur cinq Raspberry Pi'},
    {url: at('fr/vendredi'), title: 'Vendredi : Kubernetes a bientôt dix ans'},
  ],
  later: {title: 'Kubernetes a vingt ans', date: '6 juin 2034'},
  page: 'Page',
};

const arabic: typeof english = {
  ...english,
  lang: 'ar',
  intro: 'هذه المقالة جزء من سلسلة من أربع مقالات:',
  days: [
    {url: at('ar/tuesday'), title: 'الثلاثاء: المنصات قبل الافتتاح'},
    {url: at('ar/wednesday'), title: 'الأربعاء: اثنا عشر ألف شخص والذكاء الاصطناعي في كل مكان'},
    {url: at('ar/thursday'), title: 'الخميس: WebAssembly على خمسة أجهزة Raspberry Pi'},
    {url: at('ar/friday'), title: 'الجمعة: Kubernetes يقترب من عامه العاشر'},
  ],
};

type Series = typeof english;
type Part = Series['days'][number];

function at(path: string): string {
  return `https://clusters.example/${path}/`;
}

const link = ({url, title}: Part): TemplateResult => html`<a href=${url}>${title}</a>`;
const items = (parts: readonly Part[]): TemplateResult[] => parts.map((part) => html`<li>${link(part)}</li>`);

/** A page of that many notes, which are parts of a long series. */
const pages = ({lang, page}: Series, count: number): Part[] =>
  Array.from({length: count}, (_, index) => ({url: at(`${lang}/${index + 1}`), title: `${page} ${index + 1}`}));

/** The usual series, as it is on one of its pages, or on one that is none of them. */
const onDay = ({intro, days}: Series, day: number): TemplateResult =>
  html`<series-navigator current=${days[day]?.url ?? at('')}>
    <p>${intro}</p>
    <ol>
      ${items(days)}
    </ol>
  </series-navigator>`;

/** Draws a series in each of these languages. */
const inEach =
  (draw: (series: Series) => TemplateResult, languages = [english, french]): (() => TemplateResult) =>
  () =>
    html`${languages.map((series) => html`<div lang=${series.lang}>${draw(series)}</div>`)}`;

export default {title: 'Elements/series-navigator', component: 'series-navigator'} satisfies Meta;

/** Every part is a link, and the one whose address is this page is the current one. */
export const EveryPartLinked: StoryObj = {
  name: 'Every part is a link',
  render: inEach((series) => onDay(series, 1)),
};

/** The only part without a link is the current one. */
export const CurrentPartAsText: StoryObj = {
  name: 'The current part is text',
  render: inEach(
    ({intro, days}) =>
      html`<series-navigator>
        <p>${intro}</p>
        <ol>
          ${days.map((part, day) => html`<li>${day === 1 ? part.title : link(part)}</li>`)}
        </ol>
      </series-navigator>`,
  ),
};

/** Many blogs write the series as a bulleted list in a `<nav>`, with words around it: all of it stays. */
export const BulletsInNav: StoryObj = {
  name: 'Bullets in a nav, with words around',
  render: inEach(
    ({name, intro, days, end}) =>
      html`<series-navigator current=${days[2]!.url}>
        <nav aria-label=${name}>
          <p>${intro}</p>
          <ul>
            ${items(days)}
          </ul>
          <p>${end}</p>
        </nav>
      </series-navigator>`,
  ),
};

/** A part that is not out yet has no link, and its date tells readers when it comes. */
export const AnnouncedPart: StoryObj = {
  name: 'An announced part',
  render: inEach(
    ({name, days, later}) =>
      html`<series-navigator current=${days[3]!.url}>
        <h3>${name}</h3>
        <ol>
          ${items(days)}
          <li>${later.title}, <time datetime="2034-06-06">${later.date}</time></li>
        </ol>
      </series-navigator>`,
  ),
};

/** The first part has a next one only. */
export const FirstPart: StoryObj = {
  name: 'The first part',
  render: inEach((series) => onDay(series, 0)),
};

/** The last part has a previous one only. */
export const LastPart: StoryObj = {
  name: 'The last part',
  render: inEach((series) => onDay(series, 3)),
};

/** On a page that is no part, such as the index of the series, the parts are a plain list. */
export const NoPart: StoryObj = {name: 'On a page that is no part', render: inEach((series) => onDay(series, -1))};

/** Of a series of more than nine parts, the first, the last and those around the current one show; the rest is folded. */
export const Long: StoryObj = {
  name: 'Long: 40 parts',
  render: inEach((series) => {
    const parts = pages(series, 40);
    return html`<series-navigator series-name=${series.name} current=${parts[16]!.url}>
      <ol>
        ${items(parts)}
      </ol>
    </series-navigator>`;
  }),
};

/** Given as the property `parts`, 10,000 of them draw as fast as ten: folds open into folds. */
export const VeryLong: StoryObj = {
  name: 'Very long: 10,000 parts',
  render: inEach((series) => {
    const parts = pages(series, 10_000) as readonly Partial<SeriesPart>[] as readonly SeriesPart[];
    return html`<series-navigator
      series-name=${series.name}
      current=${parts[4999]!.url}
      .parts=${parts}
    ></series-navigator>`;
  }),
};

/** The feed of the series has four parts and takes the place of the list, which has two. */
export const FromFeed: StoryObj = {
  name: 'From a feed',
  render: inEach(
    ({lang, days}) =>
      html`<series-navigator src="kubecon-${lang}.json" current=${days[1]!.url}>
        <ol>
          ${items(days.slice(0, 2))}
        </ol>
      </series-navigator>`,
  ),
};

/** A feed that cannot be used leaves the list as it is, and the console says how to mend it. */
export const FeedThatFails: StoryObj = {
  name: 'A feed that fails',
  render: inEach(
    ({name, days}) =>
      html`<series-navigator src="empty.json" series-name=${name} current=${days[1]!.url}>
        <ol>
          ${items(days)}
        </ol>
      </series-navigator>`,
  ),
};

/** With `for`, the list is elsewhere on the page, and only the way on is drawn. */
export const ListElsewhere: StoryObj = {
  name: 'The list is elsewhere',
  render: inEach(
    ({lang, name, intro, days}) =>
      html`<p>${intro}</p>
        <ol id="series-${lang}">
          ${items(days)}
        </ol>
        <series-navigator for="series-${lang}" series-name=${name} current=${days[1]!.url}></series-navigator>`,
  ),
};

/** Text runs from right to left, and so do the list and the arrows. */
export const RightToLeft: StoryObj = {
  name: 'From right to left',
  globals: {direction: 'rtl'},
  render: inEach((series) => onDay(series, 1), [arabic]),
};

/** In a column of 320 pixels, titles wrap and nothing is cut off. */
export const Narrow: StoryObj = {
  name: 'Narrow: 320 pixels',
  render: inEach((series) => html`<div class="narrow">${onDay(series, 1)}</div>`),
};

/** The colours are the page's, also the dark ones. */
export const Dark: StoryObj = {name: 'Dark', globals: {theme: 'dark'}, render: inEach((series) => onDay(series, 1))};

/**
 * Where readers force their own colours, the frame and the marks stay visible. Try it with Windows' contrast themes, or
 * in Chromium's developer tools under Rendering: “Emulate CSS media feature forced-colors”.
 */
export const ForcedColours: StoryObj = {
  name: 'Forced colours',
  render: inEach((series) => onDay(series, 1)),
};

/** `--as-accent`, `--as-muted` and `--as-radius` give it the colours and corners of the blog; `::part(current)` its weight. */
export const CustomProperties: StoryObj = {
  name: 'Custom colours and corners',
  render: inEach((series) => html`<div class="themed">${onDay(series, 1)}</div>`),
};

/** Adds the series as JSON-LD, for search engines; readers see no difference. */
export const StructuredData: StoryObj = {
  name: 'Structured data',
  render: inEach(
    ({name, days}) =>
      html`<series-navigator structured-data series-name=${name} current=${days[1]!.url}>
        <ol>
          ${items(days)}
        </ol>
      </series-navigator>`,
  ),
};
