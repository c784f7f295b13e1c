import {expect, fixture, fixtureCleanup, waitUntil} from '@open-wc/testing';
import '../src/define.js';
import {enhance, SponsorList, type SeriesNavigator} from '../src/index.js';
import {seen} from './support/visible.js';

const people = '<ul><li>Kai Walter, ZEISS</li><li>Jane Doe, Acme (moderator)</li></ul>';
const series = `<p>A series:</p><ol><li><a href="/one/">One</a></li><li>Two</li><li><a href="/three/">Three</a></li></ol>`;

/** Each element with its attributes and what is in it. */
const elements: readonly [tag: string, attributes: string, words: string][] = [
  ['series-navigator', 'series-name="Numbers"', series],
  ['keynote-card', 'kind="panel"', `<h2>Wasm</h2>${people}<blockquote><p>Boring.</p></blockquote><p>— Kai Walter</p>`],
  ['talk-summary', 'verdict="adopt"', `<h3>Rust</h3>${people}<p>Safe.</p><p><a href="/deck.pdf">Slides</a></p>`],
  [
    'sponsor-list',
    'relation="gift"',
    '<p>Thanks.</p><h3>Gold</h3><ul><li><a href="/q/">Quai Sept</a> — rooms</li></ul>',
  ],
  ['list-save-button', 'url="/one/"', '<a href="/my-lists/">Save for later</a>'],
];

const other = (attributes: string): string => attributes.replace(/^/, 'data-');

/** A page with this markup, in which every element is drawn. */
async function draw(markup: string, lang = 'en'): Promise<HTMLElement> {
  const page = await fixture<HTMLElement>(`<main lang="${lang}">${markup}</main>`);
  await drawn(page);
  return page;
}

async function drawn(page: HTMLElement): Promise<void> {
  const isDrawn = ({shadowRoot}: Element): boolean => !!shadowRoot?.childElementCount;
  await waitUntil(() => [...page.querySelectorAll('[data-as], #target')].every(isDrawn));
}

const html = (element: Element): string => element.shadowRoot!.innerHTML.replace(/<!--.*?-->/g, '');

describe('An element written as a wrapper', () => {
  for (const [tag, attributes, words] of elements) {
    it(`shows what <${tag}> shows, and leaves the page as it was`, async () => {
      const page = await draw(`<${tag} ${attributes}>${words}</${tag}>`);
      await waitUntil(() => page.querySelector(tag)!.shadowRoot?.childElementCount);
      const tagged = [seen(page), html(page.querySelector(tag)!)];
      fixtureCleanup();
      for (const name of ['div', 'section', 'nav']) {
        const markup = `<${name} data-as="${tag}" ${other(attributes)}>${words}</${name}>`;
        const wrapped = await draw(markup);
        expect([seen(wrapped), html(wrapped.firstElementChild!)]).to.deep.equal(tagged);
        expect(wrapped.innerHTML).to.equal(markup);
        fixtureCleanup();
      }
    });

    it(`is <${tag}> in the element that a pointer names`, async () => {
      if (tag === 'series-navigator') return;
      const wrapped = await draw(`<div data-as="${tag}" ${other(attributes)}>${words}</div>`);
      const pointed = await draw(`<p><${tag} for="target" ${attributes}></${tag}></p><div id="target">${words}</div>`);
      expect(html(pointed.querySelector('#target')!)).to.equal(html(wrapped.firstElementChild!));
      expect(seen(pointed)).to.equal(seen(wrapped));
    });
  }

  it('speaks the language around it', async () => {
    const page = await draw('<div data-as="talk-summary" data-verdict="hold"><h3>Rust</h3></div>', 'fr');
    expect(seen(page)).to.contain('Attendre');
  });

  it('follows its words and its attributes', async () => {
    const page = await draw('<div data-as="keynote-card"><h2>Wasm</h2></div>');
    const card = page.firstElementChild as HTMLElement;
    card.dataset.kind = 'panel';
    card.append(Object.assign(document.createElement('p'), {textContent: 'More.'}));
    await waitUntil(() => seen(page) === 'Panel Wasm More.');
    delete card.dataset.kind;
    await waitUntil(() => seen(page) === 'Keynote Wasm More.');
  });

  it('tells its event where the author listens', async () => {
    const page = await draw(`<div data-as="series-navigator">${series}</div>`);
    const element = page.firstElementChild as HTMLElement;
    const event = new Promise((resolve) => element.addEventListener('series-error', resolve));
    element.dataset.src = '/nowhere.json';
    expect(await event).to.have.property('reason');
  });

  it('gives its properties to a page that asks for it', async () => {
    const page = await draw(`<div data-as="series-navigator">${series}</div>`);
    const [navigator] = enhance(page) as readonly SeriesNavigator[];
    expect(navigator!.parts.map(({title}) => title)).to.deep.equal(['One', 'Two', 'Three']);
  });

  it('is one of several navigators, each of which has a name of its own', async () => {
    const one = `<div data-as="series-navigator">${series}</div>`;
    const page = await draw(one + one);
    const labels = [...page.children].map(({shadowRoot}) => shadowRoot!.querySelector('nav')!.ariaLabel);
    expect(labels).to.deep.equal(['Article series', 'Article series (2)']);
  });

  it('answers to another name that a site has defined', async () => {
    SponsorList.define('event-partners');
    const page = await draw('<div data-as="event-partners"><ul><li>Quai Sept</li></ul></div>');
    expect(seen(page)).to.equal('Quai Sept');
    expect(html(page.firstElementChild!)).to.contain('part="organization"');
  });

  it('stays as it is where it is no element of ours, or cannot be drawn', async () => {
    const page = await fixture<HTMLElement>(
      '<div><div data-as="other-thing">A</div><div data-as="html">B</div><ul data-as="sponsor-list"><li>C</li></ul></div>',
    );
    const [own] = page.children;
    const foreign = document.createElement('div');
    foreign.attachShadow({mode: 'open'}).textContent = 'Mine';
    foreign.dataset.as = 'talk-summary';
    page.append(foreign);
    await draw('<div data-as="talk-summary">Another</div>');
    expect(own!.shadowRoot).to.equal(null);
    expect(seen(page)).to.equal('A B C Mine');
  });
});

describe('Content that comes later', () => {
  const card = '<div data-as="keynote-card"><h2>Wasm</h2></div>';

  it('is drawn, however deep it comes', async () => {
    const page = await draw('<div></div>');
    const template = document.createElement('template');
    template.innerHTML = `<section><div>${card}</div></section>`;
    page.firstElementChild!.append(template.content);
    await drawn(page);
    expect(seen(page)).to.equal('Keynote Wasm');
  });

  it('is drawn where a pointer stood first', async () => {
    const page = await draw('<talk-summary for="target" verdict="hold"></talk-summary>');
    page.append(Object.assign(document.createElement('div'), {id: 'target', textContent: 'Late.'}));
    await drawn(page);
    expect(seen(page)).to.contain('Hold');
  });

  it('is drawn again when it was taken away and put back, and follows its words', async () => {
    const page = await draw(card);
    const element = page.firstElementChild as HTMLElement;
    for (let round = 0; round < 3; round++) {
      element.remove();
      await new Promise(requestAnimationFrame);
      page.append(element);
      await new Promise(requestAnimationFrame);
    }
    element.querySelector('h2')!.textContent = 'Rust';
    await waitUntil(() => element.shadowRoot!.querySelector('article')?.ariaLabel === 'Rust');
    expect(seen(page)).to.equal('Keynote Rust');
  });

  it('is read again when it comes back from where nobody looked after it', async () => {
    const page = await draw('<div lang="fr"></div>');
    const root = page.firstElementChild!.attachShadow({mode: 'open'});
    page.insertAdjacentHTML('beforeend', '<div data-as="talk-summary" data-verdict="hold"><h3>Rust</h3></div>');
    const element = page.lastElementChild!;
    await Promise.resolve();
    root.append(element);
    await waitUntil(() => seen(page).includes('Attendre'));
    page.append(element);
    await waitUntil(() => seen(page).includes('Hold'));
  });

  it('is drawn once more when it is cloned', async () => {
    const page = await draw(card);
    page.append(page.firstElementChild!.cloneNode(true));
    await drawn(page);
    expect(seen(page)).to.equal('Keynote Wasm Keynote Wasm');
  });

  it('goes on in another document', async () => {
    const page = await draw(card);
    const frame = await fixture<HTMLIFrameElement>('<iframe title="Another"></iframe>');
    const element = page.firstElementChild!;
    frame.contentDocument!.body.append(element);
    element.firstElementChild!.textContent = 'Rust';
    await waitUntil(() => element.shadowRoot!.querySelector('article')?.ariaLabel === 'Rust');
  });

  it('becomes what a morph makes of it: another element, or what it was', async () => {
    const page = await draw(card);
    const element = page.firstElementChild as HTMLElement;
    element.dataset.as = 'sponsor-list';
    element.innerHTML = '<ul><li>Quai Sept</li></ul>';
    await waitUntil(() => element.shadowRoot!.querySelector('[part=organization]'));
    element.removeAttribute('data-as');
    await waitUntil(() => !element.shadowRoot!.querySelector('[part=organization]'));
    element.innerHTML = '<p>Plain.</p>';
    await waitUntil(() => seen(page) === 'Plain.');
    element.dataset.as = 'talk-summary';
    await waitUntil(() => element.shadowRoot!.querySelector('article'));
    expect(seen(page)).to.equal('Plain.');
  });

  it('is drawn in a shadow root that is asked for', async () => {
    const page = await draw('<div></div>');
    const root = page.firstElementChild!.attachShadow({mode: 'open'});
    root.innerHTML = card;
    enhance(root);
    enhance(root);
    await waitUntil(() => root.firstElementChild!.shadowRoot?.querySelector('article'));
    expect(seen(page)).to.equal('Keynote Wasm');
  });
});
