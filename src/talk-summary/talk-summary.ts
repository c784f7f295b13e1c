import {html, type TemplateResult, type PropertyDeclarations} from 'lit';
import {TalkElement} from '../talk/talk-element.js';
import type {Resource, Segment} from '../talk/talk.reader.js';
import {talkStyles} from '../talk/talk.styles.js';

/**
 * One talk after the event: its people, what was said, a verdict, and where to find slides, video and code.
 *
 * @element talk-summary
 * @summary One talk, with a verdict and its resources.
 * @status experimental
 *
 * @slot - What the author wrote, in numbered slots that sort themselves.
 *
 * @csspart kind - "Lightning talk", above a heading that does not say it.
 * @csspart heading - The heading.
 * @csspart people - The list of people.
 * @csspart speaker - One of them.
 * @csspart portrait - The portrait, or initials.
 * @csspart name - The name, a link if the author wrote one.
 * @csspart details - Role and organisation.
 * @csspart moderator - "(moderator)", in the author's word.
 * @csspart account - What `collapsible` folds.
 * @csspart quote - A quote with its attribution.
 * @csspart media - A picture, figure or video.
 * @csspart line - A labelled line, such as "Topics: …".
 * @csspart verdict - The line with the verdict.
 * @csspart badge - The verdict in one word.
 * @csspart resources - The list of links to slides, video and code.
 * @csspart video - A video that plays on the page, before and after.
 * @csspart body - Everything else.
 *
 * @cssprop [--as-accent=inherit] - Colour of links and of frames, which by default have that of their text.
 * @cssprop [--as-radius=0.25em] - Corners of frames.
 */
export class TalkSummary extends TalkElement {
  static override readonly tag = 'talk-summary';
  static override styles = talkStyles;
  static override get properties(): PropertyDeclarations {
    return {
      kind: {},
      collapsible: {type: Boolean},
      video: {},
    };
  }

  /** `talk` (the default), `lightning`, `workshop`, `panel` or `sponsored`; said in words where the heading does not. */
  declare kind?: 'lightning' | 'panel' | 'sponsored' | 'talk' | 'workshop';

  /** Folds what stands between the people and the verdict, until the reader opens it. */
  declare collapsible?: boolean;

  /**
   * `embed` plays a video on the page when the reader follows its link. Nothing is asked of another origin before.
   * YouTube (by its no-cookie host), Vimeo (with its do-not-track flag), PeerTube, and `.mp4` and `.webm` files.
   */
  declare video?: 'embed';

  protected override drawAccount(segments: readonly Segment[], draw: (segment: Segment) => unknown): unknown {
    const isFolded = ({type, label}: Segment): boolean => !label && !/people|resources/.test(type);
    const first = segments.findIndex(isFolded);
    const last = segments.findLastIndex(isFolded);
    return !this.collapsible || first < 0
      ? segments.map(draw)
      : [
          segments.slice(0, first).map(draw),
          html`<details part="account">
            <summary lang=${this.ownLang} .textContent=${this.terms.account}></summary>
            ${segments.slice(first, last + 1).map(draw)}
          </details>`,
          segments.slice(last + 1).map(draw),
        ];
  }

  protected override drawResource(resource: Resource): TemplateResult {
    const {kind, poster} = resource;
    return this.video !== 'embed' || kind !== 'video'
      ? super.drawResource(resource)
      : html`<div part="video">
          ${poster && html`<img src=${poster} alt="" loading="lazy" />`}
          ${super.drawResource(resource, (event) => this.#play(event, resource))}
        </div>`;
  }

  #play(event: MouseEvent, {url, title}: Resource): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.currentTarget as HTMLElement;
    event.preventDefault();
    import('./talk-summary.video.js')
      .then(({play}) => play(link.parentElement!, url, title))
      .catch(() => location.assign(url));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'talk-summary': TalkSummary;
  }
}
