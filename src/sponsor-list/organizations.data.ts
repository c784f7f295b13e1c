import {writeScript} from '../internal/write-script.js';
import type {SponsorList} from './sponsor-list.js';
import type {Organization} from './sponsor-list.reader.js';

/** https://schema.org/sponsor, as far as it is written here. */
export interface SponsorsJsonLd {
  '@context': 'https://schema.org';
  '@type': 'Event';
  name?: string;
  sponsor: {'@type': 'Organization'; name: string; url?: string; logo?: string}[];
}

/** The organisations as JSON-LD: sponsors of the event, and so not those that paid the author. */
export function sponsorsJsonLd(organizations: readonly Organization[], eventName = ''): SponsorsJsonLd {
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    ...(eventName && {name: eventName}),
    sponsor: organizations.map(({name, url, logo}) => ({
      '@type': 'Organization',
      name,
      ...(url && {url}),
      ...(logo && {logo}),
    })),
  };
}

/** Brings the script an author asks for up to date. It holds data, and nothing in it runs. */
export function writeData(list: SponsorList): void {
  const organizations = list.tiers
    .flatMap((tier) => tier.organizations)
    .filter(({relation}) => (relation || list.relation || 'event') === 'event');
  const data = list.structuredData && organizations.length && sponsorsJsonLd(organizations, list.eventName);
  writeScript(list.renderRoot, 'application/ld+json', data);
}
