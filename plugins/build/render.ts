import type MarkdownIt from "markdown-it";
import { closeHtml } from "../article/closed-html.ts";
import { useDialect } from "../article/dialect.ts";
import { dropEmptyHeadings } from "../article/empty-headings.ts";
import type { Token } from "../article/markdown.ts";
import type { Article } from "../article/types.ts";
import { sanitizeHtml } from "./sanitize.ts";

/** What a page's Markdown is rendered with. */
export interface RenderFacts {
  readonly article: Article;
  /** Ids that blocks need, by their index in the article: passages that somebody links to. */
  readonly blockIds: ReadonlyMap<number, string>;
  /** 1-based line of the file on which the body starts. */
  readonly bodyLine: number;
}

const BLOCK_OPEN = new Set(["paragraph_open", "list_item_open", "tr_open"]);

/**
 * Lets a Markdown renderer give headings and linked passages the ids that the
 * model gave them, and keeps raw HTML to what is safe.
 *
 * @param factsOf finds the facts of the page from the renderer's environment; null: not an article
 * @param trusts true where the owner vouches for raw HTML
 * @param isMeant whether a text, by its environment, is to be made safe; others are the owner's
 * @param isOwnSite whether all Markdown of the site is ours to read
 */
export function amendMarkdown(
  md: MarkdownIt,
  factsOf: (env: unknown) => RenderFacts | null,
  trusts: boolean,
  isMeant: (env: unknown) => boolean,
  isOwnSite: boolean,
): void {
  // On a site of the owner's making, the owner chooses what Markdown can do.
  if (isOwnSite) useDialect(md);
  closeHtml(md, isMeant);
  dropEmptyHeadings(md, isMeant);
  md.core.ruler.push("vervain_ids", (state) => {
    const facts = factsOf(state.env);
    if (facts) addIds(state.tokens, facts);
  });
  const render = md.renderer.render.bind(md.renderer);
  const safe = trusts ? render : sanitizing(render, isMeant);
  md.renderer.render = (tokens, options, env) => inOnePiece(safe(tokens, options, env));
}

/**
 * The same text, its pieces joined in memory. A page rendered from 300 pieces
 * takes four times its length and holds the source they were cut from.
 */
function inOnePiece(html: string): string {
  // To read a character of a text in pieces, V8 joins them, and keeps the joined text.
  html.charCodeAt(0);
  return html;
}

type Render = MarkdownIt["renderer"]["render"];

// Only a body with raw HTML in it is sanitised: markdown-it's own output needs none, and it costs 2 ms an article.
function sanitizing(render: Render, isMeant: (env: unknown) => boolean): Render {
  return (tokens, options, env) => {
    const html = render(tokens, options, env);
    return isMeant(env) && tokens.some(hasHtml) ? sanitizeHtml(html) : html;
  };
}

function hasHtml(token: Token): boolean {
  return token.type === "html_block" || (token.children?.some(({ type }) => type === "html_inline") ?? false);
}

function addIds(tokens: readonly Token[], { article, blockIds, bodyLine }: RenderFacts): void {
  const headings = new Map(
    article.sections.filter(({ level }) => level > 0).map(({ line, anchor }) => [line, anchor]),
  );
  const passages = new Map<number, string>();
  for (const [index, id] of blockIds) {
    const block = article.blocks[index];
    if (block && !passages.has(block.line)) passages.set(block.line, id);
  }
  for (const token of tokens) {
    if (!token.map) continue;
    const line = token.map[0] + bodyLine;
    if (token.type === "heading_open") setId(token, headings.get(line));
    else if (BLOCK_OPEN.has(token.type) && passages.has(line)) {
      setId(token, passages.get(line));
      // The list item has it now; the paragraph inside starts on the same line.
      passages.delete(line);
    }
  }
}

function setId(token: Token, id: string | undefined): void {
  if (id) token.attrSet("id", id);
}
