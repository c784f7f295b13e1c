/** What users get: the package as `npm pack` makes it, in Node, in a bundler and in pages. Needs `npm run build`. */
import assert from 'node:assert/strict';
import {exec as execCallback} from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, relative, resolve} from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {brotliCompressSync} from 'node:zlib';
import puppeteer from 'puppeteer-core';
import {rollup} from 'rollup';
import {build} from 'vite';
import {address, hashOf, snippet} from '../.config/integrity.js';
import {serve} from '../demo/serve.js';
import {chromiumArgs, ensure, find} from './support/browsers.js';

/** The languages that are loaded where an element asks for them. */
const languages = ['ar', 'de', 'es', 'it', 'ja', 'nl', 'pl', 'pt', 'zh'];

/** Limits of what a page loads, in bytes after brotli. */
const budgets = {
  // Other hashes in the names of its chunks, and nothing else, have made 40 bytes of difference.
  'article-series.js': 16_240,
  'article-series.classic.js': 34_300,
  'article-series.css': 1500,
  'chunks/feed': 2200,
  'chunks/formats': 2500,
  // The words of the lists: one of them is loaded.
  'chunks/en': 1040,
  'chunks/fr': 1400,
  // What the button of the lists loads: together at most 9,000.
  'chunks/list-save-button.panel': 2950,
  'chunks/lists': 5010,
  'chunks/memory-list-store': 600,
  'chunks/organizations.data': 400,
  'chunks/organizations.feed': 1500,
  'chunks/saved-lists.view': 4500,
  'chunks/series-navigator.data': 700,
  'chunks/series-navigator.feed': 700,
  'chunks/series-navigator.long': 900,
  'chunks/talk-summary.video': 700,
  'chunks/talk.data': 1000,
  'chunks/write-script': 300,
  // Lists on several devices, for pages that ask for it: the engine, and PouchDB in the one tab that syncs.
  'sync/couchdb.js': 5300,
  'sync/pouchdb': 31_000,
  // The words of other languages: one of them is loaded, and that of the lists with the lists.
  ...Object.fromEntries(
    languages.flatMap((tag) => [
      [`locale/${tag}.js`, 950],
      [`locale/lists/${tag}.js`, 1500],
    ]),
  ),
};

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

const exec = promisify(execCallback);
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
const filesIn = (folder) =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
    .sort();

const manifest = readJson('package.json');
const {name} = manifest;
/** With a line for each language, where package.json has one for all. */
const exports = Object.fromEntries(
  Object.entries(manifest.exports).flatMap(([entry, target]) =>
    (entry.includes('*') ? languages : ['']).map((tag) =>
      JSON.parse(JSON.stringify([entry, target]).replaceAll('*', tag)),
    ),
  ),
);
const modules = Object.keys(exports).filter((entry) => entry === '.' || entry.endsWith('.js'));
const types = Object.keys(exports).filter((entry) => entry.startsWith('./types/'));
const specifier = (entry) => name + entry.slice(1);
const tags = readJson('custom-elements.json')
  .modules.flatMap(({declarations = []}) => declarations)
  .flatMap(({tagName}) => tagName ?? []);

/** A folder with nothing but the package, its dependencies and the pages that use it. */
const site = mkdtempSync(join(tmpdir(), `${name}-`));
const installed = join(site, 'node_modules', name);
const pages = join(site, 'pages');

let tarball;
let packed;
let server;
let browser;

before(async () => {
  const {stdout} = await exec(`npm pack --json --pack-destination "${site}"`);
  const [{filename, files}] = JSON.parse(stdout);
  tarball = join(site, filename);
  packed = files.map(({path}) => path);
  mkdirSync(installed, {recursive: true});
  await exec(`tar -xzf "${tarball}" -C "${installed}" --strip-components=1`);
  for (const dependency of Object.keys(manifest.dependencies)) {
    symlinkSync(resolve('node_modules', dependency), join(site, 'node_modules', dependency), 'junction');
  }
  cpSync(join(installed, 'dist/cdn'), join(pages, 'package'), {recursive: true});
  server = await serve({folder: pages});
  ensure(['chromium']);
  browser = await puppeteer.launch({executablePath: find('chromium'), args: chromiumArgs});
});

after(async () => {
  await browser?.close();
  server?.close();
  rmSync(site, {recursive: true, force: true});
});

/** A page with a series of three, and some more. */
const page = (more) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Wednesday</title>
<link rel="icon" href="data:,">
<script>const before = Reflect.ownKeys(window);</script>
<series-navigator current="/wednesday/">
  <ol>
    <li><a href="/tuesday/">Tuesday</a></li>
    <li><a href="/wednesday/">Wednesday</a></li>
    <li><a href="/thursday/">Thursday</a></li>
  </ol>
</series-navigator>
<list-save-button><a href="/my-lists/">Save for later</a></list-save-button>
${more}
`;

const isOfPuppeteer = /^(puppeteer_)?__ariaQuerySelector/;

/** Opens a page and holds that the navigator draws the position, without an error and with no request but these. */
async function assertDrawn(path, requests, inspect = () => undefined, words = 'Part 2 of 3') {
  const tab = await browser.newPage();
  try {
    const errors = [];
    const requested = [];
    tab.on('pageerror', (error) => errors.push(String(error)));
    tab.on('request', (request) => requested.push(request.url().replace(server.address, '/')));
    await tab.goto(new URL(path, server.address).href);
    const position = await tab
      .waitForFunction(
        (expected) => {
          const text = document
            .querySelector('series-navigator')
            .shadowRoot?.querySelector('[part=position]')?.textContent;
          return text === expected && text;
        },
        {timeout: 5000},
        words,
      )
      .then((text) => text.jsonValue(), String);
    assert.deepEqual(errors, []);
    assert.equal(position, words);
    if (requests)
      assert.deepEqual(requested.filter((url) => !url.startsWith('data:')).sort(), [path, ...requests].sort());
    await inspect(tab);
  } finally {
    await tab.close();
  }
}

test('The package holds what users need and nothing else.', () => {
  const allowed =
    /^(bin\/article-series-elements\.js|integrations\/.+|dist\/.+\.(js|js\.map|d\.ts|d\.ts\.map|css)|dist\/cdn\/integrity\.json|dist\/editors\/.+\.json|(custom-elements|package)\.json|LICENSE|(README|CHANGELOG)\.md)$/;
  assert.deepEqual(
    packed.filter((path) => !allowed.test(path)),
    [],
  );
  const files = ['custom-elements.json', 'package.json', 'LICENSE', 'README.md', 'CHANGELOG.md'];
  assert.deepEqual(
    files.filter((path) => !packed.includes(path)),
    [],
  );
});

test('dist is what the sources build to, byte for byte.', async () => {
  const {default: configs} = await import('../rollup.config.js');
  const built = [];
  for (const {output, ...input} of configs) {
    const bundle = await rollup(input);
    const {output: files} = await bundle.generate(output);
    await bundle.close();
    const folder = output.dir ?? dirname(output.file);
    for (const {fileName, code, source} of files) {
      const path = join(folder, fileName);
      assert.ok(existsSync(path), `${path} is missing: run npm run build.`);
      assert.equal(readFileSync(path, 'utf8'), String(code ?? source), `${path} differs: run npm run build.`);
      built.push(relative('dist', path).replaceAll('\\', '/'));
    }
  }
  built.push('cdn/integrity.json');
  const left = filesIn('dist').filter((path) => !/\.d\.ts|^editors\//.test(path) && !built.includes(path));
  assert.deepEqual(left, [], 'no file of an older build');
});

test('Another folder builds the same bytes.', async () => {
  const elsewhere = join(site, 'a folder elsewhere');
  for (const path of [
    '.config',
    '.prettierrc.json',
    'integrations',
    'src',
    'package.json',
    'rollup.config.js',
    'tsconfig.json',
  ]) {
    cpSync(path, join(elsewhere, path), {recursive: true});
  }
  symlinkSync(resolve('node_modules'), join(elsewhere, 'node_modules'), 'junction');
  await exec('npm run build', {cwd: elsewhere});
  const bytesOf = (folder) =>
    Object.fromEntries(
      ['custom-elements.json', ...filesIn(join(folder, 'dist')).map((path) => `dist/${path}`)].map((path) => [
        path,
        hashOf(join(folder, path)),
      ]),
    );
  assert.deepEqual(bytesOf(elsewhere), bytesOf(root));
});

test('integrity.json has the hash of everything that pages load, and the snippet of the build is one of them.', () => {
  const {integrity} = readJson('dist/cdn/integrity.json');
  const files = filesIn('dist/cdn').filter((path) => /\.(css|js)$/.test(path));
  assert.deepEqual(integrity, Object.fromEntries(files.map((path) => [address + path, hashOf(`dist/cdn/${path}`)])));
  assert.equal(address, `/cdn/${name}@${manifest.version}/`);
  const {src, hash} = /src="(?<src>.+?)" integrity="(?<hash>.+?)"/.exec(snippet(integrity)).groups;
  assert.equal(src, `${address}article-series.js`);
  assert.equal(hash, hashOf('dist/cdn/article-series.js'));
});

test('custom-elements.json is what the sources say.', async () => {
  const folder = mkdtempSync(join(site, 'manifest-'));
  await exec(
    `npx --no-install cem analyze --quiet --config .config/custom-elements-manifest.config.js --outdir "${relative(root, folder)}"`,
  );
  assert.deepEqual(readJson('custom-elements.json'), readJson(join(folder, 'custom-elements.json')));
});

test('The version in the code is that of the package.', () => {
  const source = readFileSync('src/internal/version.ts', 'utf8');
  assert.equal(/version = '(.+)'/.exec(source)?.[1], manifest.version);
});

test('Every export names a file of the package.', () => {
  const targets = Object.values(exports).flatMap((target) =>
    Object.values(Object(target) === target ? target : [target]),
  );
  assert.deepEqual(
    targets.filter((target) => !existsSync(join(installed, target))),
    [],
  );
});

for (const entry of modules) {
  const defined = !entry.endsWith('define.js') ? [] : entry === './define.js' ? tags : [entry.split('/')[1]];
  test(`Node can import ${specifier(entry)}, which defines ${defined.join(', ') || 'no element'}.`, async () => {
    const script = join(site, 'import.mjs');
    writeFileSync(
      script,
      `await import('${specifier(entry)}');
      const tags = ${JSON.stringify(tags)};
      console.log(JSON.stringify(tags.filter((tag) => globalThis.customElements?.get(tag))));`,
    );
    const {stdout} = await exec(`"${process.execPath}" "${script}"`);
    assert.deepEqual(JSON.parse(stdout), defined);
  });
}

test('The command of the package reads pages.', async () => {
  const {stdout} = await exec(`"${process.execPath}" "${join(installed, manifest.bin[name])}" check-feed demo/fr`);
  assert.match(stdout, /^Nothing is lost in \d+ files\./);
});

test('publint finds nothing to mend.', async () => {
  await exec(`npx --no-install publint run "${tarball}" --strict`).catch(({stdout}) => assert.fail(stdout));
});

test('Types are found for every module.', async () => {
  const entries = [...modules, ...types].map((entry) => `"${entry}"`).join(' ');
  await exec(`npx --no-install attw "${tarball}" --profile esm-only --entrypoints ${entries}`).catch(({stdout}) =>
    assert.fail(stdout),
  );
});

test('package-lock.json names no registry, and npm ci takes it.', async () => {
  const resolved = Object.values(readJson('package-lock.json').packages).flatMap((each) => each.resolved ?? []);
  assert.deepEqual(resolved, []);
  await exec('npm ci --dry-run --ignore-scripts').catch(({stderr}) => assert.fail(stderr));
});

const apps = {
  'that imports a define module': `import '${name}/series-navigator/define.js';`,
  'that imports every element': `import '${name}/define.js';`,
  'that imports the class and defines it': `import {SeriesNavigator} from '${name}'; SeriesNavigator.define();`,
};
for (const [index, [what, code]] of Object.entries(apps).entries()) {
  test(`A Vite app ${what} draws the navigator.`, async () => {
    const app = join(site, `app-${index}`);
    mkdirSync(app);
    writeFileSync(join(app, 'index.html'), page('<script type="module" src="./app.js"></script>'));
    writeFileSync(join(app, 'app.js'), code);
    await build({
      root: app,
      base: './',
      configFile: false,
      logLevel: 'error',
      build: {outDir: join(pages, `app-${index}`)},
    });
    await assertDrawn(`/app-${index}/`);
  });
}

for (const [file, type] of Object.entries({
  'article-series.js': 'module',
  'article-series.classic.js': 'text/javascript',
})) {
  test(`A page with ${file} draws the navigator, asks for nothing else and gets no global.`, async () => {
    writeFileSync(join(pages, `${file}.html`), page(`<script type="${type}" src="/package/${file}"></script>`));
    await assertDrawn(`/${file}.html`, [`/package/${file}`], async (tab) => {
      // `before` is a constant of the page.
      const added = await tab.evaluate('Reflect.ownKeys(window).filter((key) => !before.includes(key)).map(String)');
      assert.deepEqual(
        added.filter((key) => !isOfPuppeteer.test(key)),
        [],
      );
    });
  });
}

for (const [file, type] of Object.entries({
  'article-series.js': 'module',
  'article-series.classic.js': 'text/javascript',
})) {
  test(`A page in German with ${file} loads the German words, and those only.`, async () => {
    const german = page(`<script type="${type}" src="/package/${file}"></script>`).replace('lang="en"', 'lang="de"');
    writeFileSync(join(pages, `${file}.de.html`), german);
    const requests = [`/package/${file}`, '/package/locale/de.js'];
    await assertDrawn(`/${file}.de.html`, requests, undefined, 'Teil 2 von 3');
  });
}

/** A page whose script, and what that loads, must have the hashes of `integrity`, as docs/integrity.md says. */
const guarded = (integrity, lang) =>
  page(
    `<script type="importmap">${JSON.stringify({integrity})}</script>${snippet(readJson('dist/cdn/integrity.json').integrity)}`,
  ).replace('lang="en"', `lang="${lang}"`);

test('A page that holds the hashes of the version draws the navigator, also in German.', async () => {
  const {integrity} = readJson('dist/cdn/integrity.json');
  writeFileSync(join(pages, 'hashes.html'), guarded(integrity, 'de'));
  const requests = [`${address}article-series.js`, `${address}locale/de.js`];
  await assertDrawn('/hashes.html', requests, undefined, 'Teil 2 von 3');
});

test('A page whose script was tampered with stays plain HTML, and one whose language was speaks English.', async () => {
  const {integrity} = readJson('dist/cdn/integrity.json');
  const other = integrity[`${address}article-series.css`];
  writeFileSync(
    join(pages, 'wrong-script.html'),
    guarded(integrity, 'en').replace(/(article-series.js" integrity=")[^"]+/, `$1${other}`),
  );
  const tab = await browser.newPage();
  const refused = new Promise((resolve) =>
    tab.on('console', (message) => /integrity/.test(message.text()) && resolve()),
  );
  await tab.goto(new URL('/wrong-script.html', server.address).href);
  await refused;
  const [isDefined, words] = await tab.evaluate(() => [
    Boolean(customElements.get('series-navigator')),
    document.querySelector('series-navigator').innerText,
  ]);
  await tab.close();
  assert.equal(isDefined, false);
  assert.match(words, /Tuesday\s+.*Wednesday\s+.*Thursday/);

  writeFileSync(join(pages, 'wrong-language.html'), guarded({...integrity, [`${address}locale/de.js`]: other}, 'de'));
  await assertDrawn('/wrong-language.html');
});

test('An app that imports a language loads nothing for it.', async () => {
  const app = join(site, 'app-german');
  mkdirSync(app);
  const german = page('<script type="module" src="./app.js"></script>').replace('lang="en"', 'lang="de"');
  writeFileSync(join(app, 'index.html'), german);
  writeFileSync(join(app, 'app.js'), `import '${name}/locale/de.js'; import '${name}/series-navigator/define.js';`);
  await build({
    root: app,
    base: './',
    configFile: false,
    logLevel: 'error',
    build: {outDir: join(pages, 'app-german'), modulePreload: {polyfill: false}},
  });
  const countScripts = async (tab) => {
    const scripts = await tab.evaluate(
      `performance.getEntriesByType('resource').filter(({name}) => name.endsWith('.js')).length`,
    );
    assert.equal(scripts, 1);
  };
  await assertDrawn('/app-german/', undefined, countScripts, 'Teil 2 von 3');
});

test('Minified, the styles keep every rule.', async () => {
  const count = async (path) => {
    const tab = await browser.newPage();
    await tab.goto(new URL(path, server.address).href);
    await tab.waitForFunction((all) => all.every((tag) => customElements.get(tag)), {timeout: 5000}, tags);
    const rules = await tab.evaluate(countRules, tags);
    await tab.close();
    return rules;
  };
  assert.deepEqual(await count('/article-series.js.html'), await count('/app-1/'));
});

/** In the page: how many rules each element has, also those inside others. */
function countRules(all) {
  const deep = ({cssRules = []}) => [...cssRules].reduce((sum, rule) => sum + 1 + deep(rule), 0);
  return Promise.all(
    all.map(async (tag) => {
      const element = document.body.appendChild(document.createElement(tag));
      await element.updateComplete;
      return [tag, element.shadowRoot.adoptedStyleSheets.reduce((sum, sheet) => sum + deep(sheet), 0)];
    }),
  );
}

test('No address that a page loads has a name that content blockers look for.', () => {
  const files = [...filesIn('dist/cdn'), ...filesIn('demo/img'), ...filesIn('stories/public')];
  assert.deepEqual(
    files.filter((path) => /sponsor|advert|banner|promo|partner-ad/.test(path)),
    [],
  );
});

test('What pages load stays within its budget.', (context) => {
  const files = filesIn('dist/cdn').filter((path) => /\.(css|js)$/.test(path));
  const sizes = files.map((path) => [
    path.replace(/(?<=\/.*)-[\w-]{6}\.js$/, ''),
    brotliCompressSync(readFileSync(join('dist/cdn', path))).byteLength,
  ]);
  for (const [path, size] of sizes) context.diagnostic(`${path}: ${size} of ${budgets[path]} bytes`);
  assert.deepEqual(sizes.map(([path]) => path).sort(), Object.keys(budgets).sort(), 'every file has a budget');
  assert.deepEqual(
    sizes.filter(([path, size]) => size > budgets[path]),
    [],
  );
});
