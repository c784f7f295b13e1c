import {html, nothing, type TemplateResult} from 'lit';
import {addStyles} from '../internal/add-styles.js';
import {createElement} from '../internal/page.js';
import {toText} from '../internal/normalise.js';
import {safeUrl} from '../internal/safe-url.js';
import {lastSavedFirst} from '../lists/list-store.js';
import {
  defaultList,
  ListStoreError,
  toListName,
  type ListStore,
  type SavedItem,
  type SavedList,
} from '../lists/lists.js';
import {areListsKept, followLists, fromStore, getListStore} from '../lists/page-store.js';
import {faultOf, inShownOrder, nameOf, type NamedList} from '../lists/shown-lists.js';
import {withoutQuestion} from '../lists/without-question.js';
import {listWordsIn, type ListDictionary} from '../locale/lists/lists.js';
import {formatDate} from '../locale/locale.js';
import type {SavedLists} from './saved-lists.js';
import {viewStyles} from './saved-lists.view.styles.js';

/** So many articles are drawn at once; "Show more" draws as many again. */
const pageSize = 50;

type Found = SavedItem & {readonly list: string};
type Asked = Pick<SavedItem, 'site' | 'title' | 'url'>;

const orders = ['newest', 'oldest', 'title', 'unread'] as const;
const formats = {html: 'HTML', instapaper: 'Instapaper CSV', json: 'JSON', raindrop: 'Raindrop.io CSV'} as const;
type Format = keyof typeof formats;

/** The page of lists: what is read from the store, and what the reader does with it. */
export class ListsView {
  readonly #element: SavedLists;
  #unfollow: (() => void) | undefined;
  #unfollowSync: (() => void) | undefined;
  #words: ListDictionary | undefined;
  #lists: readonly SavedList[] = [];
  /** The articles of the current list; of all lists while the reader searches. */
  #items: readonly Found[] = [];
  #current = '';
  #query = '';
  #order: (typeof orders)[number] = 'newest';
  #shown = pageSize;
  /** The article whose actions are open. */
  #open = '';
  #isNaming = false;
  #isForgetting = false;
  #message = '';
  #fault = '';
  #undo: (() => Promise<void>) | undefined;
  /** What a link from elsewhere wants to be added. */
  #asked: Asked | undefined;
  /** What the browser says of its storage. */
  #facts: readonly string[] = [];
  #isStopped = false;

  constructor(element: SavedLists) {
    this.#element = element;
    addStyles(element.renderRoot, viewStyles);
  }

  async start(): Promise<void> {
    const words = await listWordsIn(this.#element.tongue);
    if (this.#isStopped) return;
    this.#unfollow ??= followLists(() => void this.#read());
    this.followSync();
    const {searchParams} = new URL(location.href);
    this.#asked = askedBy(searchParams, this.#element.baseURI);
    this.#words = words;
    await this.#read();
    await this.speak();
  }

  /** Says all in the language that is now around the element. */
  async speak(): Promise<void> {
    const {tongue} = this.#element;
    const words = await listWordsIn(tongue);
    const facts = await storageFactsOf(words, (count) => this.#number(count));
    if (tongue.content !== this.#element.tongue.content) return;
    this.#facts = facts;
    this.#words = words;
    await this.#draw();
  }

  stop(): void {
    this.#isStopped = true;
    this.#unfollow?.();
    this.#unfollowSync?.();
  }

  /** Shows how it stands with the reader's other devices. */
  followSync(): void {
    this.#unfollowSync?.();
    this.#unfollowSync = this.#element.sync?.subscribe(() => void this.#draw());
  }

  draw(): TemplateResult | undefined {
    const words = this.#words;
    const {content, language} = this.#element.tongue;
    return (
      words &&
      html`<div lang=${language === content ? nothing : language}>
        ${this.#asked ? this.#question(this.#asked, words) : nothing}
        <p part="message">
          <span role="status" .textContent=${this.#message}></span>
          ${this.#undo ? html`<button type="button" @click=${this.#takeBack}>${words.undo}</button>` : nothing}
        </p>
        <p role="alert" .textContent=${this.#fault}></p>
        <p part="place" .textContent=${this.#place(words)}></p>
        ${this.#lists.length ? this.#overview(words) : html`<p>${words.noLists}</p>`} ${this.#keeping(words)}
      </div>`
    );
  }

  /** Where the lists are. */
  #place(words: ListDictionary): string {
    const {keptHere, needsLogin, offline, synced, syncing} = words;
    const states = {idle: keptHere, 'needs-login': needsLogin, offline, error: offline, synced, syncing};
    return areListsKept() ? states[this.#element.sync?.status ?? 'idle'] : words.blocked;
  }

  #question({title, site}: Asked, words: ListDictionary): TemplateResult {
    const lists = this.#lists.length ? this.#lists : [{id: defaultList, name: words.later}];
    return html`<form class="question" @submit=${this.#add}>
      <p .textContent=${words.addThis(title)}></p>
      <p class="facts" .textContent=${site}></p>
      <div class="row">
        <label
          >${words.yourLists}
          <select name="list">
            ${this.#options(lists)}
          </select></label
        >
        <button>${words.add}</button>
        <button type="button" @click=${this.#dismiss}>${words.dismiss}</button>
      </div>
    </form>`;
  }

  #options(lists: readonly NamedList[]): readonly TemplateResult[] {
    return lists.map((list) => html`<option value=${list.id} .textContent=${this.#nameOf(list)}></option>`);
  }

  #overview(words: ListDictionary): TemplateResult {
    return html`<search>
        <label>${words.search} <input type="search" .value=${this.#query} @input=${this.#search} /></label>
      </search>
      <nav aria-label=${words.yourLists}>
        <ul role="list" part="lists">
          ${this.#lists.map((list) => html`<li>${this.#tab(list, words)}</li>`)}
        </ul>
      </nav>
      ${this.#query ? this.#section(`“${this.#query}”`, words) : this.#section(this.#nameOf(this.#list), words)}`;
  }

  #tab(list: SavedList, words: ListDictionary): TemplateResult {
    const isCurrent = list.id === this.#current && !this.#query;
    return html`<button type="button" aria-current=${isCurrent ? 'true' : nothing} @click=${() => this.#show(list.id)}>
      <bdi .textContent=${this.#nameOf(list)}></bdi>
      <small .textContent=${words.articles(this.#number(list.count))}></small>
    </button>`;
  }

  #section(heading: string, words: ListDictionary): TemplateResult {
    const found = this.#found();
    const none = this.#query ? words.nothingFound : words.emptyList;
    return html`<section aria-labelledby="heading">
      <h2 id="heading" tabindex="-1"><bdi .textContent=${heading}></bdi></h2>
      ${this.#query ? nothing : this.#isNaming ? this.#naming(words) : this.#listActions(words)}
      ${found.length ? this.#sorting(words) : html`<p .textContent=${none}></p>`}
      <ul role="list" part="items">
        ${found.slice(0, this.#shown).map((item) => this.#item(item, words))}
      </ul>
      ${found.length > this.#shown ? html`<button type="button" @click=${this.#more}>${words.more}</button>` : nothing}
    </section>`;
  }

  #naming(words: ListDictionary): TemplateResult {
    return html`<form class="row" novalidate @submit=${this.#rename}>
      <label
        >${words.nameOfList} <input name="name" maxlength="80" autocomplete="off" .value=${this.#nameOf(this.#list)}
      /></label>
      <button>${words.rename}</button>
      <button type="button" @click=${() => this.#name(false)}>${words.cancel}</button>
    </form>`;
  }

  #listActions(words: ListDictionary): TemplateResult {
    return html`<div class="row">
      <button type="button" @click=${() => this.#name(true)}>${words.rename}</button>
      <button type="button" @click=${this.#copyMarkdown}>${words.copyMarkdown}</button>
      ${'share' in navigator ? html`<button type="button" @click=${this.#share}>${words.share}</button>` : nothing}
      <button type="button" @click=${this.#deleteList}>${words.deleteList}</button>
    </div>`;
  }

  #sorting(words: ListDictionary): TemplateResult {
    return html`<p>
      <label
        >${words.sort}
        <select @change=${this.#sort}>
          ${orders.map(
            (order) => html`<option value=${order} .selected=${order === this.#order}>${words[order]}</option>`,
          )}
        </select></label
      >
    </p>`;
  }

  #item(item: Found, words: ListDictionary): TemplateResult {
    const {url, title, site, author, saved, language, isRead, list} = item;
    const isOpen = this.#open === list + url;
    const date = saved && words.savedOn(formatDate(saved, this.#element.tongue.language));
    const facts = [site, author, date, this.#query && this.#nameOf(this.#listOf(list))].filter(Boolean);
    return html`<li part="item">
      <a href=${url} lang=${language || nothing} class=${isRead ? 'read' : nothing}
        ><bdi .textContent=${title}></bdi
      ></a>
      <div class="facts" .textContent=${facts.join(' · ')}></div>
      <div class="row">
        <label
          ><input
            type="checkbox"
            aria-label=${`${words.read}: ${title}`}
            .checked=${isRead}
            @change=${() => this.#mark(item)}
          />
          ${words.read}</label
        >
        <details .open=${isOpen} @toggle=${(event: Event) => this.#toggle(item, event)}>
          <summary aria-label=${words.actionsFor(title)}>⋯</summary>
          ${isOpen ? this.#actions(item, words) : nothing}
        </details>
      </div>
    </li>`;
  }

  #actions(item: Found, words: ListDictionary): TemplateResult {
    const others = this.#lists.filter(({id}) => id !== item.list);
    // No `select`: by keyboard, its first arrow would choose already.
    const choice = (label: string, isMoved: boolean): TemplateResult =>
      html`<fieldset class="row">
        <legend>${label}</legend>
        ${others.map(
          (list) =>
            html`<button type="button" @click=${() => this.#copy(item, list.id, isMoved)}>
              <bdi .textContent=${this.#nameOf(list)}></bdi>
            </button>`,
        )}
      </fieldset>`;
    return html`<div class="row">
      ${others.length ? [choice(words.moveTo, true), choice(words.copyTo, false)] : nothing}
      <button type="button" @click=${() => this.#remove(item)}>${words.remove}</button>
    </div>`;
  }

  #keeping(words: ListDictionary): TemplateResult {
    const format = ([each, label]: [string, string]): TemplateResult =>
      html`<button type="button" @click=${() => this.#export(each as Format)}>${label}</button>`;
    return html`<details part="keep">
      <summary>${words.keep}</summary>
      <p>${words.safari}</p>
      ${this.#facts.map((fact) => html`<p .textContent=${fact}></p>`)}
      ${
        this.#lists.length
          ? html`<fieldset class="row">
              <legend>${words.exportAs}</legend>
              ${Object.entries(formats).map(format)}
            </fieldset>`
          : nothing
      }
      <p>
        <label>${words.importFrom} <input type="file" accept=".json,.html,.csv" @change=${this.#import} /></label>
      </p>
      ${
        this.#isForgetting
          ? html`<p tabindex="-1">${words.forgetSure}</p>
              <div class="row">
                <button type="button" @click=${this.#forget}>${words.forget}</button>
                <button type="button" @click=${() => this.#askToForget(false)}>${words.cancel}</button>
              </div>`
          : html`<button type="button" @click=${() => this.#askToForget(true)}>${words.forget}</button>`
      }
    </details>`;
  }

  #listOf(id: string): NamedList {
    return this.#lists.find((list) => list.id === id) ?? {id, name: ''};
  }

  get #list(): NamedList {
    return this.#listOf(this.#current);
  }

  #nameOf(list: NamedList): string {
    return nameOf(list, this.#words!);
  }

  #number(number: number): string {
    return number < 1000 ? String(number) : number.toLocaleString(this.#element.tongue.language);
  }

  /** What matches the search, in the order asked for. */
  #found(): readonly Found[] {
    const wanted = this.#query.toLocaleLowerCase();
    const items = this.#items.filter(
      (item) =>
        !wanted || [item.title, item.site, item.author, item.excerpt].join('\n').toLocaleLowerCase().includes(wanted),
    );
    const {compare} = new Intl.Collator(this.#element.tongue.language);
    return {
      newest: () => items,
      oldest: () => items.reverse(),
      title: () => items.sort((a, b) => compare(a.title, b.title)),
      unread: () => items.sort((a, b) => Number(a.isRead) - Number(b.isRead)),
    }[this.#order]();
  }

  async #read(): Promise<void> {
    try {
      await fromStore((store) => this.#readFrom(store));
    } catch (error) {
      this.#say(error);
    }
    return this.#draw();
  }

  async #readFrom(store: ListStore): Promise<void> {
    const contents = this.#query ? await store.contents() : undefined;
    const lists = contents ?? (await store.lists());
    this.#lists = inShownOrder(this.#lists, lists);
    if (!this.#lists.some(({id}) => id === this.#current)) this.#current = this.#lists[0]?.id ?? '';
    const shown = contents ?? [{id: this.#current, items: this.#current ? await store.items(this.#current) : []}];
    this.#items = shown.flatMap(({id, items}) => items.map((item) => ({...item, list: id}))).sort(lastSavedFirst);
  }

  async #draw(): Promise<void> {
    this.#element.requestUpdate();
    await this.#element.updateComplete;
  }

  #say(error: unknown): void {
    const words = this.#words!;
    const code = error instanceof ListStoreError ? error.code : 'unknown';
    this.#fault = {...words, corrupt: words.importFailed, unknown: words.failed}[code];
    if (code === 'unknown') console.warn(error);
  }

  /** Does what the reader asks for, says so, and offers to take it back. */
  async #act(act: () => Promise<string | void>, message = '', undo?: () => Promise<void>): Promise<void> {
    this.#fault = this.#message = this.#open = '';
    this.#undo = undefined;
    try {
      this.#message = (await act()) || message;
      this.#undo = undo && (() => this.#act(undo));
    } catch (error) {
      this.#say(error);
    }
    await this.#read();
  }

  /** Where what the reader had in hand is gone. */
  #focusHeading(): void {
    this.#element.renderRoot.querySelector<HTMLElement>('h2, summary')?.focus();
  }

  #takeBack = async (): Promise<void> => {
    await this.#undo?.();
    this.#focusHeading();
  };

  async #show(id: string): Promise<void> {
    this.#current = id;
    this.#query = '';
    this.#isNaming = false;
    this.#shown = pageSize;
    await this.#read();
    this.#focusHeading();
  }

  #search = (event: Event): Promise<void> => {
    this.#query = (event.target as HTMLInputElement).value.trim();
    this.#shown = pageSize;
    return this.#read();
  };

  #sort = (event: Event): Promise<void> => {
    this.#order = orders[(event.target as HTMLSelectElement).selectedIndex]!;
    return this.#draw();
  };

  #more = async (): Promise<void> => {
    const first = this.#shown;
    this.#shown += pageSize;
    await this.#draw();
    this.#element.renderRoot.querySelectorAll<HTMLElement>('[part=item] a')[first]?.focus();
  };

  #toggle({list, url}: Found, event: Event): void {
    const {open} = event.target as HTMLDetailsElement;
    const isThis = this.#open === list + url;
    if (open === isThis) return;
    this.#open = open ? list + url : '';
    void this.#draw();
  }

  #mark({url, isRead}: Found): Promise<void> {
    return this.#act(() => getListStore().mark(url, !isRead));
  }

  async #remove(item: Found): Promise<void> {
    const {list, url} = item;
    const store = getListStore();
    await this.#act(
      () => store.remove(list, [url]),
      this.#words!.removed(this.#nameOf(this.#listOf(list))),
      () => store.save(list, [item]),
    );
    this.#focusHeading();
  }

  async #copy(item: Found, list: string, isMoved: boolean): Promise<void> {
    const store = getListStore();
    const {moved, copied} = this.#words!;
    await this.#act(
      async () => {
        await store.save(list, [item]);
        if (isMoved) await store.remove(item.list, [item.url]);
      },
      (isMoved ? moved : copied)(this.#nameOf(this.#listOf(list))),
      async () => {
        if (isMoved) await store.save(item.list, [item]);
        await store.remove(list, [item.url]);
      },
    );
    this.#focusHeading();
  }

  async #name(isNaming: boolean): Promise<void> {
    this.#isNaming = isNaming;
    this.#fault = '';
    await this.#draw();
    const field = this.#element.renderRoot.querySelector<HTMLInputElement>('[name=name]');
    field?.focus();
    field?.select();
    if (!isNaming) this.#focusHeading();
  }

  #rename = async (event: Event): Promise<void> => {
    event.preventDefault();
    const name = toListName(valueOf(event, 'name'));
    const old = this.#nameOf(this.#list);
    const {id} = this.#list;
    const words = this.#words!;
    const others = this.#lists.filter((list) => list.id !== id);
    this.#fault = faultOf(name, others, words);
    if (this.#fault) return this.#draw();
    this.#isNaming = false;
    const store = getListStore();
    await this.#act(
      () => store.rename(id, name),
      words.renamed(name),
      () => store.rename(id, old),
    );
    this.#focusHeading();
  };

  #deleteList = async (): Promise<void> => {
    const {id} = this.#list;
    const items = this.#items;
    const name = this.#nameOf(this.#list);
    const store = getListStore();
    await this.#act(
      () => store.deleteList(id),
      this.#words!.deleted(name),
      async () => {
        await store.save(id, items, name);
        this.#current = id;
      },
    );
    this.#focusHeading();
  };

  #add = async (event: Event): Promise<void> => {
    event.preventDefault();
    const id = valueOf(event, 'list');
    const name = this.#nameOf(this.#listOf(id));
    const article = this.#asked!;
    const store = getListStore();
    await this.#act(
      () => store.save(id, [article], name),
      this.#words!.added(name),
      () => store.remove(id, [article.url]),
    );
    if (this.#fault) return;
    await this.#dismiss();
    await this.#show(id);
  };

  #dismiss = async (): Promise<void> => {
    this.#asked = undefined;
    // So that a reload does not ask again.
    history.replaceState(history.state, '', withoutQuestion(location.href));
    await this.#draw();
    this.#focusHeading();
  };

  async #markdown(): Promise<string> {
    const {toMarkdown} = await import('../lists/formats/formats.js');
    return toMarkdown({name: this.#nameOf(this.#list), items: this.#items});
  }

  #copyMarkdown = (): Promise<void> =>
    this.#act(async () => navigator.clipboard.writeText(await this.#markdown()), this.#words!.copiedText);

  #share = (): Promise<void> =>
    this.#act(async () => {
      const text = await this.#markdown();
      await navigator.share({title: this.#nameOf(this.#list), text}).catch((error: DOMException) => {
        // The reader changed their mind.
        if (error.name !== 'AbortError') throw error;
      });
    });

  #export(format: Format): Promise<void> {
    const words = this.#words!;
    return this.#act(async () => {
      const store = getListStore();
      const [contents, write] = await Promise.all([store.contents(), import('../lists/formats/formats.js')]);
      const lists = contents.map((list) => ({name: this.#nameOf(list), items: list.items}));
      const text = await {
        html: () => write.toNetscape(lists),
        instapaper: () => write.toInstapaper(lists),
        json: async () => JSON.stringify(await store.export()),
        raindrop: () => write.toRaindrop(lists),
      }[format]();
      const ending = format === 'html' || format === 'json' ? format : 'csv';
      download(this.#element, `lists-${new Date().toISOString().slice(0, 10)}.${ending}`, text);
      const count = lists.reduce((sum, {items}) => sum + items.length, 0);
      return words.exported(words.articles(this.#number(count)));
    });
  }

  #import = async (event: Event): Promise<void> => {
    const field = event.target as HTMLInputElement;
    const [file] = field.files ?? [];
    if (!file) return;
    await this.#act(async () => this.#readCopy(await file.text()));
    field.value = '';
  };

  /** Joins a copy with what is here, and says what was in it. */
  async #readCopy(text: string): Promise<string> {
    const words = this.#words!;
    const {articles, lists, skipped} = text.trimStart().startsWith('{')
      ? await getListStore().import(orCorrupt(() => JSON.parse(text) as unknown))
      : await this.#readFormat(text);
    const read = words.imported(words.articles(this.#number(articles)), this.#number(lists));
    return skipped ? `${read} ${words.skipped(this.#number(skipped))}` : read;
  }

  async #readFormat(text: string): Promise<{articles: number; lists: number; skipped: number}> {
    const store = getListStore();
    const {readLists} = await import('../lists/formats/formats.js');
    const {lists, items, skipped} = orCorrupt(() => readLists(text, this.#words!.unnamed));
    const ids = new Map(this.#lists.map((list) => [this.#nameOf(list), list.id]));
    for (const {name, items: articles} of lists)
      await store.save(ids.get(name) ?? (await store.create(name)), articles, name);
    return {articles: items, lists: lists.length, skipped};
  }

  async #askToForget(isForgetting: boolean): Promise<void> {
    this.#isForgetting = isForgetting;
    await this.#draw();
    this.#element.renderRoot.querySelector<HTMLElement>('[part=keep] > [tabindex], [part=keep] > button')?.focus();
  }

  #forget = async (): Promise<void> => {
    this.#isForgetting = false;
    await this.#act(() => getListStore().forget(), this.#words!.forgotten);
    this.#focusHeading();
  };
}

/** What a link wants to be added. Its title may be a lie, so another site is named. */
function askedBy(link: URLSearchParams, base: string): Asked | undefined {
  const url = safeUrl(link.get('add'), base);
  if (!url) return undefined;
  const {host} = new URL(url);
  return {url, title: toText(link.get('title')) || url, site: host === location.host ? '' : host};
}

/** What the browser does with the lists, as far as it says. */
async function storageFactsOf(words: ListDictionary, format: (count: number) => string): Promise<readonly string[]> {
  const unreadable = await getListStore()
    .unreadable()
    .catch(() => 0);
  // Pages without https have none.
  const storage = (navigator as {storage?: Partial<StorageManager>}).storage;
  const estimate = await storage?.estimate?.().catch(() => undefined);
  const isPersisted = await storage?.persisted?.().catch(() => undefined);
  return [
    unreadable ? words.unreadable(format(unreadable)) : '',
    estimate?.usage ? words.space(`${format(Math.ceil(estimate.usage / 1000))} kB`) : '',
    isPersisted === undefined ? '' : isPersisted ? words.isKept : words.mayBeCleared,
  ].filter(Boolean);
}

function orCorrupt<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new ListStoreError('corrupt', error);
  }
}

const valueOf = ({target}: Event, name: string): string =>
  ((target as HTMLFormElement).elements.namedItem(name) as HTMLInputElement | HTMLSelectElement).value;

function download(element: Element, name: string, text: string): void {
  const link = createElement(element, 'a');
  link.href = URL.createObjectURL(new Blob([text], {type: 'application/octet-stream'}));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
