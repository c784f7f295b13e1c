/** Control characters, and the marks that turn the direction of the text around them. */
const unprintable = /(?!\s)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** Whether there is a word in it: `toText` gives one. */
export const hasText = (value: unknown): value is string =>
  typeof value === 'string' && /[^\s\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(value);

/** A string of printable words with single spaces (no-break spaces stay), at most `max` characters; '' if it is no text. */
export function toText(value: unknown, max = 300): string {
  if (typeof value !== 'string') return '';
  const text = value
    .replace(unprintable, '')
    .replace(/[^\S\u00a0\u202f]+/g, ' ')
    .trim();
  return text.length > max ? [...text].slice(0, max).join('').trimEnd() : text;
}

/**
 * A date as HTML writes it (`2024-03-19`, `2024-03-19T20:00:00+01:00`), or '' for anything else.
 * https://html.spec.whatwg.org/multipage/common-microsyntaxes.html#dates-and-times
 */
export function toDate(value: unknown): string {
  const date = toText(value, 40).replace(' ', 'T');
  return /^\d{4}-\d\d-\d\d(T|$)/.test(date) && Date.parse(date) ? date : '';
}

/** A frozen object with no prototype, so that no key of foreign data can mean more than it says. */
export function toRecord<T extends object>(fields: T): Readonly<T> {
  return Object.freeze({__proto__: null, ...fields});
}
