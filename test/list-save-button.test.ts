import {expect, fixture, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../src/define.js';
import type {ListChangeEvent, ListSaveButton, ListSaveEvent} from '../src/index.js';
import {articlesOf} from '../src/list-save-button/list-save-button.article.js';
import {hasLists} from '../src/lists/has-lists.js';
import {
  IndexedDbListStore,
  ListStoreError,
  MemoryListStore,
  setListStore,
  type Article,
  type ListStore,
} from '../src/lists/lists.js';
import {next, words} from './support/draw.js';
import {seen} from './support/visible.js';

const link = '<a href="/my-lists/?add=https://blog.example/a/">Save for later</a>';
const markup = `<list-save-button url="https://blog.example/a/" article-title="A post">${link}</list-save-button>`;

const until = (isTrue: () => unknown): Promise<void> => waitUntil(isTrue, undefined, {timeout: 8000});

let store: ListStore;

async function draw(source = markup, lang = 'en'): Promise<ListSaveButton> {
  const page = await fixture(`<main lang="${lang}">${source}</main>`);
  const button = page.querySelector('list-save-button')!;
  await button.updateComplete;
  return button;
}

const find = <T extends HTMLElement>(button: ListSaveButton, selector: string): T =>
  button.shadowRoot!.querySelector<T>(selector)!;
const control = (button: ListSaveButton): HTMLElement => find(button, '[part=button]');
const said = (button: ListSaveButton): string => words(find(button, '[role=status]'));
const byWords = (button: ListSaveButton, text: string): HTMLElement =>
  [...button.shadowRoot!.querySelectorAll<HTMLElement>('button')].find((each) => words(each) === text)!;

/** Opens the dialog as a reader does with the keyboard. */
async function open(button: ListSaveButton): Promise<void> {
  control(button).focus();
  await sendKeys({press: 'Enter'});
  await until(() => button.shadowRoot!.activeElement?.localName === 'h2');
}

/** Presses Tab until a control has the focus. */
async function tabTo(button: ListSaveButton, selector: string): Promise<void> {
  for (let presses = 0; presses < 20; presses += 1) {
    if (button.shadowRoot!.activeElement?.matches(selector)) return;
    await sendKeys({press: 'Tab'});
  }
  throw new Error(`Tab does not reach ${selector}`);
}

describe('list-save-button', () => {
  beforeEach(() => setListStore((store = new MemoryListStore())));

  it('is a button in the place of the author’s link, and stores nothing before a click', async () => {
    setListStore(new IndexedDbListStore());
    const button = await draw();
    expect(seen(button)).to.equal('Add to a list');
    expect(await hasLists()).to.equal(false);
    expect(button.innerHTML).to.equal(link);
  });

  it('says it in French on a French page', async () => {
    const button = await draw(markup, 'fr');
    expect(seen(button)).to.equal('Ajouter à une liste');
    await open(button);
    expect(words(find(button, 'legend'))).to.equal('Vos listes');
  });

  it('saves to the list that every reader has, by keyboard alone, and says so', async () => {
    const button = await draw();
    await open(button);
    await tabTo(button, '[type=checkbox]');
    const changed = next<ListChangeEvent>('list-change');
    await sendKeys({press: ' '});
    expect((await changed).action).to.equal('add');
    expect(said(button)).to.equal('Added to “Read later”.');
    expect((await store.items('later')).map(({url, title}) => [url, title])).to.deep.equal([
      ['https://blog.example/a/', 'A post'],
    ]);
    await sendKeys({press: 'Escape'});
    expect(find<HTMLDialogElement>(button, 'dialog').open).to.equal(false);
    expect(button.shadowRoot!.activeElement).to.equal(control(button));
    expect(words(control(button))).to.equal('Saved in 1 list');
  });

  it('takes back what was done', async () => {
    const button = await draw();
    await open(button);
    find(button, '[type=checkbox]').click();
    await until(() => byWords(button, 'Undo'));
    await tabTo(button, '[part=message] button');
    await sendKeys({press: 'Enter'});
    await until(() => said(button) === 'Removed from “Read later”.');
    expect(await store.where('https://blog.example/a/')).to.deep.equal([]);
    await until(() => button.shadowRoot!.activeElement?.localName === 'h2');
  });

  it('creates a list with the keyboard, saves to it, and stays ready for the next', async () => {
    const button = await draw();
    await open(button);
    byWords(button, 'Create a list').click();
    await until(() => button.shadowRoot!.activeElement?.id === 'name');
    await sendKeys({press: 'Enter'});
    await until(() => words(find(button, '#fault')) === 'Give the list a name.');
    expect(find(button, '#name').ariaInvalid).to.equal('true');
    await sendKeys({type: 'Kubernetes'});
    await sendKeys({press: 'Enter'});
    await until(() => said(button) === 'Added to “Kubernetes”.');
    expect(find<HTMLDialogElement>(button, 'dialog').open).to.equal(true);
    expect(find<HTMLInputElement>(button, '#name').value).to.equal('');
    await until(() => button.shadowRoot!.activeElement?.id === 'name');
    expect((await store.lists()).map(({name, count}) => [name, count])).to.deep.equal([['Kubernetes', 1]]);
    await sendKeys({type: 'Kubernetes'});
    await sendKeys({press: 'Enter'});
    await until(() => words(find(button, '#fault')) === 'There is a list “Kubernetes” already.');
  });

  it('does nothing where the page forbids it', async () => {
    const button = await draw();
    document.addEventListener('list-save', (event) => event.preventDefault(), {once: true});
    await open(button);
    const asked = next<ListSaveEvent>('list-save');
    find(button, '[type=checkbox]').click();
    expect((await asked).articles[0]!.title).to.equal('A post');
    expect(find<HTMLInputElement>(button, '[type=checkbox]').checked).to.equal(false);
    expect(await store.lists()).to.deep.equal([]);
  });

  it('follows what another button, or another tab, does', async () => {
    const button = await draw();
    await open(button);
    await store.save('later', [{url: 'https://blog.example/a/'}]);
    await until(() => words(control(button)) === 'Saved in 1 list');
    expect(find<HTMLInputElement>(button, '[type=checkbox]').checked).to.equal(true);
  });

  it('keeps 200 lists usable with a filter', async () => {
    for (let list = 0; list < 200; list += 1) await store.create(`List ${list}`);
    const button = await draw();
    await open(button);
    expect(button.shadowRoot!.querySelectorAll('[type=checkbox]')).to.have.length(200);
    await tabTo(button, '[type=search]');
    await sendKeys({type: 'list 19'});
    await until(() => button.shadowRoot!.querySelectorAll('[type=checkbox]').length === 11);
  });

  const faults: ['blocked' | 'full' | 'newer' | 'unknown', RegExp][] = [
    ['full', /no room left: nothing was saved/],
    ['newer', /newer version .* Reload the page/],
    ['unknown', /nothing has changed/],
  ];
  for (const [code, sentence] of faults) {
    it(`tells the reader when the store is ${code}, and shows nothing as saved`, async () => {
      const button = await draw();
      store.save = () => Promise.reject(new ListStoreError(code));
      await open(button);
      find(button, '[type=checkbox]').click();
      await until(() => sentence.test(words(find(button, 'dialog > div > [role=alert]'))));
      expect(find<HTMLInputElement>(button, '[type=checkbox]').checked).to.equal(false);
      expect(words(control(button))).to.equal('Add to a list');
    });
  }

  it('keeps lists until the page is left where the browser refuses storage, and says so', async () => {
    store.lists = () => Promise.reject(new ListStoreError('blocked'));
    const button = await draw();
    await open(button);
    expect(words(find(button, '.note'))).to.match(/keeps nothing for this site/);
    find(button, '[type=checkbox]').click();
    await until(() => said(button) === 'Added to “Read later”.');
  });

  it('uses one store with the other buttons of the page where the browser refuses storage', async () => {
    store.lists = () => Promise.reject(new ListStoreError('blocked'));
    const page = await fixture(`<main lang="en">${markup}${markup}</main>`);
    const [first, second] = [...page.querySelectorAll('list-save-button')] as [ListSaveButton, ListSaveButton];
    await Promise.all([first.updateComplete, second.updateComplete]);
    // Both ask, and are refused, at once.
    control(first).click();
    control(second).click();
    for (const button of [first, second])
      await until(() => /keeps nothing for this site/.test(words(find(button, '.note'))));
    find(first, '[type=checkbox]').click();
    await until(() => words(control(second)) === 'Saved in 1 list');
    expect(find<HTMLInputElement>(second, '[type=checkbox]').checked).to.equal(true);
  });

  it('says that nothing is kept also where another button found out', async () => {
    store.lists = () => Promise.reject(new ListStoreError('blocked'));
    await open(await draw());
    await sendKeys({press: 'Escape'});
    const other = await draw();
    await open(other);
    expect(words(find(other, '.note'))).to.match(/keeps nothing for this site/);
  });

  it('speaks English where the words of the language do not load', async () => {
    // The browser may have it from other tests, and they need it again.
    const askAgain = (): Promise<Response> => fetch('/src/locale/lists/it.ts', {cache: 'reload'});
    document.cookie = 'lacks=/src/locale/lists/it.ts;path=/';
    try {
      expect((await askAgain()).status).to.equal(404);
      const button = await draw(markup, 'it');
      await open(button);
      expect(words(find(button, 'legend'))).to.equal('Your lists');
    } finally {
      document.cookie = 'lacks=;path=/;max-age=0';
      await askAgain();
    }
  });

  it('leaves the author’s link where the dialog does not open', async () => {
    const {showModal} = HTMLDialogElement.prototype;
    HTMLDialogElement.prototype.showModal = () => {
      throw new TypeError('not here');
    };
    try {
      const button = await draw();
      control(button).click();
      await until(() => seen(button) === 'Save for later');
    } finally {
      HTMLDialogElement.prototype.showModal = showModal;
    }
  });

  it('saves what the page says of itself', async () => {
    const url = location.href.replace(/#.*/, '');
    const meta = document.createElement('div');
    meta.innerHTML = `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"No"},{"@type":"BlogPosting","headline":"The headline","author":[{"@type":"Person","name":"Noé"}],"inLanguage":"en","datePublished":"2024-03-19","image":["/a.png"]}]}</script>`;
    document.head.append(meta.firstChild!);
    const description = document.createElement('meta');
    description.name = 'description';
    description.content = 'About it.';
    document.head.append(description);
    try {
      const button = await draw(`<list-save-button site="Notes">${link}</list-save-button>`);
      await open(button);
      find(button, '[type=checkbox]').click();
      await until(() => said(button));
      const [{saved, isRead, ...item}] = (await store.items('later')) as [Awaited<ReturnType<ListStore['items']>>[0]];
      expect([Date.parse(saved) > 0, isRead]).to.deep.equal([true, false]);
      expect({...item}).to.deep.equal({
        url,
        title: 'The headline',
        excerpt: 'About it.',
        author: 'Noé',
        site: 'Notes',
        language: 'en',
        image: new URL('/a.png', location.href).href,
        published: '2024-03-19',
      });
    } finally {
      document.head.querySelector('script[type="application/ld+json"]')!.remove();
      description.remove();
    }
  });

  it('saves every part of a series in one act', async () => {
    const button =
      await draw(`<series-navigator current="https://blog.example/2/"><ol><li><a href="https://blog.example/1/">One</a></li>
      <li><a href="https://blog.example/2/">Two</a></li><li>Three, announced</li></ol></series-navigator>
      <list-save-button whole-series>${link}</list-save-button>`);
    await open(button);
    find(button, '[type=checkbox]').click();
    await until(() => said(button));
    expect((await store.items('later')).map(({title}) => title).sort()).to.deep.equal(['One', 'Two']);
    expect(words(control(button))).to.equal('Saved in 1 list');
  });

  it('has its live regions there before they say something, without room for them', async () => {
    const button = await draw();
    await open(button);
    for (const selector of ['[role=status]', 'dialog > div > [role=alert]'])
      expect(find(button, selector).checkVisibility()).to.equal(true);
    const [above, below] = [byWords(button, 'Create a list'), find(button, '.note')];
    const {rowGap} = getComputedStyle(below.parentElement!);
    const room = below.getBoundingClientRect().top - above.getBoundingClientRect().bottom;
    expect(room).to.be.closeTo(parseFloat(rowGap), 0.5);
  });

  it('opens in another document, which takes none of our styles', async () => {
    const button = await draw();
    const frame = await fixture<HTMLIFrameElement>('<iframe title="Another"></iframe>');
    frame.contentDocument!.body.append(button);
    control(button).click();
    await until(() => find<HTMLDialogElement>(button, 'dialog')?.open);
  });

  it('leads to the page of the lists', async () => {
    const button = await draw();
    await open(button);
    expect(find<HTMLAnchorElement>(button, '.note a').pathname).to.equal('/my-lists/');
    expect(find<HTMLAnchorElement>(button, '.note a').search).to.equal('');
  });

  it('leads to the page of the lists where its address has a query', async () => {
    const button = await draw(
      '<list-save-button><a href="/?page_id=42&amp;add=https://blog.example/a/&amp;title=A#x">Save</a></list-save-button>',
    );
    await open(button);
    expect(find<HTMLAnchorElement>(button, '.note a').href).to.equal(`${location.origin}/?page_id=42`);
  });

  it('shows its state at once to a reader who has lists here already', async () => {
    const real = new IndexedDbListStore();
    try {
      await real.save('later', [{url: 'https://blog.example/a/'}], 'Read later');
      setListStore(real);
      const button = await draw();
      await until(() => words(control(button)) === 'Saved in 1 list');
    } finally {
      await real.forget();
    }
  });

  it('has no accessibility fault, closed, open and with a form', async () => {
    const button = await draw();
    await expect(button).to.be.accessible();
    await open(button);
    byWords(button, 'Create a list').click();
    await until(() => button.shadowRoot!.activeElement?.id === 'name');
    await expect(button).to.be.accessible();
  });
});

describe('list-save-button: what is saved', () => {
  const here = location.href.replace(/#.*/, '');
  const jsonLd = (data: unknown): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

  /** What a button saves on a page with this head, with what its attributes say; only what is not ''. */
  function saved(
    head: string,
    attributes: Partial<ListSaveButton> = {},
    html = '<html>',
    isInShadow = false,
  ): Partial<Article>[] {
    const page = new DOMParser().parseFromString(
      `<!doctype html>${html}<head>${head}</head><body><list-save-button></list-save-button>`,
      'text/html',
    );
    const button = page.querySelector('list-save-button')!;
    if (isInShadow) page.body.attachShadow({mode: 'open'}).append(button);
    const articles = articlesOf(Object.assign(button, {origin: button, ...attributes}));
    return articles.map((article) => Object.fromEntries(Object.entries(article).filter(([, value]) => value)));
  }

  const facts: [what: string, head: string, said: Partial<Article>][] = [
    ['nothing, where it says nothing', '', {title: here}],
    ['its title', '<title> A post </title>', {title: 'A post'}],
    [
      'what it tells search engines',
      `<title>No</title><meta name="description" content="About it."><meta name="author" content="Noé">`,
      {title: 'No', excerpt: 'About it.', author: 'Noé'},
    ],
    [
      'what it tells social networks, rather than its title',
      `<title>No</title><meta name="description" content="No">
        <meta property="og:title" content="A post"><meta property="og:description" content="About it.">
        <meta property="og:image" content="/a.png"><meta property="og:site_name" content="Notes">
        <meta property="article:author" content="Noé"><meta property="article:published_time" content="2024-03-19">`,
      {
        title: 'A post',
        excerpt: 'About it.',
        author: 'Noé',
        site: 'Notes',
        image: new URL('/a.png', here).href,
        published: '2024-03-19',
      },
    ],
    [
      'what it tells in JSON-LD, rather than anything else',
      `<title>No</title><meta property="og:title" content="No"><meta name="description" content="No">
        <meta name="author" content="No"><meta property="og:image" content="/no.png">
        <meta property="article:published_time" content="2000-01-01">
        ${jsonLd({
          '@type': 'Article',
          headline: 'A post',
          name: 'No',
          description: 'About it.',
          author: {name: 'Noé'},
          publisher: {name: 'Notes'},
          image: {url: '/a.png'},
          inLanguage: 'fr',
          datePublished: '2024-03-19',
        })}`,
      {
        title: 'A post',
        excerpt: 'About it.',
        author: 'Noé',
        site: 'Notes',
        language: 'fr',
        image: new URL('/a.png', here).href,
        published: '2024-03-19',
      },
    ],
    [
      'the name of an article without a headline, and people who are only named',
      jsonLd({'@type': 'TechArticle', name: 'A post', author: ['Noé', 'Jane'], publisher: 'Notes', image: '/a.png'}),
      {title: 'A post', author: 'Noé', site: 'Notes', image: new URL('/a.png', here).href},
    ],
    [
      'the first of several authors and pictures',
      jsonLd({'@type': 'BlogPosting', name: 'A', author: [{name: 'Noé'}], image: [{url: '/a.png'}, {url: '/b.png'}]}),
      {title: 'A', author: 'Noé', image: new URL('/a.png', here).href},
    ],
    [
      'the name of the site that it gives itself, rather than that of its publisher',
      `<meta property="og:site_name" content="Notes">${jsonLd({'@type': 'Article', name: 'A', publisher: 'No'})}`,
      {title: 'A', site: 'Notes'},
    ],
    [
      'the article in a list of things',
      jsonLd([null, 7, {'@type': 'Person'}, {'@type': 'NewsArticle', name: 'A'}]),
      {title: 'A'},
    ],
    [
      'the article in a graph',
      jsonLd({
        '@graph': [
          {'@type': 'WebSite', name: 'No'},
          {'@type': 'Article', name: 'A'},
        ],
      }),
      {title: 'A'},
    ],
    [
      'the article in its second JSON-LD',
      jsonLd({'@type': 'WebSite', name: 'No'}) + jsonLd({'@type': 'Article', name: 'A'}),
      {title: 'A'},
    ],
    [
      'its title, where its JSON-LD is about something else',
      `<title>A post</title>${jsonLd({'@type': 'ArticleSection', name: 'No'})}`,
      {title: 'A post'},
    ],
    [
      'its title, where its JSON-LD is broken',
      '<title>A post</title><script type="application/ld+json">{</script>',
      {title: 'A post'},
    ],
    ['its title, where its JSON-LD is empty', `<title>A post</title>${jsonLd(null)}`, {title: 'A post'}],
    [
      'its title, where Open Graph has an empty one',
      '<title>A post</title><meta property="og:title" content="">',
      {title: 'A post'},
    ],
  ];
  for (const [what, head, said] of facts) {
    it(`is what the page says of itself: ${what}`, () => {
      expect(saved(head)).to.deep.equal([{url: here, ...said}]);
    });
  }

  it('has the language of the page', () => {
    expect(saved('', {}, '<html lang="fr">')).to.deep.equal([{url: here, title: here, language: 'fr'}]);
  });

  it('is what the page says of itself also where a component of the page holds the button', () => {
    const head = '<title>No</title><meta property="og:title" content="A post"><meta name="author" content="Noé">';
    expect(saved(head + jsonLd({'@type': 'Article', inLanguage: 'fr'}), {}, '<html lang="no">', true)).to.deep.equal([
      {url: here, title: 'A post', author: 'Noé', language: 'fr'},
    ]);
    expect(saved('<title>A</title>', {}, '<html lang="fr">', true)).to.deep.equal([
      {url: here, title: 'A', language: 'fr'},
    ]);
  });

  const page = `<title>No</title><meta property="og:site_name" content="Notes"><meta name="author" content="No">
    <meta property="og:image" content="/no.png">`;

  it('is what the attributes say, rather than the page', () => {
    expect(
      saved(page, {
        articleTitle: 'A post',
        excerpt: 'About it.',
        author: 'Noé',
        site: 'My notes',
        image: '/a.png',
        published: '2024-03-19',
      }),
    ).to.deep.equal([
      {
        url: here,
        title: 'A post',
        excerpt: 'About it.',
        author: 'Noé',
        site: 'My notes',
        image: new URL('/a.png', here).href,
        published: '2024-03-19',
      },
    ]);
  });

  it('has of another post only the name of the site, and the page’s facts under any spelling of its own address', () => {
    expect(saved(page, {url: '/another/'})).to.deep.equal([
      {url: new URL('/another/', here).href, title: new URL('/another/', here).href, site: 'Notes'},
    ]);
    const [{title, author}] = saved(page, {url: `${here}#top`}) as [Partial<Article>];
    expect([title, author]).to.deep.equal(['No', 'No']);
  });

  it('is the page, where its address is none', () => {
    expect(saved('<title>A</title>', {url: 'javascript:alert(1)'})).to.deep.equal([{url: here, title: 'A'}]);
  });

  it('is the page under its canonical address', () => {
    expect(saved('<title>A</title><link rel="canonical" href="https://blog.example/a/">')).to.deep.equal([
      {url: 'https://blog.example/a/', title: 'A'},
    ]);
  });

  it('is no more than a list has room for', () => {
    const long = 'a'.repeat(1000);
    const lengths = (attributes: Partial<ListSaveButton>, html?: string): Record<string, number> =>
      Object.fromEntries(Object.entries(saved('', attributes, html)[0]!).map(([name, value]) => [name, value.length]));
    const {url, ...rest} = lengths(
      {articleTitle: long, excerpt: long, author: long, site: long, published: long},
      `<html lang="${long}">`,
    );
    expect(url).to.equal(here.length);
    expect(rest).to.deep.equal({title: 300, excerpt: 500, author: 150, site: 150, language: 35, published: 40});
  });

  describe('of a whole series', () => {
    const parts = [
      {title: 'One', url: 'https://blog.example/1/', date: '2024-03-19'},
      {title: 'Two', url: '', date: ''},
      {title: 'Three, announced', url: '', date: '2999-01-01'},
    ];
    /** What is saved on a page with a navigator, or with none. */
    function savedSeries(...navigators: object[]): Partial<Article>[] {
      const origin = document.createElement('p');
      const root = document.createElement('div');
      root.append(origin, ...navigators.map((each) => Object.assign(document.createElement('div'), each)));
      for (const each of root.querySelectorAll('div')) each.setAttribute('data-as', 'series-navigator');
      return saved(page, {wholeSeries: true, origin, excerpt: 'About it.', author: 'Noé'});
    }

    it('is each part with an address, the current one with that of the page, without what is of the page alone', () => {
      const common = {author: 'Noé', site: 'Notes'};
      expect(savedSeries({parts, currentIndex: 1}, {parts: [], currentIndex: -1})).to.deep.equal([
        {...common, title: 'One', url: 'https://blog.example/1/', published: '2024-03-19'},
        {...common, title: 'Two', url: here},
      ]);
    });

    it('leaves parts without an address where none is the page', () => {
      expect(savedSeries({parts, currentIndex: -1}).map(({title}) => title)).to.deep.equal(['One']);
    });

    it('is the page, where there is no series', () => {
      const [article, ...others] = savedSeries() as [Partial<Article>];
      expect([article.url, article.excerpt, others]).to.deep.equal([here, 'About it.', []]);
      expect(savedSeries({}).map(({url}) => url)).to.deep.equal([here]);
    });

    it('is not saved where the button is for one article', () => {
      expect(saved(page, {url: 'https://blog.example/a/', wholeSeries: false})).to.have.length(1);
    });
  });
});
