import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { ROOT } from "../project.ts";

/** A code block that a document shows. */
export interface Block {
  /** "README.md", "docs/theme.md". */
  readonly doc: string;
  /** 1-based, of its first fence or line. */
  readonly line: number;
  /** Word behind the fence; "" where there is none. */
  readonly language: string;
  readonly text: string;
  /** Source of the paragraph that announces it. */
  readonly before: string;
}

/** Documents whose blocks a reader may type in, in order. */
export const DOCS: readonly string[] = [
  "README.md",
  ...readdirSync(join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => `docs/${name}`),
];

/** Every code block of a document, fenced or indented, in lists too. */
export function blocksOf(doc: string, source = readFileSync(join(ROOT, doc), "utf8")): readonly Block[] {
  let before = "";
  return new MarkdownIt().parse(source, {}).flatMap(({ type, map, info, content }) => {
    if (type === "inline") before = content;
    if (type !== "fence" && type !== "code_block") return [];
    return [{ doc, line: (map?.[0] ?? 0) + 1, language: info.trim(), text: content, before }];
  });
}

/** Code inside the sentences of a document, with what stands before it in its sentence or cell. */
export function inlineCodeOf(
  doc: string,
  source = readFileSync(join(ROOT, doc), "utf8"),
): readonly { readonly text: string; readonly line: number }[] {
  return new MarkdownIt()
    .parse(source, {})
    .flatMap(({ type, map, children }) =>
      type === "inline"
        ? (children ?? [])
            .filter((child) => child.type === "code_inline")
            .map(({ content }) => ({ text: content, line: (map?.[0] ?? 0) + 1 }))
        : [],
    );
}
