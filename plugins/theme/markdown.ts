import type MarkdownIt from "markdown-it";
import type { Token } from "../article/markdown.ts";
import { escapeHtml } from "../page/escape.ts";
import type { ImageSize } from "../page/image-size.ts";
import type { BenefitView } from "../page/parts.ts";
import { withoutNumber } from "../page/title.ts";
import type { ArticleMarks, HtmlToken, MarksOf } from "./article-marks.ts";
import { renderCallout } from "./callout.ts";
import { citeSources } from "./citations.ts";
import { takeOffers } from "./offers.ts";

const HTML_TOKEN = "vervain_html";

/**
 * Teaches a Markdown renderer the theme's marks: numerals and evidence lines at
 * benefits, numbered citations, "Also read" boxes. Register it after the plugin
 * that gives headings their ids.
 */
export function amendThemeMarkdown(
  md: MarkdownIt,
  marksOf: MarksOf,
  imageSizeOf: (src: string) => ImageSize | null = () => null,
): void {
  md.renderer.rules[HTML_TOKEN] = (tokens, index) => tokens[index]?.content ?? "";
  md.core.ruler.push("vervain_marks", (state) => {
    const marks = marksOf(state.env);
    if (marks === null) return;
    const html: HtmlToken = (content) => Object.assign(new state.Token(HTML_TOKEN, "", 0), { content });
    const tokens = marks.callouts.size > 0 ? takeOffers(state.tokens, marks, html) : state.tokens;
    if (marks.sourceCount > 0) citeSources(tokens, marks, html);
    sizeImages(tokens, imageSizeOf);
    state.tokens = markHeadings(tokens, marks, html);
  });
}

/** Reserves the room of images in the text, so that nothing moves when they come; all load when they near the screen. */
function sizeImages(tokens: readonly Token[], imageSizeOf: (src: string) => ImageSize | null): void {
  for (const { children } of tokens) {
    for (const image of children ?? []) {
      // Done by the plugin that makes pictures of images.
      if (image.type !== "image" || image.attrGet("loading") !== null) continue;
      const size = imageSizeOf(image.attrGet("src") ?? "");
      image.attrSet("loading", "lazy");
      image.attrSet("decoding", "async");
      if (size === null) continue;
      image.attrSet("width", String(size.width));
      image.attrSet("height", String(size.height));
    }
  }
}

/** Numerals and evidence lines at benefits, the theme's own box before its heading. */
function markHeadings(tokens: readonly Token[], marks: ArticleMarks, html: HtmlToken): Token[] {
  const marked: Token[] = [];
  let benefit: BenefitView | undefined;
  for (const token of tokens) {
    if (token.type === "heading_open") {
      const anchor = token.attrGet("id") ?? "";
      const callout = marks.beforeHeading.get(anchor);
      if (callout !== undefined) marked.push(html(renderCallout(callout)));
      benefit = marks.benefits.get(anchor);
      if (benefit !== undefined) token.attrJoin("class", "benefit");
    }
    if (token.type === "inline" && benefit !== undefined) numberHeading(token, benefit, html);
    marked.push(token);
    if (token.type !== "heading_close") continue;
    if (benefit !== undefined) marked.push(html(evidenceLine(benefit)));
    benefit = undefined;
  }
  return marked;
}

/** The numeral hung in the margin is a link to its own heading: what a reader copies to share it. */
function numberHeading(inline: Token, { number, anchor }: BenefitView, html: HtmlToken): void {
  const children = inline.children ?? [];
  const first = children.find(({ type, content }) => type === "text" && content.trim() !== "");
  if (first !== undefined) first.content = withoutNumber(first.content);
  inline.children = [html(`<a class="num" href="#${escapeHtml(anchor)}">${number}</a> `), ...children];
}

function evidenceLine({ gradeText, grade, term }: BenefitView): string {
  const source = grade === null ? "" : ` (${escapeHtml(grade.source)})`;
  const said =
    term === null || term.articleCount < 2
      ? ""
      : ` · <a href="${escapeHtml(term.url)}">${escapeHtml(term.countText)}</a>`;
  return `<p class="evidence">${escapeHtml(gradeText)}${source}${said}</p>\n`;
}
