/** What type checkers and editors are told of the elements is all of the manifest, and true. Needs `npm run build`. */
import assert from 'node:assert/strict';
import {exec as execCallback} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {promisify} from 'node:util';
import vscode from 'vscode-html-languageservice';
import {project, root, samplesOf} from './project.js';

const exec = promisify(execCallback);
const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const elements = readJson('custom-elements.json')
  .modules.flatMap(({declarations = []}) => declarations)
  .filter(({customElement}) => customElement);
const values = ({type}) => [...type.text.matchAll(/'([^']+)'/g)].map(([, value]) => value);

/** How each framework writes an attribute with words, a property with a value, and a listener. */
const jsx = {
  attribute: (name, text) => `${name}="${text}"`,
  property: (name, value) => `${name}={${value}}`,
  listener: (name, code) => `on${name}={${code}}`,
  style: `style={{'--as-accent': 'red'}}`,
  classes: 'class',
  extension: 'tsx',
  file: (lines) => `export const usage = <>\n${lines.join('\n')}\n</>;`,
  check: 'tsc -p',
};
const frameworks = {
  React: {...jsx, classes: 'className', options: {jsx: 'react-jsx', jsxImportSource: 'react'}},
  Preact: {...jsx, options: {jsx: 'react-jsx', jsxImportSource: 'preact'}},
  Solid: {
    ...jsx,
    listener: (name, code) => `on:${name}={${code}}`,
    options: {jsx: 'preserve', jsxImportSource: 'solid-js'},
  },
  Svelte: {
    ...jsx,
    style: 'style:--as-accent="red"',
    extension: 'svelte',
    file: (lines) => `<script lang="ts"></script>\n${lines.join('\n')}`,
    check: 'svelte-check --output machine --tsconfig tsconfig.json --workspace',
    options: {},
  },
  Vue: {
    attribute: jsx.attribute,
    classes: 'class',
    property: (name, value) => `:${name}="${value}"`,
    listener: (name, code) => `@${name}="${code}"`,
    style: `:style="{'--as-accent': 'red'}"`,
    extension: 'vue',
    file: (lines) => `<script setup lang="ts"></script>\n<template>\n${lines.join('\n')}\n</template>`,
    check: 'vue-tsc -p',
    options: {jsx: 'preserve'},
  },
};

/** Each usage of an element that is right, and each that is wrong, in a line of its own. */
function usages({attribute, property, listener, style, classes}) {
  const right = [];
  const wrong = [];
  for (const {tagName, attributes = [], members, events = []} of elements) {
    const write = (usage) => `<${tagName} ${usage}></${tagName}>`;
    right.push(write(style), write(`${classes}="wide" id="one" lang="en"`));
    wrong.push(write(property('nonsense', '1')));
    for (const {name, type} of attributes) {
      const isBoolean = type.text.startsWith('boolean');
      const words = isBoolean ? [] : values({type});
      right.push(
        ...(isBoolean ? [name] : words.length ? words : ['words']).map((text) =>
          write(isBoolean ? name : attribute(name, text)),
        ),
      );
      wrong.push(write(isBoolean ? attribute(name, 'false') : property(name, '1')));
      if (words.length) wrong.push(write(attribute(name, 'nonsense')));
    }
    for (const {name, readonly, type} of members.filter(({kind}) => kind === 'field')) {
      if (readonly) wrong.push(write(property(name, 'undefined as never')));
      else {
        right.push(write(property(name, 'undefined')));
        wrong.push(write(property(name, type.text.startsWith('boolean') ? '1' : 'true')));
      }
    }
    for (const {name} of events) {
      right.push(write(listener(name, '(event) => event.preventDefault()')));
      wrong.push(
        write(listener(name, '(event) => event.nonsense')),
        write(listener(name, '(event: MouseEvent) => event.clientX')),
      );
    }
  }
  right.push(
    `<series-navigator ${property('parts', `[{title: 'Tuesday', url: '/tuesday/'}]`)}></series-navigator>`,
    `<series-navigator ${listener('series-load', '(event) => event.parts[0]?.title.trim()')}></series-navigator>`,
    `<list-save-button ${listener('list-save', '(event) => event.articles[0]?.url.trim()')}></list-save-button>`,
  );
  wrong.push(`<series-navigator ${property('parts', `[{titel: 'Tuesday'}]`)}></series-navigator>`);
  return {right, wrong};
}

/** Checks a project, and returns what is wrong in it as `file:line`. */
async function check(folder, command) {
  const {stdout} = await exec(`npx --no-install ${command} "${folder}"`, {cwd: root, maxBuffer: 1e8}).catch(
    (error) => error,
  );
  const found = [
    ...stdout.matchAll(/^(?:\S*\/)?([\w.-]+)\((\d+),\d+\): error (.*)$/gm),
    ...stdout.matchAll(/^\d+ ERROR "([^"]+)" (\d+):\d+ (.*)$/gm),
  ];
  return found.map(([, file, line, message]) => ({file, line: Number(line), message}));
}

for (const [framework, {extension, file, check: command, options, ...syntax}] of Object.entries(frameworks)) {
  const {right, wrong} = usages(syntax);
  const wrongFile = `wrong.${extension}`;
  let found;

  before(async () => {
    const compilerOptions = {
      target: 'ES2022',
      module: 'ESNext',
      moduleResolution: 'bundler',
      lib: ['ES2023', 'DOM', 'DOM.Iterable'],
      types: [],
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      ...options,
    };
    const folder = project(after, {
      ...samplesOf(framework),
      [`right.${extension}`]: file(right),
      [wrongFile]: file(wrong),
      'tsconfig.json': JSON.stringify({compilerOptions, vueCompilerOptions: {strictTemplates: true}, include: ['*']}),
    });
    found = await check(folder, command);
  });

  test(`${framework} takes all ${right.length} usages that are right, and the samples of its docs.`, () => {
    assert.deepEqual(
      found.filter((each) => each.file !== wrongFile),
      [],
    );
  });

  test(`${framework} takes none of ${wrong.length} usages that are wrong.`, () => {
    const lines = file(wrong).split('\n');
    const refused = found.filter((each) => each.file === wrongFile).map(({line}) => lines[line - 1]);
    assert.deepEqual(
      wrong.filter((line) => !refused.includes(line)),
      [],
    );
  });
}

/** What VS Code offers where `|` stands. */
function offered(text) {
  const {getLanguageService, newHTMLDataProvider, TextDocument} = vscode;
  const data = newHTMLDataProvider('article-series', readJson('dist/editors/vscode.html-data.json'));
  const service = getLanguageService({useDefaultDataProvider: false, customDataProviders: [data]});
  const page = TextDocument.create('file:///page.html', 'html', 1, text.replace('|', ''));
  const {items} = service.doComplete(page, page.positionAt(text.indexOf('|')), service.parseHTMLDocument(page));
  return new Map(items.map((item) => [item.label, item]));
}

test('VS Code offers every element, attribute and value, with what it means.', () => {
  const tags = offered('<|');
  for (const {tagName, summary, attributes = []} of elements) {
    assert.ok(tags.get(tagName)?.documentation.value.startsWith(summary), tagName);
    const names = offered(`<${tagName} |></${tagName}>`);
    for (const {name, description, type} of attributes) {
      assert.equal(names.get(name)?.documentation.value, description);
      assert.equal(/="/.test(names.get(name).textEdit.newText), !type.text.startsWith('boolean'), name);
      const words = offered(`<${tagName} ${name}="|"></${tagName}>`);
      assert.deepEqual([...words.keys()].sort(), values({type}).sort());
    }
  }
  assert.deepEqual(
    [...offered('<div data-as="|"></div>').keys()].sort(),
    elements.map(({tagName}) => tagName),
  );
});

test('JetBrains editors find every element, attribute, value, property, event, slot and part.', () => {
  const {name, version, contributions} = readJson(readJson('package.json')['web-types']);
  assert.deepEqual({name, version}, {name: 'article-series-elements', version: readJson('package.json').version});
  const names = (list = []) => list.map((each) => each.name);
  for (const {tagName, attributes = [], members, events, slots, cssParts, cssProperties} of elements) {
    const element = contributions.html.elements.find((each) => each.name === tagName);
    assert.deepEqual(
      element.attributes.map(({name: attribute, description, value: {type}}) => [
        attribute,
        description,
        [type].flat(),
      ]),
      attributes.map(({name: attribute, description, type}) => [
        attribute,
        description,
        values({type}).length ? values({type}).map((value) => `'${value}'`) : [type.text.replace(' | undefined', '')],
      ]),
    );
    const writable = members.filter(({kind, readonly}) => kind === 'field' && !readonly);
    assert.deepEqual(names(element.js.properties), names(writable));
    assert.deepEqual(names(element.js.events), names(events));
    assert.deepEqual(names(element.slots), names(slots));
    assert.deepEqual(names(element.css.parts), names(cssParts));
    assert.deepEqual(names(element.css.properties), names(cssProperties));
  }
});
