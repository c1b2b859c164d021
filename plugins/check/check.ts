import { didYouMean } from "../closest.ts";
import type { Severity } from "../problem.ts";
import { SetupError } from "../problem.ts";
import { compareFindings, type Finding } from "./finding.ts";
import { isOf, mainNodes, textOf } from "./graph/main.ts";
import { readGraph } from "./graph/read.ts";
import type { Graph } from "./graph/types.ts";
import type { PageFacts } from "./page/facts.ts";
import { readPage } from "./page/read.ts";
import type { OwnRule, PageContext, PageRule, Rule, SiteRule } from "./rule.ts";
import { rules } from "./rules.ts";
import { addressOf, inferSiteUrl } from "./site/address.ts";
import { collectSite } from "./site/collect.ts";
import type { SiteFile } from "./site/facts.ts";
import { parseUrl } from "./urls.ts";

/** A page to check: where it lies in the folder, and its HTML. */
export interface PageSource {
  /** Path below the folder, with `/`: "sleep/index.html". */
  readonly path: string;
  readonly html: string;
}

export interface CheckOptions {
  /** Absolute address at which the folder is served ("https://example.org/", "https://example.org/blog/"). Default: what most canonical links say. */
  readonly url?: string;
  /** ISO date of the check ("2026-05-02"). Without it nothing is called future. */
  readonly today?: string;
  /** Other levels than those of the rule table, by rule; "off": not reported. */
  readonly levels?: Readonly<Record<string, Severity | "off">>;
  /** Every file of the site but the pages; `text` of feeds, sitemaps, `robots.txt` and `_redirects`. Without it, links to files are not checked. */
  readonly files?: Iterable<SiteFile>;
  /** Rules of the owner's, asked after the package's. */
  readonly ownRules?: readonly OwnRule[];
  /** Told each page as it was read for the rules, so that nobody reads it twice. */
  readonly onPage?: (page: PageFacts) => void;
}

/** Pages read ahead to learn where the site is served. */
const SAMPLE_SIZE = 50;

/** What is asked of every rule while it runs. */
type PageAsker = Pick<PageRule, "name" | "severity" | "check">;
type SiteAsker = Pick<SiteRule, "name" | "severity" | "checkSite">;

const isOfPage = (rule: Rule | OwnRule): rule is (Rule | OwnRule) & PageAsker => "check" in rule;
const isOfSite = (rule: Rule | OwnRule): rule is (Rule | OwnRule) & SiteAsker => "checkSite" in rule;

/**
 * Checks one page on its own: its graphs, what they say of the page, and its
 * HTML. Never throws for anything in the page. In the order of compareFindings.
 *
 * @throws {RangeError} for an option that cannot be used
 */
export function checkPage(page: PageSource, options: CheckOptions = {}): Finding[] {
  const settings = settingsOf(
    options,
    options.url === undefined ? inferSiteUrl(canonicalsIn([page])) : siteUrlOf(options.url),
  );
  const findings = new Findings(settings.levels);
  readAndCheck(page, settings, findings);
  return findings.sorted();
}

/**
 * Checks every page as {@link checkPage} does, and then what the pages say of
 * each other: links, anchors, ids, titles, feeds, sitemaps and redirects. Reads
 * each page once and keeps only what the whole site needs.
 *
 * @throws {RangeError} for an option that cannot be used
 */
export function checkSite(pages: Iterable<PageSource>, options: CheckOptions = {}): Finding[] {
  const iterator = pages[Symbol.iterator]();
  const sample = take(iterator, options.url === undefined ? SAMPLE_SIZE : 0);
  const settings = settingsOf(
    options,
    options.url === undefined ? inferSiteUrl(canonicalsIn(sample)) : siteUrlOf(options.url),
  );
  const findings = new Findings(settings.levels);
  const site = collectSite(settings.siteUrl, options.files ?? null);
  for (const page of chain(sample, iterator)) {
    const { facts, graph } = readAndCheck(page, settings, findings);
    site.add(facts, graph);
    options.onPage?.(facts);
  }
  const facts = site.facts();
  for (const rule of settings.siteRules) {
    if (settings.levels[rule.name] === "off") continue;
    rule.checkSite(facts, (path, message, written) => findings.add(path, rule, message, written));
  }
  return findings.sorted();
}

interface Settings {
  readonly siteUrl: string | null;
  readonly today: string | null;
  readonly levels: Readonly<Record<string, Severity | "off">>;
  readonly pageRules: readonly PageAsker[];
  readonly siteRules: readonly SiteAsker[];
}

function settingsOf({ today, levels = {}, ownRules = [] }: CheckOptions, siteUrl: string | null): Settings {
  const all = [...rules, ...ownRules];
  requireOwnNames(ownRules);
  requireLevels(
    levels,
    all.map(({ name }) => name),
  );
  if (today !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(today))
    throw new SetupError(`check: today: expected a date such as 2026-05-02, received "${today}".`);
  return {
    siteUrl,
    today: today ?? null,
    levels,
    pageRules: all.filter(isOfPage),
    siteRules: all.filter(isOfSite),
  };
}

function requireOwnNames(ownRules: readonly OwnRule[]): void {
  const taken = new Set(rules.map(({ name }) => name));
  for (const { name } of ownRules) {
    if (taken.has(name))
      throw new SetupError(
        `check: ownRules: expected a name of its own, received "${name}", which another rule has.`,
      );
    taken.add(name);
  }
}

/**
 * Checks the levels an owner sets.
 *
 * @throws {RangeError} for a rule that does not exist, with the nearest, and for a level that is none
 */
function requireLevels(levels: Settings["levels"], names: readonly string[]): void {
  for (const [name, level] of Object.entries(levels)) {
    if (!names.includes(name))
      throw new SetupError(
        `check: levels: expected the name of a rule, received "${name}".${didYouMean(name, names)}`,
      );
    if (!["error", "warning", "note", "off"].includes(level))
      throw new SetupError(
        `check: levels: ${name}: expected error, warning, note or off, received "${String(level)}".`,
      );
  }
}

function siteUrlOf(url: string): string {
  const parsed = parseUrl(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol))
    throw new SetupError(
      `check: url: expected an absolute address such as https://example.org/, received "${url}".`,
    );
  return `${parsed.origin}${parsed.pathname.replace(/\/?$/, "/")}`;
}

function* canonicalsIn(pages: Iterable<PageSource>): Generator<readonly [string, string]> {
  for (const { path, html } of pages) {
    const tag = /<link\b[^>]{0,500}\brel\s*=\s*["']?canonical\b[^>]{0,500}>/i.exec(html)?.[0];
    const address =
      tag === undefined ? undefined : /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag);
    if (address !== undefined && address !== null) yield [path, address[1] ?? address[2] ?? address[3] ?? ""];
  }
}

function take(iterator: Iterator<PageSource>, count: number): readonly PageSource[] {
  const taken: PageSource[] = [];
  while (taken.length < count) {
    const next = iterator.next();
    if (next.done === true) break;
    taken.push(next.value);
  }
  return taken;
}

function* chain(first: Iterable<PageSource>, rest: Iterator<PageSource>): Generator<PageSource> {
  yield* first;
  for (let next = rest.next(); next.done !== true; next = rest.next()) yield next.value;
}

/** Findings as they are made, each told once. */
class Findings {
  readonly #levels: Settings["levels"];
  readonly #found = new Map<string, Finding>();

  constructor(levels: Settings["levels"]) {
    this.#levels = levels;
  }

  add(
    page: string,
    { name, severity }: Pick<Rule, "name" | "severity">,
    message: string,
    written?: string,
  ): void {
    const level = this.#levels[name] ?? severity;
    if (level === "off") return;
    const finding = { page, rule: name, severity: level, message };
    this.#found.set(
      `${page}\n${name}\n${message}`,
      written === undefined ? finding : { ...finding, written },
    );
  }

  sorted(): Finding[] {
    return [...this.#found.values()].sort(compareFindings);
  }
}

function readAndCheck(
  page: PageSource,
  settings: Settings,
  findings: Findings,
): { facts: PageFacts; graph: Graph } {
  const facts = readPage(page.path, page.html);
  const known = addressOf(page.path, settings.siteUrl) ?? canonicalOf(facts);
  const texts = facts.jsonBlocks.map((block) => block.text);
  const graph = readGraph(texts, known);
  const url = known ?? pageNodeAddress(graph);
  const main = mainNodes(graph, url);
  const context: PageContext = { page: facts, url, graph, main, options: settings };
  for (const rule of settings.pageRules) {
    if (settings.levels[rule.name] === "off") continue;
    rule.check(context, (message, written) => findings.add(page.path, rule, message, written));
  }
  return { facts, graph };
}

function canonicalOf(page: PageFacts): string | null {
  const address = page.canonicals[0];
  return address !== undefined && /^https?:\/\//i.test(address) ? (parseUrl(address)?.href ?? null) : null;
}

/** Address that the only WebPage of a graph gives itself: the best guess where nothing else tells. */
function pageNodeAddress(graph: Graph): string | null {
  const pages = graph.nodes.filter((node) => node.isTop && !node.isReference && isOf(node, "WebPage"));
  const address = pages.length === 1 ? (textOf(pages[0]!, "url") ?? pages[0]!.id) : null;
  return address !== null && /^https?:\/\//i.test(address) ? (parseUrl(address)?.href ?? null) : null;
}
