/** What a template of the theme's has in common with one that takes its place. */
export interface TemplateParts {
  /** Text of each named block, in order. */
  readonly blocks: ReadonlyMap<string, string>;
  /** Templates it extends, includes or imports. */
  readonly uses: ReadonlySet<string>;
  /** Fields that it reads: "view.published", "person.name". */
  readonly reads: ReadonlySet<string>;
}

const TAG = /\{%-?\s*([a-z]+)\s*([\s\S]*?)-?%\}/g;
const EXPRESSION = /\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/g;
const COMMENT = /\{#[\s\S]*?#\}/g;
const TEXT = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;

/** Names that are no field of a view model. */
const NOT_FIELDS = new Set(["loop"]);

/** Reads a Nunjucks template as far as overriding it is concerned; of broken ones as much as there is. */
export function partsOf(source: string): TemplateParts {
  const text = source.replace(COMMENT, "");
  const code = (text.match(EXPRESSION) ?? []).map((part) => part.replace(TEXT, '""'));
  const reads = code.flatMap((part) =>
    [...part.matchAll(/(?<![\w.])([A-Za-z_]\w*)\.([A-Za-z_]\w*)/g)].flatMap(([, owner = "", field = ""]) =>
      NOT_FIELDS.has(owner) ? [] : [`${owner}.${field}`],
    ),
  );
  const uses = [...text.matchAll(/\{%-?\s*(?:extends|include|import|from)\s+["']([^"']+)["']/g)];
  return {
    blocks: blocksOf(text),
    uses: new Set(uses.map(([, name]) => name as string)),
    reads: new Set(reads),
  };
}

/** Text between the tags of each block, those inside others too. */
function blocksOf(text: string): ReadonlyMap<string, string> {
  const blocks = new Map<string, string>();
  const open: { readonly name: string; readonly start: number }[] = [];
  for (const match of text.matchAll(TAG)) {
    const [whole, tag, rest = ""] = match;
    if (tag === "block") {
      const name = rest.trim();
      open.push({ name, start: match.index + whole.length });
      blocks.set(name, "");
    }
    const last = tag === "endblock" ? open.pop() : undefined;
    if (last !== undefined) blocks.set(last.name, text.slice(last.start, match.index));
  }
  return blocks;
}
