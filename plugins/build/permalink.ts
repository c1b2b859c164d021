import { toSlug } from "../article/anchors.ts";

/**
 * Path of an article on the site, from its id alone: "sleep/Deep Rest" →
 * "/sleep/deep-rest/"; "trip/index", with its pictures beside it, is the
 * folder: "/trip/". Retitling changes nothing.
 */
export function toPermalink(id: string): string {
  const path = id.replace(/(?<=.)\/index$/i, "");
  return `/${path.split("/").map(toSlug).join("/")}/`;
}

/** File that Eleventy writes for a path: "/a/" → "/a/index.html". */
export function toOutputFile(permalink: string): string {
  return permalink.endsWith("/") ? `${permalink}index.html` : permalink;
}
