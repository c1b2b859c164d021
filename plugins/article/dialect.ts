import type MarkdownIt from "markdown-it";
import abbr from "markdown-it-abbr";
import container from "markdown-it-container";
import deflist from "markdown-it-deflist";
import footnote from "markdown-it-footnote";

type Token = ReturnType<MarkdownIt["parse"]>[number];
type CoreRule = Parameters<MarkdownIt["core"]["ruler"]["push"]>[1];

/** Names of containers (`::: tip`), each a note that stands beside the text. */
const CONTAINERS = ["note", "tip", "info", "warning", "caution", "danger", "important", "success"];
/** `{#id}` at the end of a heading, with or without classes, which the theme has no use for. */
const HEADING_ID = /\s*\{\s*((?:[#.][\w:-]+\s*)+)\}\s*$/;
/** `[ ]` or `[x]` before the words of a list item. */
const TASK = /^\[([ xX])\][ \t\u00A0]+/;

/**
 * Teaches a parser what writers use beside CommonMark: footnotes, definition
 * lists, abbreviations, containers, task lists, ids of headings. A text
 * without them is read and rendered as before.
 */
export function useDialect(markdown: MarkdownIt): void {
  markdown.core.ruler.before("normalize", "vervain_env", ownEnvironment);
  markdown.use(footnote).use(deflist).use(abbr);
  for (const name of CONTAINERS) markdown.use(container, name, { render: containerRenderer(markdown) });
  markdown.core.ruler.after("inline", "vervain_tasks", markTasks);
  markdown.core.ruler.after("inline", "vervain_heading_ids", takeHeadingIds);
  markdown.renderer.rules.task_mark = (tokens, index) =>
    `<span class="task">${tokens[index]?.content}</span> `;
}

/**
 * Notes and abbreviations are kept in the parser's environment, which is the
 * page's data: a text that is rendered twice would find its own again, and a
 * field "footnotes" of the writer's would be taken for them.
 */
const ownEnvironment: CoreRule = (state) => {
  state.env = Object.assign(Object.create(state.env as object), {
    footnotes: undefined,
    abbreviations: undefined,
  });
};

function containerRenderer(markdown: MarkdownIt) {
  return (tokens: readonly Token[], index: number): string => {
    const token = tokens[index];
    if (token?.nesting !== 1) return "</aside>\n";
    const [, name = "", title = ""] = /^\s*(\S+)\s*(.*)$/.exec(token.info) ?? [];
    const heading =
      title.trim() === "" ? "" : `<p><strong>${markdown.utils.escapeHtml(title.trim())}</strong></p>\n`;
    return `<aside class="note note-${name}">\n${heading}`;
  };
}

const markTasks: CoreRule = ({ tokens, Token: TokenClass }) => {
  tokens.forEach((token, index) => {
    const isFirst = token.type === "inline" && tokens[index - 2]?.type === "list_item_open";
    const first = token.children?.[0];
    const found = isFirst && first?.type === "text" ? TASK.exec(first.content) : null;
    if (!found || !first) return;
    const mark = new TokenClass("task_mark", "", 0);
    mark.content = found[1] === " " ? "☐" : "☑";
    first.content = first.content.slice(found[0].length);
    token.children?.unshift(mark);
  });
};

const takeHeadingIds: CoreRule = ({ tokens }) => {
  tokens.forEach((token, index) => {
    const heading = tokens[index - 1];
    const last = token.children?.at(-1);
    if (token.type !== "inline" || heading?.type !== "heading_open" || last?.type !== "text") return;
    const found = HEADING_ID.exec(last.content);
    if (!found) return;
    const id = /#([\w:-]+)/.exec(found[1] ?? "")?.[1];
    last.content = last.content.slice(0, found.index);
    token.content = token.content.replace(HEADING_ID, "");
    if (id !== undefined) heading.attrSet("id", id);
  });
};
