/** HTML in a file, and where each of its characters stands. */
export interface Content {
  readonly html: string;
  readonly lineOf: (offset: number) => number;
}

const inXml = /<((?:content:encoded|content|description|summary)(?=[\s>]))([^>]*[^>/])?>/g;
const inJson = /(?<!\\)"content_html"\s*:\s*/g;

/** The HTML of each item of an RSS, Atom or JSON feed; none of other JSON; undefined when it is neither. Broken JSON throws. */
export function feedItems(text: string): readonly Content[] | undefined {
  const start = text.slice(0, 2000).replace(/^\uFEFF/, '');
  if (/^\s*\[/.test(start)) return [];
  if (/^\s*\{\s*["}]/.test(start)) return jsonItems(text);
  return /<(rss|feed|rdf:RDF)[\s>]/.test(start) && !/^\s*<(!doctype html|html)/i.test(start)
    ? xmlItems(text)
    : undefined;
}

/** The number of the line of an offset. */
export function lineIn(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

function xmlItems(text: string): readonly Content[] {
  return [...text.matchAll(inXml)].flatMap(({0: tag, 1: name = '', 2: attributes = '', index}) => {
    const start = index + tag.length;
    const end = text.indexOf(`</${name}>`, start);
    if (end === -1) return [];
    const written = text.slice(start, end);
    const [lead] = /^\s*(?:<!\[CDATA\[)?/.exec(written)!;
    const html = /type\s*=\s*["']xhtml/.test(attributes) ? written.trimStart() : decode(written.trimStart());
    const first = lineIn(text, start + lead.length);
    return [{html, lineOf: (offset: number) => first + lineIn(html, offset) - 1}];
  });
}

function jsonItems(text: string): readonly Content[] {
  const {items} = Object(JSON.parse(text.replace(/^\uFEFF/, ''))) as {items?: unknown};
  if (!Array.isArray(items)) return [];
  const lines = [...text.matchAll(inJson)].map(({index}) => lineIn(text, index));
  return items
    .map((item) => (Object(item) as {content_html?: unknown}).content_html)
    .filter((html) => typeof html === 'string')
    .map((html, index) => ({html, lineOf: () => lines[index] ?? 1}));
}

const characters: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0'};

/** Takes the character references and CDATA sections out of XML. */
function decode(xml: string): string {
  const [before = '', ...sections] = xml.split('<![CDATA[');
  const decoded = sections.map((section) => {
    const [inside = '', ...behind] = section.split(']]>');
    return inside + decodeReferences(behind.join(']]>'));
  });
  return decodeReferences(before) + decoded.join('');
}

export function decodeReferences(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/gi,
    (all, decimal?: string, hex?: string, name?: string) => {
      const code = decimal ? Number(decimal) : parseInt(hex ?? '', 16);
      if (name) return characters[name] ?? all;
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}
