/**
 * Which of the addresses is the page, or -1. Scheme, port, hash, case, trailing slash and `index.html` do not count. The
 * page may have more parameters than the link to it (tracking); a link may have others only if no second one has its
 * path.
 *
 * @param addresses absolute http(s) addresses, or '' where there is none
 */
export function findPage(addresses: readonly string[], page: string): number {
  const {searchParams} = new URL(page);
  const path = pathOf(page);
  // Cheap to look for, so that only a few of ten thousand addresses are parsed.
  const end = path.slice(path.lastIndexOf('/'));
  const candidates = addresses.filter((address) => address.toLowerCase().includes(end) && pathOf(address) === path);
  const match = candidates.find((address) =>
    [...new URL(address).searchParams].every(([name, value]) => searchParams.get(name) === value),
  );
  return addresses.indexOf(match ?? (candidates.length === 1 ? candidates[0]! : page));
}

function pathOf(address: string): string {
  const {hostname, pathname} = new URL(address);
  return (hostname + pathname).toLowerCase().replace(/(?<!\/)\/+(index\.(html?|php)\/*)?$/, '');
}
