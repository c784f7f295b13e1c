/**
 * A server that answers wrongly.
 *
 * A real server breaks what a file can be asked for with: status, redirects, types, compression, lengths, connections that
 * break, stall or never end, sizes, depths, and permission for other origins. A series and organisations are asked for in
 * each way. What arrives whole is drawn; otherwise the author's list is what readers see, in every frame, and one event
 * says why. A file that is refused for good is asked for once, and one that may come later twice; nothing waits for a
 * server any more when it is over. No other origin gets a cookie. No script runs, no global and no prototype changes,
 * nothing is thrown into the page, and its light DOM does not change.
 */
import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer} from 'node:http';
import {after, before, describe, test} from 'node:test';
import {brotliCompressSync, deflateSync, gzipSync} from 'node:zlib';
import {openPage} from '../support/engines.js';
import {engines} from '../support/hostile-pages.js';
import {serveProbe} from '../support/probe.js';
import {isWhole, record, sampleOf} from './proof.js';

const files = {
  series: JSON.stringify({items: [{title: 'Loaded', url: '/a/'}]}),
  organizations: JSON.stringify({tiers: [{name: 'T', organizations: [{name: 'Loaded', url: '/a/'}]}]}),
};
const type = {'content-type': 'application/json'};

/** What answers, by what it does wrong: `ends` is how that may end. */
const faults = {};
/** `more.in` has what is otherwise in an engine. */
const fault = (name, ends, answer, more = {}) => (faults[name] = {ends: [ends].flat(), answer, ...more});
const send =
  (status, headers = {}, body = undefined) =>
  (request, response, {file}) =>
    response.writeHead(status, {...type, ...headers}).end(body ?? file);
/** Bytes instead of HTTP by the rules. */
const raw =
  (write) =>
  (request, {socket}, {file}) =>
    socket.end(write(file));
const head = (lines, body) => `HTTP/1.1 200 OK\r\nConnection: close\r\n${lines}\r\n\r\n${body}`;

for (const status of [200, 201, 202, 203, 206]) fault(`status ${status}`, 'load', send(status));
for (const status of [300, 400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 418, 421, 425, 429, 451]) {
  // With some of these, browsers ask again by themselves.
  fault(`status ${status}`, 'status', send(status), status === 408 || status === 421 ? {times: 9} : {});
}
for (const status of [500, 501, 502, 503, 504, 507, 520, 599]) fault(`status ${status}`, 'server', send(status));
fault('status 503 and a time to come again', 'server', send(503, {'retry-after': '1'}));
fault('status 429 and a time to come again', 'status', send(429, {'retry-after': '1'}));
for (const status of [204, 205])
  fault(`status ${status}`, 'not-a-feed', (_, response) => response.writeHead(status).end());
fault('status 206 of the first half', 'not-a-feed', (_, response, {file}) =>
  response.writeHead(206, {...type, 'content-range': `bytes 0-19/${file.length}`}).end(file.slice(0, 20)),
);
fault('status 304 of what nobody has', 'status', (_, response) => response.writeHead(304).end());
fault(
  'status 999',
  ['server', 'network'],
  raw((file) => `HTTP/1.1 999 Odd\r\nConnection: close\r\n\r\n${file}`),
  {times: 9},
);
fault('hints before the answer', 'load', (request, response, context) => {
  response.writeEarlyHints({link: '</stolen>; rel=preload; as=script'});
  response.writeContinue();
  send(200)(request, response, context);
});

const redirect = (status, location) => (_, response, context) =>
  response.writeHead(status, {location: location(context)}).end();
for (const status of [301, 302, 303, 307, 308]) {
  fault(
    `redirect ${status}`,
    'load',
    (request, response, context) =>
      context.asked % 2
        ? redirect(status, () => `${context.path}?again`)(request, response, context)
        : send(200)(request, response, context),
    {times: 2},
  );
  fault(
    `redirect ${status} to itself`,
    'network',
    redirect(status, ({path}) => path),
    {times: 99},
  );
  fault(`redirect ${status} to nowhere`, 'status', (_, response) => response.writeHead(status).end());
}
fault(
  'redirects that never end',
  'network',
  redirect(302, ({path, asked}) => `${path}?${asked}`),
  {times: 99},
);
for (const address of [
  'javascript:canary()',
  'data:application/json,{}',
  'file:///etc/passwd',
  'about:blank',
  'http://[',
  'http://127.0.0.1:1/',
]) {
  fault(
    `redirect to ${address}`,
    'network',
    redirect(302, () => address),
  );
}
const allow = {'access-control-allow-origin': '*'};
fault(
  'redirect to another origin that allows it',
  'load',
  (request, response, context) =>
    context.isAbroad
      ? send(200, allow)(request, response, context)
      : redirect(302, ({abroad, path}) => abroad + path)(request, response, context),
  {times: 2},
);
fault(
  'redirect to another origin that does not',
  'network',
  (request, response, context) =>
    context.isAbroad
      ? send(200)(request, response, context)
      : redirect(302, ({abroad, path}) => abroad + path)(request, response, context),
  {times: 4},
);
fault(
  'redirect to another origin and back',
  'network',
  redirect(302, ({isAbroad, home, abroad, path}) => (isAbroad ? home : abroad) + path),
  {times: 99},
);

for (const each of [
  '',
  'text/html',
  'text/plain',
  'image/png',
  'application/javascript',
  'application/octet-stream',
  '/',
  'a;b;c',
  'text/html; charset=utf-7',
]) {
  fault(`type "${each}"`, 'load', send(200, {'content-type': each, 'x-content-type-options': 'nosniff'}));
}
fault('no type', 'load', (_, response, {file}) => response.writeHead(200).end(file));
fault('a download', 'load', send(200, {'content-disposition': 'attachment; filename="a.exe"'}));
fault(
  'headers that lead away',
  'load',
  // WebKit loads what is to be preloaded, also for a file.
  send(200, {
    refresh: '0; url=/stolen',
    link: '</stolen>; rel=preload; as=script',
    'content-location': 'http://a.example/',
    'content-security-policy': "default-src 'none'",
    'x-frame-options': 'DENY',
  }),
  {in: {webkit: {leads: ['/stolen']}}},
);
fault(
  'a page that says it is not there',
  'not-a-feed',
  send(200, {'content-type': 'text/html'}, '<!doctype html><script>canary()</script>'),
);
fault('nothing', 'not-a-feed', send(200, {}, ''));

fault('gzip', 'load', (request, response, {file}) =>
  send(200, {'content-encoding': 'gzip'}, gzipSync(file))(request, response, {}),
);
fault('deflate', 'load', (request, response, {file}) =>
  send(200, {'content-encoding': 'deflate'}, deflateSync(file))(request, response, {}),
);
fault('Brotli unasked for, on http', ['load', 'network', 'not-a-feed'], (request, response, {file}) =>
  send(200, {'content-encoding': 'br'}, brotliCompressSync(file))(request, response, {}),
);
fault('gzip that is cut', ['network', 'not-a-feed'], (request, response, {file}) =>
  send(200, {'content-encoding': 'gzip'}, gzipSync(file.repeat(99)).subarray(0, -20))(request, response, {}),
);
fault('gzip that is none', ['network', 'not-a-feed'], send(200, {'content-encoding': 'gzip'}), {
  in: {webkit: {ends: ['load']}},
});
fault(
  'gzip with a wrong sum',
  ['network', 'load'],
  (request, response, {file}) => {
    const bytes = gzipSync(file);
    bytes[bytes.length - 6] ^= 1;
    send(200, {'content-encoding': 'gzip'}, bytes)(request, response, {});
  },
  {in: {webkit: {ends: ['not-a-feed']}}},
);
fault('a compression nobody knows', ['load', 'network', 'not-a-feed'], send(200, {'content-encoding': 'x-none'}));
const bomb = gzipSync(Buffer.alloc(200_000_000, ' '));
fault('a gzip that becomes 200 MB', 'too-large', send(200, {'content-encoding': 'gzip'}, bomb));

fault(
  'a length that is too long',
  ['network', 'load'],
  raw((file) => head(`Content-Length: ${file.length + 99}`, file)),
  {times: 9},
);
fault(
  'a length that is too long, of half a file',
  ['network', 'not-a-feed'],
  raw((file) => head('Content-Length: 9999', file.slice(0, 20))),
  {times: 9},
);
fault(
  'a length that is too short',
  ['network', 'not-a-feed'],
  raw((file) => head('Content-Length: 20', file)),
  {times: 9},
);
fault(
  'a length that is no number',
  ['network', 'load', 'not-a-feed'],
  raw((file) => head('Content-Length: -1e9', file)),
  {times: 9},
);
fault(
  'two lengths',
  ['network', 'load', 'not-a-feed'],
  raw((file) => head(`Content-Length: ${file.length}\r\nContent-Length: 9`, file)),
  {times: 9},
);
fault(
  'chunks without an end',
  ['network', 'load'],
  raw((file) => head('Transfer-Encoding: chunked', `${file.length.toString(16)}\r\n${file}\r\n`)),
  {times: 9},
);
fault(
  'a chunk of no size',
  ['network', 'not-a-feed'],
  raw((file) => head('Transfer-Encoding: chunked', `zz\r\n${file}\r\n0\r\n\r\n`)),
  {times: 9},
);
fault(
  'a chunk that is cut',
  ['network', 'not-a-feed'],
  raw((file) => head('Transfer-Encoding: chunked', `${file.length.toString(16)}\r\n${file.slice(0, 20)}`)),
  {times: 9},
);
fault(
  'a body that is cut',
  'network',
  (_, response, {file}) => {
    response.writeHead(200, {...type, 'content-length': file.length});
    response.write(file.slice(0, 20), () => response.destroy());
  },
  {times: 9},
);
fault(
  'half a file, and no length',
  'not-a-feed',
  raw((file) => head('X: y', file.slice(0, 20))),
);
fault(
  'no head',
  ['network', 'not-a-feed'],
  raw((file) => file),
  // Firefox takes it for an answer of HTTP/0.9.
  {times: 9, in: {firefox: {ends: ['load']}}},
);
fault(
  'another protocol',
  ['network', 'not-a-feed'],
  raw(() => 'SSH-2.0-OpenSSH_9.6\r\n'),
  {times: 9},
);
fault(
  'a head that is too long',
  ['network', 'load'],
  raw((file) => head(`X: ${'a'.repeat(2_000_000)}`, file)),
  {times: 9},
);
fault(
  'a NUL in the head',
  ['network', 'load'],
  raw((file) => head('X: a\0b', file)),
  {times: 9},
);
fault(
  'an empty answer',
  'network',
  raw(() => ''),
  // Firefox asks ten times itself.
  {times: 9, in: {firefox: {times: 20}}},
);
fault('a connection that is reset', 'network', (_, {socket}) => socket.resetAndDestroy(), {
  times: 9,
  in: {firefox: {times: 20}},
});
fault(
  'a connection that is reset after the head',
  'network',
  (_, response) => {
    response.writeHead(200, {...type, 'content-length': 9999});
    response.write(' ', () => response.socket.resetAndDestroy());
  },
  {times: 9},
);
fault('a connection that is refused', 'network', undefined, {address: () => closed});
fault('a name that is not there', 'network', undefined, {address: () => 'http://nowhere.invalid/feed.json'});
fault('a port that browsers do not ask', 'network', undefined, {address: () => 'http://127.0.0.1:6667/feed.json'});

fault('no word', 'timeout', () => undefined, {stalls: true});
fault('a head and no word', 'timeout', (_, response) => response.writeHead(200, type).flushHeaders(), {stalls: true});
fault(
  'a file without its last byte',
  'timeout',
  (_, response, {file}) => response.writeHead(200, type).write(file.slice(0, -1)),
  {stalls: true},
);
fault('a whole file, and no end', 'timeout', (_, response, {file}) => response.writeHead(200, type).write(file), {
  stalls: true,
});
fault(
  'spaces for ever',
  ['timeout', 'too-large'],
  (_, response, {file}) => {
    response.writeHead(200, type).write(file);
    const drip = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(drip));
  },
  {stalls: true},
);
fault(
  'a redirect to no word',
  'timeout',
  (request, response, context) => context.asked % 2 && redirect(302, ({path}) => path)(request, response, context),
  // Firefox leaves a connection open that has led elsewhere.
  {stalls: true, times: 4, in: {firefox: {isKept: true}}},
);

const padded =
  (size) =>
  (request, response, {file}) =>
    send(200, {}, file.padEnd(size))(request, response, {});
fault('2,000,000 bytes', 'load', padded(2_000_000));
fault('2,000,001 bytes', 'too-large', padded(2_000_001));
fault('more and more', 'too-large', (_, response) => {
  response.writeHead(200, type);
  const more = () => {
    while (!response.destroyed && response.write(Buffer.alloc(65_536, ' ')));
  };
  response.on('drain', more);
  more();
});
const deep = 100_000;
fault('brackets in brackets, 100,000 of them', ['empty', 'not-a-feed'], (request, response, {kind}) =>
  send(200, {}, `{"${kind === 'series' ? 'items' : 'tiers'}": ${'['.repeat(deep)}${']'.repeat(deep)}}`)(
    request,
    response,
    {},
  ),
);
fault('open brackets, 100,000 of them', 'not-a-feed', send(200, {}, '['.repeat(deep)));
fault('objects in objects, 100,000 of them', ['empty', 'not-a-feed', 'load'], (request, response, {file}) =>
  send(200, {}, file.replace('"Loaded"', `"Loaded", "more": ${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`))(
    request,
    response,
    {},
  ),
);
fault(
  'XML in XML, 100,000 of it',
  ['empty', 'not-a-feed', 'load'],
  send(
    200,
    {},
    `<rss><channel><item><link>/a/</link><title>${'<a>'.repeat(deep)}Loaded${'</a>'.repeat(deep)}</title></item></channel></rss>`,
  ),
);
fault(
  'HTML in a title, 100,000 tags deep',
  ['load', 'not-a-feed'],
  send(
    200,
    {},
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="/a/"/><title type="html">Loaded${'&lt;b>'.repeat(deep)}</title></entry></feed>`,
  ),
);
const laughs = Array.from({length: 9}, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
fault(
  'entities of entities, a billion of them',
  ['not-a-feed', 'empty'],
  send(
    200,
    {},
    `<!DOCTYPE rss [<!ENTITY l0 "Loaded">${laughs}]><rss><channel><item><title>&l9;</title><link>/a/</link></item></channel></rss>`,
  ),
);
fault(
  'a file of entities elsewhere',
  ['load', 'not-a-feed', 'empty'],
  send(
    200,
    {},
    '<!DOCTYPE rss SYSTEM "/stolen.dtd" [<!ENTITY a SYSTEM "/stolen">]><?xml-stylesheet href="/stolen.xsl" type="text/xsl"?><rss><channel><item><title>Loaded &a;</title><link>/a/</link></item></channel></rss>',
  ),
);

const abroad = {isAbroad: true};
fault('another origin that allows all', 'load', send(200, allow), abroad);
fault(
  'another origin that allows this one',
  'load',
  (request, response, context) => send(200, {'access-control-allow-origin': context.home})(request, response, context),
  abroad,
);
fault(
  'another origin that allows cookies',
  'load',
  (request, response, context) =>
    send(200, {
      'access-control-allow-origin': context.home,
      'access-control-allow-credentials': 'true',
      'set-cookie': 'a=b',
    })(request, response, context),
  abroad,
);
fault(
  'another origin that allows all, and is for itself',
  'load',
  send(200, {...allow, 'cross-origin-resource-policy': 'same-origin'}),
  abroad,
);
for (const [name, headers] of Object.entries({
  'says nothing': {},
  'allows a third': {'access-control-allow-origin': 'https://a.example'},
  'allows null': {'access-control-allow-origin': 'null'},
  'allows nothing': {'access-control-allow-origin': ''},
  'allows two': {'access-control-allow-origin': '*, *'},
  'allows a pattern': {'access-control-allow-origin': 'http://127.0.0.1:*'},
})) {
  fault(`another origin that ${name}`, 'network', send(200, headers), abroad);
  fault(`another origin that ${name}, with status 404`, 'network', send(404, headers), abroad);
}

const names = Object.keys(faults);
const asked = new Map();
const waiting = new Set();
const abuses = [];
let server;
let other;
let closed;

function answer(request, response, isAbroad = false) {
  const [, folder, number, kind] = request.url.split(/[/?]/);
  const each = folder === 'fault' && faults[names[number]];
  if (!each) return response.writeHead(404).end();
  const path = `/fault/${number}/${kind}`;
  asked.set(path, (asked.get(path) ?? 0) + 1);
  if (isAbroad && request.headers.cookie) abuses.push(`${names[number]}: a cookie`);
  if (request.method !== 'GET') abuses.push(`${names[number]}: ${request.method}`);
  waiting.add(response);
  response.on('close', () => waiting.delete(response));
  const places = {home: server.address.slice(0, -1), abroad: other.origin};
  return each.answer(request, response, {file: files[kind], kind, path, isAbroad, asked: asked.get(path), ...places});
}

async function listen(listener) {
  const http = createServer(listener).listen(0, '127.0.0.1');
  await once(http, 'listening');
  return {http, origin: `http://127.0.0.1:${http.address().port}`};
}

before(async () => {
  other = await listen((request, response) => answer(request, response, true));
  const gone = await listen(() => undefined);
  closed = `${gone.origin}/feed.json`;
  gone.http.close();
  server = await serveProbe(answer, {
    script: new URL('server-faults.page.js', import.meta.url),
    connect: `${other.origin} ${gone.origin} http://127.0.0.1:* http://nowhere.invalid`,
  });
});

const rows = [];
after(() => {
  server?.close();
  other?.http.closeAllConnections();
  other?.http.close();
  record('server-faults', rows);
});

for (const engine of isWhole ? engines : ['chromium']) {
  describe(`in ${engine}`, () => {
    let page;
    let tried = 0;
    before(async () => {
      page = await openPage(engine);
      await page.goto(server.address);
      await page.waitFor(() => !!globalThis.probe?.tryFiles);
    });
    after(async () => {
      await page?.close();
      rows.push({what: `faults of a server, ${engine}`, count: tried, note: 'each for a series and for organisations'});
    });

    for (const name of sampleOf(names, 40)) {
      test(name, {timeout: 60_000}, async () => {
        const {
          ends,
          address,
          isAbroad,
          stalls,
          times,
          isKept,
          leads = [],
        } = {...faults[name], ...faults[name].in?.[engine]};
        const kinds = Object.keys(files);
        const paths = kinds.map((kind) => `/fault/${names.indexOf(name)}/${kind}`);
        const srcs = paths.map((path) => address?.() ?? (isAbroad ? other.origin : '') + path);
        asked.clear();
        server.taken();
        const result = await page.evaluate(
          (list, isStalling) => globalThis.probe.tryFiles(list, isStalling),
          srcs.map((src, index) => [kinds[index], src]),
          !!stalls,
        );
        tried += 2;
        assert.deepEqual(result.found, []);
        for (const {outcome, shown, plain} of result.ends) {
          assert.ok(ends.includes(outcome), `It ends with ${outcome}.`);
          const other = shown.filter((words) => !plain.includes(words));
          if (outcome === 'load') assert.match(other.join(), /^[^,]*Loaded/);
          else assert.deepEqual(other, []);
        }
        for (const [index, path] of paths.entries()) {
          const {outcome} = result.ends[index];
          const most = times ?? (['network', 'server', 'timeout'].includes(outcome) ? 2 : 1);
          if (!address)
            assert.ok(asked.get(path) <= most && asked.get(path) > 0, `It is asked for ${asked.get(path)} times.`);
          if (outcome === 'server' && !times) assert.equal(asked.get(path), 2);
        }
        assert.deepEqual(
          [...new Set(server.taken().filter((path) => !/^\/(fault\/|face|logo|poster)/.test(path)))],
          leads,
        );
        assert.deepEqual(abuses, []);
        if (isKept) waiting.forEach((response) => response.end());
        for (const response of waiting) await once(response, 'close');
        // Firefox reports there what its console says of the network; what is thrown the page notes itself.
        if (engine !== 'firefox') assert.deepEqual(page.errors(), []);
      });
    }
  });
}
