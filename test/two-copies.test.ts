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
async function open(body: string): Promise<{page: Page; navigator: SeriesNavigator}> {
  const frame = document.createElement('iframe');
  frame.src = `/page?${new URLSearchParams({body})}`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, {once: true}));
  const wrapper = await fixture('<div></div>');
  wrapper.append(frame);
  await loaded;
  const page = frame.contentWindow as unknown as Page;
  const navigator = page.document.querySelector('series-navigator') as SeriesNavigator;
  await navigator.updateComplete;
  return {page, navigator};
}

describe('two copies of the library', () => {
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
