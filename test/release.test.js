/** What is published is what was checked: the version, the CHANGELOG and the workflow that publishes. */
import assert from 'node:assert/strict';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {load} from 'js-yaml';
import {whyNot} from '../.config/release.js';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const folder = '.github/workflows';
const workflows = Object.fromEntries(
  readdirSync(folder).map((file) => [file, load(readFileSync(`${folder}/${file}`, 'utf8'))]),
);
const stepsOf = ({jobs}) => Object.values(jobs).flatMap(({steps}) => steps);
const {check, publish} = workflows['release.yml'].jobs;
const commandsOf = ({steps}) => steps.flatMap(({run}) => run ?? []).filter((run) => !run.startsWith('git config'));

test('A tag is checked where nothing can be published.', () => {
  assert.deepEqual(workflows['release.yml'].on, {push: {tags: ['v*']}});
  assert.equal(check.permissions, undefined);
  assert.deepEqual(commandsOf(check), ['node .config/release.js "$GITHUB_REF_NAME"', '.ci/run']);
});

test('What was checked is built anew without scripts of others, and published with provenance.', () => {
  assert.equal(publish.needs, 'check');
  assert.deepEqual(publish.permissions, {contents: 'read', 'id-token': 'write'});
  assert.deepEqual(commandsOf(publish), [
    'npm ci --ignore-scripts',
    'npm run build',
    'npm publish --provenance --access public --ignore-scripts',
  ]);
});

test('Every change is checked by the command that contributors run.', () => {
  assert.deepEqual(Object.keys(workflows['check.yml'].on), ['push', 'pull_request']);
  assert.ok(stepsOf(workflows['check.yml']).some(({run}) => run === '.ci/run'));
});

for (const [file, workflow] of Object.entries(workflows)) {
  test(`${file} may read only, holds no secret, names each action by its hash and each image by its version.`, () => {
    assert.deepEqual(workflow.permissions, {contents: 'read'});
    assert.doesNotMatch(JSON.stringify(workflow), /secrets|token:(?!")/i);
    const actions = stepsOf(workflow).flatMap(({uses}) => uses ?? []);
    assert.ok(actions.length > 0);
    assert.deepEqual(
      actions.filter((action) => !/^actions\/[\w-]+@[\da-f]{40}$/.test(action)),
      [],
    );
    for (const {container} of Object.values(workflow.jobs)) assert.match(container, /^node:\d+-\w+$/);
  });
}

const manifest = {version: '1.2.3'};
const changelog = '# Changelog\n\n## Unreleased\n\n## 1.2.3 - 2027-01-31\n\n### Fixed\n';

test('A tag that agrees with the package and the CHANGELOG is published.', () => {
  assert.equal(whyNot('v1.2.3', {manifest, changelog}), '');
});

test('A tag of another version is not published, and the maintainer is told why.', () => {
  assert.match(whyNot('v1.2.4', {manifest, changelog}), /The tag is v1\.2\.4, and package\.json says 1\.2\.3/);
});

test('A version that the CHANGELOG does not name is not published.', () => {
  assert.match(
    whyNot('v1.2.3', {manifest, changelog: '## Unreleased\n\n## 1.2.30 - 2027-01-31\n'}),
    /no section “## 1\.2\.3 -/,
  );
});

test('The CHANGELOG begins with what is not released, in sections that readers know.', () => {
  const lines = readFileSync('CHANGELOG.md', 'utf8').split('\n');
  assert.equal(
    lines.find((line) => line.startsWith('## ')),
    '## Unreleased',
  );
  const known = /^### (Added|Changed|Deprecated|Removed|Fixed|Security)$/;
  assert.deepEqual(
    lines.filter((line) => line.startsWith('### ') && !known.test(line)),
    [],
  );
});

test('Every element says whether it is stable.', () => {
  const {modules} = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
  const elements = modules.flatMap(({declarations}) => declarations).filter(({tagName}) => tagName);
  assert.deepEqual(
    elements.filter(({status}) => !/^(stable|experimental)$/.test(status)),
    [],
  );
  const readme = readFileSync('docs/versioning.md', 'utf8');
  assert.deepEqual(
    elements.filter(({tagName, status}) => !new RegExp(`\\| \`${tagName}\` +\\| ${status} `).test(readme)),
    [],
  );
});

test('The decisions are numbered, dated and listed.', () => {
  const index = readFileSync('docs/decisions/README.md', 'utf8');
  const records = readdirSync('docs/decisions')
    .filter((file) => file !== 'README.md')
    .sort();
  const numbers = records.map((file) => Number(file.slice(0, 4)));
  assert.deepEqual(
    numbers,
    records.map((_, at) => at + 1),
  );
  for (const file of records) {
    const text = readFileSync(`docs/decisions/${file}`, 'utf8');
    const title = /^# (.+)$/m.exec(text)[1];
    assert.match(text, /^\d{4}-\d\d$/m, `${file} has its month`);
    assert.match(text, /^\*\*What it costs\.\*\*/m, `${file} says what it costs`);
    assert.ok(index.includes(`[${title}](${file})`), `${file} is in the list, by its title`);
  }
});

test('Every path that CONTRIBUTING and README name exists.', () => {
  for (const file of ['CONTRIBUTING.md', 'README.md']) {
    const text = readFileSync(file, 'utf8');
    const code = [
      ...text.matchAll(/`((?:src|test|stories|docs|demo|bench|bin|integrations|\.config|\.github)\/[^`\s]*)`/g),
    ];
    const links = [...text.matchAll(/\]\((?!https?:|#|\/)([^)#]+)/g)];
    const paths = [...code, ...links].map(([, path]) => path.replace(/NAME.*$/, ''));
    assert.ok(paths.length > 5);
    assert.deepEqual(
      paths.filter((path) => !existsSync(path)),
      [],
    );
  }
});
