import { z } from "zod/mini";
import { parseJson } from "../../files/json.ts";
import { quote } from "../../problem.ts";
import type { Plan } from "./plan.ts";
import { STEPS } from "./steps.ts";

const GONE = z.strictObject({ path: z.string(), since: z.string(), isNew: z.boolean() });

const PLAN = z.strictObject({
  version: z.literal(1),
  target: z.string(),
  at: z.iso.datetime(),
  site: z.string(),
  live: z.string(),
  changes: z.array(
    z.strictObject({
      path: z.string(),
      kind: z.enum(["added", "changed", "headers"]),
      step: z.enum(STEPS),
      sizeBytes: z.number(),
    }),
  ),
  unchangedCount: z.number(),
  deletes: z.array(GONE),
  waiting: z.array(GONE),
  invalidations: z.array(z.string()),
  finishes: z.boolean(),
  unsettled: z.array(z.string()),
});

/** Reads a plan that `--plan --json` wrote. @throws {RangeError} for anything else */
export function parsePlan(file: string, text: string): Plan {
  const parsed = parseJson(text);
  const plan = "value" in parsed ? PLAN.safeParse(parsed.value) : null;
  if (plan?.success) return plan.data;
  throw new RangeError(
    `publish: --apply: expected a plan of this version of Vervain, received ${quote(file)}, which is none. Make one: vervain publish --plan --json > ${file}`,
  );
}

/**
 * Refuses to apply a plan to another site or another state of the target than
 * those it was made of.
 *
 * @param fresh what would be done now, planned for the moment at which `read` was made
 * @throws {RangeError} saying which of them changed
 */
export function requireSamePlan(read: Plan, fresh: Plan): void {
  const refuse = (what: string): never => {
    throw new RangeError(`publish: --apply: ${what} Nothing was done. Plan again and read the new plan.`);
  };
  if (read.target !== fresh.target)
    refuse(`expected a plan for ${fresh.target}, received one for ${read.target}.`);
  if (read.site !== fresh.site)
    refuse(
      "expected the site that was planned, received another: it was built anew with other files or headers.",
    );
  if (read.live !== fresh.live)
    refuse(`expected ${fresh.target} as it was planned, received it changed: somebody published meanwhile.`);
  if (JSON.stringify(read) !== JSON.stringify(fresh))
    refuse("expected the plan as it was written, received it edited.");
}
