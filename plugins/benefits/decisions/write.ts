import { isDeepStrictEqual } from "node:util";
import { splitFrontMatter } from "../../article/split.ts";
import { parseYaml } from "../../article/yaml.ts";
import { quote } from "../../problem.ts";
import { splice } from "./splice.ts";
import type { Decisions } from "./text.ts";

export type { Decisions } from "./text.ts";

/** The file with the decisions in its front matter, or why they cannot be written there. */
export type Written = { readonly text: string } | { readonly fault: string };

/**
 * Writes decisions into an article's front matter and leaves every other byte
 * as it was: comments, quotes, line ends, a mark at the file's beginning. What
 * would come out other than meant is not written.
 */
export function writeDecisions(source: string, decisions: Decisions): Written {
  const { raw, format, isUnclosed } = splitFrontMatter(source);
  if (raw === null || isUnclosed || format !== "yaml")
    return {
      fault: `expected YAML between two lines "---", received ${raw === null ? "no front matter" : isUnclosed ? "no closing line" : format.toUpperCase()}. Write the decision by hand.`,
    };
  const start = source.indexOf("\n") + 1;
  const parsed = parseYaml(raw);
  if ("fault" in parsed)
    return { fault: `expected YAML, received ${parsed.fault}. Mend the front matter first.` };
  const wanted = withDecisions(parsed.data, decisions);
  const written = splice(raw, decisions, /\r\n/.test(source) ? "\r\n" : "\n");
  const read = written === null ? null : parseYaml(written);
  if (
    written === null ||
    read === null ||
    "fault" in read ||
    !isDeepStrictEqual(plain(read.data), plain(wanted))
  )
    return {
      fault: `expected benefits in a form that can be added to, received ${quote(parsed.data.benefits)}. Write the decision by hand.`,
    };
  return { text: source.slice(0, start) + written + source.slice(start + raw.length) };
}

/** The front matter as it should read afterwards; what it is checked against. */
function withDecisions(
  data: Readonly<Record<string, unknown>>,
  { confirm, drop }: Decisions,
): Record<string, unknown> {
  const benefits: unknown = data.benefits ?? {};
  const fields = (Array.isArray(benefits) ? { add: benefits } : benefits) as Record<string, unknown>;
  const old = listOf(fields.confirm);
  const sourced = new Map(confirm.map((one) => [one.benefit, one]));
  // A confirmation that waited for its source gets it where it stands.
  const kept = old.map((one) =>
    typeof one === "string" && sourced.get(one)?.source ? entryOf(sourced.get(one)) : one,
  );
  const known = new Set(old.filter((one) => typeof one === "string"));
  const added = confirm.filter(({ benefit }) => !known.has(benefit)).map(entryOf);
  return {
    ...data,
    benefits: {
      ...fields,
      ...(confirm.length > 0 ? { confirm: [...kept, ...added] } : {}),
      ...(drop.length > 0 ? { drop: [...listOf(fields.drop), ...drop] } : {}),
    },
  };
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== "string") return [];
  return value
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
}

function entryOf(one: Decisions["confirm"][number] | undefined): unknown {
  if (!one) return undefined;
  return one.source === null ? one.benefit : { benefit: one.benefit, source: one.source };
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
