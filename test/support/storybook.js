/** The static build of Storybook, made anew where a source is younger. */
import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = ['src', 'stories', 'docs', 'README.md', 'custom-elements.json'];

const filesOf = (place) =>
  statSync(place).isDirectory() ? readdirSync(place, {recursive: true}).map((file) => join(place, file)) : [place];

/** @returns {string} the folder with the build */
export function buildStorybook() {
  const folder = join(root, 'storybook-static');
  const index = join(folder, 'index.json');
  const changed = sources.flatMap((source) => filesOf(join(root, source))).map((file) => statSync(file).mtimeMs);
  if (!existsSync(index) || statSync(index).mtimeMs < Math.max(...changed)) {
    const storybook = join(root, 'node_modules/storybook/dist/bin/dispatcher.js');
    const options = ['build', '-c', 'stories/.storybook', '-o', folder, '--quiet'];
    execFileSync(process.execPath, [storybook, ...options], {cwd: root, stdio: ['ignore', 'ignore', 'inherit']});
  }
  return folder;
}
