/** Builds `dist/` and `custom-elements.json` from nothing. */
import {execSync} from 'node:child_process';
import {rmSync} from 'node:fs';

rmSync('dist', {recursive: true, force: true});
for (const command of [
  'rollup -c --silent',
  'tsc -p .config/tsconfig.build.json',
  'cem analyze --quiet --config .config/custom-elements-manifest.config.js',
]) {
  execSync(`npx --no-install ${command}`, {stdio: 'inherit'});
}
await import('./editor-data.js');
