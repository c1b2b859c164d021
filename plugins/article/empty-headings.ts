import type MarkdownIt from "markdown-it";

/**
 * Leaves out headings without a word ("##" alone, or over a comment that no page
 * shows): readers see nothing of them, and whoever goes by headings stops at an unnamed one (WCAG 2.4.6).
 *
 * @param isMeant whether the text that is parsed, by its environment, is an article's
 */
export function dropEmptyHeadings(
  markdown: MarkdownIt,
  isMeant: (env: unknown) => boolean = () => true,
): void {
  markdown.core.ruler.after("block", "vervain_empty_headings", (state) => {
    if (!isMeant(state.env)) return;
    const { tokens } = state;
    // heading_open, inline, heading_close: a heading holds one inline token.
    const isEmpty = (at: number): boolean =>
      tokens[at]?.type === "heading_open" &&
      tokens[at + 1]?.content.replace(/<!--[\s\S]*?-->/g, "").trim() === "";
    if (!tokens.some((_, at) => isEmpty(at))) return;
    state.tokens = tokens.filter((_, at) => !isEmpty(at) && !isEmpty(at - 1) && !isEmpty(at - 2));
  });
}
