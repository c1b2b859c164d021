/** A block or statement at the top of a style sheet. */
interface Rule {
  /** "@layer parts" of a block of that layer; null for everything else. */
  readonly layer: string | null;
  /** What stands between the braces of a layer's block, or the whole rule. */
  readonly text: string;
}

/**
 * The style sheet with neighbouring blocks of one layer joined: a part a file
 * is easy to find, and thirty times `@layer parts {` is paid for by every reader.
 */
export function joinLayers(css: string): string {
  const joined: { layer: string | null; text: string }[] = [];
  for (const { layer, text } of topRules(css)) {
    const last = joined.at(-1);
    if (layer !== null && last?.layer === layer) last.text += text;
    else joined.push({ layer, text });
  }
  return joined.map(({ layer, text }) => (layer === null ? text : `${layer} {${text}}`)).join("\n");
}

const LAYER_BLOCK = /^\s*(@layer\s+[\w.-]+)\s*\{/;

function topRules(css: string): readonly Rule[] {
  const rules: Rule[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < css.length; at++) {
    const character = css[at];
    if (character === '"' || character === "'") at = endOfString(css, at);
    else if (character === "/" && css[at + 1] === "*") at = endOf(css, "*/", at) + 1;
    else if (character === "{") depth++;
    else if (character === "}") depth--;
    const isEnd = depth === 0 && (character === "}" || character === ";");
    if (!isEnd) continue;
    rules.push(ruleOf(css.slice(start, at + 1)));
    start = at + 1;
  }
  return start < css.length ? [...rules, ruleOf(css.slice(start))] : rules;
}

function ruleOf(text: string): Rule {
  const opening = LAYER_BLOCK.exec(text);
  if (opening === null) return { layer: null, text };
  return {
    layer: (opening[1] as string).replace(/\s+/, " "),
    text: text.slice(opening[0].length, text.lastIndexOf("}")),
  };
}

function endOfString(css: string, from: number): number {
  const quote = css[from];
  for (let at = from + 1; at < css.length; at++) {
    if (css[at] === "\\") at++;
    else if (css[at] === quote) return at;
  }
  return css.length;
}

function endOf(css: string, mark: string, from: number): number {
  const at = css.indexOf(mark, from + 2);
  return at < 0 ? css.length : at;
}
