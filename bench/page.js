/** A post of the demo blog as plain HTML against the same post with the elements, on a slow phone. */
import {format, summary, table} from './support.js';

const pairs = 9;
const post = 'fr/2024/03/21/kubecon-jeudi/';
const posts = [
  'fr/2024/03/19/kubecon-mardi/',
  'fr/2024/03/20/kubecon-mercredi/',
  post,
  'fr/2024/03/22/kubecon-vendredi/',
  'en/2024/03/19/kubecon-tuesday/',
  'en/2024/03/20/kubecon-wednesday/',
  'en/2024/03/21/kubecon-thursday/',
  'en/2024/03/22/kubecon-friday/',
];

/** Loads a page with the processor slowed four times and a slow network, and tells how it went. */
async function visit(browser, url, {plain = false, width = 1000} = {}) {
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
  if (plain) {
    await tab.setRequestInterception(true);
    tab.on('request', async (request) => {
      if (!request.isNavigationRequest()) return request.continue();
      const html = await (await fetch(request.url())).text();
      const body = html.replace(/<(link|script)[^>]*\/cdn\/[^>]*>(<\/script>)?/g, '');
      return request.respond({contentType: 'text/html; charset=utf-8', body});
    });
  } else {
    // The same detour, so that both pages pay for it.
    await tab.setRequestInterception(true);
    tab.on('request', async (request) => {
      if (!request.isNavigationRequest()) return request.continue();
      return request.respond({
        contentType: 'text/html; charset=utf-8',
        body: await (await fetch(request.url())).text(),
      });
    });
  }
  await tab.evaluateOnNewDocument(() => {
    globalThis.seen = {lcp: 0, cls: 0, long: 0, blocking: 0};
    const watch = (type, note) =>
      new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({type, buffered: true});
    watch('largest-contentful-paint', ({startTime}) => (seen.lcp = startTime));
    watch('layout-shift', ({value}) => (seen.cls += value));
    watch('longtask', ({duration}) => {
      seen.long += 1;
      seen.blocking += duration - 50;
    });
  });
  await tab.goto(url, {waitUntil: 'networkidle0'});
  const seen = await tab.evaluate('seen');
  const fcp = await tab.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime");
  await tab.close();
  return {...seen, fcp, requests, bytes};
}

export async function benchPage(browser, address) {
  const runs = [];
  await visit(browser, address + post);
  for (let pair = 0; pair < pairs; pair += 1) {
    runs.push([await visit(browser, address + post, {plain: true}), await visit(browser, address + post)]);
  }
  const of = (key, side) => summary(runs.map((run) => run[side][key]));
  const ratio = (key) => summary(runs.map(([plain, ours]) => ours[key] / plain[key]));
  const lcp = ratio('lcp');
  const shifts = [];
  for (const path of posts) {
    for (const width of [1000, 360])
      shifts.push({path, width, cls: (await visit(browser, address + path, {width})).cls});
  }
  const worst = shifts.reduce((a, b) => (b.cls > a.cls ? b : a));
  table(`The post /${post}, ${pairs} pairs, processor ÷ 4, 150 ms, 1.6 Mbit/s: median (min–max)`, [
    ['', 'plain HTML', 'with the elements', 'ratio'],
    ['FCP, ms', format(of('fcp', 0), 0), format(of('fcp', 1), 0), format(ratio('fcp'))],
    [
      'LCP, ms',
      format(of('lcp', 0), 0),
      format(of('lcp', 1), 0),
      `${format(lcp)} (target 1.03: ${lcp.median <= 1.03 ? 'met' : 'missed'})`,
    ],
    ['CLS', format(of('cls', 0), 4), format(of('cls', 1), 4), ''],
    ['long tasks', format(of('long', 0), 0), format(of('long', 1), 0), ''],
    ['blocking, ms', format(of('blocking', 0), 0), format(of('blocking', 1), 0), ''],
    ['requests', format(of('requests', 0), 0), format(of('requests', 1), 0), ''],
    ['bytes, compressed', format(of('bytes', 0), 0), format(of('bytes', 1), 0), ''],
  ]);
  console.log(
    `  CLS of the 8 posts at 1000 and 360 px: worst ${worst.cls.toFixed(4)} (/${worst.path}, ${worst.width} px); target 0.01: ${worst.cls <= 0.01 ? 'met' : 'missed'}`,
  );
  return {runs, shifts};
}
