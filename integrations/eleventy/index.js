/**
 * A plugin for Eleventy 3: `eleventyConfig.addPlugin(articleSeries)`, with Nunjucks as the language of templates.
 *
 * - `{% talkSummary kind="panel" %}…{% endtalkSummary %}`, and the same for `keynoteCard` and `sponsorList`: an element
 *   around Markdown.
 * - `{{ collections.all | seriesNavigator(page.url, series) | safe }}`: the posts of a series, oldest first, and the page in it.
 * - `{{ collections.all | seriesParts(series) }}`: the same posts, for a feed.
 * - `{{ content | toFeedHtml(address) }}`: a post for feed readers.
 */
import {toFeedHtml} from '../../dist/feed/to-feed-html.js';

/** The elements an author writes around words, with their attributes. */
const elements = {
  keynoteCard: ['keynote-card', 'kind speakers structured-data verdict'],
  talkSummary: ['talk-summary', 'collapsible kind speakers structured-data verdict video'],
  sponsorList: ['sponsor-list', 'disclosure event-name names order relation src structured-data'],
};

const escape = (text) =>
  String(text).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const seriesParts = (posts, series) =>
  posts.filter(({data}) => series && data.series === series).sort((a, b) => a.date - b.date);

/**
 * @param {{intro?: (count: number) => string}} options `intro`: the words above the list of a series
 */
export default function articleSeries(eleventyConfig, {intro = introOf} = {}) {
  for (const [name, [tag, attributes]] of Object.entries(elements)) {
    eleventyConfig.addPairedShortcode(name, (content, values = {}) => {
      const written = attributes
        .split(' ')
        .filter((attribute) => attribute in values)
        .map((attribute) => ` ${attribute}="${escape(values[attribute])}"`);
      // The blank lines make Markdown of what is between the tags.
      return `<${tag}${written.join('')}>\n\n${content.trim()}\n\n</${tag}>\n`;
    });
  }
  eleventyConfig.addFilter('seriesParts', seriesParts);
  eleventyConfig.addFilter('seriesNavigator', (posts, address, series) => {
    const parts = seriesParts(posts, series);
    if (parts.length === 0) return '';
    const items = parts.map(({url, data}) => {
      const mark = url === address ? ' aria-current="page"' : '';
      return `<li><a href="${escape(url)}"${mark}>${escape(data.title)}</a></li>`;
    });
    const list = `<ol id="series">\n${items.join('\n')}\n</ol>`;
    return `<series-navigator series-name="${escape(series)}">\n<p>${escape(intro(parts.length))}</p>\n${list}\n</series-navigator>`;
  });
  eleventyConfig.addFilter('toFeedHtml', (content, base) => toFeedHtml(content, {base}));
}

const introOf = (count) => `This article is part of a series of ${count} posts:`;
