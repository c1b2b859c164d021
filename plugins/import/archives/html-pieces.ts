import { parseHTML } from "linkedom";
import type { Part } from "../model.ts";

/** A page's document, to be looked at piece by piece. */
export function documentOf(html: string): Document {
  const { document } = parseHTML(html.includes("<html") ? html : `<html><body>${html}</body></html>`);
  return document as unknown as Document;
}

/** Takes elements out and names them. */
export function withoutElements(
  root: ParentNode,
  selector: string,
  what: string,
  why: string,
): readonly Part[] {
  const found = [...root.querySelectorAll(selector)];
  for (const element of found) element.remove();
  return found.length === 0 ? [] : [{ kind: "embed", what, outcome: "left-out", why, count: found.length }];
}
