import type { Site } from "../corpus/types.ts";
import type { PolicyNeeds } from "./policy.ts";

/**
 * Search compiles WebAssembly on whichever page its dialog is opened. It gets no
 * worker: Trusted Types refuse one made from a string, so it runs in the page.
 */
const SEARCH: PolicyNeeds = { "script-src": ["'wasm-unsafe-eval'"] };

/**
 * What the features of a site need beyond the strict policy; nothing for one
 * that is off, and nothing for a comment form that posts to the site itself.
 */
export function featureNeeds({ features, comments, url }: Site): readonly PolicyNeeds[] {
  const needs: PolicyNeeds[] = [];
  if (features.search) needs.push(SEARCH);
  const origin = comments.endpoint === null ? null : new URL(comments.endpoint).origin;
  if (origin !== null && origin !== new URL(url).origin) needs.push({ "form-action": [origin] });
  return needs;
}
