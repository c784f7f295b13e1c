/**
 * `npm run proof`: runs every suite of test/proof/ whole, and writes docs/proof.md from what they have counted. Names of
 * suites after it run those only; `--write` runs none.
 */
import {spawnSync} from 'node:child_process';
import {readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {noted} from '../test/proof/proof.js';
import {formatted} from './formatted.js';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const suites = readdirSync('test/proof')
  .filter((file) => file.endsWith('.test.js'))
  .map((file) => file.replace('.test.js', ''));

/** What the page has a section of: its name, where it says what it is, and how it is run. */
const chapters = [
  ...suites.map((name) => ({
    name,
    file: `test/proof/${name}.test.js`,
    command: `npm run proof ${name}`,
    uncounted: 'A sample of it runs in `npm run check`; the whole has not been counted yet.',
  })),
  {
    name: 'mutants',
    file: '.config/mutants.js',
    command: 'npm run mutants',
    uncounted: 'It has not been counted whole yet.',
  },
];

/** The page of the docs, from the notes of the suites and from what each says of itself in its first comment. */
export async function proofPage() {
  const sections = chapters.map(({name, file, command, uncounted}) => {
    const [, comment] = /^\/\*\*\n([^]*?)\*\//.exec(readFileSync(file, 'utf8')) ?? [];
    const [title, ...says] = comment
      .replace(/^ \* ?/gm, '')
      .trim()
      .split(/\n\n|(?<=\.)\n/);
    const rows = noted(name)?.map(
      ({what, count, found = 0, note = ''}) => `| ${what} | ${count} | ${found} | ${note} |`,
    );
    const table = rows
      ? ['| what was tried | how often | faults | |', '| --- | ---: | ---: | --- |', ...rows].join('\n')
      : uncounted;
    return [`## ${title.replace(/\.$/, '')}`, says.join(' '), `\`${command}\``, table].join('\n\n');
  });
  const page = `${readFileSync('.config/proof.head.md', 'utf8')}\n${sections.join('\n\n')}\n`;
  return formatted('docs/proof.md', page);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [...words] = process.argv.slice(2);
  const wanted = words.length ? words.filter((word) => suites.includes(word)) : suites;
  const {status} = wanted.length
    ? spawnSync(
        process.execPath,
        [
          '--test',
          '--test-concurrency=1',
          '--test-reporter=spec',
          ...wanted.map((suite) => `test/proof/${suite}.test.js`),
        ],
        {stdio: 'inherit', env: {...process.env, PROOF: 'all'}},
      )
    : {status: 0};
  writeFileSync('docs/proof.md', await proofPage());
  process.exitCode = status ?? 1;
}
