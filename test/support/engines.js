/** One page in a real browser of any engine, driven alike: Chromium and Firefox by Puppeteer, WebKit by WebDriver. */
import {once} from 'node:events';
import {createServer} from 'node:net';
import {setTimeout} from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import {chromiumArgs, ensure, find} from './browsers.js';
import {startDriver} from './webkit-driver.mjs';

/**
 * @typedef {object} Page
 * @property {string} engine
 * @property {(address: string) => Promise<void>} goto opens an address and waits until it has loaded
 * @property {(act: Function, ...values: unknown[]) => Promise<any>} evaluate runs a function in the page, which may
 *   return a promise; values and result pass as JSON
 * @property {(condition: Function, ...values: unknown[]) => Promise<any>} waitFor the first result that is true, within
 *   10 seconds
 * @property {(...names: string[]) => Promise<void>} press presses keys, one after the other, by their names in
 *   https://www.w3.org/TR/uievents-key/, or `Shift+Tab`
 * @property {(width: number, height: number) => Promise<void>} resize sets the size of the view, in CSS pixels
 * @property {() => Promise<Buffer>} screenshot the view as PNG
 * @property {() => string[]} errors what was thrown into the pages that were open, in Chromium and Firefox
 * @property {import('puppeteer-core').Page} [tab] for what only Puppeteer does
 * @property {() => Promise<void>} close ends the browser
 */

/**
 * @param {'chromium' | 'firefox' | 'webkit'} engine
 * @param {import('puppeteer-core').LaunchOptions} [options] of Puppeteer
 * @returns {Promise<Page>}
 */
export async function openPage(engine, options = {}) {
  ensure([engine]);
  return engine === 'webkit' ? openWebKit() : openPuppeteer(engine, options);
}

const patience = 10_000;

async function waitFor({evaluate}, condition, values) {
  for (const start = Date.now(); Date.now() - start < patience; await setTimeout(20)) {
    const result = await evaluate(condition, ...values).catch((error) => {
      // Between two pages there is none to ask.
      if (!/context was destroyed|frame got detached|browsing context/i.test(error.message)) throw error;
    });
    if (result) return result;
  }
  throw new Error(`Never true: ${condition}(${values.map((value) => JSON.stringify(value))})`);
}

async function openPuppeteer(engine, options) {
  const browser = await puppeteer.launch({
    browser: engine === 'firefox' ? 'firefox' : 'chrome',
    executablePath: find(engine),
    args: engine === 'firefox' ? [] : chromiumArgs,
    ...options,
  });
  const tab = await browser.newPage();
  // A window that is not the one in front has no focus to show.
  if (engine === 'chromium') await tab.emulateFocusedPage(true);
  const errors = [];
  tab.on('pageerror', (error) => errors.push(String(error)));
  const page = {
    engine,
    tab,
    goto: async (address) => void (await tab.goto(address)),
    evaluate: (act, ...values) => tab.evaluate(act, ...values),
    waitFor: (condition, ...values) => waitFor(page, condition, values),
    async press(...names) {
      for (const name of names) {
        const keys = name.split('+');
        for (const key of keys.slice(0, -1)) await tab.keyboard.down(key);
        await tab.keyboard.press(keys.at(-1));
        for (const key of keys.slice(0, -1)) await tab.keyboard.up(key);
      }
    },
    resize: (width, height) => tab.setViewport({width, height}),
    screenshot: async () => Buffer.from(await tab.screenshot()),
    errors: () => errors,
    close: () => browser.close(),
  };
  return page;
}

/** Code points of keys: https://www.w3.org/TR/webdriver2/#keyboard-actions. */
const keyCodes = {
  ArrowDown: '\ue015',
  ArrowLeft: '\ue012',
  ArrowRight: '\ue014',
  ArrowUp: '\ue013',
  Backspace: '\ue003',
  Control: '\ue009',
  Delete: '\ue017',
  End: '\ue010',
  Enter: '\ue007',
  Escape: '\ue00c',
  Home: '\ue011',
  Shift: '\ue008',
  Tab: '\ue004',
};

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function openWebKit() {
  const port = await freePort();
  const stop = await startDriver(port);
  const call = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && {body: JSON.stringify(body)}),
    });
    const {value} = await answer.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const browserOptions = {binary: find('webkit'), args: ['--automation']};
  const {sessionId} = await call('POST', '/session', {
    capabilities: {alwaysMatch: {browserName: 'MiniBrowser', 'webkitgtk:browserOptions': browserOptions}},
  }).catch(async (error) => {
    await stop();
    throw error;
  });
  const session = `/session/${sessionId}`;
  const page = {
    engine: 'webkit',
    goto: (address) => call('POST', `${session}/url`, {url: address}),
    async evaluate(act, ...values) {
      const script = `const done = arguments[arguments.length - 1];
        Promise.resolve().then(() => (${act})(...arguments[0])).then(
          (value) => done({value: value === undefined ? null : JSON.stringify(value)}),
          (error) => done({error: String(error)}));`;
      const {value, error} = await call('POST', `${session}/execute/async`, {script, args: [values]});
      if (error) throw new Error(error);
      return value === null ? undefined : JSON.parse(value);
    },
    waitFor: (condition, ...values) => waitFor(page, condition, values),
    async press(...names) {
      const actions = names.flatMap((name) => {
        const keys = name.split('+').map((key) => keyCodes[key] ?? key);
        return [
          ...keys.map((value) => ({type: 'keyDown', value})),
          ...keys.reverse().map((value) => ({type: 'keyUp', value})),
        ];
      });
      await call('POST', `${session}/actions`, {actions: [{type: 'key', id: 'keyboard', actions}]});
    },
    async resize(width, height) {
      await call('POST', `${session}/window/rect`, {width, height});
      // What the window has around the view.
      const [inner, outer] = await page
        .evaluate(() => [innerWidth, innerHeight])
        .then((view) => [view, [width, height]]);
      await call('POST', `${session}/window/rect`, {
        width: 2 * outer[0] - inner[0],
        height: 2 * outer[1] - inner[1],
      });
    },
    screenshot: async () => Buffer.from(await call('GET', `${session}/screenshot`), 'base64'),
    errors: () => [],
    async close() {
      await call('DELETE', session);
      await stop();
    },
  };
  await call('POST', `${session}/timeouts`, {script: 120_000});
  return page;
}
