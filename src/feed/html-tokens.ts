/** A stretch of HTML. Together the tokens of a text are the text: nothing is left out. */
export interface Token {
  /** `raw` is what stands in a script, a style and the like; `other` a comment, a doctype or a processing instruction. */
  readonly type: 'end' | 'other' | 'raw' | 'start' | 'text';
  /** Where it begins and ends in the text. */
  readonly start: number;
  readonly end: number;
  /** Of a tag, in lower case; '' for what is no tag. */
  readonly name: string;
  /** Of a start tag, by name in lower case; values as written, with their character references. */
  readonly attributes: ReadonlyMap<string, string>;
  /** `<br/>`, which browsers take for `<br>`. */
  readonly isSelfClosing: boolean;
  /** Index of the other tag of the element, by name alone: tags of other names may cross it. */
  readonly pair: number | undefined;
}

type Tag = Omit<Token, 'pair' | 'start'>;

const rawText = /^(script|style|textarea|title|xmp|iframe|noembed|noframes)$/;
/** What separates the words of a tag. */
const spaces = '\t\n\f\r ';
const none: ReadonlyMap<string, string> = new Map();

/** Cuts HTML into tokens as browsers do, in one pass. A tag without an end is text, as nothing can follow it. */
export function tokensOf(html: string): readonly Token[] {
  const tokens: Token[] = [];
  const open = new Map<string, number[]>();
  let done = 0;

  const add = (type: Token['type'], end: number, tag: Partial<Token> = {}): void => {
    if (done < end) {
      tokens.push({name: '', attributes: none, isSelfClosing: false, pair: undefined, ...tag, type, start: done, end});
    }
    done = end;
  };

  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', Math.max(done, at + 1))) {
    const next = html.slice(at + 1, at + 3);
    if (/^(!|\?|\/[^a-z])/i.test(next)) {
      add('text', at);
      add('other', endOfComment(html, at));
    } else if (/^\/?[a-z]/i.test(next)) {
      const tag = readTag(html, at);
      if (!tag) break;
      const {name, type, end} = tag;
      add('text', at);
      const starts = open.get(name) ?? [];
      open.set(name, starts);
      const pair = type === 'end' ? starts.pop() : undefined;
      if (pair !== undefined) tokens[pair] = {...tokens[pair]!, pair: tokens.length};
      if (type === 'start' && (!tag.isSelfClosing || rawText.test(name))) starts.push(tokens.length);
      add(type, end, {...tag, pair});
      if (type === 'start' && rawText.test(name)) add('raw', endOfRawText(html, name, end));
    }
  }
  add('text', html.length);
  return tokens;
}

/** Behind a comment, a doctype or the like; the end of the text where it has none. */
function endOfComment(html: string, start: number): number {
  const empty = /^<!--(-?>)/.exec(html.slice(start, start + 6));
  if (empty) return start + empty[0].length;
  const close = html.startsWith('<!--', start) ? /--!?>/g : />/g;
  close.lastIndex = start + 2;
  return close.test(html) ? close.lastIndex : html.length;
}

function endOfRawText(html: string, name: string, start: number): number {
  const close = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi');
  close.lastIndex = start;
  return close.exec(html)?.index ?? html.length;
}

/** A tag as the HTML standard reads it (https://html.spec.whatwg.org/#tag-open-state); undefined without an end. */
function readTag(html: string, start: number): Tag | undefined {
  const isEnd = html[start + 1] === '/';
  let at = start + (isEnd ? 2 : 1);
  /** Takes all characters up to one of these. */
  const until = (stops: string): string => {
    const from = at;
    while (at < html.length && !stops.includes(html[at]!)) at++;
    return html.slice(from, at);
  };
  const skip = (characters: string): void => {
    while (at < html.length && characters.includes(html[at]!)) at++;
  };

  const name = until(`${spaces}/>`).toLowerCase();
  const attributes = new Map<string, string>();
  for (;;) {
    skip(`${spaces}/`);
    if (at >= html.length) return undefined;
    if (html[at] === '>') break;
    // An equals sign in the first place is part of the name.
    const first = html[at++]!;
    const attribute = (first + until(`${spaces}/>=`)).toLowerCase();
    const behind = at;
    skip(spaces);
    let value = '';
    if (html[at] === '=') {
      at++;
      skip(spaces);
      const quote = html[at];
      if (quote === '"' || quote === "'") {
        at++;
        value = until(quote);
        at++;
      } else value = until(`${spaces}>`);
    } else at = behind;
    if (!attributes.has(attribute)) attributes.set(attribute, value);
  }
  return {
    type: isEnd ? 'end' : 'start',
    name,
    attributes: isEnd ? none : attributes,
    isSelfClosing: html[at - 1] === '/',
    end: at + 1,
  };
}
