import { toSlug } from "../../article/anchors.ts";

/** Path of the page of a tag on the new site. */
export function tagPath(tag: string): string {
  return `/tags/${toSlug(tag)}/`;
}
