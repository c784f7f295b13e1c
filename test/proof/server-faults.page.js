/** In the page of `server-faults.test.js`: loads files from a server that answers wrongly, and sees what readers see. */
import {loader, observe, settle} from '../support/probe.page.js';
// eslint-disable-next-line no-restricted-syntax -- esbuild takes the file by its own name here.
import {seen} from '../support/visible.ts';

/** The pause before a second try is short here; and where a server stalls, so are the ten seconds that are its limit. */
let stalls = false;
const {setTimeout} = globalThis;
globalThis.setTimeout = (run, wait = 0, ...rest) => setTimeout(run, wait < 2000 || stalls ? wait / 20 : wait, ...rest);

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

document.cookie = 'reader=secret';

Object.assign(globalThis.probe, {
  /**
   * Loads the files at some addresses, each by an element of its own.
   *
   * @param {[kind: string, src: string][]} files
   * @param {boolean} isStalling
   * @returns {{found: string[], ends: {outcome: string, shown: string[], plain: string[]}[]}} how each ends, what it has
   *   shown in the frames until then, and what the author's list shows before and after it is drawn
   */
  async tryFiles(files, isStalling = false) {
    stalls = isStalling;
    const made = files.map(([kind, src]) => {
      const {box, element} = loader(kind, {src});
      const twin = loader(kind);
      const outcome = new Promise((resolve) => {
        element.addEventListener(`${kind}-load`, () => resolve('load'));
        element.addEventListener(`${kind}-error`, ({reason}) => resolve(reason));
      });
      return {boxes: [box, twin.box], element, twin: twin.element, outcome, shown: [], plain: [seen(twin.element)]};
    });
    const ends = [];
    const found = await observe(
      made.flatMap(({boxes}) => boxes),
      files.map(([, src]) => src),
      async (stage) => {
        let isOver = false;
        const look = () =>
          made.forEach(({element, shown}) => seen(element) === shown.at(-1) || shown.push(seen(element)));
        const frames = (async () => {
          for (; !isOver; await frame()) look();
        })();
        for (const {outcome, element, twin, shown, plain} of made) {
          ends.push({outcome: await outcome, shown, plain});
          await settle(stage);
          plain.push(seen(twin));
          shown.push(seen(element));
        }
        isOver = true;
        await frames;
      },
    );
    return {found, ends};
  },
});
