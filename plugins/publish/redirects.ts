/** An old address and where it leads. */
export interface RedirectRule {
  /** Path, decoded: "/old page/". */
  readonly from: string;
  /** What the query must hold, in its order: `["p=12"]`; none: any query. */
  readonly query: readonly string[];
  /** Path on the site, encoded. */
  readonly to: string;
}

/**
 * The rules of a `_redirects` file as the theme writes it: a path, parts of a
 * query, the new path, 301. Lines that say anything else are an owner's own and
 * for the host that reads the file.
 */
export function readRedirects(text: string): readonly RedirectRule[] {
  return text.split("\n").flatMap((line) => {
    const [from = "", ...rest] = line.trim().split(/\s+/);
    const status = rest.pop();
    const to = rest.pop() ?? "";
    const isOurs =
      status === "301" &&
      isPath(from) &&
      isPath(to) &&
      rest.every((part) => /^[\w.~%-]+=[\w.~%-]*$/.test(part));
    const path = isOurs ? decoded(from) : null;
    return path === null ? [] : [{ from: path, query: rest, to }];
  });
}

/** Whether a line of `_redirects` asks for a query, as Netlify reads it: "/ p=12 /rest/ 301". Cloudflare takes two or three words a line. */
export function asksForQuery(line: string): boolean {
  return /^\/\S*(?:\s+[\w.~%-]+=\S*)+\s+\/\S*\s+\d{3}$/.test(line.trim());
}

/** A path of this site and no pattern: "//other.example" leads away. */
function isPath(text: string): boolean {
  return /^\/(?!\/)[\w.~!'(),;@&=+$/%-]*$/.test(text);
}

function decoded(path: string): string | null {
  try {
    const text = decodeURI(path);
    // What would end a word or a line in a server's file.
    return /[\s"\\{}<>`]|\p{Cc}/u.test(text.replace(/ /g, "")) ? null : text;
  } catch {
    return null;
  }
}

/** Those that no page can stand for: an answer of the host is the only one. */
export function onlyByHost(rules: readonly RedirectRule[]): readonly RedirectRule[] {
  return rules.filter(({ query }) => query.length > 0);
}

/** The text as a pattern that matches it alone. */
export function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
