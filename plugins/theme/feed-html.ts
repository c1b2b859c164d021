import { type IsPage, inFolder } from "../corpus/site-folder.ts";
import { escapeHtml } from "../page/escape.ts";
import type { ArticlePage } from "../page/types.ts";

/** Control characters that XML 1.0 does not allow. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;
/** Addresses in the article's HTML that only mean something on the site. */
const LOCAL = /(\s(?:href|src)=")(#|\/(?!\/)[^"]*)/g;

/**
 * An article's HTML for feed readers: who paid and when to get help first, then
 * its image; local addresses made absolute, characters that XML forbids taken
 * out. The HTML is the page's own, already safe.
 */
export function feedHtml(html: string, page: ArticlePage, isPage: IsPage = () => false): string {
  const { canonical, chrome, image } = page;
  const picture =
    image === null ? "" : `<p><img src="${escapeHtml(image.src)}" alt="${escapeHtml(image.alt)}"></p>`;
  return (noticesOf(page) + picture + html)
    .replace(CONTROL, "")
    .replace(
      LOCAL,
      (_, start: string, local: string) =>
        start + (local === "#" ? `${canonical}#` : absolute(local, chrome, isPage)),
    )
    .replace(/<source type="image\/[a-z]+"[^>]*>|<\/?picture>/g, "")
    .replace(/ (?:srcset|sizes|loading|decoding|fetchpriority)="[^"]*"/g, "");
}

/** What nobody may read the article without, wherever it is read. */
function noticesOf({ sponsorText, madeWithAi, emergency, texts }: ArticlePage): string {
  const help = emergency === "" ? "" : `${texts.emergencyTitle}: ${emergency}`;
  return [sponsorText, madeWithAi ?? "", help]
    .filter((text) => text !== "")
    .map((text) => `<p>${escapeHtml(text)}</p>`)
    .join("");
}

/** Latest change among articles, ISO 8601; the site's birth when there are none. */
export function latestChange(pages: readonly ArticlePage[]): string {
  let latest = "1970-01-01T00:00:00Z";
  for (const { modified } of pages)
    if (modified !== null && Date.parse(modified) > Date.parse(latest)) latest = modified;
  return latest;
}

/** JSON Feed 1.1 of these articles, newest first as given. */
export function jsonFeed(
  items: readonly { readonly page: ArticlePage; readonly html: string }[],
  home: Home,
  isPage: IsPage = () => false,
): string {
  const { chrome, lang } = home;
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: chrome.siteTitle,
    home_page_url: `${chrome.origin}/`,
    feed_url: `${chrome.origin}/feed.json`,
    description: chrome.siteDescription,
    language: lang,
    items: items.map(({ page, html }) => ({
      id: page.feedId || page.canonical,
      url: page.canonical,
      title: page.title,
      ...(page.description === "" ? {} : { summary: page.description }),
      content_html: feedHtml(html, page, isPage),
      ...(page.image === null ? {} : { image: absolute(page.image.src, chrome, isPage) }),
      date_published: page.published.iso,
      ...(page.modified === null ? {} : { date_modified: page.modified }),
      authors: page.authors.map(({ name, url }) => ({ name, url: chrome.origin + url })),
      tags: page.tags.map(({ text }) => text),
      language: page.lang,
    })),
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}

/** A path on the site as an address; addresses of other sites as they are. */
function absolute(src: string, { origin, folder }: Home["chrome"], isPage: IsPage): string {
  if (!src.startsWith("/") || src.startsWith("//")) return src;
  return origin.slice(0, origin.length - folder.length) + inFolder(src, folder, isPage);
}

type Home = Pick<ArticlePage, "chrome" | "lang">;
