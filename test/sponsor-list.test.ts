import {expect, fixture} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import fc from 'fast-check';
import '../src/define.js';
import type {
  FeedErrorReason,
  OrganizationsErrorEvent,
  OrganizationsLoadEvent,
  SponsorList,
  Tier,
} from '../src/index.js';
import {sponsorsJsonLd} from '../src/index.js';
import {parseTiers} from '../src/sponsor-list/organizations.feed.js';
import {next, words} from './support/draw.js';
import {seen} from './support/visible.js';

const logo = '/demo/img/orgs/lanterne.svg';
const broken = '/demo/img/orgs/no-such-file.svg';

async function draw(markup: string, lang = 'en'): Promise<SponsorList> {
  const page = await fixture(`<main lang="${lang}">${markup}</main>`);
  const list = page.querySelector('sponsor-list')!;
  await list.updateComplete;
  return list;
}

const all = (list: SponsorList, selector: string): HTMLElement[] => [
  ...list.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const organizations = (list: SponsorList): string[] => all(list, '[part=organization]').map(seen);

/** Resolves when what was asked for is true after a change of the shadow tree. */
function until(list: SponsorList, isTrue: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(check);
    function check(): void {
      if (isTrue()) resolve(observer.disconnect());
    }
    observer.observe(list.shadowRoot!, {attributes: true, childList: true, characterData: true, subtree: true});
    check();
  });
}

const tiered = `<p>Nobody paid.</p><h3>Gold</h3><ul><li><a href="https://a.example/">Acme</a> — coffee</li></ul>
  <h3>Silver</h3><ul><li><a href="https://b.example/">Bolt</a></li><li>Crate</li></ul><p>Thanks!</p>`;

describe('sponsor-list: what authors write', () => {
  it('shows headings as tiers, items as organisations and prose where it stands', async () => {
    const list = await draw(`<sponsor-list>${tiered}</sponsor-list>`);
    expect(seen(list)).to.equal('Nobody paid. Gold Acme coffee Silver Bolt Crate Thanks!');
    expect(list.tiers.map(({name, organizations: all}) => [name, ...all.map((each) => each.name)])).to.deep.equal([
      ['Gold', 'Acme'],
      ['Silver', 'Bolt', 'Crate'],
    ]);
  });

  const items: [what: string, item: string, shown: string, read: object][] = [
    ['a link', '<a href="https://a.example/">Acme</a>', 'Acme', {name: 'Acme', url: 'https://a.example/'}],
    ['words', 'Acme', 'Acme', {name: 'Acme', url: ''}],
    [
      'a name in bold, and words',
      '<b>Acme</b>, for the coffee',
      'Acme for the coffee',
      {name: 'Acme', note: 'for the coffee'},
    ],
    [
      'words after a comment',
      '<a href="https://a.example/">Acme</a> <!-- thanks --> — coffee',
      'Acme coffee',
      {name: 'Acme', note: 'coffee'},
    ],
    [
      'words around a link',
      'Our friends of <a href="https://a.example/">Acme</a>.',
      'Our friends of Acme .',
      {name: 'Acme', note: '.'},
    ],
    [
      'a second link',
      '<a href="https://a.example/">Acme</a>, with <a href="https://b.example/">Bolt</a>',
      'Acme with Bolt',
      {name: 'Acme', note: 'with Bolt'},
    ],
    [
      'a logo in the link',
      `<a href="https://a.example/"><img src="${logo}" alt=""> Acme</a>`,
      'Acme',
      {name: 'Acme', logo: new URL(logo, document.baseURI).href},
    ],
    [
      'a logo before the link',
      `<img src="${logo}" alt="Acme’s bird"> <a href="https://a.example/">Acme</a>`,
      'Acme',
      {name: 'Acme'},
    ],
    [
      'a logo that is the name',
      `<a href="https://a.example/"><img src="${logo}" alt="Acme"></a>`,
      'Acme',
      {name: 'Acme'},
    ],
    [
      'a logo without a name',
      `<a href="https://www.a.example/"><img src="${logo}" alt=""></a>`,
      'www.a.example',
      {name: 'www.a.example'},
    ],
    [
      'a picture',
      `<a href="https://a.example/"><picture><source media="print" srcset="${logo}"><img src="${logo}" alt="Acme"></picture></a>`,
      'Acme',
      {name: 'Acme'},
    ],
    [
      'an inline svg',
      '<a href="https://a.example/"><svg viewBox="0 0 9 9"><title>Acme</title></svg></a>',
      'Acme Acme',
      {name: 'Acme'},
    ],
    ['a paragraph in the item', '<p><a href="https://a.example/">Acme</a></p>', 'Acme', {name: 'Acme'}],
    [
      'an inline svg with a label',
      '<a href="https://a.example/"><svg viewBox="0 0 9 9" aria-label="Acme"><title>Logo</title></svg></a>',
      'Logo Acme',
      {name: 'Acme'},
    ],
    [
      'an inline svg with letters',
      '<a href="https://a.example/"><svg viewBox="0 0 9 9"><title>Acme</title><text>A</text></svg></a>',
      'Acme A Acme',
      {name: 'Acme'},
    ],
    [
      'words that follow the name at once',
      '<a href="https://a.example/">Acme</a>’s coffee, and tea',
      'Acme ’s coffee, and tea',
      {name: 'Acme', note: '’s coffee, and tea'},
    ],
    ['a link that is none', '<a href="javascript:alert(1)">Acme</a>', 'Acme', {name: 'Acme', url: ''}],
  ];
  for (const [what, item, shown, read] of items) {
    it(`reads ${what}`, async () => {
      const list = await draw(`<sponsor-list><ul><li>${item}</li></ul></sponsor-list>`);
      expect(organizations(list)).to.deep.equal([shown]);
      expect(list.tiers[0]!.organizations[0]).to.include(read);
    });
  }

  it('reads no more than is written', async () => {
    const list = await draw('<sponsor-list><ul><li>Acme</li></ul></sponsor-list>');
    const [{name, organizations: read}] = list.tiers as [Tier];
    expect([name, {...read[0]}]).to.deep.equal([
      '',
      {name: 'Acme', url: '', logo: '', logoDark: '', note: '', relation: ''},
    ]);
    expect(all(list, 'a')[0]!.getAttributeNames()).to.deep.equal(['rel']);
    expect((all(list, 'a')[0] as HTMLAnchorElement).rel).to.equal('noopener');
  });

  it('keeps where a link opens, and its language or that of its item', async () => {
    const list = await draw(`<sponsor-list><ul><li lang="fr"><a href="https://a.example/" target="_blank">A</a></li>
      <li lang="fr"><a href="https://b.example/" lang="de">B</a></li><li>C</li></ul></sponsor-list>`);
    expect(all(list, 'a').map((link) => (link as HTMLAnchorElement).target)).to.deep.equal(['_blank', '', '']);
    expect(all(list, 'li').map((item) => item.lang)).to.deep.equal(['fr', 'de', '']);
  });

  it('takes the name of a tier from the last heading above it, whatever stands between', async () => {
    const list = await draw(`<sponsor-list><h2>Thanks</h2><h3>Gold</h3><p>They brought coffee.</p><my-h4>No</my-h4>
      <h4-x>No</h4-x><ul><li>Acme</li></ul></sponsor-list>`);
    expect(list.tiers.map(({name}) => name)).to.deep.equal(['Gold']);
    expect(all(list, '[part=tier]')[0]!.ariaLabel).to.equal('Gold');
  });

  it('sees through a wrapper, and keeps the words in it', async () => {
    const list = await draw(`<sponsor-list><div>${tiered}</div></sponsor-list>`);
    expect(seen(list)).to.equal('Nobody paid. Gold Acme coffee Silver Bolt Crate Thanks!');
  });

  const kept: [string, string][] = [
    ['a sentence of names', '<p>Thanks to Acme, Bolt and Crate.</p>'],
    ['a list of lists', '<ul><li>Gold<ul><li>Acme</li></ul></li></ul>'],
    ['a list of terms', '<dl><dt>Gold</dt><dd>Acme</dd></dl>'],
    ['elements that are only named like lists', '<my-ol><li>Acme</li></my-ol><ul-x><li>Acme</li></ul-x>'],
    ['an empty list', '<ul><li></li></ul>'],
    ['nothing', ''],
  ];
  for (const [what, markup] of kept) {
    it(`leaves ${what} as it stands`, async () => {
      const list = await draw(`<sponsor-list>${markup}</sponsor-list>`);
      expect(list.tiers).to.deep.equal([]);
      expect(all(list, 'slot').flatMap((slot) => (slot as HTMLSlotElement).assignedNodes())).to.deep.equal([
        ...list.childNodes,
      ]);
    });
  }

  it('loses no word, whatever is in it', async () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    const inline = fc.oneof(
      word,
      word.map((each) => `<a href="https://a.example/">${each}</a>`),
      word.map((each) => `<b>${each}</b>`),
      word.map((each) => `<img src="${logo}" alt=""> ${each}`),
    );
    const line = fc.array(inline, {maxLength: 4}).map((each) => each.join(' '));
    const block = fc.oneof(
      line.map((each) => `<p>${each}</p>`),
      line.map((each) => `<h3>${each}</h3>`),
      fc.array(line, {maxLength: 4}).map((each) => `<ul>${each.map((item) => `<li>${item}</li>`).join('')}</ul>`),
      line.map((each) => `<div><p>${each}</p><ol><li>${each}</li></ol></div>`),
      line.map((each) => `<ul><li>${each}<ul><li>${each}</li></ul></li></ul>`),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(block, {maxLength: 5}), async (blocks) => {
        const list = await draw(`<sponsor-list>${blocks.join('')}</sponsor-list>`);
        const written = words(list).replace(/\s+/g, ' ');
        // An item that has a logo and no words is named by its link; nothing else may be added.
        expect(
          seen(list)
            .replace(/a\.example/g, '')
            .replace(/\s+/g, ''),
        ).to.equal(written.replace(/\s+/g, ''));
        list.parentElement!.remove();
      }),
      {numRuns: 60},
    );
  });

  it('follows children that come late, and leaves the light DOM as it was, to the byte', async () => {
    const list = await draw('<sponsor-list></sponsor-list>');
    const template = document.createElement('template');
    template.innerHTML = tiered;
    list.append(template.content);
    await until(list, () => organizations(list).length === 3);
    expect(list.innerHTML).to.equal(tiered);
    expect(list.getAttributeNames()).to.deep.equal([]);
  });
});

describe('sponsor-list: logos', () => {
  it('gives a wide and a tall logo about the same area', async () => {
    const list = await draw(`<sponsor-list><ul><li><img src="/demo/img/orgs/quai-sept.svg" alt="Wide"></li>
      <li><img src="/demo/img/orgs/mat-libre.svg" alt="Tall"></li></ul></sponsor-list>`);
    const images = all(list, 'img') as HTMLImageElement[];
    await until(list, () => images.every(({style}) => style.width));
    const areas = images.map((image) => {
      const {width, height} = image.getBoundingClientRect();
      const ratio = image.naturalWidth / image.naturalHeight;
      return Math.min(width, height * ratio) * Math.min(height, width / ratio);
    });
    expect(Math.max(...areas) / Math.min(...areas)).to.be.below(1.5);
  });

  it('keeps every box as high as it was before its logo came', async () => {
    const list = await draw(
      `<sponsor-list><ul><li><a href="https://a.example/"><img src="${logo}?slow" alt=""> Acme</a></li></ul></sponsor-list>`,
    );
    const [item] = all(list, '[part=organization]');
    const before = item!.getBoundingClientRect().height;
    const [image] = all(list, 'img') as HTMLImageElement[];
    await until(list, () => image!.style.width !== '');
    expect(item!.getBoundingClientRect().height).to.equal(before);
  });

  it('loads no logo before the reader comes near', async () => {
    const list = await draw(
      `<sponsor-list><ul><li><img src="${logo}" alt="A"></li><li><picture><img src="${logo}" alt="B"></picture></li></ul></sponsor-list>`,
    );
    expect(all(list, 'img').map((image) => (image as HTMLImageElement).loading)).to.deep.equal(['lazy', 'lazy']);
  });

  it('draws a logo without the style of its own, which would win over that of the list', async () => {
    const list = await draw(
      `<sponsor-list><ul><li><img src="${logo}" alt="Acme" style="border: 9px solid"></li></ul></sponsor-list>`,
    );
    expect(getComputedStyle(all(list, 'img')[0]!).borderTopWidth).to.equal('0px');
  });

  it('puts the name in the place of a logo that does not load', async () => {
    const list = await draw(
      `<sponsor-list names="hide"><ul><li><img src="${broken}" alt="Acme"></li></ul></sponsor-list>`,
    );
    await until(list, () => all(list, 'img').length === 0);
    expect(seen(list)).to.equal('Acme');
  });

  it('names a logo for those who hear it, where its name is not shown', async () => {
    const list = await draw(
      `<sponsor-list names="hide"><ul><li><a href="https://a.example/"><img src="${logo}" alt=""> Acme</a></li></ul></sponsor-list>`,
    );
    expect(all(list, '[part=name]')).to.have.length(0);
    expect(all(list, '[role=img]')[0]!.ariaLabel).to.equal('Acme');
    await expect(list).to.be.accessible();
  });

  it('stands on a light plate where the page’s text is light, and on nothing where it is dark', async () => {
    const markup = `<ul><li><img src="${logo}" alt="A"></li></ul>`;
    const plate = (list: SponsorList): string => getComputedStyle(all(list, '[part=logo]')[0]!).backgroundColor;
    const alpha = (colour: string): number =>
      Number(/\/ ([\d.]+)\)|, 0\)$/.exec(colour)?.[1] ?? (colour.endsWith(', 0)') ? 0 : 1));
    const light = await draw(`<div style="color: #eee"><sponsor-list>${markup}</sponsor-list></div>`);
    const dark = await draw(`<div style="color: #222"><sponsor-list>${markup}</sponsor-list></div>`);
    expect([alpha(plate(light)), alpha(plate(dark))]).to.deep.equal([1, 0]);
  });
});

describe('sponsor-list: honesty', () => {
  const list =
    '<ul><li><a href="https://a.example/">Acme</a></li><li data-relation="gift"><a href="https://b.example/" rel="nofollow">Bolt</a></li></ul>';
  const rels = (element: SponsorList): string[] => all(element, 'a').map((link) => (link as HTMLAnchorElement).rel);

  it('says nothing that the author did not', async () => {
    const element = await draw('<sponsor-list><ul><li><a href="https://a.example/">Acme</a></li></ul></sponsor-list>');
    expect(seen(element)).to.equal('Acme');
    expect(rels(element)).to.deep.equal(['noopener']);
  });

  it('says that organisations paid, and marks their links, but not those of others', async () => {
    const element = await draw(`<sponsor-list relation="paid">${list}</sponsor-list>`);
    expect(seen(element)).to.equal('Acme Bolt Gift to the author Paid partnership');
    expect(rels(element)).to.deep.equal(['sponsored noopener', 'noopener nofollow']);
  });

  it('says it in the words of French law on a French page', async () => {
    const element = await draw(`<sponsor-list relation="paid">${list}</sponsor-list>`, 'fr');
    expect(words(all(element, '[part=disclosure]')[0])).to.equal('Collaboration commerciale');
  });

  it('says of each organisation what it did, where it is not what the others did', async () => {
    const element = await draw(
      `<sponsor-list relation="paid"><ul data-relation="event"><li>Acme</li><li data-relation="paid">Bolt</li></ul></sponsor-list>`,
    );
    expect(organizations(element)).to.deep.equal(['Acme Event sponsorship', 'Bolt']);
  });

  it('takes the author’s words instead, or none', async () => {
    const own = await draw(`<sponsor-list relation="paid" disclosure="Acme paid for my train.">${list}</sponsor-list>`);
    expect(words(all(own, '[part=disclosure]')[0])).to.equal('Acme paid for my train.');
    const none = await draw(`<sponsor-list relation="paid" disclosure="">${list}</sponsor-list>`);
    expect(all(none, '[part=disclosure]')).to.have.length(0);
  });

  it('ignores a relation it does not know', async () => {
    const element = await draw(
      '<sponsor-list relation="constructor"><ul><li data-relation="toString">Acme</li></ul></sponsor-list>',
    );
    expect(seen(element)).to.equal('Acme');
  });
});

describe('sponsor-list: order', () => {
  const items = (names: string[]): string => `<ul>${names.map((name) => `<li>${name}</li>`).join('')}</ul>`;

  it('stands by name in the order of the page’s language', async () => {
    const list = await draw(
      `<sponsor-list order="name">${items(['Zénith', 'Éclair', 'Atelier', 'Écume'])}</sponsor-list>`,
      'fr',
    );
    await until(list, () => organizations(list)[0] === 'Atelier');
    expect(organizations(list)).to.deep.equal(['Atelier', 'Éclair', 'Écume', 'Zénith']);
    list.order = 'listed';
    await until(list, () => organizations(list)[0] === 'Zénith');
    expect(organizations(list)).to.deep.equal(['Zénith', 'Éclair', 'Atelier', 'Écume']);
  });

  it('is another than the listed one, and the same on each page of a visit, when it is random', async () => {
    const names = Array.from({length: 30}, (_, index) => `Org ${index}`);
    const [first, second] = [
      await draw(`<sponsor-list order="random">${items(names)}</sponsor-list>`),
      await draw(`<sponsor-list order="random">${items([...names].reverse())}</sponsor-list>`),
    ];
    await until(first, () => organizations(first)[0] !== 'Org 0' || organizations(first)[1] !== 'Org 1');
    await until(second, () => organizations(second).join() === organizations(first).join());
    expect(organizations(first)).not.to.deep.equal(names);
    expect([...organizations(first)].sort()).to.deep.equal([...names].sort());
    expect([localStorage.length, sessionStorage.length, document.cookie]).to.deep.equal([0, 0, '']);
  });
});

describe('sponsor-list: a JSON file', () => {
  const file = {
    tiers: [
      {
        name: 'Gold',
        organizations: [{name: 'Acme', url: '/acme/', logo, logoDark: logo, note: 'coffee', relation: 'gift'}],
      },
      {name: 'Bronze', organizations: [{name: 'Delta'}]},
    ],
  };
  const address = (answer: Record<string, string | number>): string =>
    `/feed?${new URLSearchParams(Object.entries(answer).map(([key, value]) => [key, String(value)]))}`.replace(
      /&/g,
      '&amp;',
    );
  const good = address({body: JSON.stringify(file)});

  it('takes the place of the lists, and leaves the author’s prose', async () => {
    const loaded = next<OrganizationsLoadEvent>('organizations-load');
    const list = await draw(
      `<sponsor-list src="${good}"><h2>Thanks</h2><p>Nobody paid.</p><h3>Gold</h3><ul><li>Old</li></ul><p>And to you.</p></sponsor-list>`,
    );
    expect((await loaded).tiers.map(({name}) => name)).to.deep.equal(['Gold', 'Bronze']);
    expect(seen(list)).to.equal('Thanks Nobody paid. Gold Acme coffee Gift to the author Bronze Delta And to you.');
    expect(all(list, 'h3').map(words)).to.deep.equal(['Gold', 'Bronze']);
    expect((all(list, '[part=organization] a')[0] as HTMLAnchorElement).pathname).to.equal('/acme/');
    await expect(list).to.be.accessible();
  });

  it('is shown where nothing is written', async () => {
    const loaded = next('organizations-load');
    const list = await draw(`<sponsor-list src="${good}"></sponsor-list>`);
    await loaded;
    expect(organizations(list)).to.deep.equal(['Acme coffee Gift to the author', 'Delta']);
  });

  it('does not tell those who keep its logos which page shows them', async () => {
    const loaded = next('organizations-load');
    const list = await draw(`<sponsor-list src="${good}"></sponsor-list>`);
    await loaded;
    expect(all(list, 'img').map((image) => (image as HTMLImageElement).referrerPolicy)).to.deep.equal(['no-referrer']);
  });

  it('is asked for once by two lists', async () => {
    const key = `orgs-${Date.now()}`;
    const src = address({body: JSON.stringify(file), key});
    const loaded = next('organizations-load');
    const page = await fixture(
      `<div><sponsor-list src="${src}"></sponsor-list><sponsor-list src="${src}"></sponsor-list></div>`,
    );
    await loaded;
    const lists = [...page.querySelectorAll('sponsor-list')];
    await Promise.all(lists.map((list) => until(list, () => organizations(list).length === 2)));
    expect(await (await fetch(`/feed-count?key=${key}`)).text()).to.equal('1');
  });

  const faults: [what: string, src: string, reason: FeedErrorReason][] = [
    ['is no address', 'javascript:alert(1)', 'address'],
    ['is not there', address({status: 404}), 'status'],
    ['fails', address({status: 500}), 'server'],
    ['breaks off', address({body: '{"tiers":', cut: 1}), 'network'],
    ['redirects for ever', address({loop: 1}), 'network'],
    ['is HTML', address({body: '<!doctype html><p>Not found', type: 'text/html'}), 'not-a-feed'],
    ['is a feed', address({body: '{"version":"https://jsonfeed.org/version/1.1","items":[]}'}), 'not-a-feed'],
    ['is null', address({body: 'null'}), 'not-a-feed'],
    [
      'has no organisation',
      address({body: '{"tiers":[{"name":"Gold","organizations":[]},null,{"organizations":{}}]}'}),
      'empty',
    ],
    ['has no name', address({body: '{"tiers":[{"organizations":[{"url":"/a/"},7]}]}'}), 'empty'],
    ['is larger than 2 MB', address({size: 2_000_001}), 'too-large'],
  ];
  for (const [what, src, reason] of faults) {
    it(`that ${what} leaves the author’s list as it was`, async () => {
      const failed = next<OrganizationsErrorEvent>('organizations-error');
      const list = await draw(`<sponsor-list src="${src}">${tiered}</sponsor-list>`);
      expect((await failed).reason).to.equal(reason);
      expect(seen(list)).to.equal('Nobody paid. Gold Acme coffee Silver Bolt Crate Thanks!');
      expect(list.innerHTML).to.equal(tiered);
    });
  }

  it('of any shape is read or refused, and never throws anything else', () => {
    fc.assert(
      fc.property(fc.json(), fc.array(fc.jsonValue()), (text, organizationsOfAnything) => {
        for (const source of [
          text,
          JSON.stringify({tiers: [{name: text, organizations: organizationsOfAnything}, text]}),
        ]) {
          try {
            for (const {organizations: read} of parseTiers(source, 'https://a.example/')) {
              for (const {name, url} of read) {
                expect(name).not.to.equal('');
                expect(url).to.match(/^(https?:|$)/);
              }
            }
          } catch (error) {
            expect(error).to.have.property('reason').that.is.oneOf(['empty', 'not-a-feed']);
          }
        }
      }),
    );
  });

  it('has at most 1,000 organisations', () => {
    const many = Array.from({length: 700}, (_, index) => ({name: `Org ${index}`}));
    const tiers = parseTiers(
      JSON.stringify({tiers: [{organizations: many}, {organizations: many}]}),
      'https://a.example/',
    );
    expect(tiers.map(({organizations: {length}}) => length)).to.deep.equal([700, 300]);
  });
});

describe('sponsor-list: for everyone', () => {
  it('has no accessibility fault', async () => {
    await expect(
      await draw(
        `<sponsor-list relation="event">${tiered}<ul><li><a href="https://a.example/"><img src="${logo}" alt=""> Acme</a></li></ul></sponsor-list>`,
      ),
    ).to.be.accessible();
  });

  it('is walked through by Tab, one stop an organisation', async () => {
    const list = await draw(`<sponsor-list>${tiered}</sponsor-list>`);
    list.querySelector<HTMLElement>('p')!.tabIndex = -1;
    list.querySelector('p')!.focus();
    await sendKeys({press: 'Tab'});
    expect(words(list.shadowRoot!.activeElement)).to.equal('Acme');
    await sendKeys({press: 'Tab'});
    expect(words(list.shadowRoot!.activeElement)).to.equal('Bolt');
  });

  it('fits 320 pixels', async () => {
    const list = await draw(`<div style="inline-size: 320px"><sponsor-list><ul>
      <li><a href="https://a.example/"><img src="${logo}" alt=""> Donaudampfschifffahrtsgesellschaft</a></li>
      <li>${'W'.repeat(60)}</li></ul><ul><li>${'W'.repeat(60)}</li></ul></sponsor-list></div>`);
    expect(list.scrollWidth).to.be.at.most(320);
  });

  it('takes the room of its logos before it is drawn, with the optional stylesheet', async () => {
    const page = await fixture<HTMLElement>('<main lang="en"></main>');
    const link = document.createElement('link');
    Object.assign(link, {rel: 'stylesheet', href: '/src/article-series.css'});
    await new Promise((resolve) => (link.addEventListener('load', resolve), page.append(link)));
    const item = `<li><a href="https://a.example/"><img src="${logo}" alt=""> Lanterne</a></li>`;
    page.insertAdjacentHTML('beforeend', `<sponsor-list><ul>${item.repeat(12)}</ul></sponsor-list>`);
    const list = page.querySelector('sponsor-list')!;
    expect(list.shadowRoot).to.equal(null);
    const {height} = list.getBoundingClientRect();
    await list.updateComplete;
    expect(list.getBoundingClientRect().height).to.be.closeTo(height, 2);
  });

  it('can be defined under another name', async () => {
    const {SponsorList: Class} = await import('../src/index.js');
    Class.define('event-partners');
    const page = await fixture('<div><event-partners><ul><li>Acme</li></ul></event-partners></div>');
    const list = page.querySelector('event-partners') as SponsorList;
    await list.updateComplete;
    expect(organizations(list)).to.deep.equal(['Acme']);
  });

  it('is the sponsor of an Event of schema.org when asked, without those that paid the author', async () => {
    const list = await draw(
      '<sponsor-list structured-data event-name="Paris"><ul><li><a href="https://a.example/">Acme</a></li><li data-relation="paid">Bolt</li></ul></sponsor-list>',
    );
    await until(list, () => all(list, 'script').length === 1);
    const data: unknown = JSON.parse(all(list, 'script')[0]!.textContent);
    expect(data).to.deep.equal(sponsorsJsonLd(list.tiers[0]!.organizations.slice(0, 1), 'Paris'));
    expect(data).to.deep.equal({
      '@context': 'https://schema.org',
      '@type': 'Event',
      name: 'Paris',
      sponsor: [{'@type': 'Organization', name: 'Acme', url: 'https://a.example/'}],
    });
  });
});
