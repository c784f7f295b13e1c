/**
 * The hashes of all that pages load, for `integrity`: https://www.w3.org/TR/sri-2/. `dist/cdn/integrity.json` has them as an
 * import map has them, by an address with the exact version; the build prints the snippet for a page.
 */
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

const folder = 'dist/cdn';

export const hashOf = (file) => `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;

/** The folder of a version on the site of a blog. */
const {name, version} = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
export const address = `/cdn/${name}@${version}/`;

export function integrityOf() {
  const files = readdirSync(folder, {recursive: true})
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(js|css)$/.test(file))
    .sort();
  return Object.fromEntries(files.map((file) => [address + file, hashOf(join(folder, file))]));
}

export const snippet = (integrity) => {
  const src = `${address}article-series.js`;
  return `<script type="module" src="${src}" integrity="${integrity[src]}" crossorigin></script>`;
};
