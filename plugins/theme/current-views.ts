import type { ArticleHost } from "../build/plugin.ts";
import type { Views } from "../page/pages.ts";
import { viewsOf } from "../page/views-of.ts";

/** The views of the build that is under way. @throws {Error} before they are decided */
export function currentViews(host: ArticleHost): Views {
  const views = viewsOf(host.corpus());
  if (views === null) throw new Error("theme: the views are asked for before they are decided.");
  return views;
}
