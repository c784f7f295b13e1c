/** In the page of `bad-input.test.js`: puts what only a program can make into properties, and looks for harm. */
import fc from 'fast-check';
import {each, make, observe} from '../support/probe.page.js';

/** What a program may put where words or a list are meant, by mistake or on purpose. */
function hostileValues() {
  const fail = () => {
    throw new Error('forged');
  };
  const {proxy: revoked, revoke} = Proxy.revocable([], {});
  revoke();
  const cyclic = [];
  cyclic.push(cyclic);
  const alone = [
    Symbol('forged'),
    () => 'javascript:alert(1)',
    class {},
    Promise.reject.bind(Promise),
    document,
    document.createElement('img'),
    new Proxy({}, {get: fail, has: fail, ownKeys: fail, getPrototypeOf: fail, getOwnPropertyDescriptor: fail}),
    new Proxy([], {get: fail}),
    revoked,
    cyclic,
    {toString: fail, valueOf: fail},
    {[Symbol.toPrimitive]: fail},
    {[Symbol.iterator]: fail},
    // What Lit would take for a template or a directive of its own.
    {_$litType$: 1, strings: Object.assign(['<img src="x" onerror="canary()">'], {raw: ['']}), values: []},
    {_$litDirective$: fail, values: []},
    {nodeType: 1, nodeName: 'SCRIPT'},
  ];
  const fields = ['title', 'url', 'date', 'lang', 'before', 'after', 'name'];
  return [
    ...alone,
    ...alone.map((value) => [value]),
    ...alone.map((value) => [Object.fromEntries(fields.map((field) => [field, value])), {title: 'A', url: '/a/'}]),
    ['title', 'url'].map((field) => Object.defineProperty({}, field, {get: fail})),
    new Array(1e6),
  ];
}

const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});

/** Puts values of any kind into a property before and after it is drawn, and gives their count and the faults. */
globalThis.probe.forge = async ({tag, name, seed, numRuns}) => {
  const hostile = hostileValues();
  const values = [...hostile, ...fc.sample(anything, {seed, numRuns})];
  const once = (some) => {
    const made = some.map(() => make(tag, 'tag', {}));
    const acts = made.map(({element}, index) => () => {
      try {
        element[name] = some[index];
      } catch {
        // Who sets it hears of it.
      }
    });
    acts.filter((_, index) => index % 2).forEach((act) => act());
    return observe(
      made.map(({box}) => box),
      [],
      async () => acts.forEach((act) => act()),
    );
  };
  const write = (value) => (hostile.includes(value) ? `hostile value ${hostile.indexOf(value)}` : fc.stringify(value));
  const found = await each(values, once, write);
  return {count: values.length, found: found.map((fault) => `${tag}.${name}: ${fault}`)};
};
