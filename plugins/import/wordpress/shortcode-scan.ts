/** A shortcode as it stands in a text: `[name key="value"]`, `[/name]`, `[name /]`. */
export interface ShortcodeTag {
  readonly start: number;
  /** Position after the closing bracket. */
  readonly end: number;
  readonly name: string;
  readonly isEnd: boolean;
  readonly isSelfClosed: boolean;
  /** Text between name and bracket. */
  readonly attributes: string;
  /** `[[name]]`: the writer shows the shortcode itself. */
  readonly isEscaped: boolean;
}

/** Longest shortcode tag, in characters; page builders write long ones. */
const LENGTH_LIMIT = 20_000;
const NAME = /\[(\/?)([a-z][\w-]{0,60})/iy;

/** Every bracket in a text that has the form of a shortcode. Linear in the length. */
export function shortcodeTags(text: string): readonly ShortcodeTag[] {
  const tags: ShortcodeTag[] = [];
  const lastEnd = text.lastIndexOf("]");
  for (let at = text.indexOf("["); at >= 0 && at < lastEnd; ) {
    NAME.lastIndex = at;
    const name = NAME.exec(text);
    const close = name ? closingBracket(text, at + name[0].length) : -1;
    if (!name || close < 0) {
      at = text.indexOf("[", at + 1);
      continue;
    }
    const inner = text.slice(at + name[0].length, close);
    const isEscaped = text[at - 1] === "[" && text[close + 1] === "]";
    const isSelfClosed = inner.endsWith("/") && name[1] === "";
    tags.push({
      start: isEscaped ? at - 1 : at,
      end: isEscaped ? close + 2 : close + 1,
      name: name[2]!.toLowerCase(),
      isEnd: name[1] === "/",
      isSelfClosed,
      attributes: (isSelfClosed ? inner.slice(0, -1) : inner).trim(),
      isEscaped,
    });
    at = text.indexOf("[", close + 1);
  }
  return tags;
}

/** Position of the bracket that ends a shortcode, values in quotes passed over; -1 where there is none. */
function closingBracket(text: string, from: number): number {
  if (!/[\s=\]/:]/.test(text[from] ?? "")) return -1;
  const limit = Math.min(text.length, from + LENGTH_LIMIT);
  for (let at = from; at < limit; at++) {
    const sign = text[at];
    if (sign === "]") return at;
    if (sign === "[" || (sign === "\n" && text[at + 1] === "\n")) return -1;
    if ((sign === '"' || sign === "'") && text[at - 1] === "=") {
      const end = text.indexOf(sign, at + 1);
      if (end > 0 && end < limit) at = end;
    }
  }
  return -1;
}

const PAIR =
  /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|(?:&#822[01];|[”“″])([^”“″&]*)(?:&#822[01];|[”“″])|([^\s"'\]]+))|"([^"]*)"|([^\s"'=]+)/g;

/** Values of a shortcode by name, lower case; those without a name by their place: "0", "1". */
export function shortcodeValues(attributes: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  let place = 0;
  for (const [, key, a, b, c, d, e, f] of attributes.replace(/^=/, "").matchAll(PAIR)) {
    if (key !== undefined) values.set(key.toLowerCase(), a ?? b ?? c ?? d ?? "");
    else values.set(String(place++), e ?? f ?? "");
  }
  return values;
}
