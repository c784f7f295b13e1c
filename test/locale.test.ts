import {expect, fixture, waitUntil} from '@open-wc/testing';
import {registerLocale} from '../src/index.js';
import {ar} from '../src/locale/ar.js';
import {de} from '../src/locale/de.js';
import {en} from '../src/locale/en.js';
import {es} from '../src/locale/es.js';
import {fr} from '../src/locale/fr.js';
import {it as italian} from '../src/locale/it.js';
import {ja} from '../src/locale/ja.js';
import {ar as arLists} from '../src/locale/lists/ar.js';
import {en as enLists} from '../src/locale/lists/en.js';
import {listWordsIn, type ListDictionary} from '../src/locale/lists/lists.js';
import {pl as plLists} from '../src/locale/lists/pl.js';
import {formatDate, languageOf, wordsIn, type Dictionary} from '../src/locale/locale.js';
import {nl} from '../src/locale/nl.js';
import {pl} from '../src/locale/pl.js';
import {pt} from '../src/locale/pt.js';
import {zh} from '../src/locale/zh.js';
import {readTalk} from '../src/talk/talk.reader.js';
import {draw, rows} from './support/draw.js';

/** Every language, its words and those of the lists. */
const languages: [string, Dictionary, ListDictionary][] = await Promise.all(
  Object.entries({ar, de, en, es, fr, it: italian, ja, nl, pl, pt, zh}).map(
    async ([tag, terms]): Promise<[string, Dictionary, ListDictionary]> => [
      tag,
      terms,
      await listWordsIn({content: tag, language: tag, terms}),
    ],
  ),
);

type Term = string | ((...args: [string, string]) => string);

/** Every sentence, with 12 and 34 for what is put into it. */
const said = (terms: Dictionary | ListDictionary): string[] =>
  (Object.values(terms) as (Dictionary['reads'] | Term)[]).flatMap((term) =>
    typeof term === 'object' ? [] : typeof term === 'function' ? term('12', '34') : term,
  );

/** The same talk as people write it: the verdict is to try it, somebody moderates, there are slides, a video and code. */
const talks: Record<string, [verdict: string, people: string, slides: string, video: string, code: string]> = {
  ar: ['الحكم: للتجربة، فالفكرة جيدة', 'ليلى حداد (مديرة الجلسة)', 'الشرائح', 'تسجيل الفيديو', 'الكود'],
  de: [
    'Fazit: ausprobieren — die Demo lief',
    'Anna Meier (Moderatorin)',
    'Vortragsfolien',
    'Videoaufzeichnung',
    'Quellcode',
  ],
  en: ['Verdict: to try — the demo ran', 'Jane Doe (moderator)', 'Slides', 'Recording', 'Source'],
  es: ['Veredicto: probar; la demo funcionó', 'Lucía Gómez (moderadora)', 'Diapositivas', 'Grabación', 'Código fuente'],
  fr: ['Verdict : à essayer — la démo a tenu', 'Anne Dupont (animatrice)', 'Diapos', 'Vidéo', 'Dépôt'],
  it: [
    'Giudizio: da provare, la demo ha funzionato',
    'Anna Rossi (moderatrice)',
    'Le slide',
    'Registrazione',
    'Codice',
  ],
  ja: ['評価：試用する。デモは成功した', '山田 花子（司会）', '発表スライド', '録画はこちら', 'サンプルコード'],
  nl: ['Oordeel: uitproberen — de demo werkte', 'Anna de Vries (gespreksleider)', 'De dia’s', 'Opname', 'Broncode'],
  pl: ['Werdykt: do wypróbowania, demo działało', 'Anna Nowak (prowadząca)', 'Slajdy', 'Nagranie', 'Kod źródłowy'],
  pt: ['Veredito: a experimentar, a demo funcionou', 'Ana Souza (mediadora)', 'Slides', 'Gravação', 'Código-fonte'],
  zh: ['评价：值得一试，演示很成功', '王 小明（主持人）', '演讲幻灯片', '现场视频', '示例代码'],
};

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

  it('has French spaces and apostrophes', async () => {
    const lists = await listWordsIn({content: 'fr', language: 'fr', terms: fr});
    for (const words of [...said(fr), ...said(lists)]) expect(words).to.not.match(/ [:;!?»]|« |'/);
  });

  for (const [tag, terms, lists] of languages) {
    it(`has words for everything in ${tag}`, () => {
      expect(Object.keys(terms)).to.have.members(Object.keys(en));
      expect(Object.keys(terms.reads)).to.have.members(Object.keys(en.reads));
      expect(Object.keys(lists)).to.have.members(Object.keys(enLists));
      const keys = [...Object.keys(en), ...Object.keys(enLists)];
      for (const words of [...said(terms), ...said(lists)]) {
        expect(words).to.match(/^\S(.*\S)?$/);
        expect(keys).to.not.include(words);
        expect(words).to.not.match(/['"]|undefined|\[object/);
      }
    });

    it(`puts what it is given into the sentences in ${tag}`, () => {
      for (const [key, term] of Object.entries({...terms, ...lists}) as [string, Term][]) {
        if (typeof term !== 'function') continue;
        const words = term('12', '34');
        expect(words, key).to.include('12');
        if (term.length > 1) expect(words, key).to.include('34');
      }
    });

    it(`reads a talk written in ${tag}`, async () => {
      const [verdict, people, slides, video, code] = talks[tag]!;
      const [label, words] = verdict.split(/(?<=[:：])/);
      const host = await fixture(
        `<div lang="${tag}"><ul><li>${people}</li></ul><p><strong>${label}</strong>${words}</p>
        <p>${[slides, video, code].map((link) => `<a href="https://a.example/">${link}</a>`).join(' · ')}</p></div>`,
      );
      const talk = readTalk(host, [terms.reads, en.reads]);
      expect(talk.verdict).to.equal('trial');
      expect(talk.people.map(({moderator}) => moderator)).to.deep.equal([/[(（](.+)[)）]/.exec(people)![1]]);
      expect(talk.resources.map(({kind}) => kind)).to.deep.equal(['slides', 'video', 'code']);
    });
  }

  it('leaves no Latin words in Arabic, Japanese and Chinese, but for names', () => {
    for (const [tag, terms, lists] of languages.filter(([language]) => /ar|ja|zh/.test(language))) {
      for (const words of [...said(terms), ...said(lists)]) {
        expect(words.replace(/Markdown|Safari/g, ''), tag).to.not.match(/[a-z]/i);
      }
    }
  });

  it('reads who moderates from a line in Japanese', async () => {
    const host = await fixture('<div lang="ja"><p><strong>司会：</strong>山田 花子</p></div>');
    expect(readTalk(host, [ja.reads, en.reads]).people.map(({name, moderator}) => [name, moderator])).to.deep.equal([
      ['山田 花子', '司会'],
    ]);
  });

  it('takes no record for code and no refusal for adoption in Japanese', async () => {
    const host = await fixture(
      '<div lang="ja"><p><strong>評価：</strong>採用しない</p><p><a href="https://a.example/">レコード</a></p></div>',
    );
    const talk = readTalk(host, [ja.reads, en.reads]);
    expect(talk.verdict).to.equal('');
    expect(talk.resources.map(({kind}) => kind)).to.deep.equal(['site']);
  });

  const counts: [string, (count: string) => string, Record<string, string>][] = [
    [
      'Polish',
      plLists.articles,
      {0: 'artykułów', 1: 'artykuł', 2: 'artykuły', 5: 'artykułów', 22: 'artykuły', '1 005': 'artykułów'},
    ],
    ['Arabic', arLists.articles, {3: 'مقالات', 10: 'مقالات', 11: 'مقالة', 100: 'مقالة', '١٬٠٠٣': 'مقالات'}],
  ];
  for (const [language, articles, nouns] of counts) {
    it(`has the form of “articles” that a number asks for in ${language}`, () => {
      for (const [count, noun] of Object.entries(nouns)) expect(articles(count)).to.equal(`${count} ${noun}`);
    });
  }

  it('has no, one and two articles in Arabic', () => {
    expect(['0', '1', '2'].map(arLists.articles)).to.deep.equal(['لا مقالات', 'مقالة واحدة', 'مقالتان']);
  });

  const asked: [string, string][] = [
    ['es-MX', 'Siguiente'],
    ['zh-CN', '下一篇'],
    ['zh-Hans', '下一篇'],
    ['pt_BR', 'Seguinte'],
    ['ar', 'التالي'],
  ];
  for (const [tag, word] of asked) {
    it(`loads the words for lang="${tag}" where an element asks for them`, async () => {
      const list = '<ol><li>A</li><li><a href="/b/">B</a></li></ol>';
      const navigator = await draw(`<div lang="${tag}"><series-navigator>${list}</series-navigator></div>`);
      await waitUntil(() => rows(navigator)[1] === `B ${word}`, `${tag} speaks`);
      expect(navigator.shadowRoot!.querySelector('nav')!.lang).to.equal(tag === 'pt_BR' ? 'pt-BR' : '');
    });
  }

  it('shows the words a page registers, also when ours come after them', async () => {
    const loaded = new Promise<void>((resolve) => void wordsIn('nl', resolve));
    registerLocale('nl', {next: 'Verder'});
    await loaded;
    expect(wordsIn('nl')[1].next).to.equal('Verder');
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

  it('reads by the words in English where a page adds what is no pattern', () => {
    registerLocale('tlh', {reads: {...en.reads, verdict: '(', video: 7 as unknown as string}});
    expect(wordsIn('tlh')[1].reads).to.deep.equal(en.reads);
  });

  it('dates in English where the name of a language is none that Intl can parse', () => {
    registerLocale('a', {next: 'veb'});
    expect(formatDate('2024-03-22', wordsIn('a')[0])).to.equal(formatDate('2024-03-22', 'en'));
  });
});
