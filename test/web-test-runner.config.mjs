/** Unit tests in the engines named in BROWSERS; `test/run.js` sets it. */
import {fileURLToPath} from 'node:url';
import {defaultReporter} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';
import {a11ySnapshotPlugin} from '@web/test-runner-commands/plugins';
import {webdriverLauncher} from '@web/test-runner-webdriver';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import puppeteer from 'puppeteer-core';
import {chromiumArgs, find} from './support/browsers.js';
import {countReporter} from './support/count-reporter.mjs';
import {testServer} from './support/server.js';
import {webkitDriver, webkitPort} from './support/webkit-driver.mjs';

const wanted = (process.env.BROWSERS ?? 'chromium').split(',');

// One page at a time: pages in the background get no animation frames.
const launchers = {
  chromium: () =>
    chromeLauncher({concurrency: 1, launchOptions: {executablePath: find('chromium'), args: chromiumArgs}}),
  firefox: () =>
    chromeLauncher({
      puppeteer,
      concurrency: 1,
      launchOptions: {browser: 'firefox', executablePath: find('firefox')},
    }),
  webkit: () =>
    webdriverLauncher({
      hostname: '127.0.0.1',
      port: webkitPort,
      path: '/',
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': {binary: find('webkit'), args: ['--automation']},
      },
    }),
};

export default {
  rootDir: fileURLToPath(new URL('..', import.meta.url)),
  files: 'test/**/*.test.ts',
  nodeResolve: {exportConditions: ['development']},
  // Above 1, WebKit would run tests in frames, where there is no mouse.
  concurrency: 1,
  concurrentBrowsers: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testFramework: {config: {timeout: 10_000}},
  filterBrowserLogs: ({args}) => !String(args[0]).includes('Lit is in dev mode'),
  reporters: [defaultReporter(), countReporter()],
  middleware: [testServer],
  plugins: [
    ...(wanted.includes('webkit') ? [webkitDriver()] : []),
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)),
    }),
    a11ySnapshotPlugin(),
  ],
  browsers: wanted.map((engine) => launchers[engine]()),
};
