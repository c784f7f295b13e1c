import {expect, fixture} from '@open-wc/testing';
import type {SeriesNavigator} from '../src/index.js';
import {rows, slotted} from './support/draw.js';

const list = '<ol><li><a href="/a/">A</a></li><li>B</li></ol>';
const markup = `<series-navigator><p>Intro</p>${list}</series-navigator>`;
const drawn = ['A Previous', 'B Part 2 of 2'];

const embed = '<script type="module" src="/dist/cdn/article-series.js"></script>';
const classic = '<script src="/dist/cdn/article-series.classic.js"></script>';
/** Another copy: a module of the same address would not run twice. */
const copy = '<script type="module" src="/dist/cdn/article-series.js?copy"></script>';

interface Page extends Window {
  faults: string[];
  said: string[];
}

/** Opens a page and waits until its scripts have run. */
async function open(body: string, csp = ''): Promise<{page: Page; navigator: SeriesNavigator}> {
  const frame = document.createElement('iframe');
  frame.src = `/page?${new URLSearchParams({body, csp})}`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, {once: true}));
  const wrapper = await fixture('<div></div>');
  wrapper.append(frame);
  await loaded;
  const page = frame.contentWindow as unknown as Page;
  const navigator = page.document.querySelector('series-navigator') as SeriesNavigator;
  await navigator.updateComplete;
  return {page, navigator};
}

describe('a hostile page: elements in the place of globals', () => {
  const names = [
    'ShadyCSS',
    'litElementHydrateSupport',
    'litElementPolyfillSupport',
    'litElementVersions',
    'litHtmlPolyfillSupport',
    'litHtmlVersions',
    'litIssuedWarnings',
    'litNonce',
    'litPropertyMetadata',
    'reactiveElementPolyfillSupport',
    'reactiveElementVersions',
    'trustedTypes',
    'customElements',
    'location',
  ];
  const shapes: Record<string, (name: string) => string> = {
    anchor: (name) => `<a id="${name}"></a>`,
    'anchors of one id': (name) => `<a id="${name}"></a><a id="${name}" name="push"></a>`,
    form: (name) => `<form id="${name}"><input name="push"></form>`,
    frame: (name) => `<iframe name="${name}"></iframe>`,
  };
  for (const [shape, make] of Object.entries(shapes)) {
    it(`draws beside an ${shape} for every name Lit reads`, async () => {
      const {page, navigator} = await open(names.map(make).join('') + markup + embed);
      expect(page.faults).to.deep.equal([]);
      expect(rows(navigator)).to.deep.equal(drawn);
    });
  }
});

describe('a hostile page: strict policies', () => {
  const policies = [
    "default-src 'self'",
    "default-src 'none'; script-src 'self'; style-src 'self'",
    "default-src 'self'; style-src 'none'",
    "default-src 'self'; require-trusted-types-for 'script'",
    "default-src 'self'; require-trusted-types-for 'script'; trusted-types article-series-elements",
  ];
  for (const csp of policies) {
    it(`draws, and breaks no rule, under ${csp}`, async () => {
      const {page, navigator} = await open(markup + embed, csp);
      expect(page.faults).to.deep.equal([]);
      expect(rows(navigator)).to.deep.equal(drawn);
    });
  }

  it('stays plain HTML, and says what to allow, where Trusted Types allow other policies only', async () => {
    const {page, navigator} = await open(markup + embed, "require-trusted-types-for 'script'; trusted-types other");
    if (!('trustedTypes' in page)) return expect(rows(navigator)).to.deep.equal(drawn);
    expect(navigator.shadowRoot).to.equal(null);
    expect(page.customElements.get('series-navigator')).to.equal(undefined);
    expect(page.said.join()).to.match(/needs the Trusted Types policy "article-series-elements"/);
  });
});

describe('a hostile page: two copies of the library', () => {
  for (const [order, scripts] of Object.entries({
    'module, then classic': embed + classic,
    'classic, then module': classic + embed,
    'two modules': embed + copy,
  })) {
    it(`draws once and says so once a tag: ${order}`, async () => {
      const {page, navigator} = await open(markup + scripts);
      expect(page.faults).to.deep.equal([]);
      expect(rows(navigator)).to.deep.equal(drawn);
      expect(slotted(navigator)).to.equal('Intro');
      const said = page.said.filter((message) => message.includes('<series-navigator>'));
      expect(said).to.deep.equal(['<series-navigator> is defined by another script than 0.1.0.']);
    });
  }
});
