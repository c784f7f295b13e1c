import './guard.js';

export const policyName = 'article-series-elements';

/** The part of https://w3c.github.io/trusted-types/ that is used here. */
interface Policy {
  createHTML(html: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

/**
 * The one Trusted Types policy of this library, or `undefined` where there are no Trusted Types or the page forbids it.
 * It passes strings through because they are Lit's static templates (the embed script hands it to Lit) or foreign
 * files parsed as inert documents.
 */
export let policy: Policy | undefined;

/** Whether templates can be made on this page. A page that forbids our policy is taken to enforce Trusted Types. */
export let canRender = true;

try {
  const {trustedTypes} = globalThis as {trustedTypes?: TrustedTypes};
  policy = trustedTypes?.createPolicy(policyName, {createHTML: (html) => html});
} catch {
  canRender = false;
}
