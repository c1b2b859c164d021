import { folded } from "../escape.ts";
import { noteComment } from "../exact-inline.ts";
import { markdownPlaces } from "../markdown-places.ts";
import type { Part } from "../model.ts";
import { componentMarkdown, type Values } from "./components.ts";
import { DEPTH_LIMIT, inside, lineFinder, PARTNER_REACH } from "./tags.ts";
import { bareName } from "./values.ts";

/** Where a text of MDX is from. */
export interface MdxContext {
  readonly file: string;
  readonly firstLine: number;
  readonly note: (part: Part) => void;
}

/** A component: a name that begins with a capital. */
const TAG =
  /<(\/?)([A-Z][\w.]*)((?:\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|\{[^{}]*\}))?|\s*\{\.\.\.[^{}]*\}){0,60})\s*(\/?)>/g;

/** MDX as Markdown: imports gone, common components done, others named by line; what they hold stays. */
export function withoutComponents(source: string, context: MdxContext): string {
  const lineAt = lineFinder(source, context.firstLine);
  const { text, imports } = withoutImports(source, context, lineAt);
  const isCode = inside(markdownPlaces(text).code);
  const tags = [...text.matchAll(TAG)].filter(({ index }) => !isCode(index));
  const build = (from: number, to: number, first: number, last: number, depth = 0): string => {
    let out = "";
    let at = from;
    for (let index = first; index < last; index++) {
      const tag = tags[index]!;
      if (tag.index < at) continue;
      out += text.slice(at, tag.index);
      at = tag.index + tag[0].length;
      const isOpen = tag[1] === "" && tag[4] === "";
      const partner = isOpen && depth <= DEPTH_LIMIT ? partnerOf(tags, index, last) : -1;
      const closing = tags[partner];
      const inner = closing === undefined ? null : build(at, closing.index, index + 1, partner, depth + 1);
      if (closing !== undefined) at = closing.index + closing[0].length;
      out += component(tag, inner, imports, lineAt(tag.index), context);
    }
    return out + text.slice(at, to);
  };
  return build(0, text.length, 0, tags.length).replace(/\{\/\*[\s\S]*?\*\/\}/g, "");
}

function partnerOf(tags: readonly RegExpExecArray[], index: number, last: number): number {
  const name = tags[index]![2];
  let depth = 0;
  for (let at = index + 1; at < Math.min(last, index + PARTNER_REACH); at++) {
    const [, end, other, , closed] = tags[at]!;
    if (other !== name) continue;
    if (end === "") depth += closed === "" ? 1 : 0;
    else if (depth-- === 0) return at;
  }
  return -1;
}

function component(
  [shown, end, name = "", attributes = ""]: RegExpExecArray,
  inner: string | null,
  imports: ReadonlyMap<string, string>,
  line: number,
  { file, note }: MdxContext,
): string {
  const what = `${file}:${line}: ${folded(shown).slice(0, 80)}`;
  const made = end === "" ? componentMarkdown(name, valuesOf(attributes, imports), inner) : null;
  if (made !== null) {
    note({ kind: "shortcode", what, outcome: "changed", why: "its content stands in the text" });
    return made;
  }
  const why =
    inner === null
      ? "a component that is not known here; it stays as a note that readers do not see"
      : "a component that is not known here; what it held stays";
  note({ kind: "shortcode", what, outcome: "left-out", why });
  return `${noteComment(shown)}${inner ?? ""}`;
}

function valuesOf(attributes: string, imports: ReadonlyMap<string, string>): Values {
  const values: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [, name = "", a, b, c] of attributes.matchAll(
    /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|\{([^{}]*)\})/g,
  )) {
    const expression = c?.trim().replace(/\.src$/, "");
    const words =
      expression === undefined
        ? (a ?? b ?? "")
        : (imports.get(expression) ?? /^["'`](.*)["'`]$/s.exec(expression)?.[1]);
    if (words !== undefined) values[bareName(name)] = words;
  }
  return values;
}

/** Takes out imports and exports at the start of lines, as long as they are; gives what pictures they name. */
function withoutImports(
  source: string,
  { file, note }: MdxContext,
  lineAt: (offset: number) => number,
): { readonly text: string; readonly imports: ReadonlyMap<string, string> } {
  const imports = new Map<string, string>();
  const isCode = inside(markdownPlaces(source).code);
  const text = source.replace(
    /^(?:import|export)\s[^\n]*(?:\n(?!\s*\n)(?=[ \t}\])])[^\n]*)*/gm,
    (found, index: number) => {
      if (isCode(index)) return found;
      const [, name, path] = /^import\s+(\w+)\s+from\s+["']([^"']+)["']/.exec(found) ?? [];
      if (name !== undefined && path !== undefined) imports.set(name, path);
      else
        note({
          kind: "shortcode",
          what: `${file}:${lineAt(index)}: ${folded(found).slice(0, 80)}`,
          outcome: "left-out",
          why: "code, which an article does not run",
        });
      return found.replace(/[^\n]/g, "");
    },
  );
  return { text, imports };
}
