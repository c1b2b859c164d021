/** The parts of an article file. */
export interface SplitSource {
  /** Text between the fences, without them; null when the file has no front matter. */
  readonly raw: string | null;
  readonly format: "yaml" | "toml" | "json" | "js";
  readonly body: string;
  /** 1-based line of the file on which the body starts. */
  readonly bodyLine: number;
  /** True when the opening fence has no closing one; the body is then empty. */
  readonly isUnclosed: boolean;
}

const FORMATS: Readonly<Record<string, SplitSource["format"]>> = {
  "": "yaml",
  yaml: "yaml",
  yml: "yaml",
  json: "json",
  toml: "toml",
  js: "js",
  javascript: "js",
  node: "js",
};

/** Separates front matter (`---`, `---json`, `+++`) from the body, keeping line numbers. */
export function splitFrontMatter(source: string): SplitSource {
  const text = source.startsWith("\uFEFF") ? source.slice(1) : source;
  const open = /^(---|\+\+\+)([a-z]*)[ \t]*\r?\n/.exec(text);
  if (!open) return { raw: null, format: "yaml", body: text, bodyLine: 1, isUnclosed: false };
  const fence = open[1] as string;
  const format = fence === "+++" ? "toml" : (FORMATS[open[2] ?? ""] ?? "yaml");
  const start = open[0].length;
  const close = fence === "---" ? /^---[ \t]*(?:\r?\n|$)/m : /^\+\+\+[ \t]*(?:\r?\n|$)/m;
  const rest = text.slice(start);
  const end = close.exec(rest);
  if (!end) return { raw: rest, format, body: "", bodyLine: countLines(text) + 1, isUnclosed: true };
  const raw = rest.slice(0, end.index);
  const body = rest.slice(end.index + end[0].length);
  return { raw, format, body, bodyLine: countLines(raw) + 3, isUnclosed: false };
}

/** Number of line ends in `text`. */
function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
