import { folded } from "../escape.ts";
import { escaped } from "../frames.ts";
import type { Part } from "../model.ts";
import { withBreaks } from "./autop.ts";
import { type ShortcodeContext, withoutShortcodes } from "./shortcodes.ts";
import { htmlTokens } from "./tokens.ts";

/** What block comments may ask of the rest of the export. */
export interface BlockContextOfPost extends ShortcodeContext {
  /** HTML of a reusable block; null where the export has none of that number. */
  readonly reusable: (id: string) => string | null;
  /** Notes at the foot of the text, as HTML each. */
  readonly footnotes: readonly { readonly id: string; readonly content: string }[];
}

const MARK = /^<!--\s+(\/?)wp:([a-z][\w-]*(?:\/[a-z][\w-]*)?)(?:\s+(\{[\s\S]*\}))?\s*(\/?)-->$/;
/** Blocks whose text is that of the classic editor. */
const CLASSIC = new Set(["core/freeform", "core/shortcode"]);
/** Reusable blocks in one another. */
const DEPTH_LIMIT = 8;

/** Whether a text was written in blocks. */
export function hasBlocks(content: string): boolean {
  return content.includes("<!-- wp:");
}

/**
 * HTML of a text written in blocks: their marks gone, reusable blocks in
 * their places, text of the classic editor with its breaks. Blocks that hold
 * no words of their own are named.
 */
export function blocksHtml(content: string, context: BlockContextOfPost, depth = 0): string {
  const open: string[] = [];
  const out: string[] = [];
  let run = "";
  const flush = (): void => {
    const html = withoutShortcodes(run, context);
    out.push(open.length === 0 || CLASSIC.has(open.at(-1)!) ? withBreaks(html) : html);
    run = "";
  };
  for (const token of htmlTokens(content)) {
    const mark = token.kind === "comment" ? MARK.exec(token.text) : null;
    if (!mark) {
      run += token.text;
      continue;
    }
    flush();
    const [, isEnd, written = "", settings = "", isVoid] = mark;
    const name = written.includes("/") ? written : `core/${written}`;
    if (isEnd) open.splice(Math.max(0, open.lastIndexOf(name)));
    else if (isVoid) out.push(voidBlock(name, settings, context, depth));
    else {
      open.push(name);
      out.push(pictureOf(name, settings));
    }
  }
  flush();
  return out.join("");
}

/** A block without content of its own. */
function voidBlock(name: string, settings: string, context: BlockContextOfPost, depth: number): string {
  if (name === "core/block") return reusableBlock(settings, context, depth);
  if (name === "core/footnotes") return footnoteList(context.footnotes);
  const words = name.startsWith("core/") ? "" : wordsIn(settings);
  const why =
    words === ""
      ? "it holds no words: WordPress or a plugin makes them when the page is shown"
      : "its words lie in its settings; they stay as a note that readers do not see";
  context.note({ kind: "block", what: name, outcome: "left-out", why });
  return words === "" ? "" : `<vervain-note data-text="${escaped(`${name}: ${words}`)}"></vervain-note>`;
}

function reusableBlock(settings: string, context: BlockContextOfPost, depth: number): string {
  const id = /"ref"\s*:\s*(\d+)/.exec(settings)?.[1] ?? "";
  const content = depth < DEPTH_LIMIT ? context.reusable(id) : null;
  const part = (outcome: Part["outcome"], why: string): void =>
    context.note({ kind: "block", what: `reusable block ${id}`, outcome, why });
  if (content === null) {
    part("left-out", depth < DEPTH_LIMIT ? "not in the export" : "reusable blocks that hold one another");
    return "";
  }
  part("changed", "its text stands here as words of the article");
  return hasBlocks(content)
    ? blocksHtml(content, context, depth + 1)
    : withBreaks(withoutShortcodes(content, context));
}

function footnoteList(notes: BlockContextOfPost["footnotes"]): string {
  if (notes.length === 0) return "";
  return `<ol>${notes.map(({ id, content }) => `<li><span id="${escaped(id)}"></span>${content}</li>`).join("")}</ol>`;
}

/** The picture behind a cover that has it in its settings only. */
function pictureOf(name: string, settings: string): string {
  if (name !== "core/cover" || !settings.includes('"url"')) return "";
  const found = /"url"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(settings)?.[1] ?? "";
  const url = found
    .replace(/\\u([\da-f]{4})/gi, (_whole, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll("\\/", "/");
  return /^https?:\/\/\S+\.(?:jpe?g|png|gif|webp|avif)(?:\?|$)/i.test(url)
    ? `<vervain-cover data-src="${escaped(url)}"></vervain-cover>`
    : "";
}

/** Texts of several words in a block's settings. */
function wordsIn(settings: string): string {
  const found: string[] = [];
  try {
    JSON.parse(settings, (_key, value: unknown) => {
      if (typeof value === "string" && /\p{L}\s+\p{L}/u.test(value))
        found.push(folded(value.replace(/<[^<>]*>/g, " ")));
      return value;
    });
  } catch {
    return "";
  }
  return found.join(" · ").slice(0, 2000);
}
