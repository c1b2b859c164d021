import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import type * as htmlparser2 from "htmlparser2";

const require = createRequire(import.meta.url);

/** Styles inside a page, which the policy must name to let them through. */
export interface InlineStyles {
  /** Sources for `style-src`, one for each `<style>`: `'sha256-…'`. */
  readonly sources: readonly string[];
  /** Whether an element has a `style` of its own; no hash lets those through. */
  readonly hasAttributes: boolean;
}

/** `<style>` elements and `style` attributes of a page; what stands in comments, scripts and text counts for nothing. */
export function inlineStyles(html: string): InlineStyles {
  const sources = new Set<string>();
  let hasAttributes = false;
  let css: string | null = null;
  const { Parser } = require("htmlparser2") as typeof htmlparser2;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === "style") css = "";
      if ("style" in attributes) hasAttributes = true;
    },
    ontext: (text) => {
      if (css !== null) css += text;
    },
    onclosetag: (name) => {
      if (name !== "style" || css === null) return;
      sources.add(`'sha256-${createHash("sha256").update(css).digest("base64")}'`);
      css = null;
    },
  });
  parser.end(html);
  return { sources: [...sources], hasAttributes };
}

/** Hashes in one policy before it says `'unsafe-inline'` more honestly. */
const NAMED = 8;

/**
 * What to tell the owner of pages whose styles the policy would stop; null:
 * there are none, or they are let through.
 *
 * @param pages what was found, with the page's path
 * @param policy the site's content policy
 */
export function wordInlineStyles(pages: ReadonlyMap<string, InlineStyles>, policy: string): string | null {
  const allowed = /(?:^|; )style-src ([^;]*)/.exec(policy)?.[1]?.split(" ") ?? [];
  if (
    policy === "" ||
    (allowed.includes("'unsafe-inline'") && !allowed.some((source) => /^'(?:sha|nonce)/.test(source)))
  )
    return null;
  const stopped = [...pages].filter(
    ([, { sources, hasAttributes }]) => hasAttributes || sources.some((source) => !allowed.includes(source)),
  );
  const [first] = stopped;
  if (first === undefined) return null;
  const sources = [...new Set(stopped.flatMap(([, found]) => found.sources))].sort();
  const isNameable = sources.length <= NAMED && !stopped.some(([, { hasAttributes }]) => hasAttributes);
  const wanted = isNameable ? sources : ["'unsafe-inline'"];
  const more = stopped.length > 1 ? ` and ${stopped.length - 1} more` : "";
  return `publish: ${first[0]}${more}: expected styles in files, received styles inside the page, which the policy stops: readers see the page without them. Move them into a file, or let them through: publish: { needs: [{ "style-src": ${JSON.stringify(wanted)} }] }`;
}
