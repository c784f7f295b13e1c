/**
 * Runs first in a hostile page and keeps what it needs of the page as it was: it notes what goes wrong, and reads what is
 * on the page whatever has become of its prototypes and names.
 */
(() => {
  const getter = (prototype, name) => {
    const {get} = Object.getOwnPropertyDescriptor(prototype, name);
    return (object) => Reflect.apply(get, object, []);
  };
  const {apply} = Reflect;
  const {assignedNodes} = HTMLSlotElement.prototype;
  const {querySelector, querySelectorAll} = Document.prototype;
  const childrenOf = getter(Node.prototype, 'firstChild');
  const next = getter(Node.prototype, 'nextSibling');
  const nameOf = getter(Node.prototype, 'nodeName');
  const typeOf = getter(Node.prototype, 'nodeType');
  const words = getter(Node.prototype, 'textContent');
  const rootOf = getter(Element.prototype, 'shadowRoot');
  const markupOf = getter(Element.prototype, 'outerHTML');
  const {length} = {length: getter(NodeList.prototype, 'length')};
  const document = globalThis.document;
  const {String: text} = globalThis;

  let errors = '';
  let said = '';
  let violations = '';
  addEventListener('error', ({message}) => (errors += `${message}\n`));
  addEventListener('unhandledrejection', ({reason}) => (errors += `${text(reason)}\n`));
  document.addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI}) => {
    violations += `${effectiveDirective} ${blockedURI}\n`;
  });
  for (const level of ['debug', 'error', 'info', 'log', 'warn']) {
    console[level] = (message) => (said += `${level}: ${text(message)}\n`);
  }

  /** A closed root is known to its element only. */
  const shadowOf = (node) => rootOf(node) ?? (node.renderRoot?.host === node ? node.renderRoot : undefined);

  /** All that is visible in a flattened tree, in the order it is seen. */
  function visible(node) {
    const type = typeOf(node);
    if (type === 3) return words(node);
    const name = nameOf(node);
    if (type !== 1 || name === 'SCRIPT' || name === 'STYLE') return '';
    let seen = ' ';
    if (name === 'SLOT') {
      const nodes = apply(assignedNodes, node, []);
      for (let index = 0; index < nodes.length; index += 1) seen += visible(nodes[index]);
    } else {
      for (let child = childrenOf(shadowOf(node) ?? node); child; child = next(child)) seen += visible(child);
    }
    return `${seen} `;
  }

  const sections = {
    errors: () => errors,
    said: () => said,
    violations: () => violations,
    light: () => markupOf(apply(querySelector, document, ['main'])),
    shown() {
      const all = apply(querySelectorAll, document, ['main > *']);
      let shown = '';
      for (let index = 0; index < length(all); index += 1) shown += `${visible(all[index])}\f`;
      return shown;
    },
  };
  Object.defineProperty(globalThis, 'witness', {value: (section) => sections[section]()});
})();
