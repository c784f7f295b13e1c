/** `node .config/release.js v0.2.0`: stops unless the package and the CHANGELOG have the version of a tag. */
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

/** What stands in the way of a release, in words; '' where nothing does. */
export function whyNot(tag, {manifest = JSON.parse(read('package.json')), changelog = read('CHANGELOG.md')} = {}) {
  const {version} = manifest;
  if (tag !== `v${version}`) return `The tag is ${tag}, and package.json says ${version}: make them agree.`;
  const isDated = changelog.split('\n').some((line) => line.startsWith(`## ${version} - 20`));
  return isDated
    ? ''
    : `CHANGELOG.md has no section “## ${version} - YEAR-MONTH-DAY”: move there what is in Unreleased.`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const why = whyNot(process.argv[2]);
  if (why) console.error(why);
  process.exitCode = why ? 1 : 0;
}
