import {expect, fixture, fixtureCleanup, waitUntil} from '@open-wc/testing';
import '../src/define.js';
import {seen} from './support/visible.js';

/** Does what the translators of browsers do: takes every text node away and puts an element with its words there. */
function translate(node: Node): void {
  if (node.nodeType === Node.TEXT_NODE && node.nodeValue!.trim()) {
    const font = document.createElement('font');
    font.append(node.nodeValue!);
    (node as Text).replaceWith(font);
  } else if (!/^(FONT|SCRIPT|STYLE)$/.test(node.nodeName)) {
    for (const each of [...node.childNodes, ...((node as Element).shadowRoot?.childNodes ?? [])]) translate(each);
  }
}

const isDrawn = (page: Element): boolean => !!page.firstElementChild!.shadowRoot?.childElementCount;

async function draw(markup: string, lang = 'en'): Promise<HTMLElement> {
  const page = await fixture<HTMLElement>(`<main lang="${lang}">${markup}</main>`);
  await waitUntil(() => isDrawn(page));
  return page;
}

const series = '<ol><li><a href="/one/">One</a></li><li>Two</li><li><a href="/three/">Three</a></li></ol>';
const people = (name: string): string => `<ul><li>${name}, ZEISS</li><li>Jane Doe, Acme (moderator)</li></ul>`;
const talk = (name: string, link: string): string =>
  `<h2>Wasm</h2>${people(name)}<p>Said.</p><p><a href="/a.pdf">${link}</a></p>`;
const partner = (name: string): string => `<ul><li data-relation="gift">${name} — rooms</li></ul>`;

/** Markup and language before and after a change. */
const changes: Readonly<Record<string, readonly [before: [string, string], after: [string, string]]>> = {
  'series-navigator': [
    [series, 'en'],
    [series.replace('Two', 'Second').replace('Three', 'Third'), 'fr'],
  ],
  'keynote-card': [
    [talk('Kai Walter', 'Deck'), 'en'],
    [talk('Al Gore', 'Manual').replace('moderator', 'animatrice'), 'fr'],
  ],
  'talk-summary': [
    [`${talk('Kai Walter', 'Deck')}<p><strong>Verdict:</strong> to adopt</p>`, 'en'],
    [`${talk('Al Gore', 'Manual')}<p><strong>Verdict :</strong> à éviter</p>`, 'fr'],
  ],
  'sponsor-list': [
    [partner('Quai Sept'), 'en'],
    [partner('Lanterne'), 'fr'],
  ],
  'list-save-button': [
    ['<a href="/lists/">Save</a>', 'en'],
    ['<a href="/lists/">Save</a>', 'fr'],
  ],
};

describe('A page that the browser has translated', () => {
  for (const [tag, [before, after]] of Object.entries(changes)) {
    it(`has no stale words of <${tag}> after a change`, async () => {
      const markup = (words: string): string => `<${tag} kind="panel" relation="paid" verdict="hold">${words}</${tag}>`;
      const fresh = seen(await draw(markup(after[0]), after[1]));
      fixtureCleanup();
      const page = await draw(markup(before[0]), before[1]);
      translate(page);
      page.lang = after[1];
      page.firstElementChild!.innerHTML = after[0];
      await waitUntil(() => seen(page) === fresh, `"${seen(page)}" is not "${fresh}"`).catch(() => undefined);
      expect(seen(page)).to.equal(fresh);
    });
  }
});
