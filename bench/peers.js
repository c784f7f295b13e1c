/**
 * Other libraries of web components, doing comparable work on the same post: a card around each talk, an organisation list
 * and a series, and a button to save. They draw what stands in them and read nothing from it. Installed on the first run,
 * into bench/peers/ only.
 */
import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const folder = fileURLToPath(new URL('peers', import.meta.url));

export const peers = [
  {
    name: 'Web Awesome',
    card: 'wa-card',
    button: 'wa-button',
    imports: [
      '@awesome.me/webawesome/dist/components/card/card.js',
      '@awesome.me/webawesome/dist/components/button/button.js',
    ],
  },
  {
    name: 'Material Web',
    card: 'md-outlined-card',
    button: 'md-outlined-button',
    imports: ['@material/web/labs/card/outlined-card.js', '@material/web/button/outlined-button.js'],
  },
];

/** The script of a peer, for a page. */
export async function scriptOf({imports}) {
  if (!existsSync(`${folder}/node_modules`)) execFileSync('npm', ['ci'], {cwd: folder, stdio: 'inherit'});
  const {outputFiles} = await build({
    stdin: {contents: imports.map((path) => `import '${path}';`).join('\n'), resolveDir: folder},
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0].text;
}

/** A post of the demo blog with the elements of a peer instead of ours. */
export const withPeer = (html, {card, button}) =>
  html
    .replace(/<(\/?)(?:keynote-card|talk-summary|sponsor-list|series-navigator)\b/g, `<$1${card}`)
    .replace(/<list-save-button><a (href="[^"]*")>([^<]*)<\/a><\/list-save-button>/g, `<${button} $1>$2</${button}>`);
