import { didYouMean } from "../closest.ts";
import { quote, SetupError, type Severity } from "../problem.ts";
import type { ReviewOptions, RuleFacts } from "./types.ts";

const LEVELS: readonly string[] = ["off", "note", "warning", "error"];

/** Level at which a finding is reported: the site's word, else the finding's own, else the rule's; null when off. */
export function levelOf(
  rule: RuleFacts,
  hitLevel: Severity | undefined,
  { rules = {} }: ReviewOptions,
): Severity | null {
  const set = Object.hasOwn(rules, rule.name) ? rules[rule.name] : undefined;
  return set === "off" ? null : (set ?? hitLevel ?? rule.level);
}

/** False when the site switched the rule off: then it need not run. */
export function isOn(rule: RuleFacts, { rules = {} }: ReviewOptions): boolean {
  return !Object.hasOwn(rules, rule.name) || rules[rule.name] !== "off";
}

/**
 * Checks the levels a site sets, once, at registration.
 *
 * @throws {RangeError} naming every rule that does not exist and every level that is none
 */
export function requireRuleLevels(
  owner: string,
  rules: Readonly<Record<string, unknown>>,
  names: readonly string[],
): void {
  const faults = Object.entries(rules).flatMap(([name, level]) => {
    if (!names.includes(name))
      return [`${owner}: rules: expected a rule, received ${quote(name)}.${didYouMean(name, names)}`];
    if (LEVELS.includes(level as string)) return [];
    return [`${owner}: rules.${name}: expected one of ${LEVELS.join(", ")}, received ${quote(level)}.`];
  });
  if (faults.length > 0) throw new SetupError(faults.join("\n"));
}
