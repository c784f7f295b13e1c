/** The page of lists, without what asks to add an article. The rest may be what tells it from other pages: `?page_id=42`. */
export function withoutQuestion(address: string): URL {
  const url = new URL(address);
  for (const name of ['add', 'title']) url.searchParams.delete(name);
  return url;
}
