import {html, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import {ArticleElement} from '../internal/article-element.js';
import {childrenOf} from '../internal/light-dom.js';
import {sharedStyles} from '../internal/styles.js';
import type {ListSync} from '../lists/list-sync.js';
import type {Tongue} from '../locale/locale.js';
import type {ListsView} from './saved-lists.view.js';

/**
 * The page of a reader's lists: what is in them, and all that can be done with them.
 *
 * What stands inside shows without script. `?add=` in the address of the page, with a web address and perhaps `&title=`,
 * asks the reader whether to add it: that is what the links in feeds lead to. Nothing is stored before the reader acts.
 *
 * @element saved-lists
 * @summary A reader's lists, and what is in them.
 * @status experimental
 *
 * @slot - What shows without script.
 *
 * @csspart lists - The lists.
 * @csspart items - The articles of a list.
 * @csspart item - One of them.
 * @csspart message - What was just done, with "Undo".
 * @csspart place - Where the lists are: in this browser, or on all devices.
 * @csspart keep - Copies, and what this browser does with the lists.
 *
 * @cssprop [--as-accent=inherit] - Colour of links.
 * @cssprop [--as-border=currentcolor] - Lines between articles, and frames.
 * @cssprop [--as-radius=0.25em] - Corners of frames.
 */
export class SavedLists extends ArticleElement {
  static override readonly tag = 'saved-lists';
  static override styles = sharedStyles;

  static override get properties(): PropertyDeclarations {
    return {sync: {attribute: false}};
  }

  /** The engine that keeps the lists the same on several devices, whose state is shown. */
  declare sync?: ListSync;

  #view: ListsView | undefined;

  /** The language that our words are in. */
  get tongue(): Tongue {
    return {content: this.content, language: this.language, terms: this.terms};
  }

  protected override start(): void {
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#view?.stop();
    this.#view = undefined;
  }

  protected override read(): void {
    this.slots = {'': childrenOf(this.origin)};
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const {content} = this;
    super.willUpdate(changed);
    if (changed.has('sync')) this.#view?.followSync();
    if (this.content !== content) this.#view?.speak().catch(console.warn);
  }

  override render(): TemplateResult {
    return html`${this.#view?.draw() ?? html`<slot></slot>`}`;
  }

  async #load(): Promise<void> {
    try {
      const [{ListsView}] = await Promise.all([import('./saved-lists.view.js'), this.updateComplete]);
      if (!this.origin.isConnected) return;
      this.#view ??= new ListsView(this);
      await this.#view.start();
    } catch (error) {
      console.warn(error);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'saved-lists': SavedLists;
  }
}
