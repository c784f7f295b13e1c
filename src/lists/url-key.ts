import {safeUrl} from '../internal/safe-url.js';
import {sha256} from './sha256.js';

/** Parameters that say where a reader came from, not what is read. */
const tracking =
  /^(utm_\w+|mtm_\w+|pk_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|li_fat_id|mc_[ce]id|_hs(enc|mi)|mkt_tok|vero_id|oly_(anon|enc)_id|wickedid|ref_src|ref_url|s_cid|ncid|cmpid)$/;

/** Taken off one by one: a pattern for any number of them takes too long for two thousand slashes that are not at the end. */
const ends = ['/', '/index.html', '/index.htm'];

/**
 * The address as it tells articles apart: https, no user, no fragment, no tracking, no final slash or `index.html`; the
 * case of the path, `www.` and the order of parameters stay. '' for what is no http(s) address. These rules are frozen:
 * the keys of saved articles come from them.
 */
export function identityOf(address: string): string {
  const safe = safeUrl(address, 'about:blank');
  if (!safe) return '';
  const url = new URL(safe.replace(/^http:/, 'https:'));
  if (url.port === '80') url.port = '';
  url.hash = '';
  url.hostname = url.hostname.replace(/\.$/, '');
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name);
  let path = url.pathname;
  for (let end; (end = ends.find((each) => path.endsWith(each)));) path = path.slice(0, -end.length);
  url.pathname = path;
  // An empty query leaves its mark otherwise.
  if (!url.search) url.search = '';
  return url.pathname === '/' && !url.search ? url.origin : url.href;
}

/** The first 128 bits of SHA-256 of `identityOf`, in hexadecimal: short, safe as a name, and it tells no server the address. */
export const urlKey = (address: string): string => sha256(identityOf(address)).slice(0, 32);
