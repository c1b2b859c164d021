import { createRequire } from "node:module";
import type MarkdownIt from "markdown-it";

const require = createRequire(import.meta.url);

type Token = ReturnType<MarkdownIt["parse"]>[number];
type Plugin = Parameters<MarkdownIt["use"]>[0];
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
  const container = require("markdown-it-container") as Plugin;
  markdown
    .use(require("markdown-it-footnote") as Plugin)
    .use(require("markdown-it-deflist") as Plugin)
    .use(require("markdown-it-abbr") as Plugin);
  for (const name of CONTAINERS) markdown.use(container, name, { render: containerRenderer });
  markdown.core.ruler.after("block", "vervain_container_titles", titleContainers);
  markdown.core.ruler.after("inline", "vervain_tasks", markTasks);
  markdown.core.ruler.after("inline", "vervain_heading_ids", takeHeadingIds);
  const { footnote_ref: plain } = markdown.renderer.rules;
  markdown.renderer.rules.footnote_ref = (...values) =>
    plain?.(...values).replace("<a ", '<a role="doc-noteref" ') ?? "";
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

function containerRenderer(tokens: readonly Token[], index: number): string {
  const token = tokens[index];
  if (token?.nesting !== 1) return "</div>\n";
  return `<div class="note note-${/\S+/.exec(token.info)?.[0] ?? ""}" role="note">\n`;
}

/** The words after a container's name are its first line, in bold, and part of the text. */
const titleContainers: CoreRule = (state) => {
  state.tokens = state.tokens.flatMap((token) => {
    const isOpen = /^container_\w+_open$/.test(token.type);
    const title = isOpen ? token.info.trim().replace(/^\S+\s*/, "") : "";
    if (title === "") return [token];
    const made = (type: string, nesting: -1 | 0 | 1, tag: string): Token =>
      Object.assign(new state.Token(type, tag, nesting), {
        map: token.map,
        level: token.level + 1,
        block: true,
      });
    const inline = Object.assign(made("inline", 0, ""), { content: `**${title}**`, children: [] });
    return [token, made("paragraph_open", 1, "p"), inline, made("paragraph_close", -1, "p")];
  });
};

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
