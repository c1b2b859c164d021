import MarkdownIt from "markdown-it";

/** The Markdown dialect of articles: CommonMark with tables and strikethrough, raw HTML kept as tokens, as Eleventy reads it. */
export function createMarkdown(): MarkdownIt {
  return new MarkdownIt({ html: true, linkify: false, typographer: false });
}

/** markdown-it's token, which its package exports only as a member of the class's namespace. */
export type Token = ReturnType<MarkdownIt["parse"]>[number];
