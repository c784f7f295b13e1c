/**
 * What a page looks like, held against a picture of it in `test/goldens/visual/ENGINE/`.
 *
 * Pictures are the same only where the browser and its fonts are: `made-with.json` beside them says with which they were
 * made, and elsewhere they are not compared. `npm run storybook:baselines` makes them anew.
 */
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import pixelmatch from 'pixelmatch';
import {PNG} from 'pngjs';
import {contrast} from '../../stories/theming/contrast.js';

const goldens = fileURLToPath(new URL('../goldens/visual', import.meta.url));
const isWriting = process.env.BASELINES === 'write';

/** Two runs are the same to the pixel; this is room for the edge of a letter, and for no more. */
const tolerance = {threshold: 0.1, share: 0.0005};

/** In the page: the browser, and how wide its fonts write. */
function describeBrowser() {
  const context = document.createElement('canvas').getContext('2d');
  const fonts = ['serif', 'sans-serif', 'monospace', 'system-ui', 'Georgia'].map((font) => {
    context.font = `40px ${font}`;
    return [font, context.measureText('Hamburgefonstiv Été 0123 السابق').width.toFixed(1)];
  });
  return {browser: navigator.userAgent, fonts: Object.fromEntries(fonts)};
}

/**
 * @param {import('./engines.js').Page} page
 * @returns {Promise<string | false>} why the pictures cannot be compared here
 */
export async function whyNotCompared(page) {
  const here = await page.evaluate(describeBrowser);
  const file = join(goldens, page.engine, 'made-with.json');
  if (isWriting) {
    mkdirSync(join(goldens, page.engine), {recursive: true});
    writeFileSync(file, `${JSON.stringify(here, undefined, 2)}\n`);
    return false;
  }
  if (!existsSync(file)) return `no pictures were made in ${page.engine}`;
  const made = readFileSync(file, 'utf8');
  if (made === `${JSON.stringify(here, undefined, 2)}\n`) return false;
  return `the pictures were made with ${JSON.stringify(JSON.parse(made))}, and here is ${JSON.stringify(here)}`;
}

/** A picture of half the width and height, as a quarter of the bytes shows all that people see. */
function halve({width, height, data}) {
  const half = new PNG({width: width >> 1, height: height >> 1});
  for (let y = 0; y < half.height; y += 1) {
    for (let x = 0; x < half.width; x += 1) {
      const above = 4 * (2 * y * width + 2 * x);
      const below = above + 4 * width;
      for (let channel = 0; channel < 4; channel += 1) {
        const four = [above, above + 4, below, below + 4].map((start) => data[start + channel]);
        half.data[4 * (y * half.width + x) + channel] = four.reduce((sum, value) => sum + value) / 4;
      }
    }
  }
  return half;
}

/**
 * @param {import('./engines.js').Page} page
 * @param {string} name of the picture
 * @returns {Promise<string | undefined>} what is different, and where to see it
 */
export async function differenceTo(page, name) {
  const seen = halve(PNG.sync.read(await page.screenshot()));
  const file = join(goldens, page.engine, `${name}.png`);
  const bytes = PNG.sync.write(seen, {colorType: 2, deflateLevel: 9});
  if (isWriting) {
    writeFileSync(file, bytes);
    return undefined;
  }
  if (!existsSync(file)) return `There is no ${file}: npm run storybook:baselines makes it.`;
  const {width, height, data} = PNG.sync.read(readFileSync(file));
  if (width !== seen.width || height !== seen.height) {
    return `${name} is ${seen.width} × ${seen.height} instead of ${width} × ${height} pixels.`;
  }
  const difference = new PNG({width, height});
  const count = pixelmatch(data, seen.data, difference.data, width, height, {threshold: tolerance.threshold});
  if (count <= width * height * tolerance.share) return undefined;
  const place = join(tmpdir(), `${page.engine}-${name}`);
  writeFileSync(`${place}.png`, bytes);
  writeFileSync(`${place}.difference.png`, PNG.sync.write(difference));
  return `${name} differs in ${count} pixels: see ${place}.png and ${place}.difference.png.`;
}

/**
 * The contrast of text as it is painted: the colour that most of its lines have, and the one that differs from it most,
 * as the edges of letters are paler than letters.
 *
 * @param {import('./engines.js').Page} page
 * @param {{x: number, y: number, width: number, height: number}[]} lines in the window, in CSS pixels
 * @returns {Promise<number>} from 1 to 21; 1 where nothing is painted
 */
export async function contrastIn(page, lines) {
  const {width, height, data} = PNG.sync.read(await page.screenshot());
  const counts = new Map();
  for (const line of lines) {
    for (let y = Math.max(0, Math.ceil(line.y)); y < Math.min(height, Math.floor(line.y + line.height)); y += 1) {
      for (let x = Math.max(0, Math.ceil(line.x)); x < Math.min(width, Math.floor(line.x + line.width)); x += 1) {
        const start = 4 * (y * width + x);
        const color = `#${data.toString('hex', start, start + 3)}`;
        counts.set(color, (counts.get(color) ?? 0) + 1);
      }
    }
  }
  const [[most] = []] = [...counts].sort(([, one], [, other]) => other - one);
  return Math.max(1, ...[...counts.keys()].map((color) => contrast(most, color)));
}
