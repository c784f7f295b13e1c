import {html, type PropertyDeclarations, type TemplateResult} from 'lit';
import {ArticleElement} from '../internal/article-element.js';
import {childrenOf} from '../internal/light-dom.js';
import {hasLists} from '../lists/has-lists.js';
import type {ListSync} from '../lists/list-sync.js';
import type {Tongue} from '../locale/locale.js';
import type {ListChangeEvent, ListSaveEvent} from './list-save-button.events.js';
import type {SavePanel} from './list-save-button.panel.js';
import {styles} from './list-save-button.styles.js';

/**
 * Lets readers keep an article in lists of their own, in their browser.
 *
 * Write a link to the page that holds `<saved-lists>`, as `/my-lists/?add=…`: it is what works without script, and in
 * feeds. With script it is a button, and a dialog with the reader's lists. Nothing is stored, and nothing is loaded for it,
 * before the reader clicks; but who has lists already is told whether the article is in them.
 *
 * @element list-save-button
 * @summary A reader's "Add to a list".
 * @status experimental
 *
 * @slot - The author's link, where there is no script for it.
 *
 * @csspart button - The button.
 * @csspart panel - The dialog.
 * @csspart lists - The lists in it.
 * @csspart message - What was just done, with "Undo".
 *
 * @cssprop [--as-surface=Canvas] - Background of the dialog, whose text follows `color-scheme`.
 * @cssprop [--as-border=currentcolor] - Frame of the dialog.
 * @cssprop [--as-radius=0.25em] - Corners of the dialog.
 *
 * @fires {ListSaveEvent} list-save - The reader adds to a list or removes from it. Cancelable, and then nothing is done.
 * @fires {ListChangeEvent} list-change - It is done, and kept.
 */
export class ListSaveButton extends ArticleElement {
  static override readonly tag = 'list-save-button';
  static override styles = styles;
  static override get properties(): PropertyDeclarations {
    return {
      url: {},
      articleTitle: {attribute: 'article-title'},
      excerpt: {},
      author: {},
      site: {},
      image: {},
      published: {},
      wholeSeries: {type: Boolean, attribute: 'whole-series'},
      sync: {attribute: false},
    };
  }

  /** Address of what is saved. Default: the canonical link of the page, or its location. */
  declare url?: string;

  /** Its title. By default this, and all that follows, is read from the page, if what is saved is the page. */
  declare articleTitle?: string;

  /** A sentence about it. */
  declare excerpt?: string;

  /** Who wrote it. */
  declare author?: string;

  /** Name of the site. */
  declare site?: string;

  /** Address of a picture. */
  declare image?: string;

  /** When it was published, as `2024-03-22`. */
  declare published?: string;

  /** Saves every published part of the first `<series-navigator>` of the page in one act. */
  declare wholeSeries?: boolean;

  /** The engine that keeps the lists the same on several devices, whose state `<saved-lists>` shows. */
  declare sync?: ListSync;

  #panel: SavePanel | undefined;
  #isBroken = false;

  /** The language that our words are in. */
  get tongue(): Tongue {
    return {content: this.content, language: this.language, terms: this.terms};
  }

  protected override start(): void {
    void this.#showState();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#panel?.stop();
    this.#panel = undefined;
  }

  protected override read(): void {
    this.slots = {'': childrenOf(this.origin)};
  }

  override render(): TemplateResult {
    const {terms} = this;
    const label = this.#panel?.label(terms) ?? terms.addToList;
    return this.#isBroken
      ? html`<slot></slot>`
      : html`<button part="button" type="button" aria-haspopup="dialog" @click=${this.#open}>
            <span .textContent=${label}></span></button
          >${this.#panel?.draw()}`;
  }

  async #showState(): Promise<void> {
    if (await hasLists()) await this.#load();
  }

  #open(): Promise<void> {
    return this.#load(true);
  }

  async #load(isToOpen = false): Promise<void> {
    try {
      const [{SavePanel}] = await Promise.all([import('./list-save-button.panel.js'), this.updateComplete]);
      this.#panel ??= new SavePanel(this);
      if (isToOpen) await this.#panel.open();
    } catch (error) {
      // The author's link works all the same.
      console.warn(error);
      this.#isBroken = true;
      this.requestUpdate();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'list-save-button': ListSaveButton;
  }
  interface HTMLElementEventMap {
    'list-change': ListChangeEvent;
    'list-save': ListSaveEvent;
  }
}
