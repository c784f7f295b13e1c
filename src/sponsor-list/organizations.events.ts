import type {FeedErrorReason} from '../feed/feed.js';
import type {Tier} from './sponsor-list.reader.js';

/** Fired by `<sponsor-list>` when the organisations of its `src` are shown. Does not bubble. */
export class OrganizationsLoadEvent extends Event {
  static readonly type = 'organizations-load';
  constructor(readonly tiers: readonly Tier[]) {
    super(OrganizationsLoadEvent.type);
  }
}

/** Fired by `<sponsor-list>` when its `src` cannot be used and the lists on the page stay. Does not bubble. */
export class OrganizationsErrorEvent extends Event {
  static readonly type = 'organizations-error';
  constructor(
    readonly reason: FeedErrorReason,
    readonly src: string,
  ) {
    super(OrganizationsErrorEvent.type);
  }
}
