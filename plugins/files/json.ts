import { createRequire } from "node:module";
import type { ParseErrorCode, SyntaxKind } from "jsonc-parser";

const require = createRequire(import.meta.url);

/** Keys that would reach the prototype of every object once merged. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** Deepest nesting that is read; people, comments and texts have 5. */
const DEPTH_LIMIT = 64;

/** JSON as data, or the first thing that is wrong with it. `line` is 1-based. */
export type ParsedJson = { readonly value: unknown } | { readonly fault: string; readonly line: number };

/**
 * Reads JSON as RFC 8259 has it, and stricter where readers differ: a key that
 * stands twice in one object, one that reaches a prototype, and nesting without
 * end are faults.
 */
export function parseJson(text: string): ParsedJson {
  // 5 ms to load, for sites that have such files.
  const json = require("jsonc-parser") as typeof import("jsonc-parser");
  const deep = firstTooDeep(text, json.createScanner(text, true));
  if (deep !== null) return fault(text, deep, `more than ${DEPTH_LIMIT} levels`);
  let found: { readonly offset: number; readonly what: string } | null = null;
  const report = (offset: number, what: string): void => {
    found ??= { offset, what };
  };
  const objects: Set<string>[] = [];
  json.visit(
    text,
    {
      onObjectBegin: () => void objects.push(new Set()),
      onObjectEnd: () => void objects.pop(),
      onObjectProperty: (key, offset) => {
        if (FORBIDDEN_KEYS.has(key)) report(offset, `the key "${key}" is not allowed`);
        const keys = objects.at(-1);
        if (keys?.has(key)) report(offset, `the key "${key}" stands twice`);
        keys?.add(key);
      },
      onError: (code, offset) => report(offset, json.printParseErrorCode(code as ParseErrorCode)),
    },
    { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
  );
  const first = found as { readonly offset: number; readonly what: string } | null;
  if (first !== null) return fault(text, first.offset, wordCode(first.what));
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { fault: "no JSON", line: 1 };
  }
}

/** Where the nesting becomes too deep; null: nowhere. Without recursion, which deep nesting would exhaust. */
function firstTooDeep(
  text: string,
  scanner: { scan(): SyntaxKind; getTokenOffset(): number; getTokenLength(): number },
): number | null {
  let depth = 0;
  for (
    scanner.scan();
    scanner.getTokenOffset() < text.length && scanner.getTokenLength() > 0;
    scanner.scan()
  ) {
    const mark = text[scanner.getTokenOffset()];
    if (mark === "{" || mark === "[") depth++;
    else if (mark === "}" || mark === "]") depth--;
    if (depth > DEPTH_LIMIT) return scanner.getTokenOffset();
  }
  return null;
}

function fault(text: string, offset: number, what: string): ParsedJson {
  return { fault: what, line: text.slice(0, offset).split("\n").length };
}

/** "CommaExpected" → "a comma is missing". */
function wordCode(code: string): string {
  const missing = /^(\w+)Expected$/.exec(code)?.[1];
  if (missing !== undefined)
    return `a ${missing.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase()} is missing`;
  return /^[A-Z]\w+$/.test(code) ? code.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase() : code;
}
