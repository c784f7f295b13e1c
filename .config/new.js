/**
 * `npm run new NAME`: an element that reads and draws, with its story and its test, and its place in the package. The
 * files it writes are those of `.config/new/`. Nothing is written when anything is in the way.
 */
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';
import {fileURLToPath} from 'node:url';
import {formatted} from './formatted.js';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** https://html.spec.whatwg.org/multipage/custom-elements.html#valid-custom-element-name, as far as all file systems go. */
const valid = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/;
const reserved = /^(annotation-xml|color-profile|font-face.*|missing-glyph)$/;
/** Content blockers hide what is so named, and our tests hold that nothing is. */
const blocked = /advert|banner|promo|sponsor/;

function stop(message) {
  console.error(message);
  process.exit(1);
}

const [name = '', ...more] = process.argv.slice(2);
if (!name || more.length) stop('Say the name of one element, as in: npm run new reading-time');
if (!valid.test(name)) {
  stop(`“${name}” is no name for an element. Take lower-case letters and at least one hyphen, as in reading-time.`);
}
if (reserved.test(name)) stop(`“${name}” is a name of SVG or MathML, which browsers refuse. Take another.`);
if (blocked.test(name)) stop(`“${name}” is a name that content blockers hide from readers. Take another.`);

const className = name.replace(/(?:^|-)(.)/g, (_, letter) => letter.toUpperCase());
const folders = {stories: 'stories', test: 'test'};
const files = readdirSync('.config/new').map((template) => {
  const file = template.replace('NAME', name).replace(/\.txt$/, '');
  const text = readFileSync(`.config/new/${template}`, 'utf8').replaceAll('NAME', name).replaceAll('CLASS', className);
  return {path: `${folders[file.split('.').at(-2)] ?? `src/${name}`}/${file}`, text};
});
const taken = [`src/${name}`, ...files.map(({path}) => path)].find((path) => existsSync(path));
if (taken) stop(`“${name}” is taken: there is ${taken}. Take another name, or delete what is there.`);

/** Puts a line before the first of its kind that comes later in the alphabet, or after the last. */
function insertLine(path, kind, line) {
  const lines = readFileSync(path, 'utf8').split('\n');
  const first = lines.findIndex((each) => kind.test(each));
  if (first < 0) stop(`${path} has no line like “${line}”: put it back, and try again.`);
  const addressOf = (each) => each.match(/'(.+)'/)?.[1] ?? '';
  const later = lines.findIndex((each) => kind.test(each) && addressOf(each) > addressOf(line));
  lines.splice(later < 0 ? lines.findLastIndex((each) => kind.test(each)) + 1 : later, 0, line);
  return {path, text: lines.join('\n')};
}

function addExports() {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  const entry = (path) => ({types: `./dist/${name}/${path}.d.ts`, default: `./dist/${name}/${path}.js`});
  const added = [
    [`./${name}.js`, entry(name)],
    [`./${name}/define.js`, entry('define')],
  ];
  const entries = Object.entries(manifest.exports);
  const later = entries.findIndex(([key]) => key.endsWith('.js') && key > added[0][0]);
  entries.splice(later < 0 ? entries.length : later, 0, ...added);
  return {path: 'package.json', text: JSON.stringify({...manifest, exports: Object.fromEntries(entries)})};
}

const changed = [
  // The first line stays the first: it says why.
  insertLine('src/define.ts', /^import '\.\/(?!series-navigator)/, `import './${name}/define.js';`),
  insertLine('src/index.ts', /^export /, `export {${className}} from './${name}/${name}.js';`),
  addExports(),
];
const written = await Promise.all(
  [...files, ...changed].map(async ({path, text}) => ({
    path,
    text: await formatted(path, text),
  })),
);
for (const {path, text} of written) {
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, text);
}

console.log(`<${name}> is in src/${name}/, and reads how long the words in it take to read. Make it yours:

  src/${name}/${name}.reader.ts   what is written → what it means
  src/${name}/${name}.ts          what readers see of it; its comment is the documentation
  npm run storybook               shows stories/${name}.stories.ts
  npm test -- --files test/${name}.test.ts
`);
