/** A tag, a comment, or the text between two of them. */
export interface Token {
  readonly text: string;
  readonly kind: "tag" | "comment" | "text";
  /** Name of a tag, lower case; "" for anything else. */
  readonly name: string;
  /** True inside preformatted text, scripts and styles, and for the tags round them. */
  readonly isVerbatim: boolean;
}

const BLOCK = new Set(
  "address article aside blockquote caption center col colgroup dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr hgroup iframe legend li main map menu nav noscript object ol option p param pre script section select source style summary table tbody td tfoot th thead tr track ul video audio".split(
    " ",
  ),
);
/** Elements whose line breaks and brackets are not ours to touch. */
const VERBATIM = new Set(["pre", "script", "style", "textarea", "svg"]);
const TAG = /<\/?([a-z][\w:-]*)[^<>]*>/iy;

/** Splits HTML at its tags and comments; the texts joined give it back. Linear in the length. */
export function htmlTokens(html: string): readonly Token[] {
  const tokens: Token[] = [];
  const lastCommentEnd = html.lastIndexOf("-->");
  let verbatim = "";
  let done = 0;
  const push = (from: number, to: number, kind: Token["kind"], name: string): void => {
    if (done < from)
      tokens.push({ text: html.slice(done, from), kind: "text", name: "", isVerbatim: verbatim !== "" });
    const text = html.slice(from, to);
    const isEnd = verbatim === name && text.startsWith("</");
    if (verbatim === "" && VERBATIM.has(name) && !text.startsWith("</")) verbatim = name;
    tokens.push({ text, kind, name, isVerbatim: verbatim !== "" });
    if (isEnd) verbatim = "";
    done = to;
  };
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", Math.max(at + 1, done))) {
    if (html.startsWith("<!--", at)) {
      if (at < lastCommentEnd) push(at, html.indexOf("-->", at) + 3, "comment", "");
      continue;
    }
    TAG.lastIndex = at;
    const tag = TAG.exec(html);
    if (tag) push(at, at + tag[0].length, "tag", tag[1]!.toLowerCase());
  }
  if (done < html.length)
    tokens.push({ text: html.slice(done), kind: "text", name: "", isVerbatim: verbatim !== "" });
  return tokens;
}

/** Whether a run of text that meets `token` begins or ends a block there. */
export function isEdge(token: Token | undefined): boolean {
  return token === undefined || BLOCK.has(token.name);
}
