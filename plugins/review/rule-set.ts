import { SetupError } from "../problem.ts";
import { ARTICLE_RULES, PAGE_RULES, SITE_RULES } from "./rules/all.ts";
import type { ArticleRule, OwnRule, PageRule, ReviewOptions, SiteRule } from "./types.ts";

/** The rules of one site: the package's, then the owner's in the order given. */
export interface RuleSet {
  readonly article: readonly ArticleRule[];
  readonly site: readonly SiteRule[];
  readonly page: readonly PageRule[];
  /** Names by which rules are configured and silenced. */
  readonly names: readonly string[];
}

const PACKAGE = collect([]);

/** The package's rules and a site's own. */
export function ruleSet({ ownRules = [] }: ReviewOptions): RuleSet {
  return ownRules.length === 0 ? PACKAGE : collect(ownRules);
}

function collect(own: readonly OwnRule[]): RuleSet {
  const article = [...ARTICLE_RULES, ...own.filter((rule): rule is ArticleRule => rule.scope === "article")];
  const site = [...SITE_RULES, ...own.filter((rule): rule is SiteRule => rule.scope === "site")];
  const page = [...PAGE_RULES, ...own.filter((rule): rule is PageRule => rule.scope === "page")];
  return { article, site, page, names: [...article, ...site, ...page].map(({ name }) => name) };
}

/** What a rule says of itself beside its name, scope and language. */
const WORDS = ["expected", "why", "source", "todo"] as const;

/**
 * Checks an owner's rules, once, at registration.
 *
 * @throws {RangeError} naming every rule whose name is taken or that lacks a part
 */
export function requireOwnRules(owner: string, rules: readonly OwnRule[]): void {
  const taken = new Set(PACKAGE.names);
  const faults = rules.flatMap((rule, index): string[] => {
    const at = `${owner}: ownRules[${index}]`;
    const { name, scope, language, level, check } = rule as Partial<OwnRule>;
    if (typeof name !== "string" || !/^[a-z][a-z0-9-]*$/.test(name))
      return [`${at}.name: expected lower-case words joined by "-", received ${JSON.stringify(name)}.`];
    const isTaken = taken.has(name);
    taken.add(name);
    return [
      ...(isTaken
        ? [`${at}.name: expected a name of its own, received "${name}", which another rule has.`]
        : []),
      ...oneOf(at, "scope", scope, ["article", "site", "page"]),
      ...oneOf(at, "language", language, ["en", "any"]),
      ...oneOf(at, "level", level, ["error", "warning", "note"]),
      ...WORDS.filter((field) => typeof rule[field] !== "string").map(
        (field) => `${at}.${field}: expected a text, received ${JSON.stringify(rule[field])}.`,
      ),
      ...(typeof check === "function"
        ? []
        : [`${at}.check: expected a function, received ${JSON.stringify(check)}.`]),
    ];
  });
  if (faults.length > 0) throw new SetupError(faults.join("\n"));
}

function oneOf(at: string, field: string, value: unknown, allowed: readonly string[]): string[] {
  if (allowed.includes(value as string)) return [];
  return [`${at}.${field}: expected one of ${allowed.join(", ")}, received ${JSON.stringify(value)}.`];
}
