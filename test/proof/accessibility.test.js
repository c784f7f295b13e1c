/**
 * Accessibility.
 * Every story is checked by axe-core and by IBM’s accessibility-checker-engine (WCAG 2.2, A and AA), in light and dark,
 * from left to right and from right to left, and in forced colours where an engine has them. WebKit on Linux has none.
 * Only faults that an engine is sure of count; what it asks a person to look at does not.
 */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {serve} from '../../demo/serve.js';
import {openPage} from '../support/engines.js';
import {buildStorybook} from '../support/storybook.js';
import {record, sampleOf} from './proof.js';

const folder = buildStorybook();
const {entries} = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
const stories = Object.values(entries).filter(({type}) => type === 'story');
const sourceOf = (file) => readFileSync(new URL(`../../node_modules/${file}`, import.meta.url), 'utf8');
const checkers = [sourceOf('axe-core/axe.min.js'), sourceOf('accessibility-checker-engine/ace.js')];

/** Rules for whole pages, which only recipes are. */
const pageRules = {
  axe: ['landmark-one-main', 'page-has-heading-one', 'region'],
  ibm: ['skip_main_exists', 'aria_content_in_landmark', 'page_title_exists', 'html_lang_exists'],
};

const forcedColorsOfFirefox = {'ui.useAccessibilityTheme': 1, 'browser.display.document_color_use': 2};
const modes = ['light', 'dark'].flatMap((theme) => ['ltr', 'rtl'].map((direction) => ({theme, direction})));

/** Each engine with what it can show. Forced colours replace both themes. */
const runs = [
  {engine: 'chromium', modes},
  {engine: 'firefox', modes},
  {engine: 'webkit', modes},
  {engine: 'chromium', modes: modes.slice(0, 2), isForced: true},
  {engine: 'firefox', modes: modes.slice(0, 2), isForced: true},
];

const rows = [];
let server;

before(async () => {
  server = await serve({folder});
});

after(() => {
  server?.close();
  record('accessibility', rows);
});

describe('Every story', {concurrency: true}, () => {
  for (const {engine, modes: shown, isForced = false} of runs) {
    const name = `${engine}${isForced ? ', forced colours' : ''}`;
    test(`has no fault that axe-core or IBM’s checker finds in ${name}.`, async () => {
      const page = await openPage(engine, isForced ? {extraPrefsFirefox: forcedColorsOfFirefox} : {});
      try {
        if (isForced && engine === 'chromium') await forceColors(page);
        const found = [];
        const wanted = sampleOf(stories, 3);
        let count = 0;
        for (const story of wanted) {
          const faults = await checkStory(page, story, shown, isForced);
          count += faults.length;
          found.push(...faults.flat());
        }
        rows.push({
          what: `stories in ${name}: ${shown.map(({theme, direction}) => (isForced ? direction : `${theme} ${direction}`)).join(', ')}; two checkers`,
          count: count * 2,
          found: found.length,
          ...(engine === 'webkit' && {note: 'WebKit on Linux has no forced colours.'}),
        });
        assert.deepEqual(found, []);
      } finally {
        await page.close();
      }
    });
  }
});

/** As Windows does with a contrast theme. */
async function forceColors({tab}) {
  const session = await tab.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {features: [{name: 'forced-colors', value: 'active'}]});
}

/** What the checkers find in a story, by mode. */
async function checkStory(page, {id, title, name}, shown, isForced) {
  // Storybook's own run of axe would be in the way.
  const query = new URLSearchParams({id, viewMode: 'story', globals: 'a11y.manual:!true'});
  await page.goto(new URL(`iframe.html?${query}`, server.address).href);
  const own = await page.waitFor(globalsOf);
  // In forced colours nobody sees the dark theme, so a story that keeps it has no mode there.
  const wanted = shown.filter((mode) => Object.entries(own).every(([key, value]) => mode[key] === value));
  await page.waitFor(isDrawn, own.theme ?? 'light', own.direction ?? 'ltr');
  for (const checker of checkers) await page.evaluate(runScript, checker);
  const found = [];
  for (const {theme, direction} of wanted) {
    await page.evaluate(setGlobals, {theme, direction});
    await page.waitFor(isDrawn, theme, direction);
    assert.equal(await page.evaluate(() => matchMedia('(forced-colors: active)').matches), isForced);
    const isPage = title.startsWith('Recipes/');
    const faults = await page.evaluate(findFaults, isPage ? {axe: [], ibm: []} : pageRules);
    found.push(faults.map((fault) => `${title}: ${name}, ${theme}, ${direction}: ${fault}`));
  }
  return found;
}

/* In the page. */

/** The theme and the direction that a story keeps, whatever is chosen. */
function globalsOf() {
  return window.__STORYBOOK_PREVIEW__?.currentRender?.story?.storyGlobals;
}

function isDrawn(theme, direction) {
  if (document.querySelector('.sb-show-errordisplay')) throw new Error(document.body.innerText);
  if (!document.querySelector(`.sb-show-main .canvas.${theme}[dir=${direction}]`)) return false;
  if (document.querySelector('.canvas :not(:defined)')) return false;
  const needs = {
    'keynote-card': 'slot',
    'list-save-button': 'button',
    'saved-lists': '[part=keep]',
    'series-navigator': 'li',
    'sponsor-list': 'slot, li',
    'talk-summary': 'slot',
  };
  const isReady = (element) =>
    element.shadowRoot?.querySelector(needs[element.localName]) &&
    (!element.src || performance.getEntriesByName(new URL(element.src, document.baseURI).href).length > 0);
  return [...document.querySelectorAll('.canvas *')].filter(({localName}) => localName in needs).every(isReady);
}

function runScript(source) {
  const script = document.createElement('script');
  script.textContent = source;
  document.head.append(script);
}

function setGlobals(globals) {
  window.__STORYBOOK_ADDONS_CHANNEL__.emit('updateGlobals', {globals});
}

/** Both at once would see each other's marks. */
async function findFaults(withoutRules) {
  const rules = Object.fromEntries(withoutRules.axe.map((id) => [id, {enabled: false}]));
  const {violations, passes} = await window.axe.run(document, {rules});
  const {results} = await new window.ace.Checker().check(document, ['WCAG_2_2']);
  const isFault = ({value, ruleId}) =>
    value[0] === 'VIOLATION' && value[1] === 'FAIL' && !withoutRules.ibm.includes(ruleId);
  if (!passes.length || !results.length) return ['A checker has looked at nothing.'];
  return [
    ...violations.flatMap(({id, help, nodes}) => nodes.map(({html}) => `axe ${id}: ${help}: ${html}`)),
    ...results
      .filter(isFault)
      .map(({ruleId, message, snippet, path}) => `IBM ${ruleId}: ${message}: ${snippet} (${path.dom})`),
  ];
}
