import {en} from '../locale/en.js';
import {formatDate, wordsIn} from '../locale/locale.js';
import {toRelation} from '../sponsor-list/sponsor-list.reader.js';
import {toPeople, toVerdict} from '../talk/talk.reader.js';

/** What attributes say and words do not, as HTML: before what the author wrote, behind its heading, and at its end. */
export interface Facts {
  readonly first: readonly string[];
  readonly behindHeading: string[];
  readonly last: readonly string[];
}

type Attributes = ReadonlyMap<string, string>;

/**
 * What the attributes of an element of ours say and its words do not.
 *
 * @param own our name of it
 * @param words what is written in it, and what its heading says, where that is asked for
 */
export function factsOf(
  own: string,
  attributes: Attributes,
  language: string,
  words: () => string,
  heading: () => string,
): Facts {
  if (own === 'sponsor-list') return {first: [], behindHeading: [], last: disclosureOf(attributes, language, words)};
  if (own !== 'keynote-card' && own !== 'talk-summary') return {first: [], behindHeading: [], last: []};
  return {
    first: kindOf(attributes, language, heading),
    behindHeading: speakersOf(attributes, language, words),
    last: verdictOf(attributes, language, words),
  };
}

function kindOf(attributes: Attributes, language: string, heading: () => string): string[] {
  const [kind] = /^(keynote|panel|interview|lightning|workshop|sponsored)$/.exec(attributes.get('kind') ?? '') ?? [];
  const word = kind ? wordsIn(language)[1][kind as 'keynote'] : '';
  return !kind || [kind, word].some((each) => includes(heading(), each)) ? [] : [ours(word, language)];
}

function speakersOf(attributes: Attributes, language: string, words: () => string): string[] {
  const {labelled, speakers} = wordsIn(language)[1];
  const people = (attributes.get('speakers') ?? '')
    // The semicolon of a character reference is none between people.
    .split(/(?<!&#?\w{1,31});/)
    .map((person) => person.trim())
    .filter((person) => person && !includes(words(), toPeople(person)[0]?.name ?? person));
  return people.length ? [ours(labelled(speakers, people.join('; ')), language)] : [];
}

function verdictOf(attributes: Attributes, language: string, words: () => string): string[] {
  const [, terms] = wordsIn(language);
  const verdict = toVerdict(attributes.get('verdict') ?? '', [en.reads]);
  const label = terms.reads.verdict.split('|')[0]!.replace(/^./u, (first) => first.toUpperCase());
  const isSaid = (): boolean => new RegExp(`(${terms.reads.verdict}|${en.reads.verdict})\\s*[:：]`, 'iu').test(words());
  return !verdict || isSaid() ? [] : [ours(terms.labelled(label, terms[verdict]), language)];
}

function disclosureOf(attributes: Attributes, language: string, words: () => string): string[] {
  const relation = toRelation(attributes.get('relation'));
  const own = attributes.get('disclosure');
  const disclosure = own ?? (relation && wordsIn(language)[1][relation]);
  if (!disclosure || includes(words(), disclosure)) return [];
  return [own ? paragraph(own) : ours(disclosure, language)];
}

/** A date as written in the words of a language; '' for what is none. */
export function dateOf(date = '', language: string): string {
  return Number.isNaN(Date.parse(date.slice(0, 10))) ? '' : escape(formatDate(date, wordsIn(language)[0]));
}

export const includes = (words: string, some: string): boolean => words.toLowerCase().includes(some.toLowerCase());

/** Words out of an attribute, which keep their character references. */
export const escape = (text: string): string => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const paragraph = (words: string, lang = ''): string => `<p${lang && ` lang="${lang}"`}>${escape(words)}</p>`;

/** A paragraph in our words, which may be in English where the post is not. */
export function ours(words: string, language: string): string {
  const primary = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0]!;
  const [lang] = wordsIn(language);
  return paragraph(words, language && primary(lang) !== primary(language) ? lang : '');
}
