import articleSeries from '../../../integrations/eleventy/index.js';

export default function (eleventyConfig) {
  eleventyConfig.addPlugin(articleSeries);
  return {markdownTemplateEngine: 'njk', htmlTemplateEngine: 'njk'};
}
