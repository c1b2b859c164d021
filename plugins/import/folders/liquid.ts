import { componentMarkdown, fence, readValues } from "./components.ts";
import { DEPTH_LIMIT, leaveTag, noteDone, PARTNER_REACH, type TagContext } from "./tags.ts";
import { nameOf, stemOf } from "./tree.ts";

/** A tag of Liquid or Nunjucks: `{% name … %}`, or `{{ … }}` with the name "". */
interface Tag {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly rest: string;
}

/** Blocks whose text depends on what only the old site could say: what they hold is not shown unasked. */
const CONDITIONAL = new Set([
  "for",
  "if",
  "unless",
  "case",
  "tablerow",
  "capture",
  "ifchanged",
  "set",
  "macro",
  "block",
]);

/** A text with the tags of Liquid and Nunjucks done, or named by line. */
export function withoutLiquid(text: string, context: TagContext): string {
  if (!/\{[%{]/.test(text)) return text;
  const tags = tagsOf(text);
  const build = (from: number, to: number, first: number, last: number, depth = 0): string => {
    let out = "";
    let at = from;
    for (let index = first; index < last; index++) {
      const tag = tags[index]!;
      if (tag.start < at) continue;
      out += text.slice(at, tag.start);
      at = tag.end;
      const partner = tag.name === "" || depth > DEPTH_LIMIT ? -1 : partnerOf(tags, index, last);
      const closing = tags[partner];
      const content =
        closing === undefined ? null : () => build(tag.end, closing.start, index + 1, partner, depth + 1);
      const raw = closing === undefined ? null : text.slice(tag.end, closing.start);
      if (closing !== undefined) at = closing.end;
      out += tagText(text, tag, { content, raw, end: at }, context);
    }
    return out + text.slice(at, to);
  };
  return build(0, text.length, 0, tags.length);
}

function tagsOf(text: string): readonly Tag[] {
  const tags: Tag[] = [];
  for (let at = text.indexOf("{"); at >= 0; at = text.indexOf("{", at + 1)) {
    const isTag = text[at + 1] === "%";
    if (!isTag && text[at + 1] !== "{") continue;
    const close = text.indexOf(isTag ? "%}" : "}}", at + 2);
    if (close < 0) continue;
    const words = text
      .slice(at + 2, close)
      .replace(/^-|-$/g, "")
      .trim();
    const name = isTag ? (/^[\w-]+/.exec(words)?.[0] ?? "") : "";
    tags.push({ start: at, end: close + 2, name, rest: words.slice(name.length).trim() });
    at = close + 1;
    if (name === "raw" || name === "verbatim" || name === "comment") {
      const end = new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, "g");
      end.lastIndex = at;
      const found = end.exec(text);
      if (found) {
        tags.push({ start: found.index, end: found.index + found[0].length, name: `end${name}`, rest: "" });
        at = found.index + found[0].length - 1;
      }
    }
  }
  return tags;
}

/** Index of the tag that ends the one at `index`; -1 where it has none. */
function partnerOf(tags: readonly Tag[], index: number, last: number): number {
  const { name } = tags[index]!;
  let depth = 0;
  for (let at = index + 1; at < Math.min(last, index + PARTNER_REACH); at++) {
    if (tags[at]!.name === name) depth++;
    else if (tags[at]!.name === `end${name}` && depth-- === 0) return at;
  }
  return -1;
}

interface Inside {
  readonly content: (() => string) | null;
  readonly raw: string | null;
  readonly end: number;
}

function tagText(text: string, tag: Tag, { content, raw, end }: Inside, context: TagContext): string {
  const { name, rest, start } = tag;
  const shown = text.slice(start, tag.end);
  const done = (made: string): string => {
    noteDone(context, shown, start);
    return made;
  };
  if (name === "") return outputText(text, tag, context);
  if (name === "raw" || name === "verbatim") return raw ?? "";
  if (name === "comment") return "";
  if (name === "highlight" && raw !== null) return done(fence(rest.split(/\s/)[0] ?? "", raw));
  if (name === "post_url" || name === "link") {
    const address = context.addressOf(rest.replace(/^["']|["']$/g, ""));
    if (address !== null) return done(address);
  }
  if (/^include(?:_relative|_cached)?$/.test(name)) {
    const made = included(rest, context);
    if (made !== null) return done(made);
  }
  if (name === "assign") return leaveTag(context, text, tag, "a value for other tags");
  if (CONDITIONAL.has(name))
    return leaveTag(
      context,
      text,
      { start, end },
      "what only the old site could decide; what it held is left out",
    );
  const made = componentMarkdown(name, readValues(rest), content === null ? null : content());
  if (made !== null) return done(made);
  if (context.isCode(start)) return text.slice(start, end);
  const left = leaveTag(
    context,
    text,
    tag,
    content === null
      ? "not known here; it stays as a note that readers do not see"
      : "not known here; what it held stays",
  );
  return left + (content?.() ?? "");
}

/** A file that a text includes: one of the common components, or words that need nothing of the old site. */
function included(rest: string, context: TagContext): string | null {
  const [file = "", ...others] = rest.split(/\s+/);
  const name = file.replace(/^["']|["'],?$/g, "");
  const made = componentMarkdown(stemOf(nameOf(name)), readValues(others.join(" ")), null);
  if (made !== null) return made;
  const text = context.includeOf(name);
  const isWords =
    text !== null &&
    !/\{[%{]|<(?:script|style|form|iframe|input|button|ins|svg|noscript|link|meta)\b/i.test(text);
  return isWords && text.replace(/<[^<>]*>/g, "").trim() !== "" ? `\n${text.trim()}\n` : null;
}

function outputText(text: string, tag: Tag, context: TagContext): string {
  const value = evaluated(tag.rest, context);
  if (value !== null) {
    noteDone(context, text.slice(tag.start, tag.end), tag.start);
    return value;
  }
  if (context.isCode(tag.start)) return text.slice(tag.start, tag.end);
  return leaveTag(context, text, tag, "a value that only the old site knew");
}

const URL_FILTERS =
  /^(?:relative_url|absolute_url|url|prepend|append|escape|strip|safe|downcase|uri_escape|cgi_escape|htmlBaseUrl)$/;

/** The value of `"words" | filter`, `site.title`, `page.title`; null where it cannot be known. */
function evaluated(expression: string, context: TagContext): string | null {
  const [name = "", ...filters] = expression.split("|").map((part) => part.trim());
  const words = /^(?:"([^"]*)"|'([^']*)')$/.exec(name);
  let value = words ? (words[1] ?? words[2] ?? "") : context.lookUp(name);
  for (const filter of filters) {
    if (value === null) return null;
    const [, filterName = "", argument = ""] = /^(\w+)\s*:?\s*(.*)$/.exec(filter) ?? [];
    if (!URL_FILTERS.test(filterName)) return null;
    if (filterName === "relative_url") value = (context.lookUp("site.baseurl") ?? "") + value;
    if (filterName === "absolute_url")
      value = `${context.lookUp("site.url") ?? ""}${context.lookUp("site.baseurl") ?? ""}${value}`;
    if (filterName === "prepend") value = (evaluated(argument, context) ?? "") + value;
    if (filterName === "append") value += evaluated(argument, context) ?? "";
  }
  return value;
}
