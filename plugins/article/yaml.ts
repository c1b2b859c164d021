import { createRequire } from "node:module";
import { CORE_SCHEMA, DEFAULT_SCHEMA, load } from "js-yaml";
import { FORBIDDEN_KEYS } from "../files/json.ts";

const require = createRequire(import.meta.url);

/** Front matter as data, or why it could not be read. `line` is 1-based within the front matter. */
export type ParsedYaml =
  | { readonly data: Readonly<Record<string, unknown>> }
  | { readonly fault: string; readonly line: number };

/**
 * Reads YAML as plain data: dates stay text, no tag runs code, no key reaches a prototype.
 *
 * `keepsDates` reads dates as Date, as Eleventy's own templates expect.
 * js-yaml reads (20 µs a header); `yaml`, ten times slower, is asked only to find lines.
 */
export function parseYaml(
  raw: string,
  { keepsDates = false }: { readonly keepsDates?: boolean } = {},
): ParsedYaml {
  let data: unknown;
  try {
    data = load(raw, { schema: keepsDates ? DEFAULT_SCHEMA : CORE_SCHEMA }) ?? {};
  } catch (error) {
    const { reason, mark } = error as { reason?: string; mark?: { line: number } };
    return { fault: reason ?? "it cannot be read", line: (mark?.line ?? 0) + 1 };
  }
  if (typeof data !== "object" || data === null || Array.isArray(data)) {
    return { fault: "expected fields such as `title: …`", line: 1 };
  }
  const fault = dataFault(data as Record<string, unknown>);
  if (fault !== null) return { fault: fault.what, line: lineOf(raw, fault.path) };
  return { data: data as Record<string, unknown> };
}

/** Deepest nesting that is read; front matter has 5. */
const DEPTH_LIMIT = 64;
/** Most values that data may come to once its aliases are written out: a hundred times the longest header we know of. */
const VALUE_LIMIT = 100_000;

interface DataFault {
  readonly what: string;
  readonly path: readonly (string | number)[];
}

/**
 * What keeps data from being walked safely: a key that reaches a prototype,
 * nesting without end, or aliases that a few lines multiply into more values
 * than a machine can visit. Each object is visited once, however often it is named.
 */
function dataFault(data: Readonly<Record<string, unknown>>): DataFault | null {
  const counts = new Map<object, number>();
  let found: DataFault | null = null;
  const fail = (what: string, path: readonly string[]): number => {
    found ??= { what, path };
    return 0;
  };
  const countOf = (value: unknown, path: readonly string[]): number => {
    if (typeof value !== "object" || value === null || found !== null) return 1;
    const known = counts.get(value);
    if (known === -1) return fail("an alias of what it stands in", path);
    if (known !== undefined) return known;
    if (path.length > DEPTH_LIMIT) return fail(`more than ${DEPTH_LIMIT} levels`, path.slice(0, 1));
    counts.set(value, -1);
    let count = 1;
    for (const [key, inner] of Object.entries(value)) {
      if (FORBIDDEN_KEYS.has(key)) return fail(`the key "${key}" is not allowed`, [...path, key]);
      count += countOf(inner, [...path, key]);
    }
    counts.set(value, count);
    return count > VALUE_LIMIT
      ? fail("aliases that come to more values than can be read", path.slice(0, 1))
      : count;
  };
  countOf(data, []);
  return found;
}

/** 1-based line within `raw` of the field at `path`, or of its nearest ancestor; 1 when there is none. */
export function lineOf(raw: string, path: readonly (string | number)[]): number {
  const plain = path.length === 1 ? plainLineOf(raw, String(path[0])) : null;
  if (plain !== null) return plain;
  // 17 ms to load and 1 ms a header, for builds that have a problem in one to point at.
  const { isMap, isScalar, LineCounter, parseDocument } = require("yaml") as typeof import("yaml");
  const counter = new LineCounter();
  const document = parseDocument(raw, { lineCounter: counter, logLevel: "silent" });
  for (let depth = path.length; depth > 0; depth--) {
    const parent = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true);
    const key = path[depth - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      const range = pair && isScalar(pair.key) ? pair.key.range : null;
      if (range) return counter.linePos(range[0]).line;
    }
    const node = document.getIn(path.slice(0, depth), true) as
      | { range?: [number, number, number] }
      | undefined;
    if (node?.range) return counter.linePos(node.range[0]).line;
  }
  return 1;
}

/**
 * The line on which a field's name stands as it does in nearly every header,
 * bare and at its begin: only fields of the header itself stand there (YAML
 * 1.2, 6.1: what belongs to one is indented more). Null where it stands
 * otherwise, or more than once.
 */
function plainLineOf(raw: string, key: string): number | null {
  if (!/^[\w-]+$/.test(key)) return null;
  const found = [...raw.matchAll(new RegExp(`(?:^|\\n)${key}[ \\t]*:(?=\\s|$)`, "g"))];
  const [only] = found;
  if (only === undefined || found.length > 1) return null;
  return raw.slice(0, only.index + only[0].length).split("\n").length;
}
