/** `npm run check`: everything that must hold, one step after the other, whether or not one before it failed. */
import {spawn} from 'node:child_process';
import {readdirSync} from 'node:fs';
import {find} from '../test/support/browsers.js';

const packageTests = readdirSync('test')
  .filter((file) => file.endsWith('.test.js'))
  .map((file) => `test/${file}`);

const steps = [
  {name: 'lint', command: 'npm run --silent lint'},
  {name: 'types', command: 'npx --no-install tsc -p .'},
  {name: 'build', command: 'npm run --silent build'},
  {name: 'package', command: `node --test --test-reporter=spec ${packageTests.join(' ')}`},
  {name: 'sites', command: `node --test --test-reporter=spec test/sites/*.test.js`},
  {name: 'frameworks', command: `node --test --test-reporter=spec test/frameworks/*.test.js`},
  // One after the other: each has browsers of its own.
  {name: 'proof', command: `node --test --test-concurrency=1 --test-reporter=spec test/proof/*.test.js`},
  // Chromium is required, and says so where it is missing.
  {name: 'chromium', command: 'node test/run.js chromium'},
  ...['firefox', 'webkit'].map((name) => ({name, command: find(name) && `node test/run.js ${name}`})),
];

/** Runs a command and shows its output while it comes. */
function run(command) {
  return new Promise((resolve) => {
    const child = spawn(command, {shell: true, stdio: ['ignore', 'pipe', 'pipe']});
    let output = '';
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8').on('data', (text) => {
        output += text;
        process[name].write(text);
      });
    }
    child.on('error', (error) => resolve({output: String(error), code: 1}));
    child.on('close', (code) => resolve({output, code}));
  });
}

/** The tests in the output of a step; a step without tests counts as one. */
function count({output, code}) {
  const lines = output.replace(/\u001b\[[\d;]*m/g, '');
  const counted = [...lines.matchAll(/^(\d+) passed, (\d+) failed, (\d+) skipped$/gm)].at(-1)?.slice(1).map(Number);
  const node = (word) => Number(new RegExp(`^(?:#|ℹ) ${word} (\\d+)$`, 'm').exec(lines)?.[1] ?? 0);
  const [passed, failed, skipped] = counted ?? [
    node('pass'),
    node('fail') + node('cancelled'),
    node('skipped') + node('todo'),
  ];
  if (code !== 0) return {passed, failed: Math.max(failed, 1), skipped};
  return passed + failed + skipped > 0 ? {passed, failed, skipped} : {passed: 1, failed: 0, skipped: 0};
}

/** What a failed step says of its failures, at its end. */
function failures({output}) {
  const [, named] = output.split('✖ failing tests:');
  const lines = (named ?? output).trimEnd().split('\n');
  // Tests in browsers are named where they fail.
  const inBrowsers = lines.flatMap((each, at) => (/❌|𐄂/.test(each) ? lines.slice(at, at + 8) : []));
  return (inBrowsers.length ? inBrowsers : lines).slice(-60).join('\n');
}

const rows = [];
for (const {name, command} of steps) {
  console.log(`\n── ${name}${command ? '' : ': not installed here, skipped'}`);
  const start = performance.now();
  const result = command && (await run(command));
  const counts = result ? count(result) : {passed: 0, failed: 0, skipped: 1};
  rows.push({name, ...counts, result, seconds: ((performance.now() - start) / 1000).toFixed(1)});
}

for (const {name, failed, result} of rows) if (failed > 0) console.log(`\n── ${name} failed\n${failures(result)}`);

const total = (key) => rows.reduce((sum, row) => sum + row[key], 0);
const line = (...[first, ...rest]) =>
  console.log(first.padEnd(10) + rest.map((cell) => String(cell).padStart(9)).join(''));
console.log('');
line('step', 'passed', 'failed', 'skipped', 'seconds');
for (const {name, passed, failed, skipped, seconds} of rows) line(name, passed, failed, skipped, seconds);
console.log(`\n${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
process.exitCode = total('failed') > 0 ? 1 : 0;
