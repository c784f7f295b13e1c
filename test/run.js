/**
 * Runs the unit tests in real browsers: `node test/run.js chromium firefox webkit`. What begins with `--` goes to
 * `web-test-runner`, as in `node test/run.js chromium --watch` or `… --files test/locale.test.ts`.
 */
import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {engines, ensure} from './support/browsers.js';

const words = process.argv.slice(2);
const firstOption = words.findIndex((word) => word.startsWith('--'));
const wanted = firstOption < 0 ? words : words.slice(0, firstOption);
const options = firstOption < 0 ? [] : words.slice(firstOption);
if (wanted.length === 0 || !wanted.every((engine) => engines.includes(engine))) {
  console.error(`Name one or more of ${engines.join(', ')}, as in: node test/run.js chromium`);
  process.exit(1);
}

ensure(wanted);
const {status} = spawnSync(
  process.execPath,
  ['node_modules/@web/test-runner/dist/bin.js', '--config', 'test/web-test-runner.config.mjs', ...options],
  {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: {...process.env, BROWSERS: wanted.join()},
    stdio: 'inherit',
  },
);
process.exitCode = status ?? 1;
