/** Navigators of 10 to 10,000 parts against a plain list of the same links: to create, and to move the current mark. */
import {against, format, section, summary} from './support.js';

const counts = [10, 100, 1000, 10_000];
const runs = 15;

/** Runs in the page. Each time includes layout. */
async function measure(count, from) {
  const parts = Array.from({length: count}, (_, index) => ({title: `Title ${index + 1}`, url: `/${index + 1}/`}));
  const template = document.createElement('template');
  template.innerHTML = `<ol>${parts.map(({title, url}) => `<li><a href="${url}">${title}</a></li>`).join('')}</ol>`;
  const place = document.body.appendChild(document.createElement('div'));
  const middle = Math.floor(count / 2);
  const clock = async (act) => {
    const start = performance.now();
    await act();
    place.getBoundingClientRect();
    return performance.now() - start;
  };

  let list;
  const plainCreate = await clock(() => {
    list = template.content.cloneNode(true).firstChild;
    place.append(list);
  });
  const items = list.querySelectorAll('a');
  const plainMove = await clock(() => {
    items[middle - 1].removeAttribute('aria-current');
    items[middle].setAttribute('aria-current', 'page');
  });
  list.remove();

  const navigator = document.createElement('series-navigator');
  navigator.current = `/${middle}/`;
  if (from === 'list') navigator.append(template.content.cloneNode(true));
  const create = await clock(async () => {
    if (from === 'parts') navigator.parts = parts;
    place.append(navigator);
    await navigator.updateComplete;
  });
  await navigator.updateComplete;
  const move = await clock(async () => {
    navigator.current = `/${middle + 1}/`;
    await navigator.updateComplete;
  });
  place.remove();
  return {plainCreate, plainMove, create, move};
}

export async function benchSeries(browser, address) {
  const tab = await browser.newPage();
  await tab.goto(address + 'en/2024/03/19/kubecon-tuesday/');
  // Long series need their module first.
  await tab.evaluate(measure, 20, 'parts');
  await tab.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  const rows = [['given as', 'parts', 'create, ms', '÷ plain list', '÷ 100 parts', 'move, ms', '÷ 100 parts']];
  const results = [];
  const targets = [];
  for (const from of ['list', 'parts']) {
    const all = {};
    for (const count of counts) {
      const samples = [];
      for (let run = 0; run < runs; run += 1) samples.push(await tab.evaluate(measure, count, from));
      all[count] = samples;
      results.push({from, count, samples});
    }
    const median = (count, key) => summary(all[count].map((sample) => sample[key])).median;
    for (const count of counts) {
      rows.push([
        from === 'list' ? 'a list in it' : 'the property `parts`',
        count,
        format(summary(all[count].map(({create}) => create)), 1),
        format(summary(all[count].map(({create, plainCreate}) => create / plainCreate))),
        (median(count, 'create') / median(100, 'create')).toFixed(2),
        format(summary(all[count].map(({move}) => move)), 1),
        (median(count, 'move') / median(100, 'move')).toFixed(2),
      ]);
    }
    const growth = median(10_000, 'create') / median(100, 'create');
    targets.push(`10,000 ÷ 100 parts, ${from === 'list' ? 'a list' : 'the property'}: ${against(1.5, growth)}.`);
  }
  await tab.close();
  const says = `${runs} runs, processor at full speed, script and layout: median (least–most). ${targets.join(' ')}`;
  return {text: section('Navigators', says, rows), samples: results};
}
