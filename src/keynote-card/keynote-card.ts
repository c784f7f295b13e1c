import {html, nothing, type PropertyDeclarations, type TemplateResult} from 'lit';
import {TalkElement} from '../talk/talk-element.js';
import type {Segment} from '../talk/talk.reader.js';
import {styles} from './keynote-card.styles.js';

/**
 * The hero of one keynote, panel or interview: its people, its quotes, its picture.
 *
 * Write it as you would without the element: a heading, a list of people, what was said. The people are recognised, the
 * moderator comes first, and everything else stays as you wrote it, in your order.
 *
 * @element keynote-card
 * @summary One keynote, panel or interview.
 * @status experimental
 *
 * @slot - What the author wrote, in numbered slots that sort themselves.
 *
 * @csspart kind - "Panel", above a heading that does not say it.
 * @csspart heading - The heading.
 * @csspart people - The list of people.
 * @csspart speaker - One of them.
 * @csspart portrait - The portrait, or initials.
 * @csspart name - The name, a link if the author wrote one.
 * @csspart details - Role and organisation.
 * @csspart moderator - "(moderator)", in the author's word.
 * @csspart quote - A quote with its attribution.
 * @csspart media - A picture, figure or video; the first stands beside the words where there is room.
 * @csspart line - A labelled line, such as "Topics: …".
 * @csspart verdict - The line with the verdict.
 * @csspart badge - The verdict in one word.
 * @csspart resources - The list of links to slides, video and code.
 * @csspart body - Everything else.
 *
 * @cssprop [--as-accent=inherit] - Colour of links and of frames, which by default have that of their text.
 * @cssprop [--as-radius=0.25em] - Corners of frames.
 * @cssprop [--as-space=1.5em] - Space beside the picture.
 */
export class KeynoteCard extends TalkElement {
  static override readonly tag = 'keynote-card';
  static override styles = styles;
  static override get properties(): PropertyDeclarations {
    return {kind: {}};
  }

  /** `keynote` (the default), `panel` or `interview`; said in words where the heading does not. */
  declare kind?: 'interview' | 'keynote' | 'panel';

  protected override get defaultKind(): string {
    return 'keynote';
  }

  protected override drawAccount(segments: readonly Segment[], draw: (segment: Segment) => unknown): TemplateResult {
    const hasMedia = segments.some(({type}) => type === 'media');
    return html`<div class=${hasMedia ? 'beside' : nothing}>${segments.map(draw)}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'keynote-card': KeynoteCard;
  }
}
