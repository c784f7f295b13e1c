/**
 * Cards against plain cloned markup of the same words: made by script, one after the other. Beside ours, the cards of peers,
 * which draw a box around what stands in them.
 */
import {peers, scriptOf} from './peers.js';
import {against, format, section, summary} from './support.js';

const runs = 15;
const counts = [1, 100, 1000];
const own = ['talk-summary', 'keynote-card'];
const tags = [...own, ...peers.map(({card}) => card)];

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
  for (const peer of peers) await tab.addScriptTag({type: 'module', content: await scriptOf(peer)});
  await tab.waitForFunction((names) => names.every((name) => customElements.get(name)), {}, tags);

  /** What the page has done so far besides style and layout, in ms: scripts, and getting ready to paint. */
  const worked = async () => {
    const {TaskDuration, LayoutDuration, RecalcStyleDuration} = await tab.metrics();
    return (TaskDuration - LayoutDuration - RecalcStyleDuration) * 1000;
  };
  const sample = async (tag, count) => {
    const before = await worked();
    const time = await tab.evaluate(measure, markup(tag), count);
    return {time, script: (await worked()) - before};
  };

  const rows = [['card', 'how many', 'plain, ms', 'card, ms', '÷ plain', 'of one, without style and layout, µs']];
  const samples = [];
  const targets = [];
  for (const tag of tags) {
    for (const count of counts) {
      const pairs = [];
      await sample(tag, count);
      for (let run = 0; run < runs; run += 1) {
        pairs.push({plain: await sample('plain-card', count), card: await sample(tag, count)});
      }
      samples.push({tag, count, pairs});
      const ratio = summary(pairs.map(({plain, card}) => card.time / plain.time));
      const script = summary(pairs.map(({plain, card}) => ((card.script - plain.script) / count) * 1000));
      rows.push([
        `\`<${tag}>\``,
        count,
        format(summary(pairs.map(({plain}) => plain.time)), 1),
        format(summary(pairs.map(({card}) => card.time)), 1),
        format(ratio, 1),
        // Of a single one the noise is more than the thing.
        count > 1 ? format(script, 0) : '',
      ]);
      if (count === 1000 && own.includes(tag)) {
        targets.push(
          `\`<${tag}>\` ÷ plain: ${against(1.3, ratio.median)}; of one, without style and layout: ${against(60, script.median, 'µs')}.`,
        );
      }
    }
  }
  await tab.close();
  const says = `${runs} runs in turns with plain markup, processor at full speed, script and layout: median (least–most). ${targets.join(' ')}`;
  return {text: section('Cards', says, rows), samples};
}
