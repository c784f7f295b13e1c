import {html, nothing, type TemplateResult} from 'lit';
import {addStyles} from '../internal/add-styles.js';
import {safeUrl} from '../internal/safe-url.js';
import {defaultList, ListStoreError, toListName, type Article, type SavedList} from '../lists/lists.js';
import {areListsKept, followLists, fromStore, getListStore} from '../lists/page-store.js';
import {faultOf, inShownOrder, nameOf} from '../lists/shown-lists.js';
import {withoutQuestion} from '../lists/without-question.js';
import {listWordsIn, type ListDictionary} from '../locale/lists/lists.js';
import type {Dictionary} from '../locale/locale.js';
import {articlesOf} from './list-save-button.article.js';
import {ListChangeEvent, ListSaveEvent, type ListAction} from './list-save-button.events.js';
import type {ListSaveButton} from './list-save-button.js';
import {panelStyles} from './list-save-button.panel.styles.js';

/** More lists than these can be filtered. */
const maxUnfiltered = 9;

/** The dialog of a button, and what is known of the reader's lists. */
export class SavePanel {
  readonly #button: ListSaveButton;
  readonly #unfollow: () => void;
  #words: ListDictionary | undefined;
  #articles: readonly Article[] = [];
  #lists: readonly SavedList[] = [];
  /** The lists that hold all that the button saves. */
  #holding: ReadonlySet<string> = new Set();
  #filter = '';
  #message = '';
  #fault = '';
  #undo: (() => Promise<void>) | undefined;
  /** Why a name was not taken; `undefined` while no name is asked for. */
  #naming: string | undefined;

  constructor(button: ListSaveButton) {
    this.#button = button;
    addStyles(button.renderRoot, panelStyles);
    this.#unfollow = followLists(() => void this.#read());
    void this.#read();
  }

  stop(): void {
    this.#unfollow();
  }

  /** What the button says. */
  label({addToList, savedIn}: Dictionary): string {
    return this.#holding.size ? savedIn(String(this.#holding.size)) : addToList;
  }

  async open(): Promise<void> {
    this.#words = await listWordsIn(this.#button.tongue);
    this.#articles = articlesOf(this.#button);
    this.#lists = [];
    await this.#read();
    // The button may have left the page meanwhile.
    if (!this.#dialog?.isConnected) return;
    // A click beside it closes it, in browsers that know this.
    this.#dialog.setAttribute('closedby', 'any');
    this.#dialog.showModal();
    // Not a field: on a phone the keyboard would cover the lists.
    this.#heading?.focus();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#button.renderRoot.querySelector('dialog');
  }

  get #heading(): HTMLElement | null | undefined {
    return this.#dialog?.querySelector('h2');
  }

  draw(): unknown {
    const words = this.#words;
    if (!words) return nothing;
    const {terms, language, content} = this.#button.tongue;
    const page = this.#page();
    return html`<dialog
      part="panel"
      aria-labelledby="title"
      lang=${language === content ? nothing : language}
      @close=${this.#reset}
    >
      <div>
        <h2 id="title" tabindex="-1">${terms.addToList}</h2>
        <p>
          <bdi .textContent=${this.#articles[0]?.title ?? ''}></bdi
          >${this.#articles.length > 1 ? ` + ${this.#articles.length - 1}` : ''}
        </p>
        ${
          this.#lists.length > maxUnfiltered
            ? html`<label
                >${words.filterLists} <input type="search" .value=${this.#filter} @input=${this.#find}
              /></label>`
            : nothing
        }
        <fieldset part="lists">
          <legend .textContent=${words.yourLists}></legend>
          ${this.#shown(words).map((list) => this.#list(list, words))}
        </fieldset>
        ${this.#naming === undefined ? this.#offer(words) : this.#form(words)}
        <p part="message">
          <span role="status" .textContent=${this.#message}></span>
          ${this.#undo ? html`<button type="button" @click=${this.#takeBack}>${words.undo}</button>` : nothing}
        </p>
        <p role="alert" .textContent=${this.#fault}></p>
        <p class="note">
          <span .textContent=${areListsKept() ? (this.#button.sync ? '' : words.keptHere) : words.blocked}></span>
          ${page ? html`<a href=${page}>${words.yourLists}</a>` : nothing}
        </p>
        <button type="button" @click=${() => this.#dialog?.close()}>${words.done}</button>
      </div>
    </dialog>`;
  }

  #shown(words: ListDictionary): readonly SavedList[] {
    const lists = this.#lists.length ? this.#lists : [{id: defaultList, name: words.later, count: 0, used: ''}];
    const wanted = this.#filter.toLocaleLowerCase();
    return wanted ? lists.filter((list) => nameOf(list, words).toLocaleLowerCase().includes(wanted)) : lists;
  }

  #list(list: SavedList, words: ListDictionary): TemplateResult {
    return html`<label
      ><input
        type="checkbox"
        .checked=${this.#holding.has(list.id)}
        @change=${(event: Event) => this.#toggle(list, event)} />
      <bdi .textContent=${nameOf(list, words)}></bdi>
      <small .textContent=${words.articles(String(list.count))}></small
    ></label>`;
  }

  #offer(words: ListDictionary): TemplateResult {
    return html`<button type="button" @click=${this.#ask}>${words.createList}</button>`;
  }

  #form(words: ListDictionary): TemplateResult {
    const fault = this.#naming!;
    return html`<form novalidate @submit=${this.#create}>
      <label for="name" .textContent=${words.nameOfList}></label>
      <input
        id="name"
        maxlength="80"
        autocomplete="off"
        aria-invalid=${fault ? 'true' : nothing}
        aria-describedby="fault"
      />
      <button>${words.create}</button>
      <button type="button" @click=${this.#stopNaming}>${words.cancel}</button>
      <p id="fault" role="alert" .textContent=${fault}></p>
    </form>`;
  }

  /** The page of the reader's lists: the author's link, without what it adds. */
  #page(): string {
    const link = this.#button.origin.querySelector('a');
    const address = safeUrl(link?.getAttribute('href'), this.#button.baseURI);
    return address && withoutQuestion(address).href.replace(/#.*/, '');
  }

  async #read(): Promise<void> {
    try {
      const articles = this.#articles.length ? this.#articles : articlesOf(this.#button);
      const [lists, ...holding] = await fromStore((store) =>
        Promise.all([store.lists(), ...articles.map(({url}) => store.where(url))]),
      );
      const [first = [], ...others] = holding;
      this.#holding = new Set(first.filter((list) => others.every((each) => each.includes(list))));
      this.#lists = inShownOrder(this.#lists, lists);
    } catch (error) {
      this.#say(error);
    }
    return this.#draw();
  }

  async #draw(): Promise<void> {
    this.#button.requestUpdate();
    await this.#button.updateComplete;
  }

  #say(error: unknown): void {
    const words = this.#words;
    const code = error instanceof ListStoreError ? error.code : '';
    this.#fault = words ? (code === 'full' || code === 'newer' || code === 'blocked' ? words[code] : words.failed) : '';
    if (!(error instanceof ListStoreError)) console.warn(error);
  }

  #toggle(list: SavedList, event: Event): Promise<void> {
    const box = event.target as HTMLInputElement;
    return this.#act(box.checked ? 'add' : 'remove', list, () => (box.checked = !box.checked));
  }

  /** Adds or removes, unless a page forbids it, and says what was done; or why not, and then nothing is. */
  async #act(action: ListAction, list: SavedList, refuse: () => void, isUndone = false): Promise<void> {
    const words = this.#words!;
    const name = nameOf(list, words);
    const articles = this.#articles;
    this.#fault = '';
    if (!this.#button.origin.dispatchEvent(new ListSaveEvent(action, articles, list.id))) return refuse();
    try {
      const store = getListStore();
      if (action === 'add') {
        await store.save(list.id, articles, name);
        keep();
      } else
        await store.remove(
          list.id,
          articles.map(({url}) => url),
        );
    } catch (error) {
      refuse();
      this.#say(error);
      return this.#draw();
    }
    this.#message = action === 'add' ? words.added(name) : words.removed(name);
    const opposite = action === 'add' ? 'remove' : 'add';
    this.#undo = isUndone ? undefined : () => this.#act(opposite, list, () => undefined, true);
    await this.#read();
    this.#button.origin.dispatchEvent(new ListChangeEvent(action, articles, list.id));
  }

  #takeBack = async (): Promise<void> => {
    await this.#undo?.();
    // Its button is gone.
    this.#heading?.focus();
  };

  #ask = async (): Promise<void> => {
    this.#naming = '';
    await this.#draw();
    this.#field?.focus();
  };

  #stopNaming = async (): Promise<void> => {
    this.#naming = undefined;
    await this.#draw();
    this.#heading?.focus();
  };

  get #field(): HTMLInputElement | null | undefined {
    return this.#dialog?.querySelector('#name');
  }

  #create = async (event: Event): Promise<void> => {
    event.preventDefault();
    const words = this.#words!;
    const field = this.#field!;
    const name = toListName(field.value);
    this.#naming = faultOf(name, this.#lists, words);
    if (this.#naming) return this.#draw();
    try {
      const id = await getListStore().create(name);
      field.value = '';
      await this.#act('add', {id, name, count: 0, used: ''}, () => undefined);
    } catch (error) {
      this.#say(error);
    }
    await this.#draw();
    field.focus();
  };

  #find = (event: Event): void => {
    this.#filter = (event.target as HTMLInputElement).value;
    void this.#draw();
  };

  #reset = (): void => {
    this.#naming = this.#undo = undefined;
    this.#filter = this.#message = this.#fault = '';
    void this.#draw();
  };
}

/** Asks the browser not to clear what the reader has saved. Firefox would ask the reader in turn. */
function keep(): void {
  // Pages without https have none.
  const {storage, userAgent} = navigator as {storage?: Partial<StorageManager>; userAgent: string};
  if (!/firefox/i.test(userAgent)) void storage?.persist?.().catch(() => false);
}
