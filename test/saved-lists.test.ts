import {expect, fixture, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../src/define.js';
import type {SavedLists} from '../src/index.js';
import {readLists} from '../src/lists/formats/formats.js';
import {hasLists} from '../src/lists/has-lists.js';
import {
  IndexedDbListStore,
  ListStoreError,
  MemoryListStore,
  setListStore,
  type ListStore,
  type ListSync,
} from '../src/lists/lists.js';
import {words} from './support/draw.js';
import {seen} from './support/visible.js';

const until = (isTrue: () => unknown): Promise<void> => waitUntil(isTrue, undefined, {timeout: 8000});

let store: ListStore;

async function draw(lang = 'en'): Promise<SavedLists> {
  const page = await fixture(`<main lang="${lang}"><saved-lists><p>Your lists need script.</p></saved-lists></main>`);
  const element = page.querySelector('saved-lists')!;
  await element.updateComplete;
  await until(() => find(element, '[part=keep]'));
  return element;
}

const find = <T extends HTMLElement>(element: SavedLists, selector: string): T =>
  element.shadowRoot!.querySelector<T>(selector)!;
const all = (element: SavedLists, selector: string): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const said = (element: SavedLists): string => words(find(element, '[role=status]'));
const tabs = (element: SavedLists): string[] => all(element, '[part=lists] button').map(words);
const titles = (element: SavedLists): string[] => all(element, '[part=item] > a').map(words);
const byWords = (element: SavedLists, text: string): HTMLElement =>
  all(element, 'button').find((each) => words(each) === text)!;

function choose(select: HTMLSelectElement, text: string): void {
  select.selectedIndex = [...select.options].findIndex((option) => words(option) === text);
  select.dispatchEvent(new Event('change', {bubbles: true}));
}

const focused = (element: SavedLists): Element | null => element.shadowRoot!.activeElement;

/** Opens the actions of the first article. */
async function openActions(element: SavedLists): Promise<void> {
  find(element, '[part=item] summary').click();
  await until(() => byWords(element, 'Remove'));
}

/** What the browser would save as a file. */
async function downloaded(act: () => void): Promise<string> {
  const real = URL.createObjectURL.bind(URL);
  try {
    const blob = await new Promise<Blob>((resolve) => {
      URL.createObjectURL = (each) => {
        resolve(each as Blob);
        return real(each);
      };
      act();
    });
    return await blob.text();
  } finally {
    URL.createObjectURL = real;
  }
}

async function upload(element: SavedLists, text: string): Promise<void> {
  const files = new DataTransfer();
  files.items.add(new File([text], 'lists.txt'));
  const field = find<HTMLInputElement>(element, '[type=file]');
  field.files = files.files;
  field.dispatchEvent(new Event('change'));
  await until(() => said(element) || words(find(element, '[role=alert]')));
}

describe('saved-lists', () => {
  beforeEach(async () => {
    setListStore((store = new MemoryListStore()));
    await store.save('later', [
      {url: 'https://a.example/1', title: 'One', site: 'Notes', author: 'Noé', saved: '2024-03-19T10:00:00Z'},
      {url: 'https://a.example/2', title: 'Two', saved: '2024-03-20T10:00:00Z'},
    ]);
    await store.save('rust', [{url: 'https://a.example/3', title: 'Three'}], 'Rust');
    // So that which list was used last does not hang on one millisecond.
    await store.rename('rust', 'Rust');
  });

  it('shows the lists with their counts, and what is in one', async () => {
    const element = await draw();
    expect(tabs(element).sort()).to.deep.equal(['Read later 2 articles', 'Rust 1 article']);
    byTab(element, /Read later/).click();
    await until(() => titles(element).length === 2);
    expect(titles(element)).to.deep.equal(['Two', 'One']);
    expect(words(all(element, '.facts')[1])).to.match(/^Notes · Noé · saved on .*19.*2024$/);
  });

  it('says it in French on a French page', async () => {
    const element = await draw('fr');
    expect(tabs(element).sort()).to.deep.equal(['Rust 1 article', 'À lire plus tard 2 articles']);
  });

  it('says it in Polish on a Polish page, whose words have to be loaded', async () => {
    const element = await draw('pl');
    await until(() => !find(element, '[part=lists]').closest('[lang]'));
    expect(tabs(element).sort()).to.deep.equal(['Do przeczytania 2 artykuły', 'Rust 1 artykuł']);
  });

  it('says it in the language that came last, also where another is ready later', async () => {
    const element = await draw();
    const place = find(element, '[part=place]');
    const shown: string[] = [];
    new MutationObserver(() => shown.push(words(place))).observe(place, {childList: true});
    const unreadable = store.unreadable.bind(store);
    let answer = (): void => undefined;
    const isAsked = new Promise<void>((resolve) => {
      store.unreadable = () => new Promise((done) => (resolve(), (answer = () => done(0))));
    });
    element.lang = 'fr';
    await isAsked;
    store.unreadable = unreadable;
    element.lang = 'nl';
    await until(() => shown.length);
    answer();
    element.lang = 'de';
    await until(() => shown.length > 1);
    expect(shown.map((text) => text.split(' ')[0])).to.deep.equal(['Je', 'Ihre']);
  });

  it('stays in its language, with a warning, where it cannot speak the next', async () => {
    const element = await draw();
    const {warn} = console;
    const reason = new Error('not here');
    store.unreadable = () => {
      throw reason;
    };
    try {
      const warning = new Promise((resolve) => (console.warn = resolve));
      element.lang = 'fr';
      expect(await warning).to.equal(reason);
      expect(words(find(element, '[part=place]'))).to.match(/^Your lists/);
    } finally {
      console.warn = warn;
    }
  });

  const byTab = (element: SavedLists, name: RegExp): HTMLElement =>
    all(element, '[part=lists] button').find((each) => name.test(words(each)))!;
  const drawLater = async (): Promise<SavedLists> => {
    const element = await draw();
    byTab(element, /Read later/).click();
    await until(() => titles(element)[0] === 'Two' && focused(element)?.localName === 'h2');
    return element;
  };

  it('says that there are no lists yet, and creates nothing to find out', async () => {
    setListStore(new IndexedDbListStore());
    const element = await draw();
    expect(seen(element)).to.match(/You have no lists yet/);
    expect(await hasLists()).to.equal(false);
  });

  it('orders articles as the reader asks', async () => {
    const element = await drawLater();
    choose(find(element, 'section select'), 'by title');
    await until(() => titles(element).join() === 'One,Two');
    await store.mark('https://a.example/1', true);
    choose(find(element, 'section select'), 'unread first');
    await until(() => titles(element).join() === 'Two,One');
  });

  it('marks an article as read', async () => {
    const element = await drawLater();
    find(element, '[part=item] [type=checkbox]').click();
    await until(() => find(element, '.read'));
    expect((await store.items('later')).map(({title, isRead}) => [title, isRead])).to.deep.equal([
      ['Two', true],
      ['One', false],
    ]);
  });

  it('removes an article, and takes it back with its date', async () => {
    const element = await drawLater();
    await openActions(element);
    byWords(element, 'Remove').click();
    await until(() => said(element) === 'Removed from “Read later”.');
    expect(titles(element)).to.deep.equal(['One']);
    byWords(element, 'Undo').click();
    await until(() => titles(element).length === 2);
    expect((await store.items('later'))[0]!.saved).to.equal('2024-03-20T10:00:00Z');
  });

  for (const [words_, message, left] of [
    ['Move to', 'Moved to “Rust”.', ['One']],
    ['Copy to', 'Copied to “Rust”.', ['Two', 'One']],
  ] as const) {
    it(`does “${words_}”, and takes it back`, async () => {
      const element = await drawLater();
      await openActions(element);
      const lists = all(element, '[part=item] fieldset').find((each) => words(each).startsWith(words_))!;
      [...lists.querySelectorAll('button')].find((each) => words(each) === 'Rust')!.click();
      await until(() => said(element) === message);
      expect(titles(element)).to.deep.equal(left);
      expect((await store.items('rust')).map(({title}) => title).sort()).to.deep.equal(['Three', 'Two']);
      byWords(element, 'Undo').click();
      await until(() => titles(element).length === 2 && !said(element));
      expect((await store.items('rust')).map(({title}) => title)).to.deep.equal(['Three']);
    });
  }

  it('renames a list by keyboard', async () => {
    const element = await drawLater();
    byWords(element, 'Rename').focus();
    await sendKeys({press: 'Enter'});
    await until(() => focused(element)?.getAttribute('name') === 'name');
    await sendKeys({type: 'My pile'});
    await sendKeys({press: 'Enter'});
    await until(() => said(element) === 'The list is called “My pile”.');
    expect(tabs(element).sort()).to.deep.equal(['My pile 2 articles', 'Rust 1 article']);
  });

  it('gives a list no name that another has', async () => {
    const element = await drawLater();
    byWords(element, 'Rename').click();
    await until(() => focused(element)?.getAttribute('name') === 'name');
    await sendKeys({type: 'Rust'});
    await sendKeys({press: 'Enter'});
    await until(() => words(find(element, '[role=alert]')) === 'There is a list “Rust” already.');
    expect(tabs(element).sort()).to.deep.equal(['Read later 2 articles', 'Rust 1 article']);
    byWords(element, 'Cancel').click();
    await until(() => !words(find(element, '[role=alert]')) && !find(element, '[name=name]'));
  });

  it('deletes a list, and takes it back with all that was in it', async () => {
    const element = await drawLater();
    byWords(element, 'Delete the list').click();
    await until(() => said(element) === 'The list “Read later” is deleted.');
    expect(tabs(element)).to.deep.equal(['Rust 1 article']);
    byWords(element, 'Undo').click();
    await until(() => tabs(element).length === 2);
    expect((await store.items('later')).map(({title}) => title)).to.deep.equal(['Two', 'One']);
  });

  it('searches all lists', async () => {
    await store.save('rust', [{url: 'https://a.example/0', title: 'Ten', saved: '2024-03-19T12:00:00Z'}]);
    const element = await draw();
    find(element, '[type=search]').focus();
    await sendKeys({type: 't'});
    await until(() => titles(element).length === 4);
    // The one saved last first, whichever list it is in.
    expect(titles(element)).to.deep.equal(['Three', 'Two', 'Ten', 'One']);
    await sendKeys({type: 'h'});
    await until(() => titles(element).join() === 'Three');
    expect(words(find(element, '.facts'))).to.match(/Rust$/);
    await sendKeys({type: 'x'});
    await until(() => /Nothing found/.test(seen(element)));
  });

  it('draws fifty articles at a time', async () => {
    await store.save(
      'many',
      Array.from({length: 120}, (_, index) => ({url: `https://a.example/many/${index}`, title: `${index}`})),
      'Many',
    );
    const element = await draw();
    byTab(element, /Many/).click();
    await until(() => titles(element).length === 50 && focused(element)?.localName === 'h2');
    byWords(element, 'Show more').click();
    await until(() => focused(element)?.matches('[part=item] > a'));
    expect(titles(element)).to.have.length(100);
    expect(words(focused(element))).to.equal(titles(element)[50]);
  });

  it('saves a copy of everything, and reads it again', async () => {
    const element = await draw();
    const text = await downloaded(() => byWords(element, 'JSON').click());
    await until(() => said(element) === 'In the copy: 3 articles.');
    setListStore((store = new MemoryListStore()));
    const other = await draw();
    await upload(other, text);
    expect(said(other)).to.equal('Read: 3 articles, lists: 2.');
    expect((await store.items('later')).map(({title}) => title)).to.deep.equal(['Two', 'One']);
  });

  for (const format of ['HTML', 'Instapaper CSV', 'Raindrop.io CSV']) {
    it(`saves a copy as ${format}, and reads it again`, async () => {
      const element = await draw();
      const text = await downloaded(() => byWords(element, format).click());
      expect(readLists(text, 'x').items).to.equal(3);
      setListStore((store = new MemoryListStore()));
      const other = await draw();
      await upload(other, text);
      expect(said(other)).to.equal('Read: 3 articles, lists: 2.');
      expect((await store.lists()).map(({name, count}) => [name, count]).sort()).to.deep.equal([
        ['Read later', 2],
        ['Rust', 1],
      ]);
    });
  }

  it('says when a file is no copy of lists, and changes nothing', async () => {
    const element = await draw();
    for (const text of ['{"format":"other"}', '{', 'What a day.', '<p>Hello']) {
      await upload(element, text);
      expect(words(find(element, '[role=alert]'))).to.equal('This file is no copy of lists that is known here.');
    }
    expect(tabs(element)).to.have.length(2);
  });

  it('forgets everything, once the reader is sure', async () => {
    const element = await draw();
    find<HTMLDetailsElement>(element, '[part=keep]').open = true;
    byWords(element, 'Forget everything').click();
    await until(() => /Save a copy first/.test(seen(element)));
    byWords(element, 'Forget everything').click();
    await until(() => said(element) === 'Everything is forgotten.');
    expect(await store.lists()).to.deep.equal([]);
  });

  it('asks before it adds what a link from a feed names, and takes only web addresses', async () => {
    const {href} = location;
    const go = (search: string): void => history.replaceState(null, '', search);
    try {
      go('?add=javascript:alert(1)');
      expect(find(await draw(), '.question')).to.equal(null);
      go(`?add=${encodeURIComponent('https://a.example/new')}&title=New`);
      const element = await draw();
      expect(words(find(element, '.question p'))).to.equal('Add “New” to a list?');
      expect(await store.where('https://a.example/new')).to.deep.equal([]);
      expect(words(find(element, '.question .facts'))).to.equal('a.example');
      choose(find(element, '.question select'), 'Rust');
      byWords(element, 'Add').click();
      await until(() => titles(element).includes('New') && !find(element, '.question'));
      expect(await store.where('https://a.example/new')).to.deep.equal(['rust']);
      expect((await store.items('rust')).find(({title}) => title === 'New')!.site).to.equal('a.example');
      expect(location.search).to.equal('');
    } finally {
      go(href);
    }
  });

  it('names no site in the question where it is that of the page', async () => {
    const {href} = location;
    try {
      history.replaceState(null, '', '?add=/new&title=New');
      const element = await draw();
      expect(words(find(element, '.question .facts'))).to.equal('');
    } finally {
      history.replaceState(null, '', href);
    }
  });

  it('asks once, and leaves the rest of the address as it is', async () => {
    const {href} = location;
    try {
      history.replaceState(null, '', '?page_id=42&add=https://a.example/new&title=New#lists');
      const element = await draw();
      byWords(element, 'Not now').click();
      await until(() => !find(element, '.question'));
      expect(location.search + location.hash).to.equal('?page_id=42#lists');
    } finally {
      history.replaceState(null, '', href);
    }
  });

  it('works where storage is refused, and says that nothing will be kept', async () => {
    store.lists = () => Promise.reject(new ListStoreError('blocked'));
    const element = await draw();
    await until(() => /keeps nothing for this site/.test(words(find(element, '[part=place]'))));
  });

  it('says how it stands with the reader’s other devices', async () => {
    let status: ListSync['status'] = 'syncing';
    const listeners = new Set<() => void>();
    const element = await draw();
    element.sync = {
      get status() {
        return status;
      },
      subscribe: (listener) => (listeners.add(listener), () => listeners.delete(listener)),
    };
    await until(() => /on their way to your other devices/.test(words(find(element, '[part=place]'))));
    for (const [next, sentence] of [
      ['synced', /the same on all your devices/],
      ['offline', /^Not connected/],
      ['needs-login', /^Log in/],
    ] as const) {
      status = next;
      for (const listener of listeners) listener();
      await until(() => sentence.test(words(find(element, '[part=place]'))));
    }
  });

  it('has its live regions there before they say something, without room for them', async () => {
    const element = await draw();
    for (const selector of ['[role=status]', '[role=alert]'])
      expect(find(element, selector).checkVisibility()).to.equal(true);
    expect(find(element, '[part=place]').getBoundingClientRect().top).to.equal(element.getBoundingClientRect().top);
  });

  it('goes on in another document, which takes none of our styles', async () => {
    const element = await draw();
    const frame = await fixture<HTMLIFrameElement>('<iframe title="Another"></iframe>');
    element.remove();
    await store.create('Fresh');
    frame.contentDocument!.body.append(element);
    await until(() => tabs(element).includes('Fresh 0 articles'));
  });

  it('follows another tab', async () => {
    const element = await draw();
    await store.save('later', [{url: 'https://a.example/4', title: 'Four'}]);
    await until(() => tabs(element).includes('Read later 3 articles'));
  });

  it('has no accessibility fault', async () => {
    const element = await drawLater();
    await openActions(element);
    find<HTMLDetailsElement>(element, '[part=keep]').open = true;
    await expect(element).to.be.accessible();
  });
});
