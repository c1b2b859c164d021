import type MarkdownIt from "markdown-it";

type Token = ReturnType<MarkdownIt["parse"]>[number];

/** Raw HTML that was left open and closed for the author, at the end of its block. */
export interface ClosedHtml {
  /** 0-based line of the body on which its block starts. */
  readonly line: number;
  /** "<!--", "<textarea>". */
  readonly opening: string;
}

/** Where a parse tells what it closed, in markdown-it's environment. */
export interface ClosingEnvironment {
  closedHtml?: ClosedHtml[];
}

/** Blocks that CommonMark (section 4.6, kinds 1 to 5) ends at a mark and not at a blank line: without the mark they take the rest of the text. */
const RUNS_ON: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
  [/^ {0,3}<![a-z]/i, />/],
];

/** Elements whose content browsers and sanitisers read as something else than text, up to their end (HTML, section 13.2.5). */
const SWALLOWS =
  /<!--|<\?|<!\[CDATA\[|<!(?=[a-z])|<(script|style|textarea|title|select|option|xmp|iframe|noembed|noframes|noscript|plaintext|template)(?=[\s/>])/gi;

/**
 * Lets raw HTML that an author left open end with its block: an unclosed
 * comment or `<textarea>` would swallow the rest of the article.
 *
 * @param isMeant whether the text that is parsed, by its environment, is an article's
 */
export function closeHtml(markdown: MarkdownIt, isMeant: (env: unknown) => boolean = () => true): void {
  markdown.core.ruler.after("block", "vervain_end_html", (state) => {
    if (isMeant(state.env))
      state.tokens = state.tokens.flatMap((token) => endBlock(token, markdown, state.env));
  });
  markdown.core.ruler.after("inline", "vervain_close_html", (state) => {
    if (!isMeant(state.env)) return;
    for (const token of state.tokens) if (token.type === "inline") closeInline(token, state.env);
  });
}

/** The block cut at its first blank line where it has no end, what follows read anew; then closed. */
function endBlock(token: Token, markdown: MarkdownIt, env: ClosingEnvironment): Token[] {
  if (token.type !== "html_block") return [token];
  const { content, map } = token;
  const kind = RUNS_ON.find(([start]) => start.test(content));
  const blank = kind !== undefined && !kind[1].test(content) ? /\n[ \t]*\n/.exec(content) : null;
  if (blank === null) {
    close(token, env);
    return [token];
  }
  const cut = blank.index + 1;
  token.content = content.slice(0, cut);
  const line = (map?.[0] ?? 0) + token.content.split("\n").length - 1;
  token.map = [map?.[0] ?? 0, line];
  close(token, env);
  const rest: Token[] = [];
  markdown.block.parse(content.slice(cut), markdown, env, rest);
  for (const next of rest) {
    next.level += token.level;
    if (next.map) next.map = [next.map[0] + line, next.map[1] + line];
  }
  return [token, ...rest.flatMap((next) => endBlock(next, markdown, env))];
}

function close(token: Token, env: ClosingEnvironment): void {
  const open = openAtEnd(token.content);
  if (open === null) return;
  token.content = `${token.content.replace(/\n$/, "")}${closingOf(open)}\n`;
  tell(env, token, open);
}

/** Tags in running text stand between pieces of it: what is open after the last ends there. */
function closeInline(token: Token, env: ClosingEnvironment): void {
  const html = token.children?.filter(({ type }) => type === "html_inline") ?? [];
  const [first] = html;
  if (first === undefined) return;
  const open = openAtEnd(html.map(({ content }) => content).join(""));
  if (open === null) return;
  // A token of the same kind as those around it: the class is markdown-it's own.
  const closing: Token = Object.assign(Object.create(Object.getPrototypeOf(first)), first, {
    content: closingOf(open),
  });
  token.children?.push(closing);
  tell(env, token, open);
}

/** What swallows the text after `html`; null when all that is opened there ends there. */
function openAtEnd(html: string): string | null {
  SWALLOWS.lastIndex = 0;
  const lower = html.toLowerCase();
  for (let match = SWALLOWS.exec(html); match !== null; match = SWALLOWS.exec(html)) {
    const open = match[1] === undefined ? match[0].toUpperCase() : `<${match[1].toLowerCase()}>`;
    const end = lower.indexOf(
      closingOf(open)
        .trim()
        .replace(/(?<=\w)>$/, ""),
      match.index + 2,
    );
    if (end < 0) return open;
    SWALLOWS.lastIndex = end;
  }
  return null;
}

/** What ends a comment, an instruction, CDATA or a declaration; anything else is an element. */
const ENDS: Readonly<Record<string, string>> = { "<!--": " -->", "<?": "?>", "<![CDATA[": "]]>", "<!": ">" };

function closingOf(open: string): string {
  return ENDS[open] ?? open.replace("<", "</");
}

function tell(env: ClosingEnvironment, token: Token, opening: string): void {
  env.closedHtml?.push({ line: token.map?.[0] ?? 0, opening });
}
