import {expect, fixture} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import fc from 'fast-check';
import type {SeriesPart} from '../src/index.js';
import {SeriesNavigator} from '../src/index.js';
import {safeUrl} from '../src/internal/safe-url.js';
import {findCurrent, GivenParts, isAhead, readSeries} from '../src/series-navigator/series-navigator.reader.js';
import {draw, find, rows, slotted, words} from './support/draw.js';

const four = `<ol>
  <li><a href="/tue/">Tuesday</a></li>
  <li><a href="/wed/">Wednesday</a></li>
  <li><a href="/thu/">Thursday</a></li>
  <li><a href="/fri/">Friday</a></li>
</ol>`;

const list = (count: number): string =>
  `<ol>${Array.from({length: count}, (_, index) => `<li><a href="/${index + 1}/">Title ${index + 1}</a></li>`).join('')}</ol>`;

/** Puts a canonical link in the head for the length of a test. */
function canonical(href: string): void {
  const link = document.createElement('link');
  link.rel = 'canonical';
  link.href = href;
  document.head.append(link);
  cleanups.push(() => link.remove());
}

const cleanups: (() => void)[] = [];
afterEach(() => cleanups.splice(0).forEach((cleanup) => cleanup()));

/** Collects what is said on the console for the length of a test. */
function listen(): string[] {
  const said: string[] = [];
  const {warn} = console;
  console.warn = (message: string): void => void said.push(message);
  cleanups.push(() => (console.warn = warn));
  return said;
}

describe('series-navigator: what is drawn', () => {
  it('tells the position in words, marks the current part and names the previous and the next', async () => {
    const navigator = await draw(`<series-navigator current="/wed/">${four}</series-navigator>`);
    expect(rows(navigator)).to.deep.equal(['Tuesday Previous', 'Wednesday Part 2 of 4', 'Thursday Next', 'Friday']);
    const current = find(navigator, '[aria-current=page]')!;
    expect(words(current)).to.equal('Wednesday');
    expect(find(navigator, 'a[rel=prev]')).to.have.attribute('href', new URL('/tue/', location.href).href);
    expect(find(navigator, 'a[rel=next]')).to.have.attribute('href', new URL('/thu/', location.href).href);
    expect(navigator.currentIndex).to.equal(1);
  });

  it('says it in French on a French page', async () => {
    const navigator = await draw(`<div lang="fr"><series-navigator current="/wed/">${four}</series-navigator></div>`);
    expect(rows(navigator)).to.deep.equal([
      'Tuesday Précédent',
      'Wednesday Partie 2 sur 4',
      'Thursday Suivant',
      'Friday',
    ]);
  });

  it('has no previous at the first part and no next at the last', async () => {
    const first = await draw(`<series-navigator current="/tue/">${four}</series-navigator>`);
    expect(find(first, 'a[rel=prev]')).to.equal(null);
    const last = await draw(`<series-navigator current="/fri/">${four}</series-navigator>`);
    expect(find(last, 'a[rel=next]')).to.equal(null);
    expect(rows(last).at(-1)).to.equal('Friday Part 4 of 4');
  });

  it('draws the list without a position on a page that is no part', async () => {
    const navigator = await draw(`<series-navigator>${four}</series-navigator>`);
    expect(rows(navigator)).to.deep.equal(['Tuesday', 'Wednesday', 'Thursday', 'Friday']);
    expect(find(navigator, '[aria-current]')).to.equal(null);
    expect(navigator.currentIndex).to.equal(-1);
  });

  it('is one navigation named after the series', async () => {
    const headed = await draw(`<series-navigator><h2>KubeCon 2024</h2>${four}</series-navigator>`);
    expect(find(headed, 'nav')).to.have.attribute('aria-label', 'Series: KubeCon 2024');
    const named = await draw(`<series-navigator series-name="Paris">${four}</series-navigator>`);
    expect(find(named, 'nav')).to.have.attribute('aria-label', 'Series: Paris');
    const plain = await draw(`<series-navigator>${four}</series-navigator>`);
    expect(find(plain, 'nav')).to.have.attribute('aria-label', 'Article series');
    const labelled = await draw(`<series-navigator><nav aria-label="Our week">${four}</nav></series-navigator>`);
    expect(find(labelled, 'nav')).to.have.attribute('aria-label', 'Series: Our week');
  });

  it('gives two navigators of one name different names', async () => {
    const page = await fixture(
      `<div><series-navigator>${four}</series-navigator><series-navigator>${four}</series-navigator></div>`,
    );
    const [first, second] = [...page.querySelectorAll('series-navigator')];
    await second!.updateComplete;
    expect(find(first!, 'nav')!.ariaLabel).to.not.equal(find(second!, 'nav')!.ariaLabel);
  });

  it('takes the spacing of the author’s list, so that the page below does not move', async () => {
    const page = await fixture<HTMLElement>(`<div>
      <style>.p ol {margin: 7px 0 11px; padding-left: 50px} .p li + li {margin-top: 5px}</style>
      <div class="p"><not-yet-defined>${four}</not-yet-defined><p class="below">Below</p></div></div>`);
    const below = page.querySelector('.below')!;
    const before = below.getBoundingClientRect().top;
    class Late extends SeriesNavigator {}
    customElements.define('not-yet-defined', Late);
    const navigator = page.querySelector('not-yet-defined') as SeriesNavigator;
    await navigator.updateComplete;
    expect(rows(navigator)).to.have.length(4);
    expect(below.getBoundingClientRect().top).to.be.closeTo(before, 0.5);
  });
});

describe('series-navigator: made by a script', () => {
  it('takes the spacing of its list all the same', async () => {
    const page = await fixture<HTMLElement>('<div><style>.q ol {margin: 3px 0 5px}</style><div class="q"></div></div>');
    const navigator = document.createElement('series-navigator');
    navigator.innerHTML = four;
    page.querySelector('.q')!.append(navigator);
    await navigator.updateComplete;
    expect(getComputedStyle(find(navigator, 'ol')!).marginTop).to.equal('3px');
  });
});

describe('series-navigator: what authors write', () => {
  const shapes: {name: string; markup: string; rows: string[]; slotted?: string}[] = [
    {
      name: 'the current part as plain text',
      markup: '<ul><li><a href="/tue/">Tuesday</a></li><li>Wednesday</li><li><a href="/thu/">Thursday</a></li></ul>',
      rows: ['Tuesday Previous', 'Wednesday Part 2 of 3', 'Thursday Next'],
    },
    {
      name: 'intro words before and a note after',
      markup: `<p>Cet article fait partie d’une suite de 4 posts :</p>${four}<p>À suivre.</p>`,
      rows: ['Tuesday', 'Wednesday', 'Thursday', 'Friday'],
      slotted: 'Cet article fait partie d’une suite de 4 posts : À suivre.',
    },
    {
      name: 'bare words before the list',
      markup: `This is a series: ${four}`,
      rows: ['Tuesday', 'Wednesday', 'Thursday', 'Friday'],
      slotted: 'This is a series:',
    },
    {
      name: 'what pipelines leave behind: empty paragraphs, line breaks, comments',
      markup: `<p></p><br><!-- more --><p><br></p><div>${four}</div><p>&nbsp;</p>`,
      rows: ['Tuesday', 'Wednesday', 'Thursday', 'Friday'],
      slotted: '',
    },
    {
      name: 'a marked part',
      markup: '<ol><li><a href="/a/">A</a></li><li aria-current="true"><a href="/b/">B</a></li></ol>',
      rows: ['A Previous', 'B Part 2 of 2'],
    },
    {
      name: 'a part marked as not current',
      markup: '<ol><li><a href="/a/" aria-current="false">A</a></li><li><a href="/b/">B</a></li></ol>',
      rows: ['A', 'B'],
    },
    {
      name: 'words around a link',
      markup:
        '<ol><li>Day 1: <a href="/a/">A</a> (long)</li><li><a href="/b/">B</a>, <time datetime="2024-03-20">20 March</time></li></ol>',
      rows: ['Day 1: A (long)', 'B , 20 March'],
    },
    {
      name: 'an announced part with its date',
      markup:
        '<ol><li><a href="/a/">A</a></li><li><a href="/b/">B</a></li><li>C, <time datetime="2999-04-12">12 April</time></li></ol>',
      rows: ['A', 'B', 'C coming on April 12, 2999'],
    },
    {
      name: 'an announced part whose date has no words',
      markup: '<ol><li><a href="/a/">A</a></li><li>C <time datetime="2999-04-12"></time></li></ol>',
      rows: ['A', 'C coming on April 12, 2999'],
    },
    {
      name: 'an announced part that says its date in a sentence',
      markup: '<ol><li><a href="/a/">A</a></li><li>C (due on <time datetime="2999-04-12">12 April</time>)</li></ol>',
      rows: ['A', 'C (due on 12 April)'],
    },
    {
      name: 'an announced part that says its date in a sentence without brackets',
      markup: '<ol><li><a href="/a/">A</a></li><li>C due on <time datetime="2999-04-12">12 April</time></li></ol>',
      rows: ['A', 'C due on 12 April'],
    },
    {
      name: 'an announced part whose title has the digits of its day in another number',
      markup: `<ol><li><a href="/a/">A</a></li><li>KubeCon 2024: Friday <time datetime="2999-03-02"></time></li></ol>`,
      rows: ['A', 'KubeCon 2024: Friday coming on March 2, 2999'],
    },
    {
      name: 'an announced part whose title is its date',
      markup: '<ol><li><a href="/a/">A</a></li><li>2999-03-02: C <time datetime="2999-03-02"></time></li></ol>',
      rows: ['A', '2999-03-02: C'],
    },
    {
      name: 'an announced part that has a date and no title yet',
      markup: '<ol><li><a href="/a/">A</a></li><li>le <time datetime="2999-04-12">12 avril</time></li></ol>',
      rows: ['A', 'le 12 avril'],
    },
    {
      name: 'an announced part whose title has points, and short words in it',
      markup: `<ol><li><a href="/a/">A</a></li><li>Days at sea: the end, — <time datetime="2999-04-12">12 April</time>
        </li></ol>`,
      rows: ['A', 'Days at sea: the end coming on April 12, 2999'],
    },
    {
      name: 'elements that are only named like lists',
      markup: '<my-ol><li>No</li></my-ol><ul-x><li>No</li></ul-x><ol><li><a href="/a/">A</a></li></ol>',
      rows: ['A'],
    },
    {
      name: 'an announced part after the current one, which is no next to go to',
      markup:
        '<ol><li><a href="/a/">A</a></li><li aria-current="page">B</li><li>C <time datetime="2999-04-12"></time></li></ol>',
      rows: ['A Previous', 'B Part 2 of 3', 'C coming on April 12, 2999'],
    },
    {
      name: 'comments inside a link',
      markup: '<ol><li><a href="/a/"><!-- draft -->A<!----></a></li></ol>',
      rows: ['A'],
    },
    {
      name: 'two parts without a link, neither of which is guessed to be the page',
      markup: '<ol><li><a href="/a/">A</a></li><li>B</li><li>C</li></ol>',
      rows: ['A', 'B', 'C'],
    },
    {
      name: 'the same title twice, and an image for a title',
      markup:
        '<ol><li><a href="/a/">Talks</a></li><li><a href="/b/">Talks</a></li><li><a href="/c/"><img alt="The end"></a></li></ol>',
      rows: ['Talks', 'Talks', 'The end'],
    },
    {
      name: 'a paragraph in each item, as Markdown writes it',
      markup: '<ol><li><p><a href="/a/">A</a></p></li><li><p>B</p></li></ol>',
      rows: ['A Previous', 'B Part 2 of 2'],
    },
    {
      name: 'empty items',
      markup: '<ol><li></li><li><a href="/a/">A</a></li><li> </li></ol>',
      rows: ['A'],
    },
    {
      name: 'an address that is none',
      markup:
        '<ol><li><a href="javascript:alert(1)">A</a></li><li><a href="http://">B</a></li><li><a href="/c/">C</a></li></ol>',
      rows: ['A', 'B', 'C'],
    },
  ];

  for (const {name, markup, rows: expected, slotted: around} of shapes) {
    it(`reads ${name}`, async () => {
      const navigator = await draw(`<series-navigator>${markup}</series-navigator>`);
      expect(rows(navigator)).to.deep.equal(expected);
      if (around !== undefined) expect(slotted(navigator)).to.equal(around);
      const hrefs = [...navigator.shadowRoot!.querySelectorAll('a[href]')].map((link) => link.getAttribute('href'));
      expect(hrefs.every((href) => /^https?:/.test(href!))).to.equal(true);
    });
  }

  it('reads the language of a link, or else of its item', () => {
    const element = document.createElement('div');
    element.innerHTML = `<ol><li lang="fr"><a href="/a/">A</a></li><li lang="fr"><a href="/b/" lang="de">B</a></li>
      <li><a href="/c/">C</a></li><li lang="it">D</li></ol>`;
    expect(readSeries(element).parts.map(({lang}) => lang)).to.deep.equal(['fr', 'de', '', 'it']);
  });

  it('shows words that share a wrapper with the list', async () => {
    const navigator = await draw(
      `<series-navigator><nav><p>Four <b>days</b>:</p>${four}<p>Done.</p></nav></series-navigator>`,
    );
    expect(words(find(navigator, 'nav'))).to.match(/^Four days: Tuesday .* Friday Done\.$/);
    expect(rows(navigator)).to.have.length(4);
  });

  it('takes slot="before" and slot="after" at their word', async () => {
    const navigator = await draw(`<series-navigator>${four}<p slot="before">First</p></series-navigator>`);
    expect(
      words(
        navigator
          .shadowRoot!.querySelector<HTMLSlotElement>('[name=before]')!
          .assignedNodes()
          .find((n) => words(n)),
      ),
    ).to.equal('First');
  });

  it('leaves the light DOM as it was, to the byte', async () => {
    const markup = `<p>Intro</p>${four}`;
    const navigator = await draw(`<series-navigator current="/wed/">${markup}</series-navigator>`);
    expect(navigator.outerHTML).to.equal(`<series-navigator current="/wed/">${markup}</series-navigator>`);
  });

  it('shows everything as it stands, and says why on the console, where there is no list', async () => {
    const said = listen();
    const navigator = await draw('<series-navigator><p>Only prose.</p></series-navigator>');
    expect(slotted(navigator)).to.equal('Only prose.');
    expect(find(navigator, 'nav')).to.equal(null);
    expect(said.join()).to.match(/<series-navigator> finds no list/);
  });
});

describe('series-navigator: which part is the page', () => {
  const spellings = [
    '/wed',
    '/wed/index.html',
    '/wed/#top',
    '/wed/?utm_source=feed&fbclid=1',
    'https://localhost/wed/',
    '/WED/',
  ];
  for (const spelling of spellings) {
    it(`knows the page by the canonical link ${spelling}`, async () => {
      canonical(spelling.startsWith('https') ? spelling : new URL(spelling, location.href).href);
      const navigator = await draw(`<series-navigator>${four}</series-navigator>`);
      expect(navigator.currentIndex).to.equal(1);
    });
  }

  it('knows it by its location when the canonical link is another page', async () => {
    canonical('/somewhere-else/');
    const here = location.pathname;
    const navigator = await draw(
      `<series-navigator><ol><li><a href="/a/">A</a></li><li><a href="${here}">B</a></li></ol></series-navigator>`,
    );
    expect(navigator.currentIndex).to.equal(1);
  });

  it('tells pages apart by their parameters, as WordPress without permalinks needs', async () => {
    const plain = '<ol><li><a href="/?p=1">A</a></li><li><a href="/?p=2">B</a></li></ol>';
    const navigator = await draw(`<series-navigator current="/?p=2&utm_medium=mail">${plain}</series-navigator>`);
    expect(navigator.currentIndex).to.equal(1);
  });

  it('knows it when the link in the list has tracking parameters', async () => {
    const tracked =
      '<ol><li><a href="/a/?utm_source=series">A</a></li><li><a href="/b/?utm_source=series">B</a></li></ol>';
    const navigator = await draw(`<series-navigator current="/b/">${tracked}</series-navigator>`);
    expect(navigator.currentIndex).to.equal(1);
  });

  it('trusts aria-current more than the address', async () => {
    const marked = '<ol><li><a href="/a/" aria-current="page">A</a></li><li><a href="/b/">B</a></li></ol>';
    const navigator = await draw(`<series-navigator current="/b/">${marked}</series-navigator>`);
    expect(navigator.currentIndex).to.equal(0);
  });

  it('does not take an announced part for the page', async () => {
    const navigator = await draw(
      '<series-navigator><ol><li><a href="/a/">A</a></li><li>B <time datetime="2999-01-01">1 January</time></li></ol></series-navigator>',
    );
    expect(navigator.currentIndex).to.equal(-1);
  });

  it('takes a part for announced until its moment has come', () => {
    const {now} = Date;
    Date.now = () => Date.parse('2024-03-20T09:00Z');
    cleanups.push(() => (Date.now = now));
    const [before, then, after] = ['08:59', '09:00', '09:01'].map((time) => ({date: `2024-03-20T${time}Z`}));
    expect([before, then, after].map((part) => isAhead(part as SeriesPart))).to.deep.equal([false, false, true]);
  });

  it('works where a form stands in the way of document.querySelectorAll', async () => {
    const page = await fixture(`<div><form name="querySelectorAll"></form><img name="baseURI"><img name="location">
      <series-navigator current="/wed/">${four}</series-navigator></div>`);
    const navigator = page.querySelector('series-navigator')!;
    await navigator.updateComplete;
    expect(navigator.currentIndex).to.equal(1);
  });
});

describe('series-navigator: long series', () => {
  it('shows the first part, the current one with its neighbours, and the last', async () => {
    const navigator = await draw(`<series-navigator current="/25/">${list(50)}</series-navigator>`);
    await long(navigator);
    expect(rows(navigator)).to.deep.equal([
      'Title 1',
      'Parts 2 to 23',
      'Title 24 Previous',
      'Title 25 Part 25 of 50',
      'Title 26 Next',
      'Parts 27 to 49',
      'Title 50',
    ]);
  });

  it('folds no single part', async () => {
    const navigator = await draw(`<series-navigator current="/4/">${list(10)}</series-navigator>`);
    await long(navigator);
    expect(rows(navigator).slice(0, 3)).to.deep.equal(['Title 1', 'Title 2', 'Title 3 Previous']);
  });

  it('opens a fold by keyboard to every part in it, with its number', async () => {
    const navigator = await draw(`<series-navigator current="/25/">${list(50)}</series-navigator>`);
    await long(navigator);
    const details = find(navigator, 'details') as HTMLDetailsElement;
    const summary = find(navigator, 'summary')!;
    const toggled = new Promise((resolve) => details.addEventListener('toggle', resolve, {once: true}));
    summary.focus();
    // Firefox under automation drops this key after a page with frames: there, by a real click.
    if (globalThis.navigator.userAgent.includes('Firefox')) {
      const {left, top} = summary.getBoundingClientRect();
      await sendMouse({type: 'click', position: [Math.ceil(left) + 5, Math.ceil(top) + 5]});
    } else {
      await sendKeys({press: 'Enter'});
    }
    await toggled;
    expect(details.open).to.equal(true);
    const items = [...details.querySelectorAll('li')];
    expect(items.map(words)).to.deep.equal(Array.from({length: 22}, (_, index) => `Title ${index + 2}`));
    expect(items.map(({value}) => value)).to.deep.equal(Array.from({length: 22}, (_, index) => index + 2));
  });

  it('costs no more than a window of ten thousand parts, and still reaches each of them', async () => {
    listen();
    const navigator = await draw('<series-navigator current="/5000/"></series-navigator>');
    navigator.parts = Array.from({length: 10_000}, (_, index) => ({
      title: `Title ${index + 1}`,
      url: `/${index + 1}/`,
    }));
    await long(navigator);
    expect(navigator.shadowRoot!.querySelectorAll('li').length).to.be.below(20);
    let fold = find(navigator, 'details') as HTMLDetailsElement;
    const path: string[] = [];
    while (fold) {
      path.push(words(fold.querySelector('summary')));
      const toggled = new Promise((resolve) => fold.addEventListener('toggle', resolve, {once: true}));
      fold.open = true;
      await toggled;
      if (!fold.querySelector('details')) break;
      fold = [...fold.querySelectorAll('details')].at(-1)!;
    }
    expect(path).to.deep.equal(['Parts 2 to 4,998', 'Parts 4,902 to 4,998']);
    expect(words([...fold.querySelectorAll('li')].at(-1))).to.equal('Title 4998');
  });

  /** Long series are drawn by a module that loads when one is there. */
  async function long(navigator: SeriesNavigator): Promise<void> {
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => find(navigator, 'details') && (observer.disconnect(), resolve()));
      observer.observe(navigator.shadowRoot!, {childList: true, subtree: true});
      if (find(navigator, 'details')) resolve();
    });
  }
});

describe('series-navigator: the pointer form', () => {
  it('draws the way on at the end of an article from a list elsewhere', async () => {
    const navigator = await draw(
      `<series-navigator for="toc" current="/wed/"></series-navigator>${four.replace('<ol>', '<ol id="toc">')}`,
    );
    expect(rows(navigator)).to.deep.equal(['Tuesday Previous', 'Wednesday Part 2 of 4', 'Thursday Next']);
  });

  it('reads from an element that holds the list', async () => {
    const navigator = await draw(
      `<series-navigator for="all" current="/tue/">Read on:</series-navigator><div id="all"><h3>Paris</h3>${four}</div>`,
    );
    expect(rows(navigator)).to.deep.equal(['Tuesday Part 1 of 4', 'Wednesday Next']);
    expect(find(navigator, 'nav')).to.have.attribute('aria-label', 'Series: Paris');
    expect(slotted(navigator)).to.equal('Read on:');
  });

  it('finds a list that comes later', async () => {
    listen();
    const navigator = await draw('<series-navigator for="late" current="/wed/"></series-navigator>');
    navigator.insertAdjacentHTML('afterend', four.replace('<ol>', '<ol id="late">'));
    await settled(navigator);
    expect(rows(navigator)).to.have.length(3);
  });

  it('follows the list when it changes', async () => {
    const navigator = await draw(
      `<series-navigator for="grows" current="/fri/"></series-navigator>${four.replace('<ol>', '<ol id="grows">')}`,
    );
    document.getElementById('grows')!.insertAdjacentHTML('beforeend', '<li><a href="/sat/">Saturday</a></li>');
    await settled(navigator);
    expect(rows(navigator).at(-1)).to.equal('Saturday Next');
  });
});

describe('series-navigator: a living page', () => {
  it('draws children that arrive late and in pieces', async () => {
    const said = listen();
    const navigator = await draw('<series-navigator src="" current="/b/"></series-navigator>');
    navigator.innerHTML = '<p>Intro</p>';
    await settled(navigator);
    navigator.insertAdjacentHTML('beforeend', '<ol><li><a href="/a/">A</a></li></ol>');
    await settled(navigator);
    navigator.querySelector('ol')!.insertAdjacentHTML('beforeend', '<li><a href="/b/">B</a></li>');
    await settled(navigator);
    expect(rows(navigator)).to.deep.equal(['A Previous', 'B Part 2 of 2']);
    expect(said.length).to.be.at.most(1);
  });

  it('draws what a streaming parser adds', async () => {
    const frame = await fixture<HTMLIFrameElement>('<iframe></iframe>');
    const page = frame.contentDocument!;
    page.open();
    page.write('<body lang="en"><script type="module" async src="/dist/cdn/article-series.js"></script>');
    page.write('<series-navigator current="/b/"><ol><li><a href="/a/">A</a>');
    await frame.contentWindow!.customElements.whenDefined('series-navigator');
    page.write('<li><a href="/b/">B</a></ol></series-navigator>');
    page.close();
    const navigator = page.querySelector('series-navigator') as SeriesNavigator;
    await settled(navigator);
    expect(rows(navigator)).to.deep.equal(['A Previous', 'B Part 2 of 2']);
  });

  it('follows words that change, also by a translator', async () => {
    const navigator = await draw(`<series-navigator current="/wed/">${four}</series-navigator>`);
    const link = navigator.querySelector('a')!;
    link.innerHTML = '<font>Dienstag</font>';
    await settled(navigator);
    expect(rows(navigator)[0]).to.equal('Dienstag Previous');
  });

  it('still changes its own words after a translator has replaced their text nodes', async () => {
    const navigator = await draw(`<series-navigator current="/wed/">${four}</series-navigator>`);
    const position = find(navigator, '[part=position]')!;
    position.innerHTML = '<font>Teil 2 von 4</font>';
    navigator.current = '/thu/';
    await settled(navigator);
    expect(rows(navigator)[2]).to.equal('Thursday Part 3 of 4');
  });

  it('changes its language with the page', async () => {
    const navigator = await draw(`<series-navigator current="/wed/">${four}</series-navigator>`);
    navigator.parentElement!.lang = 'fr-CA';
    await settled(navigator);
    expect(rows(navigator)[1]).to.equal('Wednesday Partie 2 sur 4');
  });

  it('is the same after it was moved, cloned and adopted', async () => {
    const navigator = await draw(`<series-navigator current="/wed/">${four}</series-navigator>`);
    const expected = rows(navigator);
    const elsewhere = await fixture('<section lang="en"></section>');
    elsewhere.append(navigator);
    await settled(navigator);
    expect(rows(navigator)).to.deep.equal(expected);

    const clone = navigator.cloneNode(true) as SeriesNavigator;
    elsewhere.append(clone);
    await settled(clone);
    expect(rows(clone)).to.deep.equal(expected);

    const frame = await fixture<HTMLIFrameElement>('<iframe></iframe>');
    frame.contentDocument!.body.append(navigator);
    elsewhere.append(navigator);
    await settled(navigator);
    expect(rows(navigator)).to.deep.equal(expected);
  });

  it('leaves out of its parts, as a script sets them, what is none', async () => {
    const navigator = await draw('<series-navigator current="/b/"></series-navigator>');
    const broken = Object.defineProperty({}, 'title', {
      enumerable: true,
      get() {
        throw new Error('broken');
      },
    });
    const parts = [null, 7, broken, {title: 'A', url: '/a/'}, {title: 'B', url: '/b/'}];
    navigator.parts = parts as Partial<SeriesPart>[];
    await navigator.updateComplete;
    expect(rows(navigator)).to.deep.equal(['A Previous', 'B Part 2 of 2']);
    navigator.parts = 7 as unknown as SeriesPart[];
    expect(navigator.parts).to.deep.equal([]);
  });

  it('keeps properties that were set before it was defined', async () => {
    const page = await fixture('<div lang="en"><early-bird></early-bird></div>');
    const bird = page.querySelector('early-bird') as SeriesNavigator;
    bird.parts = [
      {title: 'A', url: '/a/'},
      {title: 'B', url: '/b/'},
    ];
    bird.current = '/b/';
    SeriesNavigator.define('early-bird');
    await bird.updateComplete;
    expect(rows(bird)).to.deep.equal(['A Previous', 'B Part 2 of 2']);
  });

  it('shows the parts a page sets, checked, and goes back to its own', async () => {
    const navigator = await draw(`<series-navigator>${four}</series-navigator>`);
    navigator.parts = [
      {title: 'A', url: 'javascript:alert(1)'},
      {title: '', url: '/b/'},
      {title: 'C\u202egnp', url: '/c/', date: 'soon'},
    ];
    await settled(navigator);
    expect(rows(navigator)).to.deep.equal(['A Part 1 of 2', 'Cgnp Next']);
    const [a, c] = navigator.parts as [SeriesPart, SeriesPart];
    expect(a.url).to.equal('');
    expect(c.date).to.equal('');
    expect(Object.isFrozen(c)).to.equal(true);
    navigator.parts = undefined;
    await settled(navigator);
    expect(rows(navigator)).to.have.length(4);
  });

  it('keeps the parts as they were when a page set them, and leaves out what is none', async () => {
    const navigator = await draw(`<series-navigator>${four}</series-navigator>`);
    const part = {title: 'A', url: '/a/'};
    navigator.parts = [null, part, {title: '\u202e ', url: '/b/'}, 'C', {title: 'D'}] as Partial<SeriesPart>[];
    part.title = 'Changed';
    await settled(navigator);
    expect(navigator.parts.map(({title}) => title)).to.deep.equal(['A', 'D']);
    expect(rows(navigator)).to.deep.equal(['A Previous', 'D Part 2 of 2']);
  });

  const spellings = ['/wed/', 'wed', '/a/../wed/', '\t/we\nd/', '//blog.example/wed', 'HTTP://BLOG.example:80/WED/'];
  for (const url of spellings) {
    it(`finds the page among the parts a page sets, also as ${JSON.stringify(url)}`, () => {
      const parts = new GivenParts(
        [
          {title: 'Tuesday', url: '/tue/'},
          {title: 'Wednesday', url},
        ],
        'https://blog.example/',
      );
      expect(findCurrent(parts, ['https://blog.example/wed/'])).to.equal(1);
    });
  }

  it('takes for the address of a part what the URL parser does, whatever a page sets', () => {
    const address = fc
      .array(
        fc.constantFrom(
          'https:',
          '//',
          '/',
          'a',
          'B',
          '1',
          '.',
          '-',
          'xn--',
          '%2e',
          '\\',
          '~',
          '_',
          '?',
          '#',
          ':',
          '\n',
        ),
      )
      .map((pieces) => pieces.join(''));
    const prefix = fc.constantFrom('', '/', 'https://', 'http://a.example/');
    fc.assert(
      fc.property(prefix, address, fc.constantFrom('https://a.example/x/', 'about:blank'), (start, rest, base) => {
        const url = start + rest;
        expect(new GivenParts([{title: 'A', url}], base).addresses[0]).to.equal(safeUrl(url, base));
      }),
      {numRuns: 2000},
    );
  });

  const changed = [
    'https://BLOG.example/a/',
    'https://blog.EXAMPLE/a/',
    'https://a-B.example/a/',
    'https://blog.12/a/',
    'https://a .example/a/',
    'https://blog.example/a.b c/',
    'https://blog.example/a/é',
    '/a.\n/',
    '/a.b/./c',
    '/a/..',
    'x/https://blog.example/a/',
    'https://blog.example/a/#b',
    '//a/b/',
  ];
  for (const url of changed) {
    it(`leaves ${JSON.stringify(url)} to the URL parser`, () => {
      const {addresses} = new GivenParts([{title: 'A', url}], 'https://a.example/x/');
      expect(addresses).to.deep.equal([safeUrl(url, 'https://a.example/x/')]);
    });
  }

  it('asks the URL parser for none of the addresses that most series have, so that thousands hold up nothing', () => {
    const urls = [
      '/a',
      '/2024/03/20/kubecon-wednesday/',
      '/a/b.c.html',
      '/~noe/week_1.html/',
      'http://blog.example/a/',
      'https://my-own-blog.co.uk/2024/a',
    ];
    const {URL: Parser} = globalThis;
    let asked = 0;
    globalThis.URL = class extends Parser {
      constructor(url: string | URL, base?: string | URL) {
        super(url, base);
        asked += 1;
      }
    };
    cleanups.push(() => (globalThis.URL = Parser));
    const parts = new GivenParts(
      urls.map((url) => ({title: 'A', url})),
      'https://a.example/x/',
    );
    expect(parts.addresses).to.deep.equal(urls.map((url) => new Parser(url, 'https://a.example/').href));
    // Once for the origin of all of them, where WebKit’s compiler asks the class that stands there now and not the one before.
    expect(asked).to.be.at.most(1);
  });

  it('takes no address that is none, even if it could be made one', () => {
    const urls = [['/a/'], {toString: () => '/a/'}, 7, null];
    const parts = new GivenParts(
      urls.map((url) => ({title: 'A', url})),
      'https://a.example/',
    );
    expect(parts.addresses).to.deep.equal(['', '', '', '']);
  });

  it('moves the mark by touching two items, not all', async () => {
    const navigator = await draw(`<series-navigator current="/wed/">${four}</series-navigator>`);
    const before = [...navigator.shadowRoot!.querySelectorAll('a')];
    navigator.current = '/thu/';
    await settled(navigator);
    expect([...navigator.shadowRoot!.querySelectorAll('a')]).to.deep.equal(before);
    expect(words(find(navigator, '[aria-current]'))).to.equal('Thursday');
  });
});

describe('series-navigator: search engines and the next page', () => {
  it('writes the series as JSON-LD into its shadow root when asked', async () => {
    const navigator = await draw(
      `<series-navigator structured-data series-name="Paris" current="/wed/">${four}</series-navigator>`,
    );
    const data = JSON.parse((await script(navigator, 'application/ld+json')).textContent) as Record<string, unknown>;
    expect(data['@type']).to.equal('CreativeWorkSeries');
    expect(data.name).to.equal('Paris');
    expect(
      (data.hasPart as {name: string; position: number}[]).map(({name, position}) => [name, position]),
    ).to.deep.equal([
      ['Tuesday', 1],
      ['Wednesday', 2],
      ['Thursday', 3],
      ['Friday', 4],
    ]);
    expect(document.head.querySelector('script[type="application/ld+json"]')).to.equal(null);
  });

  it('lets the browser fetch the next part only, when asked', async () => {
    const navigator = await draw(`<series-navigator prefetch-next current="/wed/">${four}</series-navigator>`);
    const rules = JSON.parse((await script(navigator, 'speculationrules')).textContent) as {
      prefetch: {urls: string[]}[];
    };
    expect(rules.prefetch.flatMap(({urls}) => urls)).to.deep.equal([new URL('/thu/', location.href).href]);
  });

  it('fetches nothing ahead for a reader who saves data', async () => {
    Object.defineProperty(navigator, 'connection', {value: {saveData: true}, configurable: true});
    cleanups.push(() => Reflect.deleteProperty(navigator, 'connection'));
    const series = await draw(
      `<series-navigator prefetch-next structured-data current="/wed/">${four}</series-navigator>`,
    );
    await script(series, 'application/ld+json');
    expect(find(series, 'script[type=speculationrules]')).to.equal(null);
  });

  it('does neither unasked', async () => {
    const navigator = await draw(`<series-navigator current="/wed/">${four}</series-navigator>`);
    expect(find(navigator, 'script')).to.equal(null);
  });

  async function script(navigator: SeriesNavigator, type: string): Promise<Element> {
    const written = (): Element | null => find(navigator, `script[type="${type}"]`);
    return new Promise((resolve) => {
      const observer = new MutationObserver(() => written() && (observer.disconnect(), resolve(written()!)));
      observer.observe(navigator.shadowRoot!, {childList: true, subtree: true});
      if (written()) resolve(written()!);
    });
  }
});

describe('series-navigator: for everyone', () => {
  it('has no accessibility fault', async () => {
    const navigator = await draw(
      `<main><series-navigator current="/wed/"><h2>Paris</h2>${four}</series-navigator></main>`,
    );
    await expect(navigator).to.be.accessible();
  });

  it('is walked through by Tab, in the order of the series', async () => {
    const navigator = await draw(`<series-navigator current="/wed/">${four}</series-navigator>`);
    const order: string[] = [];
    find(navigator, 'a')!.focus();
    for (let step = 0; step < 4; step += 1) {
      order.push(words(navigator.shadowRoot!.activeElement));
      await sendKeys({press: 'Tab'});
    }
    expect(order).to.deep.equal(['Tuesday Previous', 'Wednesday', 'Thursday Next', 'Friday']);
  });

  it('does not say that titles are English where the page says no language', async () => {
    const navigator = await draw(`<div lang=""><series-navigator current="/wed/">${four}</series-navigator></div>`);
    const languages = ['nav', 'a span', '[part=position]'].map((each) => find(navigator, each)!.getAttribute('lang'));
    expect(languages).to.deep.equal(['en', '', null]);
    await expect(navigator).to.be.accessible();
  });

  it('keeps the language of the content for the titles where our words are in another', async () => {
    const navigator = await draw(`<div lang="tlh"><series-navigator current="/wed/">${four}</series-navigator></div>`);
    expect(find(navigator, 'nav')).to.have.attribute('lang', 'en');
    expect(find(navigator, 'a span')).to.have.attribute('lang', 'tlh');
  });

  it('is hidden when it is told so', async () => {
    const navigator = await draw(`<series-navigator hidden>${four}</series-navigator>`);
    expect(getComputedStyle(navigator).display).to.equal('none');
  });
});

/** After an observer has told of a change, and the update that follows. */
async function settled(navigator: SeriesNavigator): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await navigator.updateComplete;
}
