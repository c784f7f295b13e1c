/** Builds `dist/` and `custom-elements.json` from nothing. */
import {execSync} from 'node:child_process';
import {rmSync, writeFileSync} from 'node:fs';
import {integrityOf, snippet} from './integrity.js';

rmSync('dist', {recursive: true, force: true});
for (const command of [
  'rollup -c --silent',
  'tsc -p .config/tsconfig.build.json',
  'cem analyze --quiet --config .config/custom-elements-manifest.config.js',
]) {
  execSync(`npx --no-install ${command}`, {stdio: 'inherit'});
}
await import('./editor-data.js');

const integrity = integrityOf();
writeFileSync('dist/cdn/integrity.json', `${JSON.stringify({integrity}, null, 2)}\n`);
console.log(snippet(integrity));
