/** In the page of `feeds.test.js`: reads files of data, and loads them into elements. */
import {FeedError, maxItems, parseFeed} from '../../dist/feed/feed.js';
import {parseTiers} from '../../dist/sponsor-list/organizations.feed.js';
import {loader, observe, settle} from '../support/probe.page.js';
// eslint-disable-next-line no-restricted-syntax -- esbuild takes the file by its own name here.
import {seen} from '../support/visible.ts';

const parsers = {series: parseFeed, organizations: parseTiers};
const fail = (text) => {
  throw new Error(text);
};

function read(kind, text, base) {
  try {
    return {data: parsers[kind](text, base)};
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    return {reason: error.reason};
  }
}

const isAddress = (value, base) => {
  if (typeof value !== 'string' || value.length > 2048 || !value.trim() || !URL.canParse(value, base)) return false;
  const url = new URL(value, base);
  url.username = url.password = '';
  return /^https?:$/.test(url.protocol) && url.href.length <= 2048;
};

/** How many items a JSON file has by its specification, or why it is refused. */
function countOf(kind, text, base) {
  let json;
  try {
    const source = text.replace(/^\ufeff/, '');
    // Before XML white space of every kind is passed over, and so before JSON.
    json = JSON.parse(kind === 'series' ? source.trimStart() : source);
  } catch {
    return 'not-a-feed';
  }
  const list = json?.[kind === 'series' ? 'items' : 'tiers'];
  if (!Array.isArray(list) || Array.isArray(json)) return 'not-a-feed';
  const some = list.slice(0, maxItems);
  const {length} =
    kind === 'series'
      ? some.filter((item) => isAddress(item?.url ?? item?.id, base))
      : some
          .flatMap((tier) => (Array.isArray(tier?.organizations) ? tier.organizations : []))
          .filter((item) => typeof item?.name === 'string' && /[^\s\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(item.name));
  return length || 'empty';
}

/** All strings in data that is plain: frozen lists, and frozen objects that have no prototype. */
function checkStrings(data) {
  if (!Object.isFrozen(data)) fail('what is read can be changed');
  for (const [name, value] of Object.entries(data)) {
    if (typeof value === 'object') {
      if (Object.getPrototypeOf(value) !== (Array.isArray(value) ? Array.prototype : null)) fail('a prototype');
      checkStrings(value);
    } else if (typeof value !== 'string') fail(`${name} is a ${typeof value}`);
    else if (value.length > (/^(url|logo)/.test(name) ? 2048 : 600)) fail(`${name} has ${value.length} characters`);
    else if (/^(url|logo)/.test(name) && value && !isAddress(value)) fail(`${name} is ${value}`);
    else if (/(?!\s)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u.test(value)) fail(`${name} has what cannot be seen`);
    else if (name === 'date' && value && !(/^\d{4}-\d\d-\d\d(T|$)/.test(value) && Date.parse(value))) fail(value);
  }
}

/** Whether a file could be used; throws what is wrong with what was made of it. */
function check(kind, text, base) {
  const {data, reason} = read(kind, text, base);
  if (reason && reason !== 'empty' && reason !== 'not-a-feed') fail(`refused as ${reason}`);
  if (data) checkStrings(data);
  if (JSON.stringify(read(kind, text, base)) !== JSON.stringify({data, reason})) fail('another the second time');
  if (kind === 'series' && !/^\ufeff?\s*{/.test(text)) return !!data;
  const count = data ? (data.items ?? data.flatMap(({organizations}) => organizations)).length : reason;
  const wanted = countOf(kind, text, base);
  if (count !== wanted) fail(`${count} and not ${wanted}`);
  return !!data;
}

/** The files of a batch. */
const take = async (batch) => (await fetch(`/batch/${batch}`)).json();

Object.assign(globalThis.probe, {
  /** Reads every file of a batch, without an element. */
  async readFiles(batch) {
    const files = await take(batch);
    const found = [];
    let used = 0;
    const rest = await observe([], [], async () => {
      for (const [kind, text] of files) {
        for (const base of [document.baseURI, 'https://blog.example/series/feed.xml']) {
          try {
            if (check(kind, text, base)) used += 1;
          } catch (error) {
            found.push(`${error} in the ${kind} ${JSON.stringify(text).slice(0, 2000)}`);
          }
        }
      }
    });
    return {found: [...rest, ...found], used: used / 2};
  },
  /** Loads every file of a batch into an element of its own, by its address. */
  async loadFiles(batch) {
    const files = await take(batch);
    const outcomes = [];
    const asked = [];
    const made = files.map(([kind, text], index) => {
      const src = `/feed/${batch}/${index}`;
      const result = read(kind, text, new URL(src, document.baseURI).href);
      const logos = kind === 'organizations' && result.data?.flatMap(({organizations}) => organizations);
      asked.push(...(logos || []).flatMap(({logo, logoDark}) => [logo, logoDark]).filter(Boolean));
      const {box, element} = loader(kind, {src, 'structured-data': ''});
      const events = [];
      outcomes.push(
        new Promise((resolve) => {
          for (const type of ['load', 'error']) {
            box.addEventListener(`${kind}-${type}`, ({reason}) => resolve(events.push(reason)), {capture: true});
          }
        }),
      );
      return {kind, text, box, element, events, ...result};
    });
    // What is shown of the author's lists alone.
    const plain = Object.fromEntries(Object.keys(parsers).map((kind) => [kind, loader(kind)]));
    const found = [];
    const judge = ({kind, element, events, data, reason}) => {
      if (events.length !== 1 || events[0] !== reason) fail(`said ${events} and not ${reason}`);
      const shown = seen(element);
      if (reason) return shown === seen(plain[kind].element) || fail(`shows ${shown}`);
      const titles =
        data.items?.map(({title}) => title) ?? data.flatMap(({organizations}) => organizations.map(({name}) => name));
      const drawn =
        element.parts?.map(({title}) => title) ??
        element.tiers.flatMap(({organizations}) => organizations.map(({name}) => name));
      if (drawn.toSorted().join('\n') !== titles.toSorted().join('\n')) fail(`has ${drawn} and not ${titles}`);
      const missing = [drawn[0], drawn.at(-1)].find((title) => !shown.includes(title.replace(/\s+/g, ' ').trim()));
      return missing === undefined || fail(`does not show ${missing}`);
    };
    const rest = await observe(
      [...made, ...Object.values(plain)].map(({box}) => box),
      asked,
      async (stage) => {
        await Promise.all(outcomes);
        await settle(stage);
        for (const each of made) {
          try {
            judge(each);
          } catch (error) {
            found.push(`${error} in the ${each.kind} ${JSON.stringify(each.text).slice(0, 2000)}`);
          }
        }
      },
    );
    return {found: [...rest, ...found], used: made.filter(({data}) => data).length};
  },
});
