import { componentMarkdown, readValues } from "./components.ts";
import { DEPTH_LIMIT, leaveTag, noteDone, PARTNER_REACH, type TagContext } from "./tags.ts";

interface Shortcode {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly rest: string;
  readonly isEnd: boolean;
  readonly isClosed: boolean;
  /** Written between "/\*" and "*\/": shown as it is, without these. */
  readonly isShown: boolean;
}

const PATTERN =
  /\{\{([<%])(\/\*)?\s*(\/?)\s*([\w./-]+)((?:"(?:[^"\\]|\\.)*"|`[^`]*`|[^"`>%]|[>%](?!\}\})){0,2000}?)(\/?)\s*(\*\/)?[>%]\}\}/g;

/** A text with Hugo's shortcodes done, or named by line. */
export function withoutShortcodes(text: string, context: TagContext): string {
  if (!/\{\{[<%]/.test(text)) return text;
  const codes = [...text.matchAll(PATTERN)].map(
    (found): Shortcode => ({
      start: found.index,
      end: found.index + found[0].length,
      name: found[4]!,
      rest: (found[5] ?? "").trim(),
      isEnd: found[3] === "/",
      isClosed: found[6] === "/",
      isShown: found[2] !== undefined,
    }),
  );
  const build = (from: number, to: number, first: number, last: number, depth = 0): string => {
    let out = "";
    let at = from;
    for (let index = first; index < last; index++) {
      const code = codes[index]!;
      if (code.start < at) continue;
      out += text.slice(at, code.start);
      at = code.end;
      if (code.isShown) {
        out += text.slice(code.start, code.end).replace(/\/\*|\*\//g, "");
        continue;
      }
      const partner = code.isEnd || code.isClosed || depth > DEPTH_LIMIT ? -1 : partnerOf(codes, index, last);
      const closing = codes[partner];
      const inner =
        closing === undefined ? null : build(code.end, closing.start, index + 1, partner, depth + 1);
      if (closing !== undefined) at = closing.end;
      out += codeText(text, code, inner, context);
    }
    return out + text.slice(at, to);
  };
  return build(0, text.length, 0, codes.length);
}

function partnerOf(codes: readonly Shortcode[], index: number, last: number): number {
  const { name } = codes[index]!;
  let depth = 0;
  for (let at = index + 1; at < Math.min(last, index + PARTNER_REACH); at++) {
    const other = codes[at]!;
    if (other.name !== name || other.isShown) continue;
    if (!other.isEnd) depth += other.isClosed ? 0 : 1;
    else if (depth-- === 0) return at;
  }
  return -1;
}

function codeText(text: string, code: Shortcode, inner: string | null, context: TagContext): string {
  const { name, rest, start, end, isEnd } = code;
  const shown = text.slice(start, end);
  const values = readValues(rest);
  if (!isEnd && /^(?:rel)?ref$/.test(name)) {
    const address = context.addressOf(values["0"] ?? values.path ?? "");
    if (address !== null) {
      noteDone(context, shown, start);
      return address;
    }
  }
  // blogdown writes it before files beside the text: what is relative here leads there too.
  if (name === "blogdown/postref") {
    noteDone(context, shown, start);
    return "";
  }
  const value = !isEnd && name === "param" ? context.lookUp(values["0"] ?? "") : null;
  const made = value ?? (isEnd ? null : componentMarkdown(name, values, inner));
  if (made !== null) {
    noteDone(context, shown, start);
    return made;
  }
  const why =
    inner === null
      ? "not known here; it stays as a note that readers do not see"
      : "not known here; what it held stays";
  return leaveTag(context, text, { start, end }, why) + (inner ?? "");
}
