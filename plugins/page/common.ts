import { folderOf } from "../corpus/site-folder.ts";
import { compareText } from "../problem.ts";
import type { ViewContext } from "./context.ts";
import { BRAND_URL } from "./families.ts";
import type { Crumb, LinkRef, NavItem } from "./parts.ts";
import { personView } from "./person.ts";
import { outlineOf } from "./plan.ts";
import type { PageSeed } from "./seed.ts";
import type { Language } from "./texts.ts";
import type { ChromeView, PageCommon } from "./types.ts";

/** Longest description, in characters: what result lists show. */
const DESCRIPTION_LIMIT = 160;

/**
 * Fills the common part of pages; keeps what is the same for all pages of a language.
 *
 * @param isMade whether a page stands at a path; asked when the first page is filled
 */
export function commonBuilder(
  context: ViewContext,
  isMade: (path: string) => boolean = () => true,
): (seed: PageSeed) => PageCommon {
  const chromes = new Map<string, ChromeView>();
  const chromeOf = (language: Language): ChromeView => {
    const chrome = chromes.get(language.lang) ?? chromeView(context, language);
    chromes.set(language.lang, chrome);
    return chrome;
  };
  let known: readonly LinkRef[] | null = null;
  const linksOf = (): readonly LinkRef[] => {
    known ??= navigationLinks(context, isMade);
    return known;
  };
  const navs = new Map<string, readonly NavItem[]>();
  const navOf = (url: string): readonly NavItem[] => {
    const links = linksOf();
    const current = currentLink(links, url);
    const nav = navs.get(current) ?? links.map((link) => ({ ...link, isCurrent: link.url === current }));
    navs.set(current, nav);
    return nav;
  };
  return (seed) => {
    const language = context.languageOf(seed.lang);
    const { title: siteTitle, url: origin } = context.site;
    const self: Crumb = { name: seed.title, url: seed.url };
    const home: Crumb = { name: language.texts.home ?? "", url: "/" };
    return {
      ...outlineOf(seed),
      canonical: canonicalOf(origin, seed.url),
      original: seed.original ?? canonicalOf(origin, seed.url),
      title: seed.title,
      documentTitle: seed.seoTitle ?? documentTitle(seed, siteTitle),
      description: shorten(seed.description, DESCRIPTION_LIMIT),
      lang: seed.lang,
      dir: language.dir,
      hasDisplayFont: language.isLatin,
      breadcrumb: seed.isRoot === true ? [] : [...stepsTo(self, [home, ...(seed.trail ?? [])]), self],
      nav: navOf(seed.url),
      card: seed.card === undefined ? context.cardOf(seed.url, null) : seed.card,
      isDraft: seed.isDraft ?? false,
      graph: "",
      texts: language.texts,
      chrome: chromeOf(language),
    };
  };
}

/** The steps to a page but for those of its own name: no name stands twice on the way. */
function stepsTo({ name }: Crumb, steps: readonly Crumb[]): readonly Crumb[] {
  return steps.filter((step) => step.name.toLowerCase() !== name.toLowerCase());
}

/** Absolute address of a page. */
export function canonicalOf(origin: string, url: string): string {
  return origin + encodeURI(url);
}

/** Longest document title that still shows the site's name, in characters: result lists cut there. */
const TITLE_LIMIT = 70;

// The publisher's own profile has the site's name for a title, as home has: it says where it stands instead.
function documentTitle({ title, trail = [], isRoot = false }: PageSeed, siteTitle: string): string {
  const isSiteName = title.startsWith(siteTitle);
  const place = isSiteName ? (trail.at(-1)?.name ?? "") : siteTitle;
  const full = (isSiteName && isRoot) || place === "" ? title : `${title} · ${place}`;
  return [...full].length <= TITLE_LIMIT ? full : shorten(title, TITLE_LIMIT);
}

/** The text cut at a word before `limit` characters, with an ellipsis. */
export function shorten(text: string, limit: number): string {
  const characters = [...text.replace(/\s+/g, " ").trim()];
  if (characters.length <= limit) return characters.join("");
  const cut = characters.slice(0, limit - 1).join("");
  const space = cut.lastIndexOf(" ");
  return `${space > limit / 2 ? cut.slice(0, space) : cut}…`;
}

const NONE: ReadonlySet<string> = new Set();

function chromeView(context: ViewContext, language: Language): ChromeView {
  const { site, withoutFiles = NONE } = context;
  const publisher = context.personById.get(site.publisher) ?? null;
  return {
    siteTitle: site.title,
    siteDescription: site.description,
    origin: site.url,
    folder: folderOf(site.url),
    footer: footerLinks(context, language.lang),
    copyright: `© ${publisher?.name ?? site.title}`,
    publisher: publisher === null ? null : personView(publisher),
    features: site.features,
    feeds: {
      atom: site.features.feeds && !withoutFiles.has("feed-atom"),
      json: site.features.feeds && !withoutFiles.has("feed-json"),
    },
    without: [...context.without].sort(compareText),
    brandUrl: site.brand.brand === null && site.brand.link === null ? "" : BRAND_URL,
    resultForms: JSON.stringify(language.forms("results")),
    textsLang: language.textsLang,
  };
}

/** The owner's pages in this language, else in the site's: who is behind a page is never out of reach. */
function footerLinks({ site, pages }: ViewContext, lang: string): readonly LinkRef[] {
  const shown = pages.filter(({ footer }) => footer !== null);
  const own = shown.filter((page) => page.lang === lang);
  const offered = own.length > 0 ? own : shown.filter((page) => page.lang === site.lang);
  return [...offered]
    .sort((a, b) => (a.footer ?? 0) - (b.footer ?? 0) || compareText(a.url, b.url))
    .map(({ url, title }) => ({ url, text: title }));
}

/** The owner's navigation, less entries that lead to no page; else the indexes that have something to show. */
function navigationLinks(context: ViewContext, isMade: (path: string) => boolean): readonly LinkRef[] {
  const { navigation } = context.site;
  if (navigation.length === 0) return indexLinks(context);
  const lost = new Set(lostEntries(navigation, isMade));
  return navigation.filter((entry) => !lost.has(entry)).map(({ label, url }) => ({ text: label, url }));
}

/** Entries of the owner's navigation whose page is not made; other sites and files are taken on trust. */
export function lostEntries<Entry extends { readonly url: string }>(
  navigation: readonly Entry[],
  isMade: (path: string) => boolean,
): readonly Entry[] {
  return navigation.filter(({ url }) => {
    const path = /^\/(?!\/)[^?#]*/.exec(url)?.[0];
    return path !== undefined && /\/$|\.html$/.test(path) && !isMade(path);
  });
}

/** The indexes that exist in this build, in reading order. */
export function indexLinks(context: ViewContext): readonly LinkRef[] {
  const { texts } = context.languageOf(context.site.lang);
  const has = (kind: "therapy" | "condition"): boolean =>
    context.topics.some((topic) => topic.kind === kind && topic.hasPage);
  const links: readonly (readonly [string, string, string | undefined, boolean])[] = [
    ["benefits", "/benefits/", texts.benefits, context.benefits.some(({ hasPage }) => hasPage)],
    ["conditions", "/conditions/", texts.conditions, has("condition")],
    ["therapies", "/therapies/", texts.therapies, has("therapy")],
    ["matrix", "/matrix/", texts.matrixNav, hasMatrix(context)],
  ];
  return links
    .filter(([kind, , , isShown]) => isShown && !context.without.has(kind))
    .map(([, url, text]) => ({ url, text: text ?? "" }));
}

/** Whether the matrix is on and has at least one cell. */
export function hasMatrix({ matrix, without }: ViewContext): boolean {
  return matrix.cells.length > 0 && !without.has("matrix");
}

/** The navigation link the page stands under, by longest path; "" for none. */
function currentLink(links: readonly LinkRef[], url: string): string {
  let best = "";
  for (const link of links) {
    const isUnder = link.url === url || (link.url !== "/" && url.startsWith(link.url));
    if (isUnder && link.url.length > best.length) best = link.url;
  }
  return best;
}
