import type MarkdownIt from "markdown-it";
import { articleMarkdown } from "../article/markdown.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { isGivenFile } from "../corpus/given-files.ts";
import { isOwnAddress } from "../corpus/picture.ts";
import type { SiteFileCopy } from "./make.ts";
import { type CopiedFolders, candidateFiles } from "./resolve.ts";

/** Where files of the project are looked up. */
export interface LinkedFileOptions {
  /** The input folder, relative to the project. */
  readonly input: string;
  readonly copied: CopiedFolders;
  /** Whether a path of the project is a file of it, and no link out of it. */
  readonly isFile: (path: string) => boolean;
}

/**
 * The file of the project behind a link, and its path on the site: the one it
 * has below the input folder. null for pages, pictures, other sites and what is
 * not there.
 */
export function linkedCopy(href: string, file: string, options: LinkedFileOptions): SiteFileCopy | null {
  const path = href.split(/[?#]/, 1)[0] ?? "";
  if (!isOwnAddress(href) || !isGivenFile(path)) return null;
  const from = candidateFiles(path, file, options.input, options.copied).find(options.isFile);
  const root = options.input === "" ? "" : `${options.input}/`;
  return from?.startsWith(root) ? { from, to: `/${from.slice(root.length)}` } : null;
}

/** Every file that articles and Markdown pages link to, once. */
export function linkedFiles(corpus: Corpus, options: LinkedFileOptions): readonly SiteFileCopy[] {
  const links = [
    ...[...corpus.records.values()].flatMap(({ article: { file, blocks } }) =>
      blocks.flatMap((block) => block.links.map(({ href }) => [href, file] as const)),
    ),
    ...corpus.pages.flatMap(({ file, data }) => {
      const { rawInput } = (data.page ?? {}) as { readonly rawInput?: unknown };
      const isText = /\.(?:md|markdown)$/i.test(file) && typeof rawInput === "string";
      return isText ? hrefsIn(rawInput).map((href) => [href, file] as const) : [];
    }),
  ];
  const copies = new Map<string, SiteFileCopy>();
  for (const [href, file] of links) {
    const copy = linkedCopy(href, file, options);
    if (copy !== null) copies.set(copy.to, copy);
  }
  return [...copies.values()];
}

function hrefsIn(body: string): readonly string[] {
  if (!body.includes("](") && !body.includes("]:")) return [];
  return articleMarkdown()
    .parse(body, {})
    .flatMap(({ children }) => children ?? [])
    .flatMap((token) => (token.type === "link_open" ? [token.attrGet("href") ?? ""] : []));
}

/** Lets links to files beside a text lead to where they are published. */
export function amendFileLinks(
  md: MarkdownIt,
  copyOf: (env: unknown, href: string) => SiteFileCopy | null,
): void {
  md.core.ruler.push("vervain_files", ({ tokens, env }) => {
    for (const { children } of tokens)
      for (const token of children ?? []) {
        const href = token.type === "link_open" ? (token.attrGet("href") ?? "") : "";
        const copy = isGivenFile(href.split(/[?#]/, 1)[0] ?? "") ? copyOf(env, href) : null;
        if (copy !== null)
          token.attrSet("href", encodeURI(copy.to) + href.slice((href.split(/[?#]/, 1)[0] ?? "").length));
      }
  });
}
