import { folderOf } from "../corpus/site-folder.ts";
import type { Site } from "../corpus/types.ts";
import { quote, SetupError } from "../problem.ts";
import { featureNeeds } from "./needs.ts";
import { EVERYWHERE, matchesPath, type PathPattern, requireDisjoint } from "./paths.ts";
import { contentPolicy, type PolicyNeeds } from "./policy.ts";
import { SPECULATION_PATH, SPECULATION_TYPE, speculationHeaders } from "./speculation.ts";

/** Header name → value. */
export type Headers = Readonly<Record<string, string>>;

/** Headers of the paths that a rule names; they win over the site-wide rule's. */
export interface HeaderRule {
  /** Lower-case word for people and for names in server files. */
  readonly name: string;
  readonly paths: readonly PathPattern[];
  readonly headers: Headers;
}

/** Name of the rule for everything. */
const SITE_WIDE = "site";

/** Whether a rule holds for every file, wherever the site lies. */
export function isSiteWide({ name }: HeaderRule): boolean {
  return name === SITE_WIDE;
}

/** The rules for paths as readers ask for them where the site lies in a folder of its host, "/repo". */
export function rulesInFolder(rules: readonly HeaderRule[], folder: string): readonly HeaderRule[] {
  return rules.map((rule) => ({ ...rule, paths: rule.paths.map((path) => folder + path) }));
}

export interface HeaderOptions {
  /** Folder of files with a hash in their name, cached for a year. Default "/assets/". */
  readonly assetPath?: string;
  /** Folders of images, which other sites and feed readers may show. Default "/images/". */
  readonly imagePaths?: readonly string[];
  /** What the owner's own layouts need beyond the strict policy: `[{ "img-src": ["https://img.example.org"] }]`. */
  readonly needs?: readonly PolicyNeeds[];
  /** Let browsers fetch the page behind a link that a reader points at. Default false. */
  readonly speculation?: boolean | undefined;
  /** Site-wide headers to set instead of ours; null leaves one out: `{ "Strict-Transport-Security": null }`. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

/** A page may be kept, but is asked for again each time: an edit shows at once. */
const REVALIDATE = "public, max-age=0, must-revalidate";
/** The name changes with the bytes, so a year (the longest that RFC 9111's users agree on) is safe. */
const FOREVER = "public, max-age=31536000, immutable";
/** An image keeps its name when it is replaced: a day, and a week more while a new one is fetched. */
const A_DAY = "public, max-age=86400, stale-while-revalidate=604800";
/** Feed readers ask often. */
const TEN_MINUTES = "public, max-age=600";
/** Two years, in seconds, with subdomains: the scorer's and the preload list's condition. */
const TWO_YEARS = "max-age=63072000; includeSubDomains";

const SHARED = { "Cross-Origin-Resource-Policy": "cross-origin" } as const;

/**
 * Every header rule of a site, one table for all hosts: first the site-wide
 * rule, then those of single paths, none of which share a path.
 *
 * @throws {RangeError} for options that would break a header or a server's file
 */
export function headerRules(site: Site, options: HeaderOptions = {}): readonly HeaderRule[] {
  const {
    assetPath = "/assets/",
    imagePaths = ["/images/"],
    needs = [],
    speculation,
    headers = {},
  } = options;
  const ahead = speculation === true ? speculationHeaders(folderOf(site.url)) : {};
  const rules: readonly HeaderRule[] = [
    {
      name: SITE_WIDE,
      paths: [EVERYWHERE],
      headers: replaceHeaders({ ...siteHeaders(site, needs), ...ahead }, headers),
    },
    { name: "assets", paths: [below(assetPath)], headers: { "Cache-Control": FOREVER } },
    ...picturesRule(site),
    {
      name: "images",
      paths: [...imagePaths.map(below), "/favicon.svg"],
      headers: { "Cache-Control": A_DAY, ...SHARED },
    },
    ...(site.features.feeds ? FEED_RULES : []),
    typed("sitemap", "/sitemap.xml", "application/xml; charset=utf-8"),
    typed("robots", "/robots.txt", "text/plain; charset=utf-8"),
    ...(speculation === true ? [typed("speculation", SPECULATION_PATH, SPECULATION_TYPE)] : []),
    typed("manifest", "/site.webmanifest", "application/manifest+json; charset=utf-8"),
  ];
  requireDisjoint(rules.slice(1).flatMap(({ paths }) => paths));
  return rules;
}

/** Pictures and cards: names with a hash, shown by feed readers and by who shares a page. */
function picturesRule({ images, features }: Site): readonly HeaderRule[] {
  if (!images.responsive && !features.socialCards) return [];
  return [
    { name: "pictures", paths: [below(images.path)], headers: { "Cache-Control": FOREVER, ...SHARED } },
  ];
}

const FEED_RULES: readonly HeaderRule[] = [
  // Not application/atom+xml: Chromium shows that as bare text and passes over the feed's style sheet.
  feed("feed", "/feed.xml", "application/xml; charset=utf-8"),
  feed("json_feed", "/feed.json", "application/feed+json; charset=utf-8"),
];

function feed(name: string, path: string, type: string): HeaderRule {
  return {
    name,
    paths: [path],
    headers: { "Content-Type": type, "Cache-Control": TEN_MINUTES, ...SHARED },
  };
}

function typed(name: string, path: string, type: string): HeaderRule {
  return { name, paths: [path], headers: { "Content-Type": type } };
}

function siteHeaders(site: Site, needs: readonly PolicyNeeds[]): Headers {
  return {
    "Content-Security-Policy": contentPolicy([...featureNeeds(site), ...needs]),
    "Strict-Transport-Security": TWO_YEARS,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cache-Control": REVALIDATE,
  };
}

function below(folder: string): PathPattern {
  return `${folder.replace(/\/+$/, "")}/*`;
}

function replaceHeaders(ours: Headers, owners: NonNullable<HeaderOptions["headers"]>): Headers {
  const headers = new Map(Object.entries(ours));
  for (const [name, value] of Object.entries(owners)) {
    // RFC 9110, section 5.1 and 5.5; quotes and "$" would end or change a value in a server's file.
    if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(name) || (value !== null && !/^[ !#%-[\]-~]+$/.test(value)))
      throw new SetupError(
        `publish: headers: expected a header's name and a value without quotes, received ${quote(`${name}: ${value}`)}.`,
      );
    const known = [...headers.keys()].find((key) => key.toLowerCase() === name.toLowerCase());
    if (value === null) headers.delete(known ?? name);
    else headers.set(known ?? name, value);
  }
  return Object.fromEntries(headers);
}

/** The headers of a file by its path on the site ("/feed.xml", "/massage/"): what every host is made to send. */
export function headersFor(rules: readonly HeaderRule[], path: string): Headers {
  const matching = rules.filter(({ paths }) => paths.some((pattern) => matchesPath(pattern, path)));
  return Object.assign({}, ...matching.map(({ headers }) => headers));
}
