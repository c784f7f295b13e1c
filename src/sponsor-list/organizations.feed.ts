import {FeedError, loader, maxItems, mends, type FeedErrorReason} from '../feed/feed.js';
import {hint} from '../internal/hint.js';
import {wordsOf} from '../internal/light-dom.js';
import {toRecord, toText} from '../internal/normalise.js';
import {createElement, findAll} from '../internal/page.js';
import {safeUrl} from '../internal/safe-url.js';
import {sortEntries} from './organizations.order.js';
import {OrganizationsErrorEvent, OrganizationsLoadEvent} from './organizations.events.js';
import type {SponsorList} from './sponsor-list.js';
import {toRelation, type Organization, type Segment, type Tier} from './sponsor-list.reader.js';

/** Changes what the author wrote to what is shown. */
export type Arrange = (segments: readonly Segment[]) => readonly Segment[];

const headings = 'h1, h2, h3, h4, h5, h6';

/**
 * Shows what an author asks for beyond the lists on the page: an order, and the organisations of a file. It says when
 * they are there; or, also on the console, why the lists on the page stay.
 */
export async function arrange(
  list: SponsorList,
  language: string,
  signal: AbortSignal,
  show: (arrange: Arrange) => void,
): Promise<void> {
  const {baseURI} = list;
  // A property may be given anything.
  const src = typeof list.src === 'string' && list.src;
  show((segments) => sort(list, language, segments));
  if (!src) return;
  try {
    const url = safeUrl(src, baseURI);
    if (!url) throw new FeedError('address');
    const tiers = await loadTiers(url, signal);
    if (signal.aborted) return;
    show((segments) => sort(list, language, replace(list, segments, tiers)));
    await list.updateComplete;
    list.origin.dispatchEvent(new OrganizationsLoadEvent(list.tiers));
  } catch (error) {
    if (signal.aborted) return;
    const reason = error instanceof FeedError ? error.reason : 'network';
    hint(list, `keeps the lists on the page: its src "${src}" ${mendOf(reason)}`);
    list.origin.dispatchEvent(new OrganizationsErrorEvent(reason, src));
  }
}

const sort = ({order}: SponsorList, language: string, segments: readonly Segment[]): readonly Segment[] =>
  segments.map((segment) =>
    segment.entries ? {...segment, entries: sortEntries(segment.entries, order, language)} : segment,
  );

/** @throws FeedError `not-a-feed` (not such a file) or `empty` (no organisation with a name) */
export function parseTiers(text: string, base: string): readonly Tier[] {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new FeedError('not-a-feed');
  }
  const {tiers} = Object(json) as Record<string, unknown>;
  if (!Array.isArray(tiers)) throw new FeedError('not-a-feed');
  let left = maxItems;
  const read = tiers.slice(0, maxItems).map((tier: unknown): Tier => {
    const {name, organizations} = Object(tier) as Record<string, unknown>;
    const items = Array.isArray(organizations) ? organizations.slice(0, left) : [];
    left -= items.length;
    return toRecord({
      name: toText(name, 150),
      organizations: Object.freeze(
        items.map((item: unknown) => toOrganization(item, base)).filter((organization) => organization.name),
      ),
    });
  });
  const shown = read.filter(({organizations}) => organizations.length);
  if (shown.length === 0) throw new FeedError('empty');
  return Object.freeze(shown);
}

const loadTiers = loader(parseTiers);

function mendOf(reason: FeedErrorReason): string {
  if (reason === 'empty') return 'has no organisation with a name.';
  if (reason === 'not-a-feed') return 'is not JSON with "tiers" that have "organizations".';
  return mends[reason];
}

function toOrganization(item: unknown, base: string): Organization {
  const {name, url, logo, logoDark, note, relation} = Object(item) as Record<string, unknown>;
  return toRecord({
    name: toText(name, 150),
    url: safeUrl(url, base),
    logo: safeUrl(logo, base),
    logoDark: safeUrl(logoDark, base),
    note: toText(note),
    relation: toRelation(relation),
  });
}

/** The author's words stay, without the lists, and without the headings of tiers that the file has too. */
function replace(list: SponsorList, segments: readonly Segment[], tiers: readonly Tier[]): readonly Segment[] {
  const names = tiers.map(({name}) => name);
  const isReplaced = ([node]: readonly Node[]): boolean =>
    !!node && /^H\d$/.test(node.nodeName) && names.includes(toText(wordsOf(node)));
  const first = segments.findIndex(({entries}) => entries);
  const at = first < 0 ? segments.length : first;
  const kept = (from: readonly Segment[]): Segment[] =>
    from.filter(({nodes, copy, entries}) => !entries && !isReplaced(copy ? [copy] : nodes!));
  const level = levelOf(list.origin, isReplaced);
  const drawn = tiers.flatMap(({name, organizations}): Segment[] => {
    const entries = organizations.map((organization) => ({
      organization,
      picture: draw(list, organization),
      before: '',
      after: organization.note,
      rel: '',
    }));
    return [...(name ? [{copy: drawHeading(list, name, level)}] : []), {tier: name, entries}];
  });
  return [...kept(segments.slice(0, at)), ...drawn, ...kept(segments.slice(at))];
}

/** One below the last heading before the list, or in it. */
function levelOf(list: Element, isReplaced: (nodes: readonly Node[]) => boolean): number {
  const before = [...findAll(list, headings)].filter(
    (heading) =>
      !isReplaced([heading]) &&
      (list.contains(heading) || list.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_PRECEDING),
  );
  return Math.min(6, Number(before.at(-1)?.nodeName[1] ?? 1) + 1);
}

function drawHeading(list: Element, name: string, level: number): Element {
  const heading = createElement(list, `h${level}` as 'h1');
  heading.part.add('tier-name');
  heading.append(name);
  return heading;
}

function draw(list: Element, {logo, logoDark}: Organization): Element | undefined {
  if (!logo) return undefined;
  const image = createElement(list, 'img');
  image.loading = 'lazy';
  // The name is said beside it, or in its place.
  image.alt = '';
  image.referrerPolicy = 'no-referrer';
  image.src = logo;
  if (!logoDark) return image;
  const picture = createElement(list, 'picture');
  const dark = createElement(list, 'source');
  dark.media = '(prefers-color-scheme: dark)';
  dark.srcset = logoDark;
  picture.append(dark, image);
  return picture;
}
