import {writeScript} from '../internal/write-script.js';
import {wordsOf} from '../internal/light-dom.js';
import {toText} from '../internal/normalise.js';
import {safeUrl} from '../internal/safe-url.js';
import type {TalkElement} from './talk-element.js';
import type {Person, Talk} from './talk.reader.js';

interface PersonJsonLd {
  '@type': 'Person';
  name: string;
  jobTitle?: string;
  url?: string;
  image?: string;
  affiliation?: {'@type': 'Organization'; name: string};
}

/** https://schema.org/Event, as far as it is written here. */
export interface TalkJsonLd {
  '@context': 'https://schema.org';
  '@type': 'Event';
  name: string;
  performer?: PersonJsonLd[];
  recordedIn?: {'@type': 'CreativeWork'; url: string; name: string};
  subjectOf?: {'@type': 'Quotation'; text: string; creditText?: string; inLanguage?: string; citation?: string}[];
  review?: {'@type': 'Review'; reviewBody: string};
}

export interface Quote {
  readonly text: string;
  /** Who said it, in the author's words. */
  readonly by: string;
  readonly lang: string;
  readonly cite: string;
}

/** The quotes of a talk, with their attribution. */
export function quotesOf({segments}: Talk): Quote[] {
  return segments
    .filter(({type}) => type === 'quote')
    .map(({nodes: [quote, by]}) => ({
      text: toText(wordsOf(quote!), 1e4),
      by: by ? toText(wordsOf(by)).replace(/^[-–—]\s*/, '') : '',
      lang: (quote as HTMLElement).lang,
      cite: safeUrl((quote as Element).getAttribute('cite'), quote!.baseURI),
    }));
}

/** The role (schema.org `jobTitle`) and organisation (`affiliation`) in what stands after a name. */
export function affiliationOf({details}: Person): {role: string; organization: string} {
  const parts = details
    .replace(/^\((.*)\)$/, '$1')
    .split(/\s?,\s(?!(?:Inc|LLC|Ltd|GmbH|S\.?A|B\.?V)\b)|\s[-–—]\s|\s(?:at|chez|@)\s/u)
    .filter(Boolean);
  const isRole =
    parts.length === 1 &&
    /^C[ETIPD]O$|(manager|engineer|architect|ingénieure?|lead|developer|advocate|director|founder|fondat\p{L}+)$/iu.test(
      parts[0]!,
    );
  return isRole
    ? {role: parts[0]!, organization: ''}
    : {role: parts.slice(0, -1).join(', '), organization: parts.at(-1) ?? ''};
}

/** The talk as JSON-LD: what was read, and nothing that was not written. */
export function talkJsonLd(talk: Talk): TalkJsonLd {
  const {title, people, resources, segments} = talk;
  const video = resources.find(({kind}) => kind === 'video');
  const quotes = quotesOf(talk);
  const verdict = segments.find(({label}) => label === 'verdict')?.value;
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: title,
    ...(people.length && {performer: people.map(personJsonLd)}),
    ...(video && {recordedIn: {'@type': 'CreativeWork', url: video.url, name: video.title}}),
    ...(quotes.length && {
      subjectOf: quotes.map(({text, by, lang, cite}) => ({
        '@type': 'Quotation',
        text,
        ...(by && {creditText: by}),
        ...(lang && {inLanguage: lang}),
        ...(cite && {citation: cite}),
      })),
    }),
    ...(verdict && {review: {'@type': 'Review', reviewBody: verdict}}),
  };
}

function personJsonLd(person: Person): PersonJsonLd {
  const {name, url, portrait} = person;
  const {role, organization} = affiliationOf(person);
  return {
    '@type': 'Person',
    name,
    ...(role && {jobTitle: role}),
    ...(url && {url}),
    ...(portrait && {image: portrait}),
    ...(organization && {affiliation: {'@type': 'Organization', name: organization}}),
  };
}

/** Brings the script an author asks for up to date. It holds data, and nothing in it runs. */
export function writeData(element: TalkElement): void {
  writeScript(element.renderRoot, 'application/ld+json', element.structuredData && talkJsonLd(element.talk));
}
