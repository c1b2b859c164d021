import type { ValueRule } from "../graph/value.ts";
import { verdictsFor } from "../graph/verdicts.ts";
import type { PageContext, Report } from "../rule.ts";

/** The check of a rule whose verdicts are made when values are judged. */
export const judged = (rule: ValueRule) => (context: PageContext, report: Report) => {
  for (const message of verdictsFor(context.graph, rule)) report(message);
};
