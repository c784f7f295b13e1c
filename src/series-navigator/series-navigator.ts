import {html, nothing, type PropertyValues, type TemplateResult, type PropertyDeclarations} from 'lit';
import {ArticleElement} from '../internal/article-element.js';
import {addressesOf, elementsOf, findAll} from '../internal/page.js';
import {safeUrl} from '../internal/safe-url.js';
import {formatDate} from '../locale/locale.js';
import type {SeriesErrorEvent, SeriesLoadEvent} from './series-navigator.events.js';
import type {SeriesFeed} from './series-navigator.feed.js';
import type {drawLong} from './series-navigator.long.js';
import {
  findCurrent,
  GivenParts,
  isAhead,
  readSeries,
  type SeriesPart,
  type SeriesWords,
} from './series-navigator.reader.js';
import {spacingOf} from './series-navigator.spacing.js';
import {styles} from './series-navigator.styles.js';

/** A series up to this length is shown whole. */
const maxUnfolded = 9;

/**
 * Tells readers which part of a series they read, and takes them to the others.
 *
 * Write the series as a list of links. The current part is the one marked with `aria-current`, or the one whose link is
 * this page, or the only one without a link. A part without a link that is not current is announced.
 *
 * @element series-navigator
 * @summary The parts of an article series, the current one, the previous and the next.
 * @status stable
 *
 * @slot - Everything, while there is no list to draw.
 * @slot before - What stands before the list. Sorted by itself; `slot="before"` is for what stands elsewhere.
 * @slot after - What stands after the list.
 *
 * @csspart list - The list of parts.
 * @csspart item - One part of the series.
 * @csspart current - The current part: a link, or text where the author wrote no link.
 * @csspart position - "Part 2 of 4", beside the current part.
 * @csspart previous - "Previous", in the link to the previous part.
 * @csspart next - "Next", in the link to the next part.
 * @csspart announced - "coming on …", beside an announced part.
 * @csspart fold - A range of parts folded away.
 *
 * @cssprop [--as-accent=inherit] - Colour of links and of the frame around the position, which by default has that of its text.
 * @cssprop [--as-muted=inherit] - Colour of "Previous", "Next", "coming on …" and of folded ranges.
 * @cssprop [--as-radius=0.25em] - Corners of the frame around the position.
 *
 * @fires {SeriesLoadEvent} series-load - The parts of `src` are shown.
 * @fires {SeriesErrorEvent} series-error - `src` cannot be used, and the list on the page stays.
 */
export class SeriesNavigator extends ArticleElement {
  static override readonly tag = 'series-navigator';
  static override styles = styles;
  static override get properties(): PropertyDeclarations {
    return {
      src: {},
      order: {},
      current: {},
      seriesName: {attribute: 'series-name'},
      htmlFor: {attribute: 'for'},
      structuredData: {type: Boolean, attribute: 'structured-data'},
      prefetchNext: {type: Boolean, attribute: 'prefetch-next'},
    };
  }

  /**
   * Address of a JSON Feed, RSS or Atom file with the parts. The list on the page shows until, and if, it loads:
   * within 10 seconds, at most 2 MB, its first 1,000 items. A feed on another origin is asked for without cookies.
   */
  declare src?: string;

  /**
   * Order of the parts of `src`: `oldest-first` (the default when every item has a date), `newest-first`, or `listed`
   * (as in the file).
   */
  declare order?: 'listed' | 'newest-first' | 'oldest-first';

  /** Address of the page, where neither its canonical link nor its location is the one in the list. */
  declare current?: string;

  /** Name of the series. Default: the heading before the list, the label of a `<nav>` around it, the title of the feed. */
  declare seriesName?: string;

  /**
   * Id of a list elsewhere on the page, or of an element with one, to read instead of the children. That list shows the
   * parts already, so only the current one and its neighbours are drawn: the way on, at the end of an article.
   */
  declare htmlFor?: string;

  /** Adds the series as schema.org `CreativeWorkSeries` (JSON-LD) to the shadow root, for search engines that render. */
  declare structuredData?: boolean;

  /**
   * Lets browsers that know speculation rules fetch the next part, on the same origin, when the reader is about to
   * follow its link. Not where the reader saves data.
   */
  declare prefetchNext?: boolean;

  #spacing!: string;
  #words!: SeriesWords;
  #given: GivenParts | undefined;
  #feed: SeriesFeed | undefined;
  #loading: AbortController | undefined;
  #currentIndex = -1;
  #name: string | undefined;
  /** Tells it from others of its name. */
  #ordinal = 0;
  #drawLong: typeof drawLong | undefined;

  /**
   * The parts shown. Set them to show others than the page's or the feed's; `undefined` goes back to those.
   *
   * @type {readonly Partial<SeriesPart>[] | undefined}
   */
  get parts(): readonly SeriesPart[] {
    const parts = this.#shown;
    return parts instanceof GivenParts ? parts.all : parts;
  }

  set parts(parts: readonly Partial<SeriesPart>[] | undefined) {
    // Preact writes `undefined` as an empty string.
    this.#given = Array.isArray(parts) ? new GivenParts(parts, this.baseURI) : undefined;
    this.requestUpdate();
  }

  get #shown(): GivenParts | readonly SeriesPart[] {
    return this.#given ?? this.#feed?.parts ?? this.#words?.parts ?? [];
  }

  /** Index of the current part, or -1 when this page is none of them. */
  get currentIndex(): number {
    return this.#currentIndex;
  }

  constructor() {
    super();
    // What a page set before there was an element. As a property of Lit's it would be read, with all parts, at a draw.
    if (Object.hasOwn(this, 'parts')) {
      const {parts} = this;
      Reflect.deleteProperty(this, 'parts');
      this.parts = parts;
    }
  }

  protected override start(): void {
    if (this.hasUpdated && !this.#feed) this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading?.abort();
  }

  protected override createRenderRoot(): ShadowRoot {
    // While the authored list is laid out: with a shadow root it no longer is.
    this.#spacing = spacingOf(this.origin);
    return super.createRenderRoot();
  }

  protected override read(): void {
    const {htmlFor} = this;
    const source = htmlFor && findAll(this.origin, `#${CSS.escape(htmlFor)}`)[0];
    // A list that is not there yet may come anywhere.
    this.source = source || (htmlFor ? this.ownerDocument : undefined);
    this.#words = readSeries(this.origin, source || this.origin);
    this.slots = this.#words.slots;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('src') || changed.has('order')) this.#load();
    this.#currentIndex = this.#find(this.#shown);
    this.#name = this.seriesName || this.#words.name || this.#feed?.name;
  }

  override render(): TemplateResult {
    const rows = this.#rows();
    const {copies} = this.#words;
    return rows.length
      ? html`<nav aria-label=${this.#label()} lang=${this.ownLang}>
          <slot name="before"></slot>${copies.before}
          <ol role="list" part="list">
            ${rows}
          </ol>
          ${copies.after}<slot name="after"></slot>
        </nav>`
      : html`<slot></slot>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const root = this.renderRoot;
    const list = root.querySelector('ol');
    if (list) list.style.cssText = this.#spacing;
    if (this.structuredData || this.prefetchNext || root.querySelector('script')) {
      import('./series-navigator.data.js').then(
        ({writeData}) => writeData(this, this.#name || this.terms.series),
        console.warn,
      );
    }
  }

  protected override firstUpdated(): void {
    if (!this.src && this.#shown.length === 0 && this.ownerDocument.readyState !== 'loading') {
      console.warn(`<${this.localName}> finds no list.`, this.origin);
    }
  }

  #find(parts: GivenParts | readonly SeriesPart[]): number {
    const {marked} = this.#words;
    if (parts === this.#words.parts && marked >= 0) return marked;
    const current = safeUrl(this.current, this.baseURI);
    return findCurrent(parts, current ? [current] : addressesOf(this));
  }

  /** The items of the drawn list; none, and the author's list stays, where there is nothing to draw or not yet. */
  #rows(): TemplateResult[] {
    const {currentIndex} = this;
    const {length} = this.#shown;
    const part = (index: number): TemplateResult => this.#part(index);
    if (this.htmlFor !== undefined) {
      const around = [currentIndex - 1, currentIndex, currentIndex + 1];
      return currentIndex < 0 ? [] : around.filter((index) => index >= 0 && index < length).map(part);
    }
    if (length <= maxUnfolded) return Array.from({length}, (_, index) => part(index));
    if (this.#drawLong) return this.#drawLong(this, length, part, this.language, this.terms);
    import('./series-navigator.long.js').then((long) => {
      this.#drawLong = long.drawLong;
      this.requestUpdate();
    }, console.warn);
    return [];
  }

  /** A name no other navigator of the page has, as landmarks need. */
  #label(): string {
    const name = this.#name ? this.terms.seriesNamed(this.#name) : this.terms.series;
    const taken = elementsOf(this.origin, this.localName).map((twin) =>
      twin !== this && #name in twin && twin.#name === this.#name ? twin.#ordinal : 0,
    );
    this.#ordinal ||= 1;
    while (taken.includes(this.#ordinal)) this.#ordinal++;
    return this.#ordinal > 1 ? `${name} (${this.#number(this.#ordinal)})` : name;
  }

  #part(index: number): TemplateResult {
    const part = this.#shown.at(index)!;
    const {title, url, date, before, after, lang} = part;
    const {content, language, terms} = this;
    const current = this.#currentIndex;
    const isCurrent = index === current;
    const step = current < 0 || !url ? undefined : ({[current - 1]: 'previous', [current + 1]: 'next'} as const)[index];
    const authored = (words: string): unknown => draw(words, nothing, lang || content);
    return html`<li value=${index + 1} part="item">
      ${authored(before)}
      <a
        href=${url || nothing}
        rel=${step?.slice(0, 4) ?? nothing}
        aria-current=${isCurrent ? 'page' : nothing}
        part=${isCurrent ? 'current' : nothing}
        >${authored(title)} ${step && draw(terms[step], step)}</a
      >
      ${authored(after)}
      ${
        isCurrent
          ? draw(terms.position(this.#number(index + 1), this.#number(this.#shown.length)), 'position')
          : // Unless its own words name the day.
            !url && isAhead(part) && !RegExp(`(?<!\\d)0?${+date.slice(8, 10)}(?!\\d)`).test(title)
            ? draw(terms.comingOn(formatDate(date, language)), 'announced')
            : nothing
      }
    </li>`;
  }

  #number(number: number): string {
    // Starting `Intl` costs more than all the rest of the element, and below a thousand it changes nothing.
    return number < 1000 ? String(number) : number.toLocaleString(this.language);
  }

  #load(): void {
    this.#loading?.abort();
    this.#loading = new AbortController();
    this.#feed = undefined;
    const {signal} = this.#loading;
    const isUsable = (parts: GivenParts): boolean => this.#find(this.#words.parts) < 0 || this.#find(parts) >= 0;
    const show = (feed: SeriesFeed): void => {
      this.#feed = feed;
      this.requestUpdate();
    };
    if (this.src) {
      import('./series-navigator.feed.js').then(
        ({loadSeries}) => loadSeries(this, signal, isUsable, show),
        console.warn,
      );
    }
  }
}

/** Words, set as text so that they still change after a translator has replaced the text node. */
function draw(words: string, part: string | typeof nothing, lang?: string): unknown {
  return words && html`<span part=${part} lang=${lang ?? nothing} .textContent=${words}></span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'series-navigator': SeriesNavigator;
  }
  interface HTMLElementEventMap {
    'series-error': SeriesErrorEvent;
    'series-load': SeriesLoadEvent;
  }
}
