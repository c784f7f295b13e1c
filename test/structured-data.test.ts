import {expect, fixture} from '@open-wc/testing';
import type {CreativeWorkSeries, Event as SchemaEvent, WithContext} from 'schema-dts';
import {seriesJsonLd, talkJsonLd} from '../src/index.js';
import {en} from '../src/locale/en.js';
import {readTalk} from '../src/talk/talk.reader.js';

describe('structured data', () => {
  it('is a CreativeWorkSeries of schema.org, in which each published part has its position', () => {
    const nothing = {date: '', before: '', after: '', lang: ''};
    const parts = [
      {...nothing, title: 'A', url: 'https://a.example/1/', date: '2024-03-19'},
      {...nothing, title: 'B', url: ''},
      {...nothing, title: 'C', url: ''},
    ];
    // The type is the check: https://github.com/google/schema-dts.
    const series: WithContext<CreativeWorkSeries> = seriesJsonLd('Paris', parts, 1, 'https://a.example/2/');
    expect(JSON.parse(JSON.stringify(series))).to.deep.equal({
      '@context': 'https://schema.org',
      '@type': 'CreativeWorkSeries',
      '@id': 'https://a.example/1/#series',
      name: 'Paris',
      hasPart: [
        {
          '@type': 'Article',
          '@id': 'https://a.example/1/',
          url: 'https://a.example/1/',
          name: 'A',
          position: 1,
          datePublished: '2024-03-19',
          isPartOf: {'@id': 'https://a.example/1/#series'},
        },
        {
          '@type': 'Article',
          '@id': 'https://a.example/2/',
          url: 'https://a.example/2/',
          name: 'B',
          position: 2,
          isPartOf: {'@id': 'https://a.example/1/#series'},
        },
      ],
    });
  });

  it('is an Event of schema.org for a talk', async () => {
    const host = await fixture('<plain-reader><h2>A</h2><ul><li>Kai Walter, ZEISS</li></ul></plain-reader>');
    const talk: WithContext<SchemaEvent> = talkJsonLd(readTalk(host, [en.reads]));
    expect(talk).to.deep.equal({
      '@context': 'https://schema.org',
      '@type': 'Event',
      name: 'A',
      performer: [{'@type': 'Person', name: 'Kai Walter', affiliation: {'@type': 'Organization', name: 'ZEISS'}}],
    });
  });
});
