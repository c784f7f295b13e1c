/**
 * Content security policies.
 * A page may forbid scripts, styles, templates and more, and may have the embed script twice, or in two versions. Every
 * policy below is tried in every engine, with one copy, the same copy twice, and two versions in either order. Where
 * the script may run and templates may be made, the elements are drawn; elsewhere the words stay as they were written.
 * No rule of the page is broken by us, nothing is thrown into it, and its light DOM does not change.
 */
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import {drawn, engines, openHostile, plain} from '../support/hostile-pages.js';
import {record, sampleOf} from './proof.js';

const classic = readFileSync(new URL('../../dist/cdn/article-series.classic.js', import.meta.url), 'utf8');
const hash = (code) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
const typed = "require-trusted-types-for 'script'";
const reportOnly = 'content-security-policy-report-only';
const nonce = 'nonce="n0nce"';

/**
 * What pages forbid. The elements are drawn, unless scripts are blocked, or our templates are forbidden, which only an
 * engine with Trusted Types does.
 *
 * @type {{
 *   policy: string, header?: string, outcome?: 'drawn' | 'blocked' | 'forbidden', shows?: string[], head?: string,
 *   attributes?: string, inline?: boolean, loader?: boolean
 * }[]} `attributes` of the scripts; `inline`: the script stands in the page; `loader`: another script adds it
 */
const policies = [
  {policy: "script-src 'self'; style-src 'self'"},
  {policy: "default-src 'self'"},
  {policy: "default-src 'none'; script-src 'self'"},
  {policy: "default-src 'self'; style-src 'none'; font-src 'none'; object-src 'none'"},
  {policy: "script-src-elem 'self'; script-src-attr 'none'; style-src-elem 'self'; style-src-attr 'none'"},
  {
    policy:
      "default-src 'self'; img-src 'none'; connect-src 'none'; media-src 'none'; frame-src 'none'; form-action 'none'",
  },
  {policy: "default-src 'self'; base-uri 'self'; frame-ancestors 'none'; worker-src 'none'; child-src 'none'"},
  {policy: "script-src 'unsafe-inline' 'unsafe-eval' *; style-src 'unsafe-inline'"},
  {policy: "default-src 'none'; script-src 'nonce-n0nce'", attributes: nonce},
  {policy: "script-src 'nonce-n0nce' 'strict-dynamic'; object-src 'none'; base-uri 'self'", attributes: nonce},
  {policy: "script-src 'nonce-n0nce' 'strict-dynamic' https: 'unsafe-inline'", attributes: nonce, loader: true},
  {policy: `default-src 'none'; script-src 'self' ${hash(classic)}`, inline: true},
  {policy: "default-src 'self'", header: 'meta'},
  {policy: "default-src 'self', script-src 'self' https:; style-src 'none'"},
  {
    policy: "sandbox allow-scripts; script-src ORIGIN; style-src 'none'",
    shows: drawn.with(
      8,
      'This browser keeps nothing for this site: your lists last until you leave the page. You have no lists yet.',
    ),
  },
  {policy: "sandbox allow-scripts allow-same-origin; default-src 'self'"},
  {policy: typed},
  {policy: `default-src 'self'; ${typed}; trusted-types article-series-elements`},
  {policy: `${typed}; trusted-types dompurify article-series-elements 'allow-duplicates'`},
  {policy: `${typed}; trusted-types *`},
  {
    policy: typed,
    head: `<script>globalThis.trustedTypes?.createPolicy('default', {createHTML: () => { throw new Error('No.'); }})</script>`,
  },
  {policy: `${typed}; trusted-types 'none'`, outcome: 'forbidden'},
  {policy: `${typed}; trusted-types lit-html dompurify default`, outcome: 'forbidden'},
  {
    policy: `default-src 'none'; style-src 'none'; ${typed}; trusted-types 'none'`,
    header: reportOnly,
  },
  {policy: "default-src 'none'", outcome: 'blocked'},
  {policy: "script-src 'none'; style-src 'unsafe-inline'", outcome: 'blocked'},
  {policy: "script-src 'nonce-other'", outcome: 'blocked'},
  {policy: 'sandbox', outcome: 'blocked'},
];

const copies = {
  'one copy': ['cdn'],
  'the same twice': ['cdn', 'copy'],
  'a later version after it': ['cdn', 'later'],
  'a later version before it': ['later', 'cdn'],
  'a version with another Lit after it': ['cdn', 'other'],
  'a version with another Lit before it': ['other', 'cdn'],
};
const numbers = {cdn: '0.1.0', copy: '0.1.0', later: '9.9.9', other: '8.8.8'};
const tags = ['series-navigator', 'keynote-card', 'list-save-button', 'saved-lists', 'sponsor-list', 'talk-summary'];

/** What scripts load the copies on a page with this policy. */
const scriptsOf = ({attributes = '', inline, loader}, versions) =>
  versions
    .map((version) => {
      const src = `/${version}/article-series.js`;
      if (inline && version === 'cdn') return `<script>${classic}</script>`;
      if (!loader) return `<script type="module" ${attributes} src="${src}"></script>`;
      const load = `document.head.append(Object.assign(document.createElement('script'), {type: 'module', async: false, src: '${src}'}))`;
      return `<script ${attributes}>${load}</script>`;
    })
    .join('');

/** What the author asked for, and the policy blocks or reports: scripts, and the logo, which is drawn once more. */
const isAuthors = (violation) => /^(script-src|img-src)/.test(violation);

let tried = 0;
let held = 0;
for (const engine of engines) {
  describe(`in ${engine}`, () => {
    let page;
    before(async () => {
      page = await openHostile(engine);
    });
    after(() => page?.close());

    async function open(hostile, versions) {
      const {policy, head = '', header = 'content-security-policy', attributes} = hostile;
      const csp = policy.replaceAll('ORIGIN', page.origin);
      tried += 1;
      await page.open({
        head: header === 'meta' ? `<meta http-equiv="content-security-policy" content="${csp}">${head}` : head,
        headers: header === 'meta' ? {} : {[header]: csp},
        scripts: scriptsOf(hostile, versions),
        witness: attributes,
      });
    }

    for (const hostile of sampleOf(policies, 4)) {
      const {policy, header, outcome = 'drawn', shows = drawn} = hostile;
      for (const [name, copied] of Object.entries(copies)) {
        // A script that stands in the page runs before those that are loaded.
        const versions = hostile.inline ? copied.toSorted((a) => (a === 'cdn' ? -1 : 1)) : copied;
        test(`${outcome} under ${header ? `${header}: ` : ''}${policy}, ${name}`, async () => {
          await open(hostile, versions);
          if (outcome === 'blocked') {
            const roots = () => [...document.querySelectorAll('*')].filter(({shadowRoot}) => shadowRoot).length;
            assert.equal(await page.evaluate(roots), 0);
            assert.equal(await page.evaluate(() => document.querySelector('main').outerHTML), page.light);
            held += 1;
            return;
          }
          const isForbidden = outcome === 'forbidden' && (await page.evaluate(() => 'trustedTypes' in globalThis));
          await page.shows(isForbidden ? plain : shows);
          const needs = (tag) => `warn: <${tag}> needs the Trusted Types policy "article-series-elements".`;
          const taken = (tag, version) => `info: <${tag}> is defined by another script than ${numbers[version]}.`;
          assert.deepEqual(
            await page.lines('said'),
            isForbidden
              ? versions.flatMap(() => tags.map(needs))
              : versions.slice(1).flatMap((version) => tags.map((tag) => taken(tag, version))),
          );
          const broken = (await page.lines('violations')).filter((violation) => !isAuthors(violation));
          // That a policy is forbidden is known by trying to make it, once a copy.
          const tries = isForbidden || header === reportOnly ? versions.length : 0;
          assert.ok(broken.length <= tries && broken.every((each) => each.startsWith('trusted-types ')), broken.join());
          assert.deepEqual(await page.lines('errors'), []);
          assert.equal(await page.read('light'), page.light);
          held += 1;
        });
      }
    }
  });
}

after(() =>
  record('page-policies', [
    {
      what: `pages: ${policies.length} policies, each with ${Object.keys(copies).length} sets of copies`,
      count: tried,
      found: tried - held,
      note: engines.join(', '),
    },
  ]),
);
