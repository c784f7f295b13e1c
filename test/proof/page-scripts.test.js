/**
 * Pages whose scripts change what others rely on.
 * Old libraries and polyfills extend and replace what the language and the browser give; analytics and frameworks wrap it.
 * Each of these pages does one such thing before the embed script comes. The elements are drawn, or their words stay as
 * they were written where the page takes away what drawing needs. Nothing is thrown into the page, and its light DOM does
 * not change.
 */
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {drawn, engines, openHostile, plain} from '../support/hostile-pages.js';
import {record, sampleOf} from './proof.js';

const breaks = (name) => `${name} = function () { throw new Error('Replaced.'); };`;
/** Calls the one before, as wrappers for logs and errors do. */
const wraps = (name) => `{const before = ${name}; ${name} = function () { return before.apply(this, arguments); };}`;

/** What a page does first, and whether the elements can be drawn then. */
const pages = {
  'arrays have functions that are enumerable': `Array.prototype.last = function () { return this[this.length - 1]; };
    Array.prototype.contains = function (value) { return this.indexOf(value) >= 0; };
    Array.prototype.each = Array.prototype.forEach;`,
  'objects have functions that are enumerable': `Object.prototype.extend = function (other) { return other; };
    Object.prototype.each = function () {}; Object.prototype.type = 'object'; Object.prototype.size = 1;`,
  'objects have what descriptors are made of': `Object.prototype.get = function () {}; `,
  'functions and strings are extended': `Function.prototype.inherits = function () {}; Function.prototype.defaults = {};
    String.prototype.trim = function () { return this.replace(/^\\s+|\\s+$/g, ''); };
    String.prototype.startsWith = function (start) { return this.indexOf(start) === 0; };`,
  'Prototype.js': `Array.from = function (list) { if (!list) return []; if ('toArray' in Object(list)) return list.toArray();
      var length = list.length || 0, results = new Array(length); while (length--) results[length] = list[length]; return results; };
    Array.prototype.toJSON = function () { return '[' + this.join(', ') + ']'; };
    String.prototype.toJSON = function () { return '"' + this + '"'; };
    Array.prototype.reduce = function () { return this.length > 1 ? this : this[0]; };
    Element.prototype.remove = function () { this.parentNode.removeChild(this); return this; };
    Element.prototype.update = Element.prototype.replace = function () { return this; };
    Document.prototype.getElementsByClassName = function (name) { return this.querySelectorAll('.' + name); };
    Function.prototype.bind = function (to) { var bound = this; return function () { return bound.apply(to, arguments); }; };`,
  MooTools: `Array.prototype.flatten = function () { return [].concat.apply([], this); };
    Array.prototype.contains = Array.prototype.includes; Array.prototype.clean = Array.prototype.filter;
    String.prototype.contains = function (value, separator) { return (separator ? separator + this + separator : this).indexOf(value) > -1; };
    Function.prototype.pass = function () { return this; }; Element.prototype.set = Element.prototype.inject = function () { return this; };
    Element.prototype.getElement = Element.prototype.querySelector; Number.from = String.from = Function.from = function (value) { return value; };
    Event.prototype.stop = Event.prototype.preventDefault; window.$ = function (id) { return document.getElementById(id); };`,
  'a polyfill of what arrays find': `Array.prototype.find = function (is) { for (var i = 0; i < this.length; i++) if (is(this[i], i, this)) return this[i]; };
    Array.prototype.includes = function (value) { return this.indexOf(value) >= 0; };
    Array.prototype.flat = function () { return [].concat.apply([], this); };`,
  'String.prototype.replace is another': `{const {replace} = String.prototype; String.prototype.replace = function (from, to) { return replace.call(String(this), from, to); };}`,
  'promises, listeners and observers are wrapped by zone.js': '/node_modules/zone.js/bundles/zone.umd.js',
  'customElements.define is wrapped': wraps('CustomElementRegistry.prototype.define'),
  'customElements.define refuses names': `CustomElementRegistry.prototype.define = function () {};`,
  'attachShadow is wrapped': wraps('Element.prototype.attachShadow'),
  'attachShadow makes closed roots': `{const {attachShadow} = Element.prototype; Element.prototype.attachShadow = function (init) { return attachShadow.call(this, Object.assign({}, init, {mode: 'closed'})); };}`,
  'attachShadow forgets how slots are assigned': `{const {attachShadow} = Element.prototype; Element.prototype.attachShadow = function (init) { return attachShadow.call(this, {mode: init.mode}); };}`,
  'attachShadow is refused': breaks('Element.prototype.attachShadow'),
  'there is no console': `window.console = undefined;`,
  'the console has one method': `window.console = {log: function () {}};`,
  'addEventListener is wrapped': wraps('EventTarget.prototype.addEventListener'),
  'setTimeout is wrapped': wraps('window.setTimeout'),
  'MutationObserver is an old polyfill': `{const Native = MutationObserver; window.MutationObserver = function (listener) { return new Native(listener); };}`,
  'Promise is a subclass': `window.Promise = class extends Promise {};`,
  'Symbol.for is another': wraps('Symbol.for'),
  'there is no Element.prototype.animate': `delete Element.prototype.animate;`,
  'there is no adoptedStyleSheets': `delete Document.prototype.adoptedStyleSheets; delete ShadowRoot.prototype.adoptedStyleSheets;`,
  'there is no replaceChildren': `delete Element.prototype.replaceChildren; delete DocumentFragment.prototype.replaceChildren;`,
  'there is no BroadcastChannel': `window.BroadcastChannel = undefined;`,
  'there is no Intl.Segmenter': `delete Intl.Segmenter;`,
  'structuredClone is replaced': breaks('window.structuredClone'),
  'Intl.Segmenter is replaced': breaks('Intl.Segmenter'),
  'CSS.escape is replaced': breaks('CSS.escape'),
  'Element.prototype.matches is replaced': breaks('Element.prototype.matches'),
  'Element.prototype.closest is replaced': breaks('Element.prototype.closest'),
  'Object.freeze is replaced': breaks('Object.freeze'),
  'Array.prototype.at is replaced': breaks('Array.prototype.at'),
  'getComputedStyle is replaced': breaks('window.getComputedStyle'),
  'queueMicrotask is replaced': breaks('window.queueMicrotask'),
  'requestAnimationFrame is replaced': breaks('window.requestAnimationFrame'),
  'URL is an old polyfill': `{const Native = URL; window.URL = function (address, base) { return base === undefined ? new Native(address) : new Native(address, base); }; window.URL.prototype = Native.prototype;}`,
  'Date and JSON are wrapped': wraps('Date.parse') + wraps('JSON.parse') + wraps('JSON.stringify'),
  'methods are frozen': `for (const each of [Object, Array, Function, String, Promise]) Object.freeze(each.prototype);`,
};

/** What is then shown as it was written, by its place in the page; nothing, unless said. */
const all = [...plain.keys()];
const kept = {
  'customElements.define refuses names': all,
  'attachShadow forgets how slots are assigned': all,
  'attachShadow is refused': all,
  // A wrapper that cannot be looked into here.
  'attachShadow makes closed roots': [5],
  'CSS.escape is replaced': [9],
  'getComputedStyle is replaced': [1],
  'Element.prototype.matches is replaced': [1, 6, 9],
  'Element.prototype.closest is replaced': all,
  'Object.freeze is replaced': [1, 3, 4, 5, 6, 9],
  'Array.prototype.at is replaced': [3, 4, 5],
};

/** WebKit's driver cannot answer from pages where every object has a function. */
const isSilent = (engine, script) => engine === 'webkit' && script.includes('Object.prototype.');

let tried = 0;
let held = 0;
for (const engine of engines) {
  describe(`in ${engine}`, () => {
    let page;
    before(async () => {
      page = await openHostile(engine);
    });
    after(() => page?.close());

    for (const [name, script] of sampleOf(Object.entries(pages), 8)) {
      if (isSilent(engine, script)) continue;
      test(name, async () => {
        tried += 1;
        const head = script.startsWith('/') ? `<script src="${script}"></script>` : `<script>${script}</script>`;
        await page.open({head});
        await page.shows(drawn.map((words, index) => (kept[name]?.includes(index) ? plain[index] : words)));
        assert.deepEqual(await page.lines('errors'), []);
        assert.equal(await page.read('light'), page.light);
        held += 1;
      });
    }
  });
}

after(() =>
  record('page-scripts', [
    {
      what: `pages: ${Object.keys(pages).length} things that scripts do before ours`,
      count: tried,
      found: tried - held,
      note: engines.join(', '),
    },
  ]),
);
