import {toDate, toRecord, toText} from '../../internal/normalise.js';
import {safeUrl} from '../../internal/safe-url.js';
import {policy} from '../../internal/trusted-types.js';
import {parseCsv} from './csv.js';
import type {ExportedItem, ExportedList} from './formats.js';
import {ListsError} from './lists-error.js';
import {instapaperStates} from './write-lists.js';

/** A longer file is refused: 10 million characters. */
const maxLength = 10_000_000;

/** Items after these are skipped. */
const maxItems = 20_000;

export interface ReadLists {
  readonly lists: readonly ExportedList[];
  /** How many items the lists have together. An article with several tags counts in each. */
  readonly items: number;
  /** How many rows or links were left out: no web address, or more than 20,000 items. */
  readonly skipped: number;
}

/** What the formats have in common, before any of it is checked. */
interface Row {
  url: unknown;
  title: unknown;
  excerpt: unknown;
  image: unknown;
  saved: unknown;
  folder: string;
  tags: string;
  isRead: boolean;
}

/**
 * Reads bookmarks (Netscape HTML, as browsers and most tools write them), Pocket's HTML and CSV, and the CSV of
 * Instapaper and Raindrop.io. The content decides which, since files are renamed.
 *
 * The folder of an article is its list, and folders in folders are joined by ` / `. Without a folder, each tag is a list.
 *
 * @param unnamed the list of articles that have neither folder nor tag
 * @throws ListsError
 */
export function readLists(text: string, unnamed: string): ReadLists {
  if (text.length > maxLength) throw new ListsError('too-large');
  const source = text.trimStart();
  if (/^[[{]/.test(source)) throw new ListsError('json');
  const lists = new Map<string, Map<string, ExportedItem>>();
  let items = 0;
  let skipped = 0;
  for (const row of source.startsWith('<') ? htmlRows(source) : csvRows(source)) {
    const item = items < maxItems && toItem(row);
    if (!item) {
      skipped += 1;
      continue;
    }
    const names = [row.folder, ...(row.folder ? [] : toTags(row.tags))].map((name) => toText(name)).filter(Boolean);
    if (names.length === 0) names.push(unnamed);
    names.slice(0, maxItems - items).forEach((name, index) => {
      const list = lists.get(name) ?? new Map<string, ExportedItem>();
      lists.set(name, list);
      // Our own exports name the list of the row first; the others have rows of their own.
      if (index > 0 && list.has(item.url)) return;
      if (!list.delete(item.url)) items += 1;
      list.set(item.url, item);
    });
  }
  if (items === 0) throw new ListsError('empty');
  return toRecord({
    lists: Object.freeze([...lists].map(([name, list]) => toRecord({name, items: Object.freeze([...list.values()])}))),
    items,
    skipped,
  });
}

function toItem({url, title, excerpt, image, saved, isRead}: Row): ExportedItem | undefined {
  const address = safeUrl(url, 'about:blank');
  if (!address) return undefined;
  return toRecord({
    url: address,
    title: toText(title) || address,
    excerpt: toText(excerpt, 1000),
    author: '',
    site: '',
    language: '',
    image: safeUrl(image, 'about:blank'),
    published: '',
    saved: toDateTime(saved),
    isRead,
  });
}

/** Tags as Instapaper writes them (JSON), as Pocket does (`a|b`), or as all others do (`a,b`). */
function toTags(text: string): unknown[] {
  try {
    const tags: unknown = JSON.parse(text);
    if (Array.isArray(tags)) return tags;
  } catch {
    // Not JSON, as most tags.
  }
  return text.split(/[,|]/);
}

/** Seconds, milliseconds or microseconds since 1970, or an ISO date, as an ISO date-time; '' for anything else. */
function toDateTime(value: unknown): string {
  const text = toText(value, 40);
  let time = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(toDate(text));
  while (time > 1e14) time /= 1000;
  return time > 0 ? new Date(time).toISOString() : '';
}

function* csvRows(text: string): Generator<Row> {
  let columns: string[] | undefined;
  for (const cells of parseCsv(text)) {
    if (!columns) {
      columns = cells.map((name) => name.trim().toLowerCase());
      if (!columns.includes('url')) throw new ListsError('unknown');
      continue;
    }
    /** The first of the columns that says something. */
    const cell = (...names: string[]): string => names.map((name) => cells[columns!.indexOf(name)]).find(Boolean) ?? '';
    const folder = cell('folder');
    const isState = columns.includes('selection') && instapaperStates.includes(folder);
    yield {
      url: cell('url'),
      title: cell('title'),
      excerpt: cell('selection', 'excerpt', 'note'),
      image: cell('cover'),
      saved: cell('timestamp', 'time_added', 'created'),
      folder: isState ? '' : folder,
      tags: cell('tags'),
      isRead: (isState && folder === 'Archive') || cell('status') === 'archive',
    };
  }
}

function* htmlRows(text: string): Generator<Row> {
  const folders: {list: Element; path: string}[] = [];
  let isKnown = /^<!doctype netscape-bookmark-file-1>/i.test(text);
  let name = '';
  let isArchive = false;
  // Inert: nothing in it runs or loads.
  const page = new DOMParser().parseFromString(policy.createHTML(text), 'text/html');
  // By way of the prototype: an image in the file may be named `querySelectorAll`.
  const found: NodeListOf<Element> = Document.prototype.querySelectorAll.call(page, 'h1,h3,dl,ul,a[href]');
  for (const element of found) {
    while (folders.length > 0 && !folders.at(-1)!.list.contains(element)) folders.pop();
    const folder = folders.at(-1)?.path ?? '';
    switch (element.localName) {
      case 'h1':
        // The second half of Pocket's file.
        isArchive = wordsOf(element) === 'Read Archive';
        break;
      case 'h3':
        name = wordsOf(element);
        break;
      case 'a': {
        const note = element.parentElement?.nextElementSibling;
        // Only Pocket has it, and its file says nothing else of itself.
        isKnown ||= element.hasAttribute('time_added');
        yield {
          url: element.getAttribute('href'),
          title: wordsOf(element),
          excerpt: note?.localName === 'dd' ? note.firstChild?.nodeValue : '',
          image: '',
          saved: element.getAttribute('add_date') ?? element.getAttribute('time_added'),
          folder,
          tags: element.getAttribute('tags') ?? '',
          isRead: isArchive || element.getAttribute('toread') === '0',
        };
        break;
      }
      default:
        folders.push({list: element, path: toText([folder, name].filter(Boolean).join(' / '))});
        name = '';
    }
  }
  if (!isKnown) throw new ListsError('unknown');
}

/** Cut first: in a hostile file thousands of nested headings may hold the same megabytes. */
const wordsOf = (element: Element): string => toText(element.textContent.slice(0, 10_000));
