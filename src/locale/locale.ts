import {en} from './en.js';
import {fr} from './fr.js';
import type {ListDictionary} from './lists/lists.js';

/** `lists` holds the words of the reader's lists, where a page has registered some. */
export type Dictionary = typeof en & {lists?: Partial<ListDictionary>};
/** The language of a content, and our words for it. */
export interface Tongue {
  readonly content: string;
  readonly language: string;
  readonly terms: Dictionary;
}

/** The words a language is read by, as alternatives of a regular expression. */
export type Vocabulary = Dictionary['reads'];

/** The words of a language, or how to get them: those that few pages need load where an element asks for them. */
const dictionaries = new Map<string, Dictionary | (() => Promise<Dictionary>)>([
  ['en', en],
  ['fr', fr],
  ['ar', async () => (await import('./ar.js')).ar],
  ['de', async () => (await import('./de.js')).de],
  ['es', async () => (await import('./es.js')).es],
  ['it', async () => (await import('./it.js')).it],
  ['ja', async () => (await import('./ja.js')).ja],
  ['nl', async () => (await import('./nl.js')).nl],
  ['pl', async () => (await import('./pl.js')).pl],
  ['pt', async () => (await import('./pt.js')).pt],
  ['zh', async () => (await import('./zh.js')).zh],
]);

/**
 * Adds or replaces the words of a language, for the elements drawn from now on. What is left out, and a term that
 * throws, is shown in English.
 *
 * @param language a BCP 47 tag; `pt` also serves `pt-BR` unless that has words of its own
 */
export function registerLocale(language: string, terms: Partial<Dictionary>): void {
  const entries = Object.entries(en).map(([key, source]) => {
    const term: unknown = terms[key as keyof Dictionary];
    if (typeof source === 'object')
      return [key, {...source, ...Object.fromEntries(Object.entries(Object(term) as object).filter(isPattern))}];
    if (typeof source === 'string') return [key, typeof term === 'string' ? term : source];
    return [key, typeof term === 'function' ? orElse(term as Term, source) : source];
  });
  dictionaries.set(language.toLowerCase(), {...Object.fromEntries(entries), lists: terms.lists} as Dictionary);
}

function isPattern([, word]: [string, unknown]): boolean {
  try {
    return typeof word === 'string' && !!new RegExp(word, 'iu');
  } catch {
    return false;
  }
}

type Term = (...args: [string, string]) => string;

function orElse(term: Term, source: Term): Term {
  return (...args) => {
    try {
      return String(term(...args));
    } catch {
      return source(...args);
    }
  };
}

/** The language an element stands in: the nearest `lang`, also across shadow roots; '' when the page does not say. */
export function languageOf(element: Element): string {
  const bearer = element.closest('[lang]');
  if (bearer) return bearer.getAttribute('lang')!;
  const root = element.getRootNode() as ShadowRoot;
  return root instanceof ShadowRoot ? languageOf(root.host) : '';
}

/** A date as written (its own calendar day, whatever the reader's time zone) in the words of a language. */
export function formatDate(date: string, language: string): string {
  return new Date(date.slice(0, 10)).toLocaleDateString(language, {dateStyle: 'long', timeZone: 'UTC'});
}

/**
 * The words in a language, or else in English, and the language they are in, which `Intl` can parse.
 *
 * @param onLoad called when words have come that had to be loaded; until then they are English. Without it none are loaded
 */
export function wordsIn(content: string, onLoad?: () => void): [language: string, terms: Dictionary] {
  // `fr_CA` is written too.
  const language = content.replaceAll('_', '-');
  for (let tag = language.toLowerCase(); tag; tag = tag.replace(/(^|-)[^-]*$/, '')) {
    const terms = dictionaries.get(tag);
    if (typeof terms === 'function') {
      if (onLoad) {
        terms().then((loaded) => {
          // Unless the page has registered some meanwhile. A cached file may be older than this one, and lack words.
          if (dictionaries.get(tag) === terms) dictionaries.set(tag, {...en, ...loaded});
          onLoad();
        }, console.warn);
      }
      break;
    }
    if (terms) return [[language, tag].find(isTag) ?? 'en', terms];
  }
  return ['en', en];
}

function isTag(language: string): boolean {
  try {
    return !!new Intl.Locale(language);
  } catch {
    return false;
  }
}
