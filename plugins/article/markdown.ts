import { createRequire } from "node:module";
import type MarkdownIt from "markdown-it";
import { closeHtml } from "./closed-html.ts";
import { useDialect } from "./dialect.ts";
import { dropEmptyHeadings } from "./empty-headings.ts";

const require = createRequire(import.meta.url);
let shared: MarkdownIt | undefined;

/** One parser of {@link createMarkdown} for all who read what articles say. */
export function articleMarkdown(): MarkdownIt {
  shared ??= createMarkdown();
  return shared;
}

/** The Markdown dialect of articles: CommonMark with tables, strikethrough and what {@link useDialect} adds, raw HTML kept as tokens, as Eleventy reads it, and ended with its block where an author left it open. */
export function createMarkdown(): MarkdownIt {
  // Loaded where a text is read first: a site may be started and have none.
  const markdown = new (require("markdown-it") as typeof MarkdownIt)({
    html: true,
    linkify: false,
    typographer: false,
  });
  markdown.core.ruler.at("normalize", normalize);
  useDialect(markdown);
  closeHtml(markdown);
  dropEmptyHeadings(markdown);
  return markdown;
}

/**
 * markdown-it's own rule copies every text, and what tokens cut out of the copy
 * holds it: most texts have nothing to normalise and are read as they are.
 */
function normalize(state: { src: string }): void {
  if (/[\r\0]/.test(state.src)) state.src = state.src.replace(/\r\n?/g, "\n").replace(/\0/g, "\uFFFD");
}

/** markdown-it's token, which its package exports only as a member of the class's namespace. */
export type Token = ReturnType<MarkdownIt["parse"]>[number];
