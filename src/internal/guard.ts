/**
 * An element whose id is one of these names becomes a property of `window` and stands where Lit keeps its state,
 * which stops every Lit element of the page. An own property hides it. Import this module before Lit.
 *
 * Source: https://html.spec.whatwg.org/multipage/nav-history-apis.html#named-access-on-the-window-object.
 * A name can go when Lit no longer reads it.
 */
const namesLitReads = [
  'ShadyCSS',
  'litIssuedWarnings',
  'litNonce',
  'litPropertyMetadata',
  'trustedTypes',
  ...['litElement', 'litHtml', 'reactiveElement'].flatMap((module) => [
    `${module}HydrateSupport`,
    `${module}PolyfillSupport`,
    `${module}Versions`,
  ]),
];

for (const name of namesLitReads) {
  // What a script set is the window's own; what an element's id set is inherited.
  if (name in globalThis && !Object.hasOwn(globalThis, name)) {
    Object.defineProperty(globalThis, name, {value: undefined, writable: true, configurable: true});
  }
}
