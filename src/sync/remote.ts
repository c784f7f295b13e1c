import type {CouchDbLogin} from './couchdb.js';

/** No answer at all. `status` is an own property, which PouchDB keeps when it wraps an error. */
export class Unreachable extends Error {
  readonly status = 0;
}

/** The reader's database on the server, with one login. */
export class Remote {
  readonly url: string;
  readonly #authorization: string;

  constructor(url: string, login: CouchDbLogin) {
    this.url = url;
    this.#authorization =
      'bearer' in login ? `Bearer ${login.bearer}` : `Basic ${toBase64(`${login.username}:${login.password}`)}`;
  }

  /** No cookies: the login is all that counts. */
  readonly fetch = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('authorization', this.#authorization);
    try {
      return await fetch(url, {...init, headers, credentials: 'omit'});
    } catch (cause) {
      throw new Unreachable(`No answer from ${this.url}`, {cause});
    }
  };

  /**
   * Logs in with one request, as PouchDB would send several, and CouchDB locks an account after five that are refused.
   * https://docs.couchdb.org/en/stable/config/auth.html#chttpd_auth_lockout
   */
  async check(signal: AbortSignal): Promise<void> {
    const {ok, status} = await this.fetch(this.url, {signal});
    if (!ok) throw Object.assign(new Error(`${this.url} answers with status ${status}`), {status});
  }
}

const toBase64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
