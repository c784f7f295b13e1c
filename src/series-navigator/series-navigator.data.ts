import {addressesOf} from '../internal/page.js';
import {writeScript} from '../internal/write-script.js';
import type {SeriesPart} from './series-navigator.reader.js';
import type {SeriesNavigator} from './series-navigator.js';

/** https://schema.org/CreativeWorkSeries, as far as it is written here. */
export interface SeriesJsonLd {
  '@context': 'https://schema.org';
  '@type': 'CreativeWorkSeries';
  '@id': string;
  name: string;
  hasPart: {
    '@type': 'Article';
    '@id': string;
    url: string;
    name: string;
    position: number;
    datePublished?: string;
    isPartOf: {'@id': string};
  }[];
}

/**
 * The series as JSON-LD. A part without an address that is not the page itself is announced, not published, and is left
 * out.
 *
 * @param page address of the page, for the current part when it has no link
 */
export function seriesJsonLd(name: string, parts: readonly SeriesPart[], current = -1, page?: string): SeriesJsonLd {
  const address = (part: SeriesPart, index: number): string | undefined =>
    part.url || (index === current ? page : undefined);
  const id = `${parts.map(address).find((url) => url) ?? ''}#series`;
  return {
    '@context': 'https://schema.org',
    '@type': 'CreativeWorkSeries',
    '@id': id,
    name,
    hasPart: parts.flatMap((part, index) => {
      const url = address(part, index);
      if (!url) return [];
      return {
        '@type': 'Article',
        '@id': url,
        url,
        name: part.title,
        position: index + 1,
        ...(part.date && {datePublished: part.date}),
        isPartOf: {'@id': id},
      };
    }),
  };
}

/** Brings the scripts an author asks for up to date. They hold data, and nothing in them runs. */
export function writeData(navigator: SeriesNavigator, name: string): void {
  const {parts, currentIndex, renderRoot} = navigator;
  const series = navigator.structuredData && seriesJsonLd(name, parts, currentIndex, addressesOf(navigator)[0]);
  const next = navigator.prefetchNext && currentIndex >= 0 && !savesData() && parts[currentIndex + 1]?.url;
  // https://html.spec.whatwg.org/multipage/speculative-loading.html: fetched when the reader goes for the link.
  const rules = next && new URL(next).origin === location.origin && {prefetch: [{urls: [next], eagerness: 'moderate'}]};
  writeScript(renderRoot, 'application/ld+json', series);
  writeScript(renderRoot, 'speculationrules', rules);
}

function savesData(): boolean {
  return (globalThis.navigator as {connection?: {saveData?: boolean}}).connection?.saveData === true;
}
