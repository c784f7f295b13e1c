import {fixture} from '@open-wc/testing';
import '../../src/define.js';
import type {SeriesNavigator} from '../../src/index.js';

/** Draws the markup in a page and gives its first `<series-navigator>`. */
export async function draw(markup: string): Promise<SeriesNavigator> {
  const wrapper = await fixture<HTMLElement>(`<div lang="en">${markup}</div>`);
  const navigator = wrapper.querySelector('series-navigator')!;
  await navigator.updateComplete;
  return navigator;
}

export const words = (node: Node | null | undefined): string => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** What a reader sees of the list: one line a part. */
export function rows(navigator: SeriesNavigator): string[] {
  return [...navigator.shadowRoot!.querySelectorAll('nav > ol > li')].map((item) =>
    words(item.querySelector('summary') ?? item),
  );
}

export const find = (navigator: SeriesNavigator, selector: string): HTMLElement | null =>
  navigator.shadowRoot!.querySelector(selector);

/** The nodes of the author that are shown, in their order, with what is drawn between them left out. */
export const slotted = (navigator: SeriesNavigator): string =>
  [...navigator.shadowRoot!.querySelectorAll('slot')]
    .flatMap((slot) => slot.assignedNodes())
    .map(words)
    .filter(Boolean)
    .join(' ');

/** Resolves with the next event of a type anywhere on the page. */
export const next = <T extends Event>(type: string): Promise<T> =>
  new Promise((resolve) =>
    document.addEventListener(type, (event) => resolve(event as T), {once: true, capture: true}),
  );
