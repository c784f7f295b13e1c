const given = new WeakMap<Element, Set<string>>();

/** Tells the author, once per element and cause, what is wrong and how to mend it. */
export function hint(element: Element, message: string): void {
  const messages = given.get(element) ?? new Set();
  if (!messages.has(message)) console.warn(`<${element.localName}> ${message}`, element);
  given.set(element, messages.add(message));
}
