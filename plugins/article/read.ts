import { distance } from "fastest-levenshtein";
import { type Problem, quote } from "../problem.ts";
import { decodeText } from "./decode.ts";
import { FIELDS, type FieldProblem, type FrontMatterOptions, validateFrontMatter } from "./front-matter.ts";
import { parseArticle } from "./parse.ts";
import { type SplitSource, splitFrontMatter } from "./split.ts";
import type { Article, TitleFacts } from "./types.ts";
import { lineOf, parseYaml } from "./yaml.ts";

export interface ReadOptions extends FrontMatterOptions {
  readonly id: string;
  /** Front matter that the folder gives ("author: …" for all); the article's own wins. */
  readonly defaults?: Readonly<Record<string, unknown>>;
  readonly readTitle?: (title: string) => TitleFacts;
  readonly alsoReadPhrases?: readonly string[];
  readonly wordsPerMinute?: number;
}

/** A file whose front matter could be read as YAML. */
export interface OpenedArticle {
  readonly file: string;
  /** Front matter as text, for finding lines. */
  readonly raw: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** 1-based line of the file on which the body starts. */
  readonly bodyLine: number;
}

/** Opens the bytes of an article file: encoding, fences, YAML. Never throws for what the file holds. */
export function openArticle(bytes: Uint8Array, file: string): OpenedArticle | { readonly problem: Problem } {
  const fail = (line: number, field: string, message: string): { readonly problem: Problem } => ({
    problem: { file, line, field, message, severity: "error" },
  });
  const decoded = decodeText(bytes);
  if ("expected" in decoded) {
    return fail(
      decoded.line,
      "encoding",
      `${decoded.expected}, received ${decoded.received}. Save the file as UTF-8.`,
    );
  }
  const parts = splitFrontMatter(decoded.text);
  const fence = fenceFault(parts);
  if (fence) return fail(1, "front matter", fence);
  const raw = parts.raw ?? "";
  const parsed = parseYaml(raw);
  if ("fault" in parsed) {
    const received = `${quote(lineText(raw, parsed.line))} (${parsed.fault})`;
    return fail(
      parsed.line + 1,
      "front matter",
      `expected YAML, received ${received}. Quote values that contain a colon.`,
    );
  }
  return { file, raw, data: parsed.data, body: parts.body, bodyLine: parts.bodyLine };
}

/** An article that was read, or everything that is wrong with it; warnings come with either. */
export interface ReadResult {
  readonly article: Article | null;
  readonly problems: readonly Problem[];
}

/** Validates an opened file and makes its model. Never throws for what the file holds. */
export function readArticle(opened: OpenedArticle, options: ReadOptions): ReadResult {
  const { file } = opened;
  const fieldLine = (path: readonly (string | number)[]): number => fieldLineOf(opened, path);
  const validated = validateFrontMatter({ ...options.defaults, ...opened.data }, options);
  const typos = findTypos(opened.data, file, fieldLine);
  if ("problems" in validated) {
    return {
      article: null,
      problems: [...validated.problems.map((fault) => toProblem(fault, file, fieldLine)), ...typos],
    };
  }
  const { frontMatter } = validated;
  const article = parseArticle(opened.body, { ...options, file, frontMatter, bodyLine: opened.bodyLine });
  return { article, problems: typos };
}

/** 1-based line in the file of a front matter field; of the opening fence when the field is not there. */
export function fieldLineOf(opened: OpenedArticle, path: readonly (string | number)[]): number {
  const isThere = path.length > 0 && String(path[0]) in opened.data;
  return isThere ? lineOf(opened.raw, path) + 1 : 1;
}

/** What is wrong with the fences; null when nothing is. */
function fenceFault(parts: SplitSource): string | null {
  if (parts.raw === null) {
    return 'expected front matter between two lines "---", received none. Start the file with ---, title and date.';
  }
  if (parts.isUnclosed) {
    return 'expected a closing line "---", received the end of the file. Close the front matter before the text.';
  }
  if (parts.format === "yaml") return null;
  return `expected YAML, received ${parts.format.toUpperCase()}. Write the fields as "name: value" between lines "---".`;
}

function toProblem(
  fault: FieldProblem,
  file: string,
  fieldLine: (path: readonly (string | number)[]) => number,
): Problem {
  const received = fault.received === undefined ? "nothing" : quote(fault.received);
  return {
    file,
    line: fieldLine(fault.path),
    field: fault.path.join("."),
    message: `${fault.expected}, received ${received}.`,
    severity: "error",
  };
}

/** Unknown fields are the site's own business, unless one is a letter away from a field that exists. */
function findTypos(
  data: Readonly<Record<string, unknown>>,
  file: string,
  fieldLine: (path: readonly (string | number)[]) => number,
): Problem[] {
  return Object.keys(data).flatMap((key): Problem[] => {
    if (FIELDS.includes(key) || key.length < 4) return [];
    const near = FIELDS.find(
      (field) => distance(field.toLowerCase(), key.toLowerCase()) <= (key.length > 6 ? 2 : 1),
    );
    if (!near) return [];
    const message = `expected a known field, received "${key}". Did you mean "${near}"?`;
    return [{ file, line: fieldLine([key]), field: key, message, severity: "warning" }];
  });
}

function lineText(raw: string, line: number): string {
  return raw.split("\n", line)[line - 1]?.trim() ?? "";
}
