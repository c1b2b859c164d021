import { diffIndices } from "node-diff3";
import { quote } from "../problem.ts";
import type { ThemeKind } from "./kinds.ts";
import { partsOf } from "./template.ts";

/**
 * What became of a file between two releases, in words, one fact each: names
 * that came and went first, then how many lines. Empty for equal files.
 */
export function changesOf(kind: ThemeKind, before: string, after: string): readonly string[] {
  if (before === after) return [];
  return [...factsOf(kind, before, after), linesChanged(before, after)];
}

function factsOf(kind: ThemeKind, before: string, after: string): readonly string[] {
  switch (kind) {
    case "style":
      return [
        ...valued(valuesOf(before), valuesOf(after)),
        ...["class", "mixin", "part"].flatMap((what) => {
          const pattern = STYLE_NAMES[what] as RegExp;
          return named(`the ${what}`, matches(before, pattern), matches(after, pattern));
        }),
      ];
    case "script":
      return [
        ...named("the function", matches(before, /function (\w+)/g), matches(after, /function (\w+)/g)),
        ...named("the import", matches(before, /from "([^"]+)"/g), matches(after, /from "([^"]+)"/g)),
        ...named(
          "the selector",
          matches(before, /querySelector\w*(?:<[^>]*>)?\(\s*["'`]([^"'`]+)/g),
          matches(after, /querySelector\w*(?:<[^>]*>)?\(\s*["'`]([^"'`]+)/g),
        ),
      ];
    case "texts":
      return textChanges(before, after);
    default:
      return templateChanges(before, after);
  }
}

/** Names in a style sheet that others lean on. */
const STYLE_NAMES: Readonly<Record<string, RegExp>> = {
  class: /\.([a-z][\w-]*)(?=[^;{}]*\{)/g,
  mixin: /@mixin ([\w-]+)/g,
  part: /@use "([^"]+)"/g,
};

/** Custom properties, variables and entries of maps, with what they are set to first. */
function valuesOf(source: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [, name = "", value = ""] of codeOf(source).matchAll(
    /(--[\w-]+|\$[\w-]+|"[\w-]+")\s*:\s*([^;{}\n]+?)\s*[,;]?\s*$/gm,
  ))
    if (!values.has(name)) values.set(name, value);
  return values;
}

/** `"--measure" is new`, `"--measure" was 34em and is 36em`. */
function valued(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  const changed = [...after].flatMap(([name, value]) => {
    const was = before.get(name);
    return was === undefined || was === value ? [] : [`${name} was ${was} and is ${value}`];
  });
  return [...named("", before.keys(), after.keys()), ...changed];
}

function templateChanges(before: string, after: string): readonly string[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  const changed = [...now.blocks].flatMap(([name, text]) =>
    old.blocks.has(name) && old.blocks.get(name) !== text ? [`the block "${name}" is another`] : [],
  );
  return [
    ...named("the block", old.blocks.keys(), now.blocks.keys()),
    ...changed,
    ...named("the template", old.uses, now.uses),
    ...named("the field", old.reads, now.reads),
  ];
}

function textChanges(before: string, after: string): readonly string[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const changed = [...now].flatMap(([key, text]) => {
    const was = old.get(key);
    return was === undefined || was === text ? [] : [`"${key}" was ${was} and is ${text}`];
  });
  return [...named("the text", old.keys(), now.keys()), ...changed];
}

/** Every text of a language file by its key; none of a file that is no JSON. */
export function wordsOf(source: string): ReadonlyMap<string, string> {
  try {
    const { texts = {}, counts = {} } = JSON.parse(source) as Record<string, Record<string, unknown>>;
    const all = [...Object.entries(texts), ...Object.entries(counts)];
    return new Map(all.map(([key, text]) => [key, JSON.stringify(text)]));
  } catch {
    return new Map();
  }
}

function matches(text: string, pattern: RegExp): ReadonlySet<string> {
  return new Set([...codeOf(text).matchAll(pattern)].map(([, name]) => name as string));
}

/** Without comments. */
function codeOf(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<![:"'`])\/\/.*$/gm, "");
}

/** `the block "x" is new`, `the block "y" is gone`. */
function named(what: string, before: Iterable<string>, after: Iterable<string>): readonly string[] {
  const [old, now] = [new Set(before), new Set(after)];
  const say = (name: string): string => (what === "" ? name : `${what} "${name}"`);
  const gone = [...old].filter((name) => !now.has(name)).map((name) => `${say(name)} is gone`);
  const added = [...now].filter((name) => !old.has(name)).map((name) => `${say(name)} is new`);
  return [...gone, ...added];
}

/** Lines shown of a change that is longer, at most. */
const LINES_SHOWN = 3;

/** How many lines came and went, and the first of those that came. */
function linesChanged(before: string, after: string): string {
  const parts = diffIndices(before.split("\n"), after.split("\n"));
  const removed = parts.reduce((sum, { buffer1 }) => sum + buffer1[1], 0);
  const added = parts.flatMap(({ buffer2, buffer2Content }) =>
    buffer2Content.map((text, at) => ({ line: buffer2[0] + at + 1, text: text.trim() })),
  );
  const shown = added.filter(({ text }) => text !== "").slice(0, LINES_SHOWN);
  const words = shown.map(({ line, text }) => `line ${line} ${quote(text)}`).join(", ");
  return `${counted(added.length, "line")} came${words === "" ? "" : ` (${words})`}, ${counted(removed, "line")} went`;
}

/** "1 line", "2 lines". */
function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
