import {expect, fixture} from '@open-wc/testing';
import {registerLocale} from '../src/index.js';
import {en} from '../src/locale/en.js';
import {fr} from '../src/locale/fr.js';
import {formatDate, languageOf, wordsIn, type Dictionary} from '../src/locale/locale.js';
import {draw, rows} from './support/draw.js';

const said = (terms: Dictionary): string[] =>
  Object.values(terms).flatMap((term) =>
    typeof term === 'object' ? [] : [typeof term === 'string' ? term : term('1', '2')],
  );

describe('locale', () => {
  it('finds the nearest language, also across shadow roots', async () => {
    const page = await fixture('<div lang="fr"><p><b></b></p></div>');
    const inner = page.querySelector('b')!.parentElement!.attachShadow({mode: 'open'});
    inner.append(document.createElement('i'));
    expect(languageOf(inner.firstElementChild!)).to.equal('fr');
  });

  const tags: [string, string][] = [
    ['fr', 'Suivant'],
    ['fr-CA', 'Suivant'],
    ['fr_FR', 'Suivant'],
    ['FR', 'Suivant'],
    ['fr-FR@euro', 'Suivant'],
    ['en-GB', 'Next'],
    ['tlh', 'Next'],
    ['', 'Next'],
    ['-', 'Next'],
    ['c', 'Next'],
  ];
  for (const [tag, word] of tags) {
    it(`speaks for lang="${tag}", in words and in a language Intl can parse`, () => {
      const [language, terms] = wordsIn(tag);
      expect(terms.next).to.equal(word);
      expect(formatDate('2024-03-19', language)).to.match(/2024/);
    });
  }

  it('names the day as it was written, wherever the reader is', () => {
    expect(formatDate('2026-03-01', 'en-GB')).to.equal('1 March 2026');
    expect(formatDate('2026-03-01T00:30:00+02:00', 'en-GB')).to.equal('1 March 2026');
  });

  it('says “1er” in French', () => {
    expect(fr.comingOn('1 avril 2024')).to.equal('à paraître le 1er avril 2024');
  });

  it('has French words for everything, with French spaces and apostrophes', () => {
    expect(Object.keys(fr)).to.have.members(Object.keys(en));
    for (const words of said(fr)) expect(words).to.not.match(/ [:;!?»]|« |'/);
  });

  it('shows a language a page adds, and English where that has no words or fails', async () => {
    registerLocale('eo', {
      next: 'Sekva',
      position: () => {
        throw new Error('broken');
      },
    });
    const list = '<ol><li>A</li><li><a href="/b/">B</a></li><li><a href="/c/">C</a></li></ol>';
    const navigator = await draw(`<div lang="eo"><series-navigator>${list}</series-navigator></div>`);
    expect(rows(navigator)).to.deep.equal(['A Part 1 of 3', 'B Sekva', 'C']);
  });

  it('never shows a key', () => {
    const keys = Object.keys(en);
    for (const terms of [en, fr]) for (const words of said(terms)) expect(keys).to.not.include(words);
    expect(Object.keys(fr.reads)).to.have.members(Object.keys(en.reads));
  });
});
