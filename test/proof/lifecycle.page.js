/** Runs in the page of lifecycle.test.js: samples of every element, what a page can do to them, and how they look then. */

const people = '<ul><li>Kai Walter, ZEISS</li><li>Jane Doe, Acme (moderator)</li></ul>';
const series =
  '<p>A series:</p><ol><li><a href="/one/">One</a></li><li>Two</li><li><a href="/three/">Three</a></li></ol><p>Words.</p>';

/** What is written in each element, and its attributes. */
const samples = {
  'series-navigator': [{'series-name': 'Numbers'}, series],
  'keynote-card': [{kind: 'panel'}, `<h2>Wasm</h2>${people}<blockquote><p>Boring.</p></blockquote><p>— Kai Walter</p>`],
  'talk-summary': [
    {verdict: 'adopt'},
    `<h3>Rust</h3>${people}<p>Safe.</p><p>Fast.</p><p><a href="/deck.pdf">Slides</a></p>`,
  ],
  'sponsor-list': [
    {relation: 'gift'},
    '<p>Thanks.</p><h3>Gold</h3><ul><li><a href="/q/">Quai Sept</a> — rooms</li></ul>',
  ],
  'list-save-button': [{url: '/one/'}, '<a href="/my-lists/">Save for later</a>'],
  'saved-lists': [{}, '<p>Your lists need JavaScript.</p>'],
};

const forms = ['tag', 'data-as'];

function markupOf(tag, form) {
  const [attributes, words] = samples[tag];
  const isTag = form === 'tag';
  const written = Object.entries(attributes).map(([name, value]) => ` ${isTag ? name : `data-${name}`}="${value}"`);
  const start = isTag ? tag : `div data-as="${tag}"`;
  return `<p>Before.</p><${start}${written.join('')}>${words}</${isTag ? tag : 'div'}><p>After.</p>`;
}

const task = () => new Promise((resolve) => setTimeout(resolve));
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const element = (name, fields = {}) => Object.assign(document.createElement(name), fields);

/** An attribute of an element, in the form it is written in. */
const nameIn = (target, name) => (target.dataset.as ? `data-${name}` : name);

/** What a page, a framework, an editor or a translator does to an element, or around it. */
const operations = {
  'append it again': (target) => target.parentNode.append(target),
  'remove it and put it back in one task': (target) => {
    const {parentNode, nextSibling} = target;
    target.remove();
    parentNode.insertBefore(target, nextSibling);
  },
  'remove it and put it back later': async (target) => {
    const {parentNode, nextSibling} = target;
    target.remove();
    await task();
    await frame();
    parentNode.insertBefore(target, nextSibling);
  },
  'move it twice in one task': (target) => {
    target.parentNode.prepend(target);
    target.parentNode.append(target);
  },
  'move it with its state, where a browser can': (target) => {
    if (target.parentNode.moveBefore) target.parentNode.moveBefore(target, target.parentNode.firstChild);
    else target.parentNode.prepend(target);
  },
  'put a clone in its place': (target) => target.replaceWith(target.cloneNode(true)),
  'put a clone of its parent in place': (target) =>
    target.parentNode.id === 'stage'
      ? target.after(target.cloneNode(true), target)
      : target.parentNode.replaceWith(target.parentNode.cloneNode(true)),
  'put an import in its place': (target) => target.replaceWith(document.importNode(target, true)),
  'lend it to another document': async (target) => {
    const mark = element('i');
    target.replaceWith(mark);
    const iframe = document.body.appendChild(element('iframe'));
    iframe.contentDocument.body.append(target);
    await task();
    mark.replaceWith(document.adoptNode(target));
    iframe.remove();
  },
  'keep it in a fragment for a while': async (target) => {
    const mark = element('i');
    target.replaceWith(mark);
    new DocumentFragment().append(target);
    await task();
    mark.replaceWith(target);
  },
  'keep it in a template for a while': async (target) => {
    const mark = element('i');
    target.replaceWith(mark);
    element('template').content.append(target);
    await task();
    mark.replaceWith(target);
  },
  'keep it in a shadow root for a while': async (target) => {
    const mark = element('i');
    target.replaceWith(mark);
    const host = document.body.appendChild(element('div'));
    host.attachShadow({mode: 'open'}).append(target);
    await task();
    mark.replaceWith(target);
    host.remove();
  },
  'wrap it': (target) => {
    const box = element('section');
    target.replaceWith(box);
    box.append(target);
  },
  'take its wrapper off': (target) => {
    if (target.parentNode.id !== 'stage') target.parentNode.replaceWith(...target.parentNode.childNodes);
  },
  'replace it with itself': (target) => target.replaceWith(target),
  'write the HTML around it anew': (target) => {
    const {parentNode} = target;
    const {innerHTML} = parentNode;
    parentNode.innerHTML = innerHTML;
  },
  'parse its HTML apart': (target) => {
    const parsed = new DOMParser().parseFromString(target.outerHTML, 'text/html');
    target.replaceWith(document.adoptNode(parsed.body.firstChild));
  },
  'make it in a template first': (target) => {
    const template = element('template');
    template.innerHTML = target.outerHTML;
    customElements.upgrade(template.content);
    target.replaceWith(template.content);
  },
  'empty it, and give its words back later': async (target) => {
    const nodes = [...target.childNodes];
    target.replaceChildren();
    await task();
    await frame();
    for (const node of nodes) {
      target.append(node);
      await task();
    }
  },
  'split its words into pieces': (target) => {
    const walker = document.createTreeWalker(target, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) if (text.length > 2) text.splitText(Math.floor(text.length / 2));
  },
  'join the pieces of its words': (target) => target.normalize(),
  'put its last child first': (target) => target.lastChild && target.prepend(target.lastChild),
  'add a paragraph': (target) => target.append(element('p', {textContent: 'More words.'})),
  'take its first child out': (target) => target.firstChild?.remove(),
  'set an attribute': (target) => target.setAttribute(nameIn(target, 'kind'), 'interview'),
  'take an attribute off': (target) => {
    for (const name of ['kind', 'verdict', 'relation', 'series-name']) target.removeAttribute(nameIn(target, name));
  },
  'set its attributes to what they are': (target) => {
    for (const {name, value} of [...target.attributes]) target.setAttribute(name, value);
  },
  'speak French around it': (target) => target.parentNode.setAttribute('lang', 'fr'),
  'speak English around it': (target) => target.parentNode.setAttribute('lang', 'en'),
  'turn the direction around it': (target) => (target.parentNode.dir = target.parentNode.dir === 'rtl' ? 'ltr' : 'rtl'),
  'hide it, and show it later': async (target) => {
    target.hidden = true;
    await frame();
    target.hidden = false;
  },
  'translate its words as browsers do': (target) => {
    const walker = document.createTreeWalker(target, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
    for (const text of texts) {
      const font = element('font');
      text.replaceWith(font);
      font.append(element('font', {textContent: text.data}));
    }
  },
  'mark some of its words': (target) => {
    const walker = document.createTreeWalker(target, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() && !walker.currentNode.data.trim());
    if (!walker.currentNode.data?.trim()) return;
    const range = new Range();
    range.selectNodeContents(walker.currentNode);
    range.surroundContents(element('mark'));
  },
  'type in its words': (target) => {
    const walker = document.createTreeWalker(target, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (walker.currentNode.data.trim()) walker.currentNode.insertData(1, '…');
  },
  'load a file, and leave before it comes': async (target) => {
    target.setAttribute(nameIn(target, 'src'), '/slow.json');
    await task();
    const {parentNode, nextSibling} = target;
    target.remove();
    await task();
    parentNode.insertBefore(target, nextSibling);
    target.removeAttribute(nameIn(target, 'src'));
  },
  'ask for a file, and for another': async (target) => {
    target.setAttribute(nameIn(target, 'src'), '/slow.json');
    await task();
    target.setAttribute(nameIn(target, 'src'), '/series.json');
  },
};

const shownAttributes = /^(alt|aria-.*|dir|href|lang|open|part|rel|role|src|value)$/;

/** What is shown of a node: the flat tree, with the attributes that readers or styles meet. */
function pictureOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data.replace(/\s+/g, ' ');
  if (node.nodeType !== Node.ELEMENT_NODE || /^(SCRIPT|STYLE)$/.test(node.nodeName)) return '';
  if (node.nodeName === 'SLOT') {
    const assigned = node.assignedNodes();
    return (assigned.length ? assigned : [...node.childNodes]).map(pictureOf).join('');
  }
  const attributes = [...node.attributes]
    .filter(({name}) => shownAttributes.test(name))
    // Which of two navigators of one name is the second depends on which came first.
    .map(({name, value}) => ` ${name}=${name === 'aria-label' ? value.replace(/ \(\d\)$/, '') : value}`);
  const inside = [...(node.shadowRoot ?? node).childNodes].map(pictureOf).join('').replace(/\s+/g, ' ').trim();
  return `<${node.localName}${attributes.sort().join('')}>${inside}</>`;
}

const isOurs = (each) => each.matches('[data-as]') || customElements.get(each.localName);
const ours = (stage) => [...stage.querySelectorAll('*')].filter(isOurs);

/** Where the lists stand when the browser has said whether it keeps them, if it says so. */
const isKept = async () => {
  const isSaid = (await navigator.storage?.persisted?.().catch(() => undefined)) !== undefined;
  return `[part=keep] > p:nth-of-type(${isSaid ? 3 : 2})`;
};

/** The lists come from a file of their own, and what the browser says comes after them. */
const isDrawn = ({localName, dataset, shadowRoot}, lists) =>
  [localName, dataset.as].includes('saved-lists') ? shadowRoot?.querySelector(lists) : shadowRoot?.childElementCount;

/** Waits until all is drawn, and nothing is about to change. */
async function settle(stage) {
  const lists = await isKept();
  for (let quiet = 0, last = ''; quiet < 3;) {
    await task();
    await frame();
    await task();
    const picture = pictureOf(stage);
    quiet = ours(stage).every((each) => isDrawn(each, lists)) && picture === last ? quiet + 1 : 0;
    last = picture;
  }
}

const newStage = (html) => {
  const stage = element('main', {id: 'stage', lang: 'en', innerHTML: html});
  document.body.append(stage);
  return stage;
};

/** Does these things to the element of a stage, one after the other. */
async function act(stage, tag, names) {
  for (const name of names) {
    const target = stage.querySelector(`${tag}, [data-as="${tag}"]`);
    if (target) await operations[name](target);
  }
}

/** An element that nobody defines. */
const plain = 'plain-element';

/**
 * Does these things to an element, and tells how it looks then and what HTML it has become; how the same HTML looks when
 * it is new; and what the same things make of HTML that is not ours.
 */
globalThis.live = async (tag, form, names, isWaiting) => {
  document.querySelector('main')?.remove();
  const other = newStage(markupOf(tag, form).replaceAll(tag, plain));
  await act(other, plain, names);
  const made = other.innerHTML.replaceAll(plain, tag);
  other.remove();
  const stage = newStage(markupOf(tag, form));
  if (isWaiting) await settle(stage);
  await act(stage, tag, names);
  const attributes = [...stage.attributes];
  await settle(stage);
  const landmarks = ours(stage).flatMap((each) => each.shadowRoot?.querySelector('nav')?.ariaLabel ?? []);
  const picture = pictureOf(stage);
  stage.remove();
  const twin = newStage(made);
  for (const {name, value} of attributes) twin.setAttribute(name, value);
  await settle(twin);
  return {html: stage.innerHTML, made, picture, anew: pictureOf(twin), landmarks};
};

globalThis.lifecycle = {forms, names: Object.keys(operations), tags: Object.keys(samples)};

/** Makes elements by the hundred, has them drawn, and throws them away. */
globalThis.churn = async (tag, form, count) => {
  document.querySelector('main')?.remove();
  for (let made = 0; made < count; made += 50) {
    const stage = newStage(markupOf(tag, form).repeat(50));
    await task();
    await frame();
    await task();
    stage.remove();
  }
  const stage = newStage(markupOf(tag, form));
  const target = stage.querySelector(`${tag}, [data-as="${tag}"]`);
  for (let cycle = 0; cycle < count; cycle++) {
    target.remove();
    if (cycle % 10 === 0) await task();
    stage.append(target);
    if (cycle % 10 === 5) await task();
  }
  await settle(stage);
  stage.remove();
  getSelection().removeAllRanges();
};
