import { quote } from "../article/problem.ts";
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
 *
 * @throws {RangeError} when the comments' endpoint is not a web address
 */
export function featureNeeds({ features, comments, url }: Site): readonly PolicyNeeds[] {
  const needs: PolicyNeeds[] = [];
  if (features.search) needs.push(SEARCH);
  const origin = comments.endpoint === null ? null : originOf(comments.endpoint);
  if (origin !== null && origin !== originOf(url)) needs.push({ "form-action": [origin] });
  return needs;
}

function originOf(address: string): string {
  const parsed = URL.canParse(address) ? new URL(address) : null;
  if (parsed === null || !/^https?:$/.test(parsed.protocol))
    throw new RangeError(
      `publish: comments.endpoint: expected an address such as https://comments.example.org/post, received ${quote(address)}.`,
    );
  return parsed.origin;
}
