/** A project of somebody who uses the package with a framework: a folder with what npm would have installed there. */
import {mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const installed = [
  '@types/react',
  '@types/react-dom',
  'preact',
  'preact-render-to-string',
  'react',
  'react-dom',
  'scheduler',
  'solid-js',
  'svelte',
  'vue',
];

/** A folder with these files, that is gone when the tests of a file are done. */
export function project(after, files = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'project-'));
  after(() => rmSync(folder, {recursive: true, force: true}));
  const link = (name, target) => {
    const path = join(folder, 'node_modules', name);
    mkdirSync(dirname(path), {recursive: true});
    symlinkSync(target, path, 'junction');
  };
  for (const name of installed) link(name, join(root, 'node_modules', name));
  link('article-series-elements', root);
  write(folder, files);
  return folder;
}

export function write(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), {recursive: true});
    writeFileSync(join(folder, name), text);
  }
}

/** The samples of docs/frameworks.md under a heading, by the name that stands above each in backticks. */
export function samplesOf(framework) {
  const page = readFileSync(join(root, 'docs/frameworks.md'), 'utf8');
  const section = page.split(/^## /m).find((text) => text.startsWith(`${framework}\n`));
  return Object.fromEntries(
    [...section.matchAll(/`([^`\n]+)`[^`\n]*:\n+```\w*\n([\s\S]*?)```/g)].map(([, name, text]) => [name, text]),
  );
}
