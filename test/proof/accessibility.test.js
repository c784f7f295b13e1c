/**
 * Accessibility.
 * Every story is checked by axe-core and by IBM’s accessibility-checker-engine (WCAG 2.2, A and AA), in light and dark,
 * from left to right and from right to left, and in forced colours where an engine has them. WebKit on Linux has none.
 * Only faults that a checker is sure of count; what it asks a person to look at does not. Checkers compute colours, and
 * native controls and forced colours are painted with others: where a contrast is named, it is measured on the screen.
 */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {serve} from '../../demo/serve.js';
import {openPage} from '../support/engines.js';
import {contrastIn} from '../support/looks.js';
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
let measured = 0;
let server;

before(async () => {
  server = await serve({folder});
});

after(() => {
  server?.close();
  rows.push({what: 'contrasts that a checker computed as too low, measured on the screen', count: measured});
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
    const painted = await asPainted(page, faults);
    found.push(painted.map((fault) => `${title}: ${name}, ${theme}, ${direction}: ${fault}`));
  }
  return found;
}

/** What is left of the faults when the contrasts among them have been measured on the screen. */
async function asPainted(page, faults) {
  const left = [];
  for (const [index, {says, isContrast}] of faults.entries()) {
    if (!isContrast) {
      left.push(says);
      continue;
    }
    const {lines, needed} = await page.evaluate(showText, index);
    const seen = await contrastIn(page, lines);
    measured += 1;
    if (seen < needed) left.push(`${says}, and ${seen.toFixed(2)} of ${needed} on the screen`);
  }
  return left;
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
  const {violations, passes} = await window.axe.run(document, {rules, elementRef: true});
  const {results} = await new window.ace.Checker().check(document, ['WCAG_2_2']);
  const isFault = ({value, ruleId}) =>
    value[0] === 'VIOLATION' && value[1] === 'FAIL' && !withoutRules.ibm.includes(ruleId);
  if (!passes.length || !results.length) return [{says: 'A checker has looked at nothing.'}];
  const faults = [
    ...violations.flatMap(({id, help, nodes}) =>
      nodes.map(({html, element}) => ({
        says: `axe ${id}: ${help}: ${html}`,
        isContrast: id === 'color-contrast',
        element,
      })),
    ),
    ...results.filter(isFault).map(({ruleId, message, snippet, path, node}) => ({
      says: `IBM ${ruleId}: ${message}: ${snippet} (${path.dom})`,
      isContrast: ruleId === 'text_contrast_sufficient',
      element: node,
    })),
  ];
  window.faulty = faults.map(({element}) => element);
  return faults.map(({says, isContrast}) => ({says, isContrast}));
}

/** Where the lines of text of a faulty element are in the window, and the contrast that WCAG 1.4.3 asks of them. */
async function showText(index) {
  const element = window.faulty[index];
  // A checker also looks at what is folded.
  element.closest('details')?.setAttribute('open', '');
  element.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
  // It is painted in the frame after the next.
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  const range = document.createRange();
  range.selectNodeContents(element);
  const {fontSize, fontWeight} = getComputedStyle(element);
  const isLarge = parseFloat(fontSize) >= (fontWeight >= 700 ? 18.66 : 24);
  const lines = [...range.getClientRects()].map(({x, y, width, height}) => ({x, y, width, height}));
  return {lines, needed: isLarge ? 3 : 4.5};
}
