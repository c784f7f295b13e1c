import {toText} from '../internal/normalise.js';
import {addressesOf, elementsOf, query} from '../internal/page.js';
import {safeUrl} from '../internal/safe-url.js';
import type {Article} from '../lists/lists.js';
import {identityOf} from '../lists/url-key.js';
import type {SeriesNavigator} from '../series-navigator/series-navigator.js';
import type {ListSaveButton} from './list-save-button.js';

/** Also where the button stands in a shadow tree. */
const inPage = ({ownerDocument}: Element, selector: string): Iterable<Element> => query(ownerDocument, selector);

/** What a button saves: what its attributes say, and for the page itself what the page says. */
export function articlesOf(button: ListSaveButton): readonly Article[] {
  const {baseURI, articleTitle, excerpt, author, site, image, published} = button;
  const series = button.wholeSeries ? partsOf(button) : [];
  const [page = ''] = addressesOf(button);
  const url = safeUrl(button.url, baseURI) || page;
  const said = identityOf(url) === identityOf(page) ? pageOf(button) : {};
  const article = {
    url,
    title: toText(articleTitle ?? said.title) || url,
    excerpt: toText(excerpt ?? said.excerpt, 500),
    author: toText(author ?? said.author, 150),
    site: toText(site ?? said.site ?? meta(button, 'og:site_name'), 150),
    language: toText(said.language, 35),
    image: safeUrl(image ?? said.image, baseURI),
    published: toText(published ?? said.published, 40),
  };
  return series.length ? series.map((part) => ({...article, image: '', excerpt: '', ...part})) : [article];
}

/** The published parts of the first series of the page; the current one may have no link. */
function partsOf(button: ListSaveButton): readonly Pick<Article, 'published' | 'title' | 'url'>[] {
  const [navigator] = elementsOf(button.origin, 'series-navigator') as SeriesNavigator[];
  return (
    navigator?.parts?.flatMap(({title, url, date}, index) => {
      const address = url || (index === navigator.currentIndex && addressesOf(button)[0]);
      return address ? {title, url: address, published: date} : [];
    }) ?? []
  );
}

type Said = {readonly [key in keyof Article]?: unknown};

/** What the page says of itself: schema.org, else Open Graph, else HTML. */
function pageOf(button: ListSaveButton): Said {
  const {headline, name, description, author, publisher, inLanguage, image, datePublished} = jsonLd(button);
  const [title] = inPage(button, 'title');
  const [root] = inPage(button, ':root');
  return {
    title: headline ?? name ?? meta(button, 'og:title') ?? title?.textContent,
    excerpt: description ?? meta(button, 'og:description', 'description'),
    author: nameOf(author) ?? meta(button, 'author', 'article:author'),
    site: meta(button, 'og:site_name') ?? nameOf(publisher),
    language: inLanguage ?? root!.getAttribute('lang'),
    image: urlOf(image) ?? meta(button, 'og:image'),
    published: datePublished ?? meta(button, 'article:published_time'),
  };
}

function meta(button: Element, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const [found] = inPage(button, `meta[property="${name}"], meta[name="${name}"]`);
    const content = found?.getAttribute('content');
    if (content) return content;
  }
  return undefined;
}

type Thing = Readonly<Record<string, unknown>>;

/** The first article in the JSON-LD of the page. */
function jsonLd(button: Element): Thing {
  for (const {textContent} of inPage(button, 'script[type="application/ld+json"]')) {
    try {
      const data: unknown = JSON.parse(textContent);
      const graph = (Object(data) as Thing)['@graph'];
      const things: unknown[] = Array.isArray(data) ? data : Array.isArray(graph) ? graph : [data];
      const article = things.find((thing) => /(Article|Posting)$/.test(String((Object(thing) as Thing)['@type'])));
      if (article) return article as Thing;
    } catch {
      // Then the page does not say it this way.
    }
  }
  return {};
}

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
const nameOf = (value: unknown): unknown => {
  const thing = first(value);
  return typeof thing === 'string' ? thing : (Object(thing) as Thing).name;
};
const urlOf = (value: unknown): unknown => {
  const thing = first(value);
  return typeof thing === 'string' ? thing : (Object(thing) as Thing).url;
};
