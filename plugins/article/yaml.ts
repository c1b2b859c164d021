import { createRequire } from "node:module";
import { CORE_SCHEMA, DEFAULT_SCHEMA, load } from "js-yaml";

const require = createRequire(import.meta.url);

/** Front matter as data, or why it could not be read. `line` is 1-based within the front matter. */
export type ParsedYaml =
  | { readonly data: Readonly<Record<string, unknown>> }
  | { readonly fault: string; readonly line: number };

/** Keys that would reach the prototype of every object once merged. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

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
  const key = forbiddenKey(data, 0);
  if (key !== null) return { fault: `the key "${key}" is not allowed`, line: lineOf(raw, [key]) };
  return { data: data as Record<string, unknown> };
}

function forbiddenKey(value: unknown, depth: number): string | null {
  if (typeof value !== "object" || value === null || depth > 20) return null;
  for (const key of Object.keys(value)) {
    if (FORBIDDEN_KEYS.has(key)) return key;
    const inner = forbiddenKey((value as Record<string, unknown>)[key], depth + 1);
    if (inner !== null) return inner;
  }
  return null;
}

/** 1-based line within `raw` of the field at `path`, or of its nearest ancestor; 1 when there is none. */
export function lineOf(raw: string, path: readonly (string | number)[]): number {
  // 17 ms to load, for builds that have a problem to point at.
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
