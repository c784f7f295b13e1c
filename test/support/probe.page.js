/** In the page of `probe.js`: puts strings into every sink of the library, and looks for harm. */
import '../../dist/define.js';
import {enhance} from '../../dist/enhance.js';
import {safeUrl} from '../../dist/internal/safe-url.js';
import {getListStore, IndexedDbListStore, MemoryListStore, setListStore} from '../../dist/lists/lists.js';
import {ListsError, readLists} from '../../dist/lists/formats/formats.js';
import {urlKey} from '../../dist/lists/url-key.js';
import {en} from '../../dist/locale/en.js';
import {en as listWords} from '../../dist/locale/lists/en.js';
import {registerLocale} from '../../dist/locale/locale.js';

/** What is written in an element, with a place for every word and address that it reads. */
const written = {
  'series-navigator':
    '<h3>Paris</h3><ol lang="en"><li>One: <a href="/one/" lang="en">first</a>, the start</li><li><a href="/">This page</a></li><li>Three <time datetime="2099-01-02">in January</time></li></ol><p>After</p>',
  'keynote-card':
    '<h2 lang="en">Wasm</h2><ul><li><img src="/face.png" alt="Face"><a href="/kai/">Kai Walter</a>, Architect, ZEISS</li><li>Jane Doe, Acme (moderator)</li></ul><blockquote lang="en" cite="/q/"><p>Boring.</p></blockquote><p>— Kai</p><p><strong>Verdict:</strong> to try</p>',
  'talk-summary':
    '<h3>A crowd</h3><p><strong>Jane Doe</strong>, Acme</p><p>Two nodes.</p><p><b>Topics:</b> edge, etcd</p><p><a href="/slides.pdf" title="S">Slides</a> · <a href="/talk.mp4"><img src="/poster.png" alt="Video"></a></p>',
  'sponsor-list':
    '<h3>Gold</h3><ul data-relation="gift"><li lang="en">By <a href="/quai/" rel="me" target="_self"><img src="/logo.svg" alt="Q"> Quai</a> — the rooms</li><li><strong>Café</strong>, coffee</li></ul><p>Thanks</p>',
  'list-save-button': '<a href="/my-lists/">Save for later</a>',
  'saved-lists': '<p>Your lists need script.</p>',
};

const addressed = /^(action|background|cite|data|formaction|href|ping|poster|src|srcset|xlink:href)$/;
/** What is asked for by those who write it. */
const loading = /^(src|srcset|poster)$/;

let faults = [];
/** What has run, or asked, since the page was opened. */
for (const name of ['alert', 'canary', 'confirm', 'open', 'print', 'prompt']) {
  globalThis[name] = () => faults.push(`${name}() ran`);
}
addEventListener('error', ({message}) => message.includes('ResizeObserver') || faults.push(`uncaught: ${message}`));
addEventListener('unhandledrejection', ({reason}) => faults.push(`unhandled: ${reason} ${reason?.stack ?? ''}`));
const refused = [];
document.addEventListener('securitypolicyviolation', ({blockedURI}) => refused.push(blockedURI));
/** The hints to authors, which name the string, are not looked at here. */
for (const level of ['info', 'warn']) console[level] = () => undefined;

const guarded = [
  Object,
  Array,
  Function,
  String,
  Number,
  RegExp,
  Promise,
  Map,
  Set,
  WeakMap,
  Symbol,
  Event,
  EventTarget,
]
  .concat(Node, Element, HTMLElement, Document, ShadowRoot, CustomElementRegistry, URL, JSON, Reflect, Intl)
  .flatMap((each) => (each.prototype ? [each, each.prototype] : [each]));
const shapeOf = (object) =>
  Reflect.ownKeys(object).map((key) => {
    const {value, get, set, writable} = Reflect.getOwnPropertyDescriptor(object, key);
    return [key, value, get, set, writable];
  });
const isSame = (shape, other) =>
  shape.length === other.length &&
  shape.every((row, at) => row.every((each, index) => Object.is(each, other[at][index])));
const shapes = new Map();
let globals = [];

const turn = () => new Promise((resolve) => setTimeout(resolve));

/** Every element that is drawn, those that stand for others included. */
const drawn = (root) => [
  ...[...root.querySelectorAll('*')].filter(({localName, shadowRoot}) => localName in written && shadowRoot),
  ...enhance(document).filter(({origin}) => root.contains(origin)),
];

/** Until all is drawn. Each is drawn in a task of its own, and may load once it is. */
export async function settle(root) {
  for (let round = 0; round < 3; round += 1) {
    await turn();
    await Promise.allSettled(drawn(root).map(({updateComplete}) => updateComplete));
  }
}

function* shadowElements(root) {
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) yield* each(element.shadowRoot);
  }
  function* each(shadow) {
    for (const element of shadow.querySelectorAll('*')) {
      yield element;
      if (element.shadowRoot) yield* each(element.shadowRoot);
    }
  }
}

const isHttp = (address) =>
  URL.canParse(address, document.baseURI) && /^https?:$/.test(new URL(address, document.baseURI).protocol);

/** What in the shadow trees could run, or lead where it must not. */
function harmIn(root) {
  const harm = [];
  for (const element of shadowElements(root)) {
    const {localName, type} = element;
    if (/^(iframe|object|embed|base|meta|link|frame)$/.test(localName)) harm.push(`<${localName}>`);
    if (localName === 'script' && !/^(application\/ld\+json|speculationrules)$/.test(type)) harm.push('<script>');
    for (const {name, value} of element.attributes) {
      if (/^on/i.test(name)) harm.push(`${name} on <${localName}>`);
      if (addressed.test(name) && !isHttp(value)) harm.push(`${name}="${value.slice(0, 80)}"`);
    }
  }
  return harm;
}

/** Whether a request that was refused is one that somebody has asked for. */
function isAsked(blocked, asked) {
  const place = (address) => {
    if (!URL.canParse(address, document.baseURI)) return `${address}:`;
    const {origin, protocol} = new URL(address, document.baseURI);
    return origin === 'null' ? protocol : origin;
  };
  const from = URL.canParse(blocked) ? place(blocked) : `${blocked}:`;
  return asked.some((address) => place(address) === from);
}

/** Puts boxes on the page, lets `act` happen, and gives all faults. */
export async function observe(boxes, asked, act = async () => undefined) {
  faults = [];
  refused.length = 0;
  for (const object of guarded) shapes.set(object, shapeOf(object));
  globals = Object.keys(globalThis);
  const stage = document.createElement('main');
  stage.append(...boxes);
  const markup = stage.innerHTML;
  document.body.append(stage);
  await settle(stage);
  await act(stage);
  await settle(stage);
  // Scripts and errors of images come in later tasks.
  await turn();
  if (stage.innerHTML !== markup) faults.push('the light DOM is changed');
  faults.push(...harmIn(stage));
  for (const object of guarded) {
    if (!isSame(shapes.get(object), shapeOf(object)))
      faults.push(`${object.name ?? object.constructor?.name} is changed`);
  }
  for (const name of Object.keys(globalThis)) if (!globals.includes(name)) faults.push(`global ${name}`);
  for (const blocked of refused) if (!isAsked(blocked, asked)) faults.push(`request to ${blocked.slice(0, 80)}`);
  stage.remove();
  await turn();
  return faults;
}

let serial = 0;
const outcomes = ['series-load', 'series-error', 'organizations-load', 'organizations-error'];

/** An element of ours, and what it is drawn in, in one of the three ways to write it. */
export function make(tag, form, attributes) {
  const box = document.createElement('div');
  const isPointer = form === 'pointer';
  const element = document.createElement(form === 'data-as' ? 'div' : tag);
  const content = isPointer ? document.createElement('div') : element;
  content.innerHTML = written[tag];
  if (form === 'data-as') element.dataset.as = tag;
  box.append(element);
  if (isPointer) {
    content.id = `words-${(serial += 1)}`;
    box.append(content);
    attributes = {for: content.id, ...attributes};
  }
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(form === 'data-as' ? `data-${name}` : name, value);
  }
  return {box, element, content};
}

/** An element that loads a file of this kind, around the author's list; without `src`, that list alone. */
export const loader = (kind, attributes = {}) =>
  kind === 'series'
    ? make('series-navigator', 'tag', {current: '/none/', ...attributes})
    : make('sponsor-list', 'tag', attributes);

/** The element that is drawn in a box. */
const ownerIn = (box, tag) => drawn(box).find(({localName}) => localName === tag);

/** Opens the dialog of a button, and adds what it names to a list. */
async function save(root) {
  for (const element of drawn(root)) {
    if (element.localName !== 'list-save-button') continue;
    element.renderRoot.querySelector('[part=button]')?.click();
  }
  await settle(root);
  await settle(root);
  for (const element of drawn(root)) {
    if (element.localName !== 'list-save-button') continue;
    element.renderRoot.querySelector('dialog input[type=checkbox]')?.click();
    await turn();
    element.renderRoot.querySelector('dialog')?.close();
  }
}

/** Words of a store, in a place of their own. */
function lists(tag) {
  const {box} = make(tag, 'tag', {});
  return box;
}

/** Tries many values at once, and those of a faulty batch one by one, so that the fault names its value. */
export async function each(values, once, write = JSON.stringify) {
  const all = await once(values);
  if (all.length === 0 || values.length === 1) {
    return all.map((fault) => `${fault} with ${write(values[0]).slice(0, 120)}`);
  }
  const found = [];
  for (const value of values) {
    const [fault] = await once([value]);
    if (fault) found.push(`${fault} with ${write(value).slice(0, 120)}`);
  }
  return found.length ? found : all;
}

const files = async (name, body) => {
  await fetch(`/put/${name}`, {method: 'POST', body});
  return `/files/${name}`;
};

/** Files of data, by kind, with a string in each place that is read. */
const xml = (text) =>
  text.replace(/[^\t\n\r -\ud7ff\ue000-\ufffd]/gu, '').replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
const link = (index) => `/${index}/`;
const feeds = {
  json: (field, strings) =>
    JSON.stringify({
      title: field === 'title of feed' ? strings.join(' ') : 'T',
      items: strings.map((string, index) => ({title: 'A', url: link(index), [field]: string})),
    }),
  rss: (field, strings) =>
    `<rss><channel><title>T</title>${strings
      .map((string, index) => {
        const fields = {title: 'A', link: link(index), [field]: string};
        return `<item>${Object.entries(fields)
          .map(([name, value]) => `<${name}>${xml(value)}</${name}>`)
          .join('')}</item>`;
      })
      .join('')}</channel></rss>`,
  atom: (field, strings) =>
    `<feed xmlns="http://www.w3.org/2005/Atom">${strings
      .map((string, index) => {
        const value = (name, other) => xml(field === name ? string : other);
        return `<entry xml:base="${value('base', '/')}"><title type="html">${value('title', 'A')}</title><link href="${value('href', link(index))}"/><published>${value('published', '')}</published></entry>`;
      })
      .join('')}</feed>`,
  organizations: (field, strings) =>
    JSON.stringify({
      tiers: strings.map((string, index) =>
        field === 'tier'
          ? {name: string, organizations: [{name: 'A'}]}
          : {name: `T${index}`, organizations: [{name: 'A', [field]: string}]},
      ),
    }),
};

const bookmarks = {
  netscape: (string) =>
    `<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><H3>${string}</H3><DL><DT><A HREF="https://a.example/" TAGS="${string.replaceAll('"', '&quot;')}">${string}</A><DD>${string}\n<DT><A HREF="${string.replaceAll('"', '&quot;')}">B</A></DL></DL>`,
  ...Object.fromEntries(
    [
      'title,url,time_added,tags,status',
      'URL,Title,Selection,Folder,Timestamp,Tags',
      'url,folder,title,note,tags,cover,created',
    ].map((head) => [
      head,
      (string) => {
        const cell = `"${string.replaceAll('"', '""')}"`;
        const row = (isUrl) =>
          head.split(',').map((name) => (/^url$/i.test(name) !== isUrl ? cell : 'https://a.example/'));
        return [head, row(true), row(false), string].join('\r\n');
      },
    ]),
  ),
};

async function showLists(root = lists('saved-lists')) {
  return observe([root], []);
}

/** Writes a record as another program might, past all checks of ours. */
async function tamper(name, field, strings) {
  const store = new IndexedDbListStore(name);
  await store.save(
    'later',
    strings.map((_, index) => ({url: `https://a.example/${index}/`, title: 'A'})),
    'Later',
  );
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = reject;
  });
  const transaction = database.transaction('records', 'readwrite');
  const records = transaction.objectStore('records');
  const rows = await new Promise((resolve) => (records.getAll().onsuccess = ({target}) => resolve(target.result)));
  strings.forEach((string, index) => {
    const row = rows.find(({id}) => id === `i:later:${urlKey(`https://a.example/${index}/`)}`);
    row.record.f[field] = [string, row.record.f.title[1]];
    records.put(row);
  });
  const list = rows.find(({id}) => id === 'l:later');
  list.record.f.name = [strings[0], list.record.f.name[1]];
  records.put(list);
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  database.close();
  return store;
}

function set(element, name, value) {
  try {
    element[name] = value;
  } catch (error) {
    faults.push(`the setter throws ${error}`);
  }
}

/** Every sink: puts strings in and gives the faults. */
const sinks = {
  async attribute({tag, form, name, property}, strings) {
    const asked = loading.test(name) ? strings : [];
    return each(strings, (some) => {
      const boxes = some.map((string) => make(tag, form, {[name]: string}).box);
      return observe(boxes, asked, async (stage) => {
        for (const [index, box] of [...stage.children].entries()) {
          const owner = ownerIn(box, tag);
          // A pointer to nothing, and one at what another draws, are not drawn.
          if (!owner || (property && owner[property] !== some[index] && owner[property] !== true)) {
            faults.push(`not exercised: ${property} is ${String(owner?.[property]).slice(0, 40)}`);
          }
        }
        if (tag === 'list-save-button') await save(stage);
      });
    });
  },
  async property({tag, name}, strings) {
    const asked = loading.test(name) ? strings : [];
    return each(strings, (some) => {
      const made = some.map(() => make(tag, 'tag', {}));
      return observe(
        made.map(({box}) => box),
        asked,
        async () => made.forEach(({element}, index) => set(element, name, some[index])),
      );
    });
  },
  async words({tag, at, name}, strings) {
    const asked = loading.test(name) ? strings : [];
    return each(strings, (some) => {
      const boxes = some.map((string) => {
        const {box, content} = make(tag, 'tag', {});
        const node = nodesIn(content)[at];
        if (name) node.setAttribute(name, string);
        else node.nodeValue = string;
        return box;
      });
      return observe(boxes, asked);
    });
  },
  async feed({kind, field}, strings) {
    const tag = kind === 'organizations' ? 'sponsor-list' : 'series-navigator';
    const asked = /^logo/.test(field) ? strings : [];
    return each(strings, async (some) => {
      const src = await files(`feed-${(serial += 1)}`, feeds[kind](field, some));
      const {box} = make(tag, 'tag', {src, 'structured-data': '', current: '/none/'});
      let outcome;
      for (const type of outcomes) {
        box.addEventListener(type, () => (outcome = type), {capture: true});
      }
      return observe([box], asked, async () => {
        for (let wait = 0; !outcome && wait < 500; wait += 1) await new Promise((resolve) => setTimeout(resolve, 10));
        if (!outcome) faults.push('not exercised: neither loaded nor refused');
      });
    });
  },
  async file({format}, strings) {
    setListStore(new MemoryListStore());
    return each(strings, async (some) => {
      const store = getListStore();
      return observe([lists('saved-lists')], [], async () => {
        for (const string of some) {
          try {
            const {lists: read} = readLists(bookmarks[format](string), 'Later');
            for (const {name, items} of read) await store.save(await store.create(name), items, name);
          } catch (error) {
            if (!(error instanceof ListsError)) faults.push(String(error));
          }
        }
        await store.forget();
      });
    });
  },
  async listName(_, strings) {
    setListStore(new MemoryListStore());
    return each(strings, async (some) => {
      const store = getListStore();
      const ids = [];
      for (const string of some) ids.push(await store.create(string));
      const boxes = [lists('saved-lists'), make('list-save-button', 'tag', {}).box];
      const found = await observe(boxes, [], save);
      await store.forget();
      return found;
    });
  },
  async record({field}, strings) {
    return each(strings, async (some) => {
      const name = `lists-${(serial += 1)}`;
      const store = await tamper(name, field, some);
      setListStore(store);
      const found = await showLists();
      await store.forget();
      setListStore(new MemoryListStore());
      return found;
    });
  },
  async query({name}, strings) {
    setListStore(new MemoryListStore());
    const found = [];
    for (const string of strings) {
      const query = new URLSearchParams(name === 'add' ? {add: string} : {add: '/a/', title: string});
      history.replaceState(null, '', `/?${String(query).slice(0, 60_000)}`);
      const some = await observe([lists('saved-lists')], [], async (stage) => {
        const form = ownerIn(stage, 'saved-lists').renderRoot.querySelector('.question');
        form?.requestSubmit();
        await settle(stage);
      });
      found.push(...some.map((fault) => `${fault} with ${JSON.stringify(string).slice(0, 120)}`));
    }
    history.replaceState(null, '', '/');
    return found;
  },
  async locale({term}, strings) {
    const tag = (index) => `x-l${index}`;
    return each(strings, async (some) => {
      some.forEach((string, index) => {
        const source = term in en ? en[term] : undefined;
        const says = term in listWords && typeof listWords[term] === 'string' ? string : () => string;
        if (source === undefined) registerLocale(tag(index), {lists: {[term]: says}});
        else if (typeof source === 'object') {
          registerLocale(tag(index), {[term]: Object.fromEntries(Object.keys(source).map((key) => [key, string]))});
        } else registerLocale(tag(index), {[term]: typeof source === 'string' ? string : () => string});
      });
      const tags = term in en ? Object.keys(written) : ['saved-lists', 'list-save-button'];
      const boxes = some.flatMap((_, index) =>
        tags.map((each) => {
          const {box} = make(each, 'tag', {});
          box.lang = tag(index);
          return box;
        }),
      );
      return observe(boxes, [], term in en ? undefined : save);
    });
  },
};

/** The nodes of an element that words and addresses stand in. */
function nodesIn(content) {
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

/** Every sink there is: those of the elements from their manifest. */
function sinksOf(manifest) {
  const all = [];
  for (const {tag, attributes, properties} of manifest) {
    if (!(tag in written)) throw new Error(`Say in test/support/probe.page.js what is written in <${tag}>.`);
    const ownFor = attributes.some(({name}) => name === 'for');
    for (const {name, property} of attributes) {
      all.push({kind: 'attribute', tag, form: 'tag', name, property});
      all.push({kind: 'attribute', tag, form: 'data-as', name, property});
      if (!ownFor) all.push({kind: 'attribute', tag, form: 'pointer', name, property});
    }
    for (const name of properties) all.push({kind: 'property', tag, name});
    const content = document.createElement('div');
    content.innerHTML = written[tag];
    nodesIn(content).forEach((node, at) => {
      if (node.nodeValue) all.push({kind: 'words', tag, at});
      else for (const {name} of node.attributes) all.push({kind: 'words', tag, at, name});
    });
  }
  const fields = {
    json: ['title of feed', 'title', 'url', 'id', 'summary', 'content_text', 'date_published', 'language'],
    rss: ['title', 'link', 'guid', 'pubDate', 'language'],
    atom: ['title', 'href', 'published', 'base'],
    organizations: ['tier', 'name', 'url', 'logo', 'logoDark', 'note', 'relation'],
  };
  for (const [kind, names] of Object.entries(fields))
    for (const field of names) all.push({kind: 'feed', feed: kind, field});
  for (const format of Object.keys(bookmarks)) all.push({kind: 'file', format});
  all.push({kind: 'listName'});
  for (const field of [
    'url',
    'title',
    'excerpt',
    'author',
    'site',
    'language',
    'image',
    'published',
    'saved',
    'read',
  ]) {
    all.push({kind: 'record', field});
  }
  for (const name of ['add', 'title']) all.push({kind: 'query', name});
  for (const term of new Set([...Object.keys(en), ...Object.keys(listWords)])) all.push({kind: 'locale', term});
  return all;
}

globalThis.probe = {
  sinksOf,
  /** The faults of strings in sinks, and how many were put into one. */
  async run(list, strings) {
    const found = [];
    for (const sink of list) {
      const {kind, feed, ...where} = sink;
      for (let at = 0; at < strings.length; at += 50) {
        const faulty = await sinks[kind](feed ? {...where, kind: feed} : where, strings.slice(at, at + 50));
        found.push(...faulty.slice(0, 3).map((fault) => `${JSON.stringify(sink)}: ${fault}`));
      }
    }
    return found;
  },
  /** Addresses that `safeUrl` and the URL parser of the browser do not agree on. */
  addresses(list, bases) {
    const found = [];
    for (const value of list) {
      for (const base of bases) {
        const safe = safeUrl(value, base);
        let wanted = '';
        if (value.trim() && value.length <= 2048 && URL.canParse(value, base)) {
          const url = new URL(value, base);
          url.username = url.password = '';
          if ((url.protocol === 'http:' || url.protocol === 'https:') && url.href.length <= 2048) wanted = url.href;
        }
        const {username, password, protocol} = safe ? new URL(safe) : {username: '', password: '', protocol: 'https:'};
        if (safe !== wanted || username || password || !/^https?:$/.test(protocol))
          found.push([value, base, safe, wanted]);
      }
    }
    return found;
  },
};
