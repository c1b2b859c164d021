import { closest } from "../closest.ts";
import { type Problem, quote } from "../problem.ts";
import { isEleventyName, isLayoutName, isOwnField, type OwnFields } from "./fields.ts";
import { fieldNames } from "./front-matter.ts";

/** What an article's header may hold on this site. */
export interface HeaderRules {
  readonly fields?: OwnFields;
  /** Layouts that are there to be used, and the nearest to one that is not (` Did you mean …?`, or ""). */
  readonly layouts?: { has(name: string): boolean; hint(name: string): string };
}

const EVERY_LAYOUT: NonNullable<HeaderRules["layouts"]> = { has: () => true, hint: () => "" };

/** Fields that are not used, and why; names of fields that are a letter away from one that is. */
export function headerProblems(
  data: Readonly<Record<string, unknown>>,
  file: string,
  lineOf: (path: readonly (string | number)[]) => number,
  { fields = "any", layouts = EVERY_LAYOUT }: HeaderRules = {},
): readonly Problem[] {
  return Object.keys(data).flatMap((key): readonly Problem[] => {
    const fault =
      key === "layout"
        ? layoutFault(data.layout, layouts)
        : fieldNames().includes(key)
          ? null
          : nameFault(key, fields);
    return fault === null ? [] : [{ file, line: lineOf([key]), field: key, ...fault }];
  });
}

type Fault = Pick<Problem, "message" | "severity">;

function layoutFault(layout: unknown, layouts: typeof EVERY_LAYOUT): Fault | null {
  if (layout === null || layout === false) return null;
  const received = `received ${quote(layout)}`;
  if (!isLayoutName(layout))
    return {
      message: `expected the path of a layout in the folder of layouts, ${received}.`,
      severity: "error",
    };
  if (layouts.has(layout)) return null;
  return {
    message: `expected a layout that this site has, ${received}. The article has its usual one.${layouts.hint(layout)}`,
    severity: "warning",
  };
}

function nameFault(key: string, fields: OwnFields): Fault | null {
  const near = nearestField(key, fields);
  const advice = near === null ? "" : ` Did you mean "${near}"?`;
  if (isOwnField(key, fields)) {
    if (near === null || fields !== "any") return null;
    return { message: `expected a known field, received ${quote(key)}.${advice}`, severity: "warning" };
  }
  const remedy = isEleventyName(key)
    ? " Articles cannot tell Eleventy what to do; it has no effect."
    : ' It has no effect; name it in the option "fields" for your templates to get it.';
  return {
    message: `expected a known field, received ${quote(key)}.${advice || remedy}`,
    severity: "warning",
  };
}

/** The field that is a letter or two away; null when none is. On a site with fields of its own a wider reach would warn of them. */
function nearestField(key: string, fields: OwnFields): string | null {
  const known = fields === "any" ? fieldNames() : [...fieldNames(), ...fields];
  return closest(key, known, key.length > 6 ? 2 : 1);
}
