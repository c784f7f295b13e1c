import {html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import {ArticleElement} from '../internal/article-element.js';
import type {OrganizationsErrorEvent, OrganizationsLoadEvent} from './organizations.events.js';
import type {Arrange} from './organizations.feed.js';
import {readOrganizations, toRelation, type Entry, type Segment, type Tier} from './sponsor-list.reader.js';
import {styles} from './sponsor-list.styles.js';

/**
 * Thanks the organisations behind an event, by tier, with their logos, and says honestly what they did.
 *
 * Write headings for tiers and a list of organisations under each: a link, a logo if there is one, the name, words after
 * it. Prose stays as you wrote it. Nothing is said that you did not state.
 *
 * @element sponsor-list
 * @summary Organisations with their logos, by tier, with an honest disclosure.
 * @status experimental
 *
 * @slot - What the author wrote around the lists, in numbered slots that sort themselves.
 *
 * @csspart tier - The organisations of a tier.
 * @csspart tier-name - The heading of a tier of `src`.
 * @csspart organization - One of them.
 * @csspart logo - The box of a logo, and the plate behind it.
 * @csspart name - The name.
 * @csspart note - What is written about it.
 * @csspart relation - "Paid partnership", beside an organisation that has a relation of its own.
 * @csspart disclosure - The same for all of them, below the lists.
 *
 * @cssprop [--as-accent=inherit] - Colour of links.
 * @cssprop [--as-border=currentcolor] - Frame around a name that stands in the place of a logo.
 * @cssprop [--as-radius=0.25em] - Corners of that frame, and of the plate behind a logo.
 *
 * @fires {OrganizationsLoadEvent} organizations-load - The organisations of `src` are shown.
 * @fires {OrganizationsErrorEvent} organizations-error - `src` cannot be used, and the lists on the page stay.
 */
export class SponsorList extends ArticleElement {
  static override readonly tag = 'sponsor-list';
  static override styles = styles;
  static override get properties(): PropertyDeclarations {
    return {
      src: {},
      names: {},
      order: {},
      relation: {},
      disclosure: {},
      eventName: {attribute: 'event-name'},
      structuredData: {type: Boolean, attribute: 'structured-data'},
    };
  }

  /**
   * Address of a JSON file: `{"tiers": [{"name", "organizations": [{"name", "url", "logo", "logoDark", "note",
   * "relation"}]}]}`. The lists on the page show until, and if, it loads: within 10 seconds, at most 2 MB, its first
   * 1,000 organisations. A file on another origin is asked for without cookies.
   */
  declare src?: string;

  /** `show` (the default) or `hide`: whether the name stands below a logo. It always shows where there is no logo. */
  declare names?: 'hide' | 'show';

  /**
   * `listed` (the default), `name` (in the order of the page's language), or `random`: another order for each reader and
   * day, so that it stays the same for a visit. Nothing is stored for it.
   */
  declare order?: 'listed' | 'name' | 'random';

  /**
   * What the organisations did: `event` (sponsor it), `paid` (pay the author; their links are `rel="sponsored"`) or
   * `gift`. Said in words below the lists. `data-relation` on an item or a list says otherwise for those. By default
   * nothing is said.
   */
  declare relation?: 'event' | 'gift' | 'paid';

  /** Words of your own for what `relation` says; empty where you say it in the text. */
  declare disclosure?: string;

  /** Name of the event in the structured data. */
  declare eventName?: string;

  /** Adds the organisations as schema.org `sponsor` of an `Event` (JSON-LD) to the shadow root. */
  declare structuredData?: boolean;

  #segments: readonly Segment[] = [];
  #arrange: Arrange | undefined;
  #loading: AbortController | undefined;
  #failed = new WeakSet<Element>();

  /** The organisations shown. */
  get tiers(): readonly Tier[] {
    return this.#segments.flatMap(({tier: name = '', entries}) =>
      entries ? {name, organizations: entries.map(({organization}) => organization)} : [],
    );
  }

  protected override start(): void {
    if (this.hasUpdated && !this.#arrange) this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading?.abort();
  }

  protected override read(): void {
    const segments = readOrganizations(this.origin);
    this.#segments = this.#arrange?.(segments) ?? segments;
    this.slots = Object.fromEntries(this.#segments.map(({nodes}, index) => [index, nodes!]));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('src') || changed.has('order')) this.#load();
  }

  override render(): TemplateResult {
    const relation = toRelation(this.relation);
    const disclosure = this.disclosure ?? (relation && this.terms[relation]);
    return html`${this.#segments.map(({copy, entries, tier}, index) =>
      entries ? this.#tier(entries, tier!) : (copy ?? html`<slot name=${index}></slot>`),
    )}
    ${this.#say('disclosure', disclosure)}`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const root = this.renderRoot;
    if (this.structuredData || root.querySelector('script')) {
      import('./organizations.data.js').then(({writeData}) => writeData(this), console.warn);
    }
  }

  /** Our words, set as text so that they still change after a translator has replaced the text node. */
  #say(part: string, words: string): unknown {
    return words && html`<span part=${part} lang=${this.ownLang} .textContent=${words}></span>`;
  }

  #tier(entries: readonly Entry[], name: string): TemplateResult {
    const isWall = entries.some(({picture}) => picture);
    return html`<ul role="list" part="tier" class=${isWall ? 'wall' : nothing} aria-label=${name || nothing}>
      ${entries.map((entry) => this.#organization(entry, isWall))}
    </ul>`;
  }

  #organization({organization, picture, before, after, rel, target, lang}: Entry, isWall: boolean): TemplateResult {
    const {name, url, relation} = organization;
    const isPaid = (relation || this.relation) === 'paid';
    const logo = this.#failed.has(picture!) ? undefined : picture;
    const isNamed = !logo || this.names !== 'hide';
    const image = picture?.querySelector('img') ?? (picture as HTMLImageElement | undefined);
    if (image) {
      image.onload = () => level(image);
      image.onerror = () => {
        this.#failed.add(picture!);
        this.requestUpdate();
      };
    }
    return html`<li part="organization" lang=${lang || nothing}>
      ${before}
      <a href=${url || nothing} target=${target || nothing} rel=${`${isPaid ? 'sponsored ' : ''}noopener ${rel}`.trim()}
        >${
          logo &&
          html`<span
            part="logo"
            role=${isNamed ? nothing : 'img'}
            aria-label=${isNamed ? nothing : name}
            aria-hidden=${isNamed || nothing}
            >${logo}</span
          >`
        }
        ${isNamed ? html`<span part="name" class=${isWall && !logo ? 'tile' : nothing} .textContent=${name}></span>` : nothing}</a
      >
      <span part="note">${after}</span>
      ${relation === this.relation ? nothing : this.#say('relation', relation && this.terms[relation])}
    </li>`;
  }

  #load(): void {
    this.#loading?.abort();
    this.#loading = new AbortController();
    this.#arrange = undefined;
    const {signal} = this.#loading;
    const show = (arrange: Arrange): void => {
      this.#arrange = arrange;
      this.readAgain();
    };
    if (this.src || this.order) {
      import('./organizations.feed.js').then(({arrange}) => arrange(this, this.language, signal, show), console.warn);
    }
  }
}

/** Gives every logo about the same area, so that a wide one does not look larger than a square one. */
function level({naturalWidth, naturalHeight, style}: HTMLImageElement): void {
  style.width = `${2.4 * Math.sqrt(naturalWidth / naturalHeight || 1)}em`;
}

declare global {
  interface HTMLElementTagNameMap {
    'sponsor-list': SponsorList;
  }
  interface HTMLElementEventMap {
    'organizations-error': OrganizationsErrorEvent;
    'organizations-load': OrganizationsLoadEvent;
  }
}
