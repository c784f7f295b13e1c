import {expect, fixture} from '@open-wc/testing';
import '../src/define.js';
import {registerLocale, type KeynoteCard} from '../src/index.js';
import {words} from './support/draw.js';
import {seen} from './support/visible.js';

async function draw(markup: string, lang = 'en'): Promise<KeynoteCard> {
  const page = await fixture(`<main lang="${lang}">${markup}</main>`);
  const card = page.querySelector('keynote-card')!;
  await card.updateComplete;
  return card;
}

const all = (card: KeynoteCard, selector: string): Element[] => [...card.shadowRoot!.querySelectorAll(selector)];

const panel = `<h2 id="wasm">WebAssembly everywhere</h2>
  <ul><li>Kai Walter, Distinguished Architect, ZEISS</li>
  <li><img src="/demo/img/beret.svg" alt=""><a href="/jane/">Jane Doe</a>, Acme (moderator)</li></ul>
  <p>What was said.</p>
  <blockquote lang="fr" cite="https://a.example/"><p>C’est du bytecode.</p></blockquote>
  <p>— Kai Walter</p>`;

describe('keynote-card', () => {
  it('gives people equal weight, the moderator first and named as such', async () => {
    const card = await draw(`<keynote-card kind="panel">${panel}</keynote-card>`);
    expect(all(card, '[part=speaker]').map(words)).to.deep.equal([
      'Jane Doe Acme (moderator)',
      'Kai Walter Distinguished Architect, ZEISS',
    ]);
  });

  it('shows a portrait where there is one and initials where there is none', async () => {
    const card = await draw(`<keynote-card>${panel}</keynote-card>`);
    const [jane, kai] = all(card, '[part=portrait]');
    expect((jane as HTMLImageElement).src).to.match(/beret\.svg$/);
    expect(jane).to.have.attribute('alt', '');
    // Firefox gives `attr()` as it is written, other engines what it stands for.
    const {content} = getComputedStyle(kai!, '::before');
    expect(content.replace('attr(data-initials)', `"${kai!.getAttribute('data-initials')}"`)).to.match(/^"KW"/);
    expect(words(kai)).to.equal('');
  });

  it('links a name to the person’s page', async () => {
    const card = await draw(`<keynote-card>${panel}</keynote-card>`);
    expect(words(all(card, 'a[href]')[0])).to.equal('Jane Doe');
  });

  it('keeps quotes in their language, with who said them', async () => {
    const card = await draw(`<keynote-card>${panel}</keynote-card>`);
    const [quote] = all(card, '[part=quote]');
    expect(seen(quote!)).to.equal('C’est du bytecode. — Kai Walter');
    expect(card.querySelector('blockquote')!.lang).to.equal('fr');
  });

  it('says what kind of session it is, unless the heading does', async () => {
    const kind = async (markup: string, lang = 'en'): Promise<string> =>
      words(all(await draw(markup, lang), '[part=kind]')[0]);
    expect(await kind('<keynote-card><h2>Beret</h2></keynote-card>')).to.equal('Keynote');
    expect(await kind('<keynote-card><h2>Keynote: Beret</h2></keynote-card>')).to.equal('');
    expect(await kind('<keynote-card><h2>Eröffnungskeynote: Beret</h2></keynote-card>')).to.equal('');
    expect(await kind('<keynote-card kind="panel"><h2>Wasm</h2></keynote-card>', 'fr')).to.equal('Table ronde');
    expect(await kind('<keynote-card kind="interview"><h2>Wasm</h2></keynote-card>')).to.equal('Interview');
    registerLocale('eo', {keynote: 'Ĉefa (+'});
    expect(await kind('<keynote-card><h2>Wasm</h2></keynote-card>', 'eo')).to.equal('Ĉefa (+');
    expect(await kind('<keynote-card kind="__proto__"><h2>Wasm</h2></keynote-card>')).to.equal('');
  });

  it('takes speakers as a shorthand where none are written', async () => {
    const card = await draw('<keynote-card speakers="Kai Walter, ZEISS; Jane Doe"><h2>A</h2></keynote-card>');
    expect(all(card, '[part=name]').map(words)).to.deep.equal(['Kai Walter', 'Jane Doe']);
    const written = await draw(`<keynote-card speakers="Someone Else">${panel}</keynote-card>`);
    expect(all(written, '[part=name]').map(words)).to.deep.equal(['Jane Doe', 'Kai Walter']);
  });

  it('puts its picture beside the words where there is room, and above or below where there is not', async () => {
    const markup = `<keynote-card><h2>A</h2><p><img src="/demo/img/stage.svg" alt="" width="640" height="360"></p><p>Words.</p></keynote-card>`;
    const page = await fixture<HTMLElement>(
      `<main lang="en"><div class="wide">${markup}</div><style>.wide {width: 60rem} img {width: 100%}</style></main>`,
    );
    const card = page.querySelector('keynote-card')!;
    await card.updateComplete;
    const box = (part: string): DOMRect => card.shadowRoot!.querySelector(`[part=${part}]`)!.getBoundingClientRect();
    expect(box('media').left).to.be.above(box('body').right - 1);
    page.querySelector<HTMLElement>('.wide')!.style.width = '20rem';
    expect(box('media').left).to.be.closeTo(box('body').left, 1);
    expect(box('media').bottom).to.be.at.most(box('body').top + 1);
  });

  it('is one article with the author’s heading and its id', async () => {
    const card = await draw(`<keynote-card>${panel}</keynote-card>`);
    expect(all(card, 'article')).to.have.length(1);
    expect(all(card, 'article')[0]).to.have.attribute('aria-label', 'WebAssembly everywhere');
    expect(document.getElementById('wasm')!.closest('keynote-card')).to.equal(card);
  });

  it('leaves the light DOM as it was, to the byte', async () => {
    const card = await draw(`<keynote-card>${panel}</keynote-card>`);
    expect(card.innerHTML).to.equal(panel);
  });

  it('follows words that change', async () => {
    const card = await draw(`<keynote-card>${panel}</keynote-card>`);
    card.querySelector('li')!.textContent = 'Ada Lovelace, Analytical Engines';
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await card.updateComplete;
    expect(all(card, '[part=name]').map(words)).to.include('Ada Lovelace');
  });

  it('writes what was read, and nothing else, as JSON-LD when asked', async () => {
    const card = await draw(`<keynote-card structured-data>${panel}</keynote-card>`);
    const script = await written(card);
    expect(JSON.parse(script.textContent)).to.deep.equal({
      '@context': 'https://schema.org',
      '@type': 'Event',
      name: 'WebAssembly everywhere',
      performer: [
        {
          '@type': 'Person',
          name: 'Kai Walter',
          jobTitle: 'Distinguished Architect',
          affiliation: {'@type': 'Organization', name: 'ZEISS'},
        },
        {
          '@type': 'Person',
          name: 'Jane Doe',
          url: new URL('/jane/', location.href).href,
          image: new URL('/demo/img/beret.svg', location.href).href,
          affiliation: {'@type': 'Organization', name: 'Acme'},
        },
      ],
      subjectOf: [
        {
          '@type': 'Quotation',
          text: 'C’est du bytecode.',
          creditText: 'Kai Walter',
          inLanguage: 'fr',
          citation: 'https://a.example/',
        },
      ],
    });
  });

  it('has no accessibility fault', async () => {
    await expect(await draw(`<keynote-card kind="panel">${panel}</keynote-card>`)).to.be.accessible();
  });
});

async function written(card: KeynoteCard): Promise<Element> {
  const script = (): Element | undefined => all(card, 'script')[0];
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => script() && (observer.disconnect(), resolve(script()!)));
    observer.observe(card.shadowRoot!, {childList: true, subtree: true});
    if (script()) resolve(script()!);
  });
}
