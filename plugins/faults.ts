import type { z } from "zod/mini";

/** What a schema found wrong in one place of a value. */
export interface Fault {
  /** Keys that lead there from the value's root; the last one is the key itself where that is unknown. */
  readonly path: readonly (string | number)[];
  /** "expected …", without what was received. */
  readonly expected: string;
  readonly received: unknown;
  /** True for a key that the schema does not know: `received` is its name. */
  readonly isUnknownKey: boolean;
}

/** A kind of value in a writer's words. */
const KINDS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "fields",
  record: "fields",
  function: "a function",
  date: "a date",
  null: "null",
};

/** Every fault of a value that a schema refused, each in one wording; in the schema's order. */
export function faultsOf(error: z.core.$ZodError, value: unknown): readonly Fault[] {
  return error.issues.flatMap((issue) => faultsOfIssue(issue, value));
}

function faultsOfIssue(issue: z.core.$ZodIssue, root: unknown): readonly Fault[] {
  const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
  const received = valueAt(root, path);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      path: [...path, key],
      expected: "expected a field that exists here",
      received: key,
      isUnknownKey: true,
    }));
  if (issue.code === "invalid_union") {
    const nested = nearestBranch(issue, received).map(
      (inner) => ({ ...inner, path: [...issue.path, ...inner.path] }) as z.core.$ZodIssue,
    );
    if (nested.length > 0) return nested.flatMap((inner) => faultsOfIssue(inner, root));
  }
  return [{ path, expected: expectedBy(issue), received, isUnknownKey: false }];
}

/** The value below `root` to which `path` leads; undefined where it leads nowhere. */
export function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, part)
        ? (value as Record<string | number, unknown>)[part]
        : undefined,
    root,
  );
}

/** Of a union's branches, the one for the kind of value that came: its own faults say more than "no branch fits". */
function nearestBranch(issue: z.core.$ZodIssueInvalidUnion, received: unknown): readonly z.core.$ZodIssue[] {
  if (typeof received !== "object" || received === null) return [];
  return (
    issue.errors.find((branch) =>
      branch.every((inner) => inner.path.length > 0 || inner.code === "unrecognized_keys"),
    ) ?? []
  );
}

function expectedBy(issue: z.core.$ZodIssue): string {
  const { message } = issue;
  if (message.startsWith("expected")) return message;
  switch (issue.code) {
    case "invalid_type":
      return `expected ${KINDS[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `expected ${oneOf(issue.values.map((value) => JSON.stringify(value)))}`;
    case "too_small":
      return `expected ${boundOf(issue.origin, "least", Number(issue.minimum))}`;
    case "too_big":
      return `expected ${boundOf(issue.origin, "most", Number(issue.maximum))}`;
    default:
      return `expected ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
  }
}

function oneOf(words: readonly string[]): string {
  const last = words.at(-1) ?? "nothing";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} or ${last}`;
}

function boundOf(origin: string, side: "least" | "most", bound: number): string {
  if (origin === "string")
    return side === "least" && bound === 1
      ? "a text that is not empty"
      : `a text of at ${side} ${bound} characters`;
  if (origin === "array" || origin === "set") return `a list of at ${side} ${bound}`;
  return `a number of at ${side} ${bound}`;
}
