import {toCsv} from './csv.js';
import type {ExportedItem, ExportedList} from './formats.js';

type Lists = readonly ExportedList[];

/** Folders of Instapaper that say how far an article is, and not where it is kept. */
export const instapaperStates = ['Archive', 'Starred', 'Unread'];

/**
 * Bookmarks for browsers, Karakeep, Linkding, Linkwarden, Pinboard, Raindrop.io and Wallabag: a folder for each list.
 * The names are also tags, for the tools that do not look at folders.
 * https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/platform-apis/aa753582(v=vs.85)
 */
export function toNetscape(lists: Lists): string {
  const namesOf = namesByArticle(lists);
  const bookmark = (list: ExportedList, {url, title, excerpt, saved, isRead}: ExportedItem): string =>
    `<DT><A HREF="${escapeHtml(url)}" ADD_DATE="${toSeconds(saved)}" TOREAD="${isRead ? 0 : 1}" TAGS="${escapeHtml(toTags(namesOf(list, url)))}">${escapeHtml(title)}</A>\n` +
    (excerpt && `<DD>${escapeHtml(excerpt)}\n`);
  const folders = lists.map(
    (list) =>
      `<DT><H3>${escapeHtml(list.name)}</H3>\n<DL><p>\n${list.items.map((item) => bookmark(list, item)).join('')}</DL><p>\n`,
  );
  // Karakeep refuses a file that does not begin exactly so.
  return `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
${folders.join('')}</DL><p>
`;
}

/**
 * CSV as Instapaper has written it since November 2025, with every column, since Karakeep wants them all. A read article
 * is in the folder Archive and its lists are only in the tags; the lists of the others are in both.
 */
export function toInstapaper(lists: Lists): string {
  const namesOf = namesByArticle(lists);
  return toCsv([
    ['URL', 'Title', 'Selection', 'Folder', 'Timestamp', 'Tags'],
    ...lists.flatMap((list) =>
      list.items.map(({url, title, excerpt, saved, isRead}) => [
        url,
        title,
        excerpt,
        isRead ? 'Archive' : instapaperStates.includes(list.name) ? 'Unread' : list.name,
        toSeconds(saved),
        // Wallabag reads with PHP, which takes `\"` for a quote inside the cell: no backslash may stand before one.
        JSON.stringify(namesOf(list, url)).replace(
          /\\(["\\])/g,
          (_, char: string) => `\\u00${char.charCodeAt(0).toString(16)}`,
        ),
      ]),
    ),
  ]);
}

/** CSV as Raindrop.io takes it. It has no place for what is read, and takes a `/` in a name for a folder in a folder. */
export function toRaindrop(lists: Lists): string {
  const namesOf = namesByArticle(lists);
  return toCsv([
    ['url', 'folder', 'title', 'note', 'tags', 'created'],
    ...lists.flatMap((list) =>
      list.items.map(({url, title, excerpt, saved}) => [
        url,
        list.name,
        title,
        excerpt,
        toTags(namesOf(list, url)),
        saved,
      ]),
    ),
  ]);
}

/** A list to paste into notes, after CommonMark: a heading and a list of links. */
export function toMarkdown({name, items}: ExportedList): string {
  const links = items.map(({url, title}) => `- [${escapeMarkdown(title)}](${toDestination(url)})\n`);
  return `# ${escapeMarkdown(name)}\n\n${links.join('')}`;
}

/**
 * The lists an article is in, that which is being written first. Tools that keep an address once, as Wallabag does, read
 * only its first row: that one must name them all.
 */
function namesByArticle(lists: Lists): (list: ExportedList, url: string) => string[] {
  const names = new Map<string, string[]>();
  for (const {name, items} of lists) for (const {url} of items) names.set(url, [...(names.get(url) ?? []), name]);
  return ({name}, url) => [...new Set([name, ...names.get(url)!])];
}

/** Commas stand between tags, so a tag has none. */
const toTags = (names: readonly string[]): string => names.map((name) => name.replaceAll(',', ' ')).join();

const toSeconds = (date: string): string => String(Math.floor(Date.parse(date) / 1000) || '');

const entities: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'};

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (char) => entities[char]!);

/** Only what CommonMark would take for an entity: other ampersands are themselves. */
const escapeEntities = (text: string): string => text.replace(/&(?=#?\w+;)/g, '&amp;');

/** `](` would be the middle of a link in marked, whatever stands before it. */
const escapeMarkdown = (text: string): string =>
  escapeEntities(text.replace(/[\\`*_~#|<>[\]]/g, '\\$&').replaceAll('](', ']\\('));

/** CommonMark reads backslashes in an address too, and a parenthesis would end it. */
const toDestination = (url: string): string => escapeEntities(url.replace(/[()\\]/g, '\\$&'));
