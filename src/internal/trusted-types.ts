import './guard.js';

export const policyName = 'article-series-elements';

/** The part of https://w3c.github.io/trusted-types/ that is used here. */
interface Policy {
  createHTML(html: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

let made: Policy | undefined;
let isAllowed: boolean | undefined;

/**
 * Whether templates can be made on this page. A page that forbids our policy is taken to enforce Trusted Types. Ask only
 * where something will be drawn: a page may allow one policy of a name, and that belongs to the copy that draws.
 */
export function canRender(): boolean {
  if (isAllowed === undefined) {
    try {
      const {trustedTypes} = globalThis as {trustedTypes?: TrustedTypes};
      made = trustedTypes?.createPolicy(policyName, {createHTML: (html) => html});
      isAllowed = true;
    } catch {
      isAllowed = false;
    }
  }
  return isAllowed;
}

/**
 * The one Trusted Types policy of this library, where there are Trusted Types. It passes strings through because they are
 * Lit's static templates (the embed script hands it to Lit) or foreign files parsed as inert documents.
 */
export const policy: Policy = {createHTML: (html) => (canRender() && made ? made.createHTML(html) : html)};
