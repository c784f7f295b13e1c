/** A post of the demo blog as plain HTML, with the elements, and with the elements of peers, on a slow phone. */
import {cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {serve} from '../demo/serve.js';
import {peers, scriptOf, withPeer} from './peers.js';
import {against, format, section, summary} from './support.js';

const rounds = 9;
const demo = fileURLToPath(new URL('../demo', import.meta.url));
const post = 'en/2024/03/21/kubecon-thursday/';
const posts = readdirSync(demo, {recursive: true})
  .filter((file) => /^..\/\d{4}\/.*index\.html$/.test(file))
  .map((file) => file.replace('index.html', ''));

const own = 'series-navigator, keynote-card, talk-summary, sponsor-list, list-save-button';
const without = (html) => html.replace(/<(link|script)[^>]*\/cdn\/[^>]*>(<\/script>)?/g, '');

/** The demo blog with other heads, or other tags: what is changed in each page, and what is drawn in it. */
const versions = [
  {name: 'plain HTML', change: without, drawn: 'no-element'},
  {name: 'with the elements', change: (html) => html, drawn: own},
  {name: 'without the stylesheet', change: (html) => html.replace(/<link[^>]*\/cdn\/[^>]*>/, ''), drawn: own},
  ...peers.map((peer) => ({
    name: `with ${peer.name}`,
    peer,
    change: (html) =>
      withPeer(without(html).replace('</head>', '<script type="module" src="/peer.js"></script></head>'), peer),
    drawn: `${peer.card}, ${peer.button}`,
  })),
];

/** Serves a version of the blog. */
async function open(version) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  cpSync(demo, folder, {recursive: true, filter: (path) => !path.includes('/sites')});
  for (const path of posts) {
    const file = join(folder, path, 'index.html');
    writeFileSync(file, version.change(readFileSync(file, 'utf8')));
  }
  if (version.peer) writeFileSync(join(folder, 'peer.js'), await scriptOf(version.peer));
  const {address, close} = await serve({folder});
  return {
    ...version,
    address,
    close() {
      close();
      rmSync(folder, {recursive: true});
    },
  };
}

/** Loads a page with the processor slowed four times and a slow network, and tells how it went. */
async function visit(browser, {address, drawn}, {path = post, width = 1000} = {}) {
  const tab = await browser.newPage();
  await tab.setViewport({width, height: 800});
  await tab.setCacheEnabled(false);
  const client = await tab.createCDPSession();
  await client.send('Emulation.setCPUThrottlingRate', {rate: 4});
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 200_000,
    uploadThroughput: 90_000,
  });
  let requests = 0;
  let bytes = 0;
  client.on('Network.requestWillBeSent', () => (requests += 1));
  client.on('Network.loadingFinished', ({encodedDataLength}) => (bytes += encodedDataLength));
  await tab.evaluateOnNewDocument((selector) => {
    globalThis.seen = {fcp: 0, lcp: 0, cls: 0, long: 0, blocking: 0, ready: 0};
    const watch = (type, note) =>
      new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({type, buffered: true});
    watch('paint', ({name, startTime}) => name === 'first-contentful-paint' && (seen.fcp = startTime));
    watch('largest-contentful-paint', ({startTime}) => (seen.lcp = startTime));
    watch('layout-shift', ({value}) => (seen.cls += value));
    watch('longtask', ({duration}) => {
      seen.long += 1;
      seen.blocking += duration - 50;
    });
    const look = () => {
      const isDrawn = ({shadowRoot}) => shadowRoot?.firstElementChild;
      if (document.readyState !== 'loading' && [...document.querySelectorAll(selector)].every(isDrawn)) {
        seen.ready = performance.now();
      } else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, drawn);
  await tab.goto(address + path, {waitUntil: 'networkidle0'});
  await tab.waitForFunction('seen.ready && seen.lcp');
  const seen = await tab.evaluate('seen');
  await client.send('HeapProfiler.collectGarbage');
  const {usedSize} = await client.send('Runtime.getHeapUsage');
  await tab.close();
  return {...seen, requests, bytes, heap: usedSize / 1000};
}

const rows = [
  {key: 'fcp', name: 'first paint, ms', digits: 0, isRatio: true},
  {key: 'lcp', name: 'largest paint (LCP), ms', digits: 0, isRatio: true},
  {key: 'ready', name: 'all drawn, ms', digits: 0, isRatio: true},
  {key: 'cls', name: 'layout shift (CLS)', digits: 4},
  {key: 'long', name: 'tasks over 50 ms', digits: 0},
  {key: 'blocking', name: 'blocking time, ms', digits: 0},
  {key: 'requests', name: 'requests', digits: 0},
  {key: 'bytes', name: 'bytes, compressed', digits: 0, isRatio: true},
  {key: 'heap', name: 'heap of scripts, kB', digits: 0, isRatio: true},
];

export async function benchPage(browser) {
  const sites = await Promise.all(versions.map(open));
  const [plain, elements, noStylesheet] = sites;
  const runs = [];
  await visit(browser, elements);
  for (let round = 0; round < rounds; round += 1) {
    const run = {};
    for (const site of sites) run[site.name] = await visit(browser, site);
    runs.push(run);
  }
  const of = (key, {name}) => summary(runs.map((run) => run[name][key]));
  const ratio = (key, {name}) => summary(runs.map((run) => run[name][key] / run[plain.name][key]));
  const cell = ({key, digits, isRatio}, site) =>
    format(of(key, site), digits) + (isRatio && site !== plain ? ` × ${ratio(key, site).median.toFixed(2)}` : '');

  const shifts = [];
  for (const site of [plain, elements, noStylesheet]) {
    for (const path of posts) {
      for (const width of [1000, 360]) {
        const {cls} = await visit(browser, site, {path, width});
        shifts.push({site: site.name, path, width, cls});
      }
    }
  }
  const worst = (site) => shifts.filter((shift) => shift.site === site.name).reduce((a, b) => (b.cls > a.cls ? b : a));
  for (const site of sites) site.close();

  const targets = [
    ['LCP ÷ plain HTML', ratio('lcp', elements).median, 1.02],
    ['blocking time, ms, more than plain HTML', of('blocking', elements).median - of('blocking', plain).median, 0],
    ['worst CLS of all posts, with the stylesheet', worst(elements).cls, 0.0005],
    ['worst CLS of all posts, without it', worst(noStylesheet).cls, 0.01],
    ['worst CLS of all posts, plain HTML', worst(plain).cls],
  ].map(([what, value, target]) => [what, value.toFixed(4), target === undefined ? '' : against(target, value)]);

  return {
    text: [
      section(
        'A post',
        `The post \`/${post}\` of the demo blog, ${rounds} rounds in turns; processor ÷ 4, 150 ms, 1.6 Mbit/s, nothing cached: median (least–most), and × the median of the ratios to plain HTML in the same round. “All drawn” is when every element has its shadow root, or the plain page its end. Peers draw cards and a button; they read nothing.`,
        [
          ['', ...sites.map(({name}) => name)],
          ...rows.map((row) => [row.name, ...sites.map((site) => cell(row, site))]),
        ],
      ),
      section(`Targets`, `All ${posts.length} posts at 1000 and 360 pixels for the shifts.`, [
        ['', 'measured', 'target'],
        ...targets,
      ]),
    ].join('\n\n'),
    samples: {runs, shifts},
  };
}
