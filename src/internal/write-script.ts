import {createElement} from './page.js';

/** Writes data into a shadow root as a script that holds it and does not run; '' or `false` takes it away. */
export function writeScript(root: ShadowRoot, type: string, data: unknown): void {
  const text = data ? JSON.stringify(data) : '';
  const old = root.querySelector(`script[type="${type}"]`);
  if (old?.textContent === text) return;
  old?.remove();
  if (!text) return;
  // A new element each time: a browser reads such a script once, when it is connected.
  const script = createElement(root, 'script');
  script.type = type;
  script.append(text);
  root.append(script);
}
