import {html, nothing, type PropertyValues, type TemplateResult, type PropertyDeclarations} from 'lit';
import {ArticleElement} from '../internal/article-element.js';
import {en} from '../locale/en.js';
import {readTalk, toPeople, toVerdict, type Person, type Resource, type Segment, type Talk} from './talk.reader.js';

/** What keynote-card and talk-summary have in common: they read the talk grammar and draw it in the author's order. */
export class TalkElement extends ArticleElement {
  static override get properties(): PropertyDeclarations {
    return {
      speakers: {},
      verdict: {},
      structuredData: {type: Boolean, attribute: 'structured-data'},
    };
  }

  /** What kind of session it is. */
  declare kind?: string;

  /** Shorthand for people not written in the element: "Name, role, organisation; Name, organisation". */
  declare speakers?: string;

  /**
   * `adopt`, `trial`, `assess` or `hold`, after the technology radar. By default it is read from a line that begins with
   * "Verdict:", whose words always show.
   */
  declare verdict?: 'adopt' | 'assess' | 'hold' | 'trial';

  /** Adds the talk as schema.org `Event` (JSON-LD) to the shadow root, for search engines that render. */
  declare structuredData?: boolean;

  #talk!: Talk;

  /** What was read. */
  get talk(): Talk {
    return this.#talk;
  }

  protected override read(): void {
    this.#talk = readTalk(this.origin, [this.terms.reads, en.reads]);
    this.slots = Object.fromEntries(this.#talk.segments.map(({nodes}, index) => [index, nodes]));
  }

  override render(): TemplateResult {
    const {title, segments, people} = this.#talk;
    const shorthand = people.length ? [] : (this.speakers ?? '').split(';').flatMap((person) => toPeople(person));
    const heading = segments.findIndex(({type}) => type === 'heading') + 1;
    const draw = (segment: Segment): unknown => this.#draw(segment);
    return html`<article aria-label=${title || nothing}>
      ${this.#kind()}${segments.slice(0, heading).map(draw)}${shorthand.length ? this.#people(shorthand) : nothing}
      ${this.drawAccount(segments.slice(heading), draw)}
      ${segments.some(({label}) => label === 'verdict') ? nothing : this.#verdict()}
    </article>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const root = this.renderRoot;
    if (this.structuredData || root.querySelector('script')) {
      import('./talk.data.js').then(({writeData}) => writeData(this), console.warn);
    }
  }

  /** What kind of session it is when the author does not say. */
  protected get defaultKind(): string {
    return '';
  }

  /** Draws what stands after the heading. */
  protected drawAccount(segments: readonly Segment[], draw: (segment: Segment) => unknown): unknown {
    return segments.map(draw);
  }

  #draw(segment: Segment): unknown {
    const {type, label, people = [], resources = []} = segment;
    if (type === 'people') return this.#people([...people].sort((a, b) => Number(!a.moderator) - Number(!b.moderator)));
    if (type === 'resources') return this.#resources(resources);
    const slot = html`<slot name=${this.#talk.segments.indexOf(segment)}></slot>`;
    return label === 'verdict' ? this.#verdict(slot) : html`<div part=${type}>${slot}</div>`;
  }

  #verdict(words?: TemplateResult): unknown {
    const verdict = toVerdict(this.verdict ?? '', [en.reads]) || this.#talk.verdict;
    // WebKitGTK leaves the words of a `span` to its parent, and a box that only lays out to nobody:
    // https://github.com/WebKit/WebKit/pull/5230.
    const badge = verdict && html`<div part="badge" lang=${this.ownLang} .textContent=${this.terms[verdict]}></div>`;
    return (
      (badge || words) &&
      html`<div part="verdict">
        ${badge}
        <div>${words}</div>
      </div>`
    );
  }

  /** What kind of session it is, unless the heading says so. */
  #kind(): unknown {
    const kind = this.kind || this.defaultKind;
    const word = shownKinds.test(kind) && this.terms[kind as 'keynote'];
    const title = this.#talk.title.toLowerCase();
    if (!word || [kind, word].some((each) => title.includes(each.toLowerCase()))) return nothing;
    return html`<div part="kind" lang=${this.ownLang} .textContent=${word}></div>`;
  }

  #people(people: readonly Person[]): TemplateResult {
    return html`<ul role="list" part="people" aria-label=${this.terms.speakers}>
      ${people.map(
        ({name, details, url, portrait, moderator}) =>
          html`<li part="speaker">
            ${
              portrait
                ? html`<img part="portrait" src=${portrait} alt="" loading="lazy" />`
                : html`<span part="portrait" data-initials=${initials(name)}></span>`
            }
            <span
              ><a part="name" href=${url || nothing}><span .textContent=${name}></span></a>
              <span part="details" .textContent=${details}></span>
              ${moderator && html`<span part="moderator" .textContent=${`(${moderator})`}></span>`}</span
            >
          </li>`,
      )}
    </ul>`;
  }

  #resources(resources: readonly Resource[]): TemplateResult {
    return html`<ul role="list" part="resources" aria-label=${this.terms.resources}>
      ${resources.map((resource) => html`<li>${this.drawResource(resource)}</li>`)}
    </ul>`;
  }

  protected drawResource({kind, url, title}: Resource, follow?: (event: MouseEvent) => void): TemplateResult {
    const isSaid = kind === 'site' || new RegExp(this.terms.reads[kind], 'iu').test(title);
    const words = isSaid ? title : this.terms.labelled(this.terms[kind], title);
    return html`<a href=${url} @click=${follow}><span .textContent=${words}></span></a>`;
  }
}

/** A plain talk says nothing. */
const shownKinds = /^(keynote|panel|interview|lightning|workshop|sponsored)$/;

/** "Kai Walter" is KW. */
const initials = (name: string): string => {
  const [first, ...others] = name.split(' ');
  return [first, others.at(-1)].map((word = '') => [...word][0]).join('');
};
