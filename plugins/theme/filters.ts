import type { ArticleHost } from "../build/plugin.ts";
import type { EleventyConfig } from "../eleventy.ts";
import type { ArticlePage } from "../page/types.ts";
import { SetupError } from "../problem.ts";
import { currentViews } from "./current-views.ts";
import { feedHtml, jsonFeed, latestChange } from "./feed-html.ts";
import { siteFile } from "./site-files.ts";

/** What the theme's templates ask for by name. */
export function addFilters(config: EleventyConfig, host: ArticleHost): void {
  config.addFilter("vervain", (url: string) => {
    const view = currentViews(host).byUrl.get(url);
    if (view === undefined)
      throw new SetupError(
        `theme: ${url}: expected a page with a title and a layout of the theme, received one without a view.`,
      );
    return view;
  });
  const articleAt = (url: string): ArticlePage => {
    const view = currentViews(host).byUrl.get(url);
    if (view?.kind !== "article") throw new Error(`theme: feed: expected an article, received ${url}.`);
    return view;
  };
  config.addNunjucksGlobal("vervainSite", () => currentViews(host).site);
  config.addFilter("vervainFile", (url: string) => siteFile(url, host.site, currentViews(host)));
  const isPage = (path: string): boolean => host.corpus().paths.has(path);
  config.addFilter("vervainFeed", (html: string, url: string) => feedHtml(html, articleAt(url), isPage));
  config.addFilter("vervainUpdated", (items: readonly FeedItem[]) =>
    latestChange(items.map(({ url }) => articleAt(url))),
  );
  config.addFilter("vervainJsonFeed", (items: readonly FeedItem[]) =>
    jsonFeed(
      items.map(({ url, templateContent }) => ({ page: articleAt(url), html: templateContent })),
      currentViews(host).site,
      isPage,
    ),
  );
}

interface FeedItem {
  readonly url: string;
  readonly templateContent: string;
}
