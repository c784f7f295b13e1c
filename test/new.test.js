/** `npm run new`: what it writes is a whole element, and what it refuses leaves everything as it was. */
import assert from 'node:assert/strict';
import {exec as execCallback, execFileSync} from 'node:child_process';
import {cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, relative, resolve} from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

const execute = promisify(execCallback);
const root = fileURLToPath(new URL('..', import.meta.url));
const not = /^(\.git|\.tools|bench|demo|dist|docs|integrations|node_modules|storybook-static)$/;

const copy = mkdtempSync(join(tmpdir(), 'article-series-new-'));
const run = (command) =>
  execute(command, {cwd: copy}).catch(({stdout, stderr}) => assert.fail(`${command}\n${stdout}${stderr}`));
const git = (...words) => execFileSync('git', words, {cwd: copy, encoding: 'utf8'});
const written = () => git('status', '--porcelain', '--untracked-files=all').trimEnd().split('\n').filter(Boolean);

before(() => {
  cpSync(root, copy, {recursive: true, filter: (path) => !not.test(relative(root, path))});
  symlinkSync(resolve(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  git('init', '--quiet');
  git('add', '--all');
});

after(() => rmSync(copy, {recursive: true, force: true}));

const refused = {
  'no name': ['', /Say the name of one element, as in: npm run new reading-time/],
  'two names': ['reading-time other-name', /Say the name of one element/],
  'a name without a hyphen': ['reading', /“reading” is no name for an element.*as in reading-time/],
  'a name with capitals': ['ReadingTime', /“ReadingTime” is no name for an element/],
  'a way out of the folder': ['../reading-time', /is no name for an element/],
  'a name of SVG': ['font-face-src', /a name of SVG or MathML/],
  'a name that content blockers hide': ['sponsor-wall', /content blockers hide/],
  'a name that is taken': ['talk-summary', /“talk-summary” is taken: there is src\/talk-summary/],
};
for (const [what, [words, message]] of Object.entries(refused)) {
  test(`A contributor who gives ${what} is told what to do, and nothing is written.`, async () => {
    const before = written();
    const {code, stderr} = await execute(`node .config/new.js ${words}`, {cwd: copy}).catch((error) => error);
    assert.equal(code, 1);
    assert.match(stderr, message);
    assert.deepEqual(written(), before);
  });
}

test('A new element lints, compiles, has its place in the package, and its test and its story are drawn.', async () => {
  git('-c', 'user.name=test', '-c', 'user.email=test@blog.example', 'commit', '--quiet', '--message=All');
  await run('npm run new quiet-hours');
  const added = [
    'src/quiet-hours/define.ts',
    'src/quiet-hours/quiet-hours.reader.ts',
    'src/quiet-hours/quiet-hours.styles.ts',
    'src/quiet-hours/quiet-hours.ts',
    'stories/quiet-hours.stories.ts',
    'test/quiet-hours.test.ts',
  ];
  const changed = ['package.json', 'src/define.ts', 'src/index.ts'];
  assert.deepEqual(written(), [...changed.map((path) => ` M ${path}`), ...added.map((path) => `?? ${path}`)]);
  const lines = git('diff', '--unified=0', 'src', 'package.json').match(/^[+-] .*|^[+-]\w.*/gm);
  assert.deepEqual(lines, [
    '+    "./quiet-hours.js": {',
    '+      "types": "./dist/quiet-hours/quiet-hours.d.ts",',
    '+      "default": "./dist/quiet-hours/quiet-hours.js"',
    '+    },',
    '+    "./quiet-hours/define.js": {',
    '+      "types": "./dist/quiet-hours/define.d.ts",',
    '+      "default": "./dist/quiet-hours/define.js"',
    '+    },',
    `+import './quiet-hours/define.js';`,
    `+export {QuietHours} from './quiet-hours/quiet-hours.js';`,
  ]);
  const all = [...changed, ...added].join(' ');
  await Promise.all([
    run(`npx --no-install prettier --check ${all}`),
    run(`npx --no-install eslint -c .config/eslint.config.js ${all.replace('package.json ', '')}`),
    run(`npx --no-install lit-analyzer --strict --maxWarnings 0 ${added.join(' ')}`),
    run('npx --no-install tsc -p .'),
  ]);

  writeFileSync(
    join(copy, 'test/story.test.ts'),
    `import {expect, fixture} from '@open-wc/testing';
    import {Short} from '../stories/quiet-hours.stories.js';
    import {seen} from './support/visible.js';
    it('is drawn', async () => {
      const element = await fixture(Short.render!({}, {} as never) as never);
      expect(seen(element)).to.match(/^1 minute Two nodes/);
    });`,
  );
  const {stdout} = await run('node test/run.js chromium --files test/quiet-hours.test.ts --files test/story.test.ts');
  assert.match(stdout, /(?<!\d)5 passed, 0 failed, 0 skipped$/m);
});
