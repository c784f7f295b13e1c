import {expect, fixture, waitUntil} from '@open-wc/testing';
import {marked} from 'marked';
import {draw, next, rows, words} from './support/draw.js';
import {seen} from './support/visible.js';

/** Runs every sample of the README, so that what it says is true. */
const readme = await (await fetch('/README.md')).text();
const samples = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'gm'))].map(([, sample]) => sample!);

const html = samples('html');
const sample = (start: RegExp): string => html.find((each) => start.test(each))!;
const parts = [
  'Tuesday: the day before Previous',
  'Wednesday: AI takes the stage Part 2 of 4',
  'Thursday: pirates, Rust and bricks Next',
  'Friday: ten years and two nodes',
];

describe('the README', () => {
  it('has a script tag that works', async () => {
    const frame = document.createElement('iframe');
    const body = sample(/<script/).replaceAll('"/cdn/', '"/dist/cdn/') + sample(/<p>This article/);
    frame.src = `/page?${new URLSearchParams({body})}`;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    const navigator = frame.contentDocument!.querySelector('series-navigator')!;
    await navigator.updateComplete;
    expect(rows(navigator)).to.deep.equal(parts);
    const sheets = [...frame.contentDocument!.styleSheets];
    expect(sheets.map((sheet) => sheet.cssRules.length > 0)).to.deep.equal([true]);
    frame.remove();
  });

  it('has a series in HTML', async () => {
    const navigator = await draw(sample(/<p>This article/));
    expect(rows(navigator)).to.deep.equal(parts);
    expect(words(navigator.querySelector('p'))).to.equal('This article is part of a series of 4 posts:');
  });

  it('has the same series in Markdown', async () => {
    const navigator = await draw(await marked.parse(samples('markdown')[0]!));
    navigator.current = '/kubecon/wednesday/';
    await navigator.updateComplete;
    expect(rows(navigator)).to.deep.equal(parts);
  });

  it('has a series from a feed', async () => {
    const loaded = next('series-load');
    const markup = sample(/src="\/series/).replace('/series/', '/demo/fr/series/');
    const navigator = await draw(markup);
    await loaded;
    expect(rows(navigator)).to.have.length(4);
    expect(markup).to.not.equal(sample(/src="\/series/));
  });

  it('has the way on at the end of an article', async () => {
    await draw(sample(/for="series"/));
    const end = document.querySelector('series-navigator[for]')!;
    await (end as Awaited<ReturnType<typeof draw>>).updateComplete;
    expect(rows(end as Awaited<ReturnType<typeof draw>>)).to.deep.equal([
      'Tuesday: the day before Previous',
      'Wednesday: AI takes the stage Part 2 of 3',
      'Thursday: pirates, Rust and bricks Next',
    ]);
  });

  it('has a theme that changes the element', async () => {
    const navigator = await draw(`<style>${samples('css')[0]}</style>${sample(/<p>This article/)}`);
    expect(getComputedStyle(navigator.shadowRoot!.querySelector('a[href]')!).color).to.equal('rgb(11, 95, 134)');
    expect(getComputedStyle(navigator).borderTopStyle).to.equal('solid');
  });

  it('has JavaScript that runs', async () => {
    for (const code of samples('js')) {
      const source = code
        .replace("'article-series-elements'", `'${location.origin}/src/index.ts'`)
        .replace("'article-series-elements/lists.js'", `'${location.origin}/src/lists/lists.ts'`)
        .replace("'article-series-elements/", `'${location.origin}/src/`)
        .replace(".js'", ".ts'");
      const url = URL.createObjectURL(new Blob([source], {type: 'text/javascript'}));
      await import(url);
    }
    const list = '<ol><li>A</li><li><a href="/b/">B</a></li></ol>';
    const navigator = await draw(`<div lang="eo"><series-navigator>${list}</series-navigator></div>`);
    expect(rows(navigator)).to.deep.equal(['A Parto 1 el 2', 'B Sekva']);
  });

  it('has a talk in Markdown', async () => {
    const page = await fixture<HTMLElement>(`<div lang="en">${await marked.parse(samples('markdown')[1]!)}</div>`);
    const talk = page.querySelector('talk-summary')!;
    await talk.updateComplete;
    expect(talk.talk.people.map(({name}) => name)).to.deep.equal(['Tyler Gillson', 'Pedro Oliveira']);
    expect(talk.talk.verdict).to.equal('trial');
    expect(talk.talk.resources.map(({kind}) => kind)).to.deep.equal(['slides', 'video']);
    expect(talk.talk.segments.map(({type}) => type)).to.deep.equal([
      'heading',
      'people',
      'body',
      'quote',
      'line',
      'resources',
    ]);
  });

  it('has a panel in HTML', async () => {
    const page = await fixture<HTMLElement>(`<div lang="en">${sample(/<keynote-card/)}</div>`);
    const card = page.querySelector('keynote-card')!;
    await card.updateComplete;
    expect(words(card.shadowRoot!.querySelector('[part=speaker]'))).to.match(/Jane Doe .*\(moderator\)/);
  });

  it('has organisations in HTML, and in JSON', async () => {
    const page = await fixture<HTMLElement>(`<div lang="en">${sample(/<sponsor-list/)}</div>`);
    const list = page.querySelector('sponsor-list')!;
    await list.updateComplete;
    expect(seen(list)).to.match(/^Gold Quai Sept the rooms Café du Port four days of coffee Gift to the author Event/);
    const loaded = next('organizations-load');
    list.src = `/feed?${new URLSearchParams({body: samples('json')[0]!})}`;
    await loaded;
    expect(seen(list)).to.match(/^Gold Quai Sept Event/);
  });

  it('has a button, and the page of the lists', async () => {
    const page = await fixture(`<div lang="en">${sample(/<list-save-button/)}${sample(/<saved-lists/)}</div>`);
    const button = page.querySelector('list-save-button')!;
    await button.updateComplete;
    expect(seen(button)).to.equal('Add to a list');
    const lists = page.querySelector('saved-lists')!;
    await lists.updateComplete;
    await waitUntil(() => /You have no lists yet/.test(seen(lists)));
  });

  for (const tag of [
    'series-navigator',
    'talk-summary',
    'keynote-card',
    'sponsor-list',
    'list-save-button',
    'saved-lists',
  ]) {
    it(`names all attributes and parts of ${tag}, and no others`, async () => {
      const manifest = (await (await fetch('/custom-elements.json')).json()) as {
        modules: {declarations?: {tagName?: string; attributes?: {name: string}[]; cssParts: {name: string}[]}[]}[];
      };
      const declarations = manifest.modules.flatMap(({declarations: each = []}) => each);
      const {attributes = [], cssParts} = declarations.find(({tagName}) => tagName === tag)!;
      const section = new RegExp(`^### ${tag}\n([^]*?)(?=^##)`, 'm').exec(readme)![1]!;
      const named = [...section.matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name!);
      expect(named).to.have.members(attributes.map(({name}) => name));
      const listed = /Parts for `::part\(\)`: ([^.]*)\./.exec(section)![1]!;
      expect(listed.match(/[\w-]+/g)).to.have.members(cssParts.map(({name}) => name));
    });
  }

  it('names only commands that exist', async () => {
    const {scripts} = (await (await fetch('/package.json')).json()) as {scripts: Record<string, string>};
    const named = [...readme.matchAll(/npm (?:run )?(test|start|run [\w:]+|check|storybook|bench)\b/g)].map(
      ([, name]) => name!,
    );
    for (const name of named) expect(scripts).to.have.property(name.replace('run ', ''));
  });
});
