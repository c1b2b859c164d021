import type MarkdownIt from "markdown-it";
import { uniqueSlugs } from "../article/anchors.ts";
import { closeHtml } from "../article/closed-html.ts";
import { useDialect } from "../article/dialect.ts";
import { dropEmptyHeadings } from "../article/empty-headings.ts";
import { readInline } from "../article/inline.ts";
import type { Token } from "../article/markdown.ts";
import type { Article } from "../article/types.ts";
import type { PicturePolicy } from "../picture-policy.ts";
import { leftOutElements, sanitizeHtml } from "./sanitize.ts";
import { linkStoppedPictures } from "./stopped-pictures.ts";

/** What a page's Markdown is rendered with. */
export interface RenderFacts {
  readonly article: Article;
  /** Ids that blocks need, by their index in the article: passages that somebody links to. */
  readonly blockIds: ReadonlyMap<number, string>;
  /** 1-based line of the file on which the body starts. */
  readonly bodyLine: number;
}

const BLOCK_OPEN = new Set(["paragraph_open", "list_item_open", "tr_open"]);

/** How the Markdown of a site of ours is rendered. */
export interface MarkdownRules {
  /** Finds the facts of the page from the renderer's environment; null: not an article. */
  readonly factsOf: (env: unknown) => RenderFacts | null;
  /** True where the owner vouches for raw HTML. */
  readonly trusts: boolean;
  /** Which pictures readers' browsers load, asked for each text; null: all. */
  readonly policy: () => PicturePolicy | null;
}

/**
 * Lets a Markdown renderer give headings and linked passages the ids that the
 * model gave them, headings of other pages ids of their words, so that a link
 * can lead to each of them, and keeps raw HTML to what is safe.
 */
export function amendMarkdown(md: MarkdownIt, { factsOf, trusts, policy }: MarkdownRules): void {
  useDialect(md);
  closeHtml(md);
  dropEmptyHeadings(md);
  md.core.ruler.push("vervain_ids", (state) => {
    const facts = factsOf(state.env);
    if (facts) addIds(state.tokens, facts, setOnlyId);
    else nameHeadings(state.tokens);
  });
  const render = md.renderer.render.bind(md.renderer);
  const safe = trusts
    ? render
    : linking(
        sanitizing(render, () => true),
        policy,
        md.utils.escapeHtml,
      );
  md.renderer.render = (tokens, options, env) => inOnePiece(safe(tokens, options, env));
}

/**
 * On somebody else's site, at its owner's wish: ids on headings and linked
 * passages that have none, and an empty anchor beside the id of those that do.
 */
export function addAnchors(md: MarkdownIt, factsOf: (env: unknown) => RenderFacts | null): void {
  md.core.ruler.push("vervain_anchors", (state) => {
    const facts = factsOf(state.env);
    if (!facts) return;
    addIds(state.tokens, facts, (token, id, inline) => {
      if (!id || token.attrGet("id") === id) return;
      if (token.attrGet("id") === null) return setId(token, id);
      const anchor = Object.assign(new state.Token("html_inline", "", 0), {
        content: `<span id="${id}"></span>`,
      });
      inline?.children?.unshift(anchor);
    });
  });
}

/** On somebody else's site, at its owner's wish: raw HTML in articles is kept to what is safe. */
export function sanitizeWhere(md: MarkdownIt, isMeant: (env: unknown) => boolean): void {
  closeHtml(md, isMeant);
  md.renderer.render = sanitizing(md.renderer.render.bind(md.renderer), isMeant);
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
    if (!isMeant(env) || !tokens.some(hasHtml)) return render(tokens, options, env);
    for (const token of tokens) if (isPlayer(token)) token.content = `<p>${token.content.trim()}</p>\n`;
    return sanitizeHtml(render(tokens, options, env));
  };
}

function linking(
  render: Render,
  policyOf: MarkdownRules["policy"],
  toHtml: (text: string) => string,
): Render {
  return (tokens, options, env) => {
    const html = render(tokens, options, env);
    const policy = policyOf();
    return policy === null ? html : linkStoppedPictures(html, policy, toHtml);
  };
}

/** A player alone in its block: the link that it becomes is a paragraph of its own. */
function isPlayer({ type, content }: Token): boolean {
  return type === "html_block" && PLAYER.test(content) && leftOutElements(content).length === 0;
}

const PLAYER = /^\s*<(iframe|embed|video|audio)\b[^<>]{0,4000}>\s*(?:<\/\1>)?\s*$/i;

function hasHtml(token: Token): boolean {
  return token.type === "html_block" || (token.children?.some(({ type }) => type === "html_inline") ?? false);
}

/** Gives a token an id; `inline` holds its text, where that follows. */
type GiveId = (token: Token, id: string | undefined, inline: Token | undefined) => void;

function addIds(tokens: readonly Token[], { article, blockIds, bodyLine }: RenderFacts, give: GiveId): void {
  const headings = new Map(
    article.sections.filter(({ level }) => level > 0).map(({ line, anchor }) => [line, anchor]),
  );
  const passages = new Map<number, string>();
  for (const [index, id] of blockIds) {
    const block = article.blocks[index];
    if (block && !passages.has(block.line)) passages.set(block.line, id);
  }
  for (const [at, token] of tokens.entries()) {
    if (!token.map) continue;
    const line = token.map[0] + bodyLine;
    if (token.type === "heading_open") give(token, headings.get(line), tokens[at + 1]);
    else if (BLOCK_OPEN.has(token.type) && passages.has(line)) {
      give(
        token,
        passages.get(line),
        tokens.slice(at).find(({ type }) => type === "inline"),
      );
      // The list item has it now; the paragraph inside starts on the same line.
      passages.delete(line);
    }
  }
}

/** An id for each heading that has none, by the rule of articles. */
function nameHeadings(tokens: readonly Token[]): void {
  const toId = uniqueSlugs();
  for (const [at, token] of tokens.entries()) {
    if (token.type !== "heading_open") continue;
    const { text } = readInline(tokens[at + 1]?.children ?? [], 0);
    setId(token, toId(text, token.attrGet("id")));
  }
}

/** The id, which raw HTML in the same heading or passage may have for its own anchor: one of the two is enough. */
function setOnlyId(token: Token, id: string | undefined, inline: Token | undefined): void {
  setId(token, id);
  for (const child of inline?.children ?? [])
    if (child.type === "html_inline")
      child.content = child.content.replace(OWN_ID, (whole: string, _quote: string, own: string) =>
        own === id ? "" : whole,
      );
}

const OWN_ID = /\s(?:id|name)=(["'])([^"'<>]*)\1/gi;

function setId(token: Token, id: string | undefined): void {
  if (id) token.attrSet("id", id);
}
