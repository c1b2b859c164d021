import { decodeText } from "../files/decode.ts";
import { type Problem, quote } from "../problem.ts";
import { cleanProse, cleanValue, firstUnshown, isUnclean } from "../text.ts";
import type { ClosedHtml } from "./closed-html.ts";
import { type FieldProblem, type FrontMatterOptions, readFrontMatter } from "./front-matter.ts";
import { type HeaderRules, headerProblems } from "./header-problems.ts";
import { parseArticle } from "./parse.ts";
import { type SplitSource, splitFrontMatter } from "./split.ts";
import type { Article, ReadTitle } from "./types.ts";
import { lineOf, parseYaml } from "./yaml.ts";

export interface ReadOptions extends FrontMatterOptions, HeaderRules {
  readonly id: string;
  /** Front matter that the folder gives ("author: …" for all); the article's own wins. */
  readonly defaults?: Readonly<Record<string, unknown>>;
  readonly readTitle?: ReadTitle;
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
  /** The first character that was left out because no page can show it, and its line. */
  readonly stray?: { readonly line: number; readonly name: string } | null;
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
  const unshown = firstUnshown(decoded.text);
  return {
    file,
    raw,
    data: cleanData(parsed.data, raw),
    body: unshown === null ? parts.body : cleanProse(parts.body),
    bodyLine: parts.bodyLine,
    stray: unshown && { line: lineAt(decoded.text, unshown.index), name: unshown.name },
  };
}

/** An article as far as it can be read, and everything that is wrong with it. */
export interface ReadResult {
  readonly article: Article;
  /** Front matter fields that could not be read and count as absent ("date"); none: it is whole. */
  readonly faulty: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/** The fields without characters that no page can show. YAML makes some of escapes ("\\u0007"), and of nothing else than escapes or themselves. */
function cleanData(data: Readonly<Record<string, unknown>>, raw: string): Readonly<Record<string, unknown>> {
  if (!raw.includes("\\") && !isUnclean(raw)) return data;
  return cleanValue(data) as Record<string, unknown>;
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

function strayProblems({ file, stray }: OpenedArticle): readonly Problem[] {
  if (!stray) return [];
  const message = `expected text, received the character ${stray.name}, which no page can show. It is left out, here and wherever it stands below.`;
  return [{ file, line: stray.line, field: "text", message, severity: "warning" }];
}

/** Reads the model of an opened file, whatever its front matter holds. Never throws for it. */
export function readArticle(opened: OpenedArticle, options: ReadOptions): ReadResult {
  const { file, bodyLine } = opened;
  const fieldLine = (path: readonly (string | number)[]): number => fieldLineOf(opened, path);
  const data = { ...options.defaults, ...opened.data };
  const { frontMatter, problems: faults } = readFrontMatter(data, titleFromId(options.id), options);
  const closedHtml: ClosedHtml[] = [];
  const article = parseArticle(opened.body, { ...options, file, frontMatter, bodyLine, closedHtml });
  return {
    article,
    faulty: new Set(faults.map(({ path }) => String(path[0]))),
    problems: [
      ...faults.map((fault) => toProblem(fault, file, fieldLine)),
      ...strayProblems(opened),
      ...headerProblems(opened.data, file, fieldLine, options),
      ...undescribedImage(opened, fieldLine),
      ...closedHtml.map((closed) => closedProblem(closed, file, bodyLine)),
    ],
  };
}

/** "sleep/warm-bath" → "Warm bath": stands for a title that cannot be read. */
function titleFromId(id: string): string {
  const words = id.replace(/^.*\//, "").replace(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A picture that is a path alone is shown, and told apart from one that its writer calls decoration. */
function undescribedImage(
  { data, file }: OpenedArticle,
  fieldLine: (path: readonly (string | number)[]) => number,
): readonly Problem[] {
  const { image } = data;
  if (typeof image !== "string" || image.trim() === "") return [];
  const message = `expected a description beside the picture, received only ${quote(image)}. It is shown as decoration; write image: { src: ${JSON.stringify(image)}, alt: "what it shows" }.`;
  return [{ file, line: fieldLine(["image"]), field: "image", message, severity: "warning" }];
}

function closedProblem({ line, opening }: ClosedHtml, file: string, bodyLine: number): Problem {
  const message = `expected ${opening} to be closed, received no end of it in its paragraph. It was ended there; close it, or write \`${opening}\` as code.`;
  return { file, line: line + bodyLine, field: "text", message, severity: "warning" };
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

function lineText(raw: string, line: number): string {
  return raw.split("\n", line)[line - 1]?.trim() ?? "";
}
