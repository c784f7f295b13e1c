/**
 * The text of a file in `docs/`, or of the README, for a page here: links to other files lead to their pages, and what
 * has no page is named without a link.
 */
export function linked(text: string): string {
  return text.replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (link, words: string, target: string) => {
    if (/^(https?:|#)/.test(target)) return link;
    const page = /(platforms\/)?([\w-]+)\.md/.exec(target);
    if (!page || page[2] === 'README') return words;
    const isPlatform = page[1] ?? platforms.has(page[2]!);
    return `[${words}](?path=/docs/${isPlatform ? 'in-your-blog-in-two-minutes' : 'guides'}-${page[2]!}--docs)`;
  });
}

const platforms = new Set(
  Object.keys(import.meta.glob('../../docs/platforms/*.md')).map((file) => file.replace(/^.*\/|\.md$/g, '')),
);

/** What stands under one heading of a text, without the headings that are named. */
export function section(text: string, heading: string, without: readonly string[] = []): string {
  const parts = text.split(/^(?=## )/m);
  const found = parts.find((part) => part.startsWith(`## ${heading}\n`)) ?? '';
  return found
    .split(/^(?=### )/m)
    .filter((part) => !without.some((each) => part.startsWith(`### ${each}\n`)))
    .join('');
}
