/** The configuration that Eleventy 3 hands to a plugin, as far as this one uses it. */
interface EleventyConfig {
  addFilter(name: string, filter: (...values: never[]) => unknown): void;
  addPairedShortcode(name: string, shortcode: (content: string, ...values: never[]) => string): void;
}

/** @param options `intro`: the words above the list of a series */
export default function articleSeries(
  eleventyConfig: EleventyConfig,
  options?: {readonly intro?: (count: number) => string},
): void;
