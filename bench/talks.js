/** Cards against plain cloned markup: a thousand of them made by script, and six in a page that are upgraded. */
import {format, summary, table} from './support.js';

const runs = 9;

const markup = (tag) => `<${tag}><h3>Rust controllers</h3><ul><li>Matei David, engineer, Buoyant</li></ul>
<p>What was said, in a sentence or two that wrap.</p><blockquote><p>A quote.</p></blockquote>
<p><strong>Verdict:</strong> to try, with care.</p><p><a href="/s">Slides</a></p></${tag}>`;

/** Runs in the page. The time includes layout. */
async function measure(html, count) {
  const template = document.createElement('template');
  template.innerHTML = html;
  const place = document.body.appendChild(document.createElement('div'));
  const start = performance.now();
  for (let index = 0; index < count; index += 1) place.append(template.content.cloneNode(true));
  await Promise.all([...place.children].map((element) => element.updateComplete));
  place.getBoundingClientRect();
  const time = performance.now() - start;
  place.remove();
  return time;
}

export async function benchTalks(browser, address) {
  const tab = await browser.newPage();
  await tab.goto(address + 'en/2024/03/21/kubecon-thursday/');
  const rows = [['cards', 'element', 'plain, ms', 'element, ms', 'ratio']];
  const results = [];
  for (const tag of ['talk-summary', 'keynote-card']) {
    for (const count of [6, 100, 1000]) {
      const samples = [];
      await tab.evaluate(measure, markup(tag), count);
      for (let run = 0; run < runs; run += 1) {
        samples.push([
          await tab.evaluate(measure, markup('plain-card'), count),
          await tab.evaluate(measure, markup(tag), count),
        ]);
      }
      results.push({tag, count, samples});
      rows.push([
        count,
        tag,
        format(summary(samples.map(([plain]) => plain)), 1),
        format(summary(samples.map(([, ours]) => ours)), 1),
        format(summary(samples.map(([plain, ours]) => ours / plain))),
      ]);
    }
  }
  table(`Cards, ${runs} pairs, script and layout: median (min–max)`, rows);
  await tab.close();
  return results;
}
