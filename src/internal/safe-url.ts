/** Longer addresses are refused. */
const maxLength = 2048;

/**
 * The one door for addresses: absolute http(s), without user name and password, at most 2,048 characters; '' for
 * anything else. The URL parser decides, because it also removes the tabs, new lines and control characters that hide a
 * `javascript:` from a pattern.
 */
export function safeUrl(value: unknown, base: string): string {
  if (typeof value !== 'string' || value.length > maxLength || !value.trim()) return '';
  try {
    const url = new URL(value, base);
    if (url.username || url.password) url.username = url.password = '';
    return /^https?:/.test(url.protocol) && url.href.length <= maxLength ? url.href : '';
  } catch {
    return '';
  }
}
