import type {RecordStore} from './record-store.js';
import {connect} from './connect.js';
import {RecordListStore, type ListStore, type SavedItem} from './list-store.js';

/** How a suite opens stores. Two of one name share their records, as two tabs do; others are other devices. */
export interface Harness {
  open(name: string): RecordStore;
  /** Opens the records of a name as after the page was left and visited again; left out where nothing is kept. */
  reopen?(name: string): RecordStore;
}

type Test = (sentence: string, run: () => Promise<void>) => void;

const a = {url: 'https://blog.example/a/', title: 'A'};
const b = {url: 'https://blog.example/b/', title: 'B'};

/** What every store of lists must do, for any test runner: each test throws where it does not hold. */
export function contract(harness: Harness, test: Test): void {
  let devices = 0;
  const device = (
    name = `device-${Date.now()}-${(devices += 1)}`,
  ): {name: string; records: RecordStore; lists: ListStore} => {
    const records = harness.open(name);
    return {name, records, lists: new RecordListStore(records)};
  };
  const join = async (...[one, other]: [RecordStore, RecordStore]): Promise<void> => {
    const [first, second] = [await one.scan(''), await other.scan('')];
    await other.merge(first);
    await one.merge(second);
  };
  const titles = async (lists: ListStore, list = 'later'): Promise<string[]> =>
    (await lists.items(list)).map(({title}) => title).sort();
  const names = async (lists: ListStore): Promise<string[]> => (await lists.lists()).map(({name}) => name).sort();

  test('A saved article is there with all that is known of it, and is found by any spelling of its address.', async () => {
    const {lists} = device();
    const article: Omit<SavedItem, 'isRead' | 'saved'> = {
      url: 'http://blog.example/a/?utm_source=x#part',
      title: 'A',
      excerpt: 'A sentence.',
      author: 'Noé',
      site: 'Cluster Notes',
      language: 'en',
      image: 'https://blog.example/a.png',
      published: '2024-03-19',
    };
    await lists.save('later', [article], 'Read later');
    const [item] = await lists.items('later');
    const {saved, isRead, ...rest} = item!;
    equal(rest, article);
    equal([isRead, Date.parse(saved) > 0], [false, true]);
    for (const url of [
      'https://blog.example/a',
      'https://blog.example/a/index.html',
      'https://blog.example:443/a/?fbclid=1',
    ]) {
      equal(await lists.where(url), ['later']);
    }
    equal(await lists.where('https://blog.example/A'), []);
  });

  test('Saved twice, an article is one item and keeps its first date.', async () => {
    const {lists} = device();
    await lists.save('later', [{...a, saved: '2024-03-19T10:00:00.000Z'}]);
    await lists.save('later', [{...a, title: 'A again'}]);
    equal(
      (await lists.items('later')).map(({title, saved}) => [title, saved]),
      [['A again', '2024-03-19T10:00:00.000Z']],
    );
  });

  test('Saved many times, an article is one save of this device: records do not grow.', async () => {
    const {records, lists} = device();
    for (let time = 0; time < 5; time += 1) await lists.save('later', [a]);
    equal(
      (await records.scan('')).map(({add}) => Object.keys(add).length),
      [1, 1],
    );
  });

  test('Removed and saved again, an article is there.', async () => {
    const {lists} = device();
    await lists.save('later', [a]);
    await lists.remove('later', [a.url]);
    equal(await titles(lists), []);
    await lists.save('later', [a]);
    equal(await titles(lists), ['A']);
  });

  test('Removed from one list, an article stays in the others.', async () => {
    const {lists} = device();
    const other = await lists.create('Other');
    await lists.save('later', [a]);
    await lists.save(other, [a]);
    await lists.remove('later', [a.url]);
    equal(await lists.where(a.url), [other]);
  });

  test('Many articles are saved in one act, and what is no web address is left out.', async () => {
    const {lists} = device();
    await lists.save('later', [a, b, {url: 'javascript:alert(1)', title: 'C'}]);
    equal(await titles(lists), ['A', 'B']);
    equal(
      (await lists.lists()).map(({count}) => count),
      [2],
    );
  });

  test('A deleted list takes its articles with it, and only them.', async () => {
    const {lists} = device();
    const [one, longer] = [await lists.create('One'), await lists.create('Two')];
    await lists.save(one, [a]);
    await lists.save(longer, [a, b]);
    await lists.deleteList(one);
    equal(await names(lists), ['Two']);
    equal(await titles(lists, one), []);
    equal(await titles(lists, longer), ['A', 'B']);
    equal(
      (await lists.contents()).map(({id, items}) => [id, items.map(({title}) => title).sort()]),
      [[longer, ['A', 'B']]],
    );
  });

  test('Lists whose ids begin alike do not see each other’s articles.', async () => {
    const {lists} = device();
    await lists.save('later', [a]);
    await lists.save('later2', [b]);
    equal(await titles(lists, 'later'), ['A']);
  });

  test('The list used last comes first.', async () => {
    const {lists} = device();
    await lists.save('one', [{...a}], 'One');
    await later();
    await lists.save('two', [{...a}], 'Two');
    equal(
      (await lists.lists()).map(({name}) => name),
      ['Two', 'One'],
    );
  });

  test('An article is marked as read in every list it is in.', async () => {
    const {lists} = device();
    await lists.save('later', [a, b]);
    await lists.save('other', [a]);
    await lists.mark('https://blog.example/a', true);
    const read = async (list: string): Promise<unknown> =>
      (await lists.items(list)).map(({title, isRead}) => [title, isRead]).sort();
    equal(
      [await read('later'), await read('other')],
      [
        [
          ['A', true],
          ['B', false],
        ],
        [['A', true]],
      ],
    );
  });

  test('A merge is a join: again, in another order, in pieces, it changes nothing and tells nobody.', async () => {
    const {records, lists} = device();
    await lists.save('later', [a, b]);
    await lists.remove('later', [b.url]);
    const all = await records.scan('');
    let told = 0;
    records.subscribe(() => (told += 1));
    for (const batch of [all, [...all].reverse(), ...all.map((record) => [record])])
      equal(await records.merge(batch), []);
    equal(told, 0);
    equal(await records.scan(''), all);
  });

  test('An older copy loses nothing, and what was seen to be removed stays removed.', async () => {
    const {records, lists} = device();
    await lists.save('later', [a]);
    const old = await records.scan('');
    await lists.save('later', [b]);
    await lists.remove('later', [a.url]);
    await records.merge(old);
    equal(await titles(lists), ['B']);
  });

  test('A hundred saves at once are all kept.', async () => {
    const {lists} = device();
    await Promise.all(
      Array.from({length: 100}, (_, i) => lists.save('later', [{url: `https://blog.example/${i}/`, title: `${i}`}])),
    );
    equal((await lists.items('later')).length, 100);
  });

  test('Two tabs that save at once keep all, and an article both save is one.', async () => {
    const {name, lists} = device();
    const tab = device(name).lists;
    await Promise.all(
      [lists, tab].flatMap((each, side) =>
        Array.from({length: 50}, (_, i) =>
          each.save('later', [{url: `https://blog.example/${side}/${i}/`, title: 'x'}, a]),
        ),
      ),
    );
    equal((await lists.items('later')).length, 101);
    equal((await tab.items('later')).length, 101);
  });

  test('The other tab is told of a change.', async () => {
    const {name, lists} = device();
    const tab = device(name).lists;
    const told = new Promise<void>((resolve) => tab.subscribe(() => resolve()));
    await lists.save('later', [a]);
    await told;
    equal(await titles(tab), ['A']);
  });

  test('A listener that throws harms nobody.', async () => {
    const {lists} = device();
    const told = new Promise<void>((resolve) => {
      lists.subscribe(() => {
        throw new Error('a listener that throws');
      });
      lists.subscribe(() => resolve());
    });
    await lists.save('later', [a]);
    await told;
  });

  test('A list deleted here and saved to there is back, with that article.', async () => {
    const [here, there] = [device(), device()];
    const list = await here.lists.create('Old');
    await here.lists.save(list, [a]);
    await join(here.records, there.records);
    await here.lists.deleteList(list);
    await there.lists.save(list, [b]);
    await join(here.records, there.records);
    equal([await names(here.lists), await titles(here.lists, list)], [['Old'], ['B']]);
    equal(await there.records.scan(''), await here.records.scan(''));
  });

  test('An article removed here and saved again there is kept.', async () => {
    const [here, there] = [device(), device()];
    await here.lists.save('later', [a]);
    await join(here.records, there.records);
    await here.lists.remove('later', [a.url]);
    await there.lists.save('later', [a]);
    await join(here.records, there.records);
    equal([await titles(here.lists), await titles(there.lists)], [['A'], ['A']]);
  });

  test('An article saved on two devices and removed on one, which had not seen the other’s, is kept.', async () => {
    const [here, there] = [device(), device()];
    await here.lists.save('later', [a]);
    await there.lists.save('later', [a]);
    await here.lists.remove('later', [a.url]);
    await join(here.records, there.records);
    equal([await titles(here.lists), await titles(there.lists)], [['A'], ['A']]);
  });

  test('Renamed on two devices, a list has one name on both.', async () => {
    const [here, there] = [device(), device()];
    const list = await here.lists.create('First');
    await join(here.records, there.records);
    await here.lists.rename(list, 'Here');
    await there.lists.rename(list, 'There');
    await join(here.records, there.records);
    const [one] = await names(here.lists);
    equal(await names(there.lists), [one!]);
    equal(['Here', 'There'].includes(one!), true);
  });

  test('The list every reader has is one on two devices, and its own name never wins over one a reader gave.', async () => {
    const [here, there] = [device(), device()];
    await here.lists.save('later', [a], 'Read later');
    await here.lists.rename('later', 'My pile');
    await later();
    await there.lists.save('later', [b], 'À lire plus tard');
    await join(here.records, there.records);
    equal([await names(here.lists), await names(there.lists)], [['My pile'], ['My pile']]);
    equal(await titles(here.lists), ['A', 'B']);
  });

  test('What is exported and imported elsewhere, once or twice, is the same there.', async () => {
    const [here, there] = [device(), device()];
    await here.lists.save('later', [a, b]);
    await here.lists.remove('later', [b.url]);
    const dump: unknown = JSON.parse(JSON.stringify(await here.lists.export()));
    equal(await there.lists.import(dump), {articles: 1, lists: 1, skipped: 0});
    await there.lists.import(dump);
    equal(await there.lists.export(), await here.lists.export());
  });

  test('What is no copy of lists is refused, and records that are none are left out.', async () => {
    const {lists} = device();
    for (const dump of [null, 7, [], {format: 'other', records: []}, {format: 'article-series-lists', records: 'x'}]) {
      equal(await lists.import(dump).catch((error: {code?: string}) => error.code), 'corrupt');
    }
    const {skipped} = await lists.import({
      format: 'article-series-lists',
      records: [null, 7, {}, {_id: 'l:x', list: 'y'}],
    });
    equal([skipped, await names(lists)], [4, []]);
  });

  test('Fields that a newer version adds survive.', async () => {
    const {records, lists} = device();
    await lists.save('later', [a]);
    const [item] = await records.scan('i:');
    const stamp = Object.values(item!.f)[0]![1];
    await records.merge([{...item!, v: 2, f: {...item!.f, note: [{text: 'new'}, stamp]}}]);
    await lists.save('later', [{...a, title: 'A again'}]);
    const [after] = await records.scan('i:');
    equal([after!.v, after!.f.note![0]], [2, {text: 'new'}]);
  });

  test('Connected, two stores are the same, also after each has changed.', async () => {
    const [here, there] = [device(), device()];
    await here.lists.save('later', [a]);
    const stop = await connect(here.records, there.records);
    const told = new Promise<void>((resolve) => here.lists.subscribe(({source}) => source === 'remote' && resolve()));
    await there.lists.save('later', [b]);
    await told;
    stop();
    equal(
      [await titles(here.lists), await titles(there.lists)],
      [
        ['A', 'B'],
        ['A', 'B'],
      ],
    );
  });

  test('Everything is forgotten on request.', async () => {
    const {lists} = device();
    await lists.save('later', [a]);
    await lists.forget();
    equal([await lists.lists(), await lists.where(a.url)], [[], []]);
    await lists.save('later', [b]);
    equal(await titles(lists), ['B']);
  });

  test('What is forgotten while an article is marked as read does not come back.', async () => {
    const {lists} = device();
    await lists.save('later', [a]);
    await Promise.all([lists.mark(a.url, true), lists.forget()]);
    equal([await lists.lists(), await lists.where(a.url)], [[], []]);
  });

  const {reopen} = harness;
  if (reopen) {
    test('What was saved is there when the page is visited again.', async () => {
      const {name, lists} = device();
      await lists.save('later', [a]);
      equal(await titles(new RecordListStore(reopen(name))), ['A']);
    });
  }
}

/** Until the clock shows another millisecond. */
async function later(): Promise<void> {
  for (const start = Date.now(); Date.now() === start;) await Promise.resolve();
}

function equal(actual: unknown, expected: unknown): void {
  const [is, should] = [sorted(actual), sorted(expected)];
  if (is !== should) throw new Error(`is ${is}, should be ${should}`);
}

/** As JSON, whatever the order of keys. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    each && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([x], [y]) => (x < y ? -1 : 1)))
      : each,
  );
