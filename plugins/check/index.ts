export { type CheckOptions, checkPage, checkSite, type PageSource } from "./check.ts";
export { compareFindings, type Finding, formatFinding } from "./finding.ts";
export type { PageFacts } from "./page/facts.ts";
export { type CheckPluginOptions, check } from "./plugin.ts";
export type { Example, Family, OwnRule, PageContext, Rule } from "./rule.ts";
export { rules } from "./rules.ts";
export type { SiteFile } from "./site/facts.ts";
