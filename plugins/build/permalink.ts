import { toSlug } from "../article/anchors.ts";

/** Path of an article on the site, from its id alone: "sleep/Deep Rest" → "/sleep/deep-rest/". Retitling changes nothing. */
export function toPermalink(id: string): string {
  return `/${id.split("/").map(toSlug).join("/")}/`;
}

/** File that Eleventy writes for a path: "/a/" → "/a/index.html". */
export function toOutputFile(permalink: string): string {
  return permalink.endsWith("/") ? `${permalink}index.html` : permalink;
}
