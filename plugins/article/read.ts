import { distance } from "fastest-levenshtein";
import { decodeText } from "./decode.ts";
import { FIELDS, type FieldProblem, type FrontMatterOptions, validateFrontMatter } from "./front-matter.ts";
import { parseArticle } from "./parse.ts";
import { type Problem, quote } from "./problem.ts";
import { type SplitSource, splitFrontMatter } from "./split.ts";
import type { Article, TitleFacts } from "./types.ts";
import { lineOf, parseYaml } from "./yaml.ts";

export interface ReadOptions extends FrontMatterOptions {
  readonly id: string;
  readonly file: string;
  /** Front matter that the folder gives ("author: …" for all); the article's own wins. */
  readonly defaults?: Readonly<Record<string, unknown>>;
  readonly readTitle?: (title: string) => TitleFacts;
  readonly alsoReadPhrases?: readonly string[];
  readonly wordsPerMinute?: number;
}

/** An article that was read, or everything that is wrong with it; warnings come with either. */
export interface ReadResult {
  readonly article: Article | null;
  readonly problems: readonly Problem[];
  /** Finds the line of a front matter field, for problems that only the whole site shows. */
  readonly lineOf: (field: string) => number;
}

/** Reads the bytes of an article file: encoding, front matter, model. Never throws for what the file holds. */
export function readArticle(bytes: Uint8Array, options: ReadOptions): ReadResult {
  const decoded = decodeText(bytes);
  const fail = (problems: readonly Problem[]): ReadResult => ({ article: null, problems, lineOf: () => 0 });
  if ("expected" in decoded) {
    const message = `${decoded.expected}, received ${decoded.received}. Save the file as UTF-8.`;
    return fail([{ file: options.file, line: decoded.line, field: "encoding", message, severity: "error" }]);
  }
  const parts = splitFrontMatter(decoded.text);
  const problem = fenceProblem(parts, options.file);
  if (problem) return fail([problem]);
  const raw = parts.raw ?? "";
  const parsed = parseYaml(raw);
  if ("fault" in parsed) {
    const message = `expected YAML, received ${quote(lineText(raw, parsed.line))} (${parsed.fault}). Quote values that contain a colon.`;
    return fail([
      { file: options.file, line: parsed.line + 1, field: "front matter", message, severity: "error" },
    ]);
  }
  const data = { ...options.defaults, ...parsed.data };
  const fieldLine = (path: readonly (string | number)[]): number => lineOf(raw, path) + 1;
  const validated = validateFrontMatter(data, options);
  const typos = findTypos(parsed.data, options.file, fieldLine);
  if ("problems" in validated) {
    const problems = validated.problems.map((fault) => toProblem(fault, options.file, fieldLine));
    return fail([...problems, ...typos]);
  }
  const { frontMatter } = validated;
  const article = parseArticle(parts.body, { ...options, frontMatter, bodyLine: parts.bodyLine });
  return { article, problems: typos, lineOf: (field) => fieldLine([field]) };
}

function fenceProblem(parts: SplitSource, file: string): Problem | null {
  const error = (message: string): Problem => ({
    file,
    line: 1,
    field: "front matter",
    message,
    severity: "error",
  });
  if (parts.raw === null) {
    return error(
      'expected front matter between two lines "---", received none. Start the file with ---, title and date.',
    );
  }
  if (parts.isUnclosed) {
    return error(
      'expected a closing line "---", received the end of the file. Close the front matter before the text.',
    );
  }
  if (parts.format !== "yaml") {
    return error(
      `expected YAML, received ${parts.format.toUpperCase()}. Write the fields as "name: value" between lines "---".`,
    );
  }
  return null;
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
