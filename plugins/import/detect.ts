import { isMediumPage } from "./archives/medium.ts";

/** What a file can be told to be by its beginning. */
export type SourceKind =
  | "wordpress"
  | "blogger"
  | "feed"
  | "ghost"
  | "zip"
  | "markdown"
  | "medium"
  | "page"
  | "text";

/** A kind of source, or what was found instead. */
export type Detected = { readonly kind: SourceKind } | { readonly found: string };

/** Bytes that are looked at. */
export const SAMPLE_BYTES = 65_536;

/**
 * Tells a file by what is in it, never by its name alone.
 *
 * @param start the first {@link SAMPLE_BYTES} bytes
 */
export function detect(start: Uint8Array): Detected {
  if (start.length === 0) return { found: "an empty file" };
  if (start[0] === 0x50 && start[1] === 0x4b && start[2] === 3 && start[3] === 4) return { kind: "zip" };
  const isWide = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  if (!isWide && start.includes(0)) return { found: "a binary file" };
  const encoding = isWide ? (start[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8";
  const text = new TextDecoder(encoding)
    .decode(start)
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (text === "") return { found: "an empty file" };
  if (/^(?:---|\+\+\+)(?:json|yaml|toml)?[ \t]*\r?\n/.test(text)) return { kind: "markdown" };
  if (/^(?:\{\s*["}]|\[\s*[{\]])/.test(text)) return detectJson(text);
  if (isMediumPage(text)) return { kind: "medium" };
  const root = outermost(text);
  if (root !== "html" && (text.startsWith("<?xml") || (root !== null && XML_ROOTS.has(root))))
    return detectXml(text, root ?? "…");
  if (
    root === "html" ||
    /^<(?:!doctype html|html|head|body)\b/i.test(text) ||
    /<(?:p|div|h[1-6]|article|section|ul|table)[\s>]/i.test(text)
  )
    return { kind: "page" };
  return { kind: "text" };
}

const XML_ROOTS = new Set(["rss", "feed", "rdf:rdf", "urlset", "sitemapindex", "svg", "opml"]);

/** Name of the first element, lower case; null for a text that does not begin with one. */
function outermost(text: string): string | null {
  let at = 0;
  for (;;) {
    while (/\s/.test(text[at] ?? "")) at++;
    if (/^<!doctype html/i.test(text.slice(at, at + 20))) return "html";
    const end = prologEnd(text, at);
    if (end <= at) return /^<([a-z][\w:.-]*)/i.exec(text.slice(at, at + 200))?.[1]?.toLowerCase() ?? null;
    at = end;
  }
}

/** Position after a comment, instruction or document type that begins at `at`; 0 where none does. */
function prologEnd(text: string, at: number): number {
  if (text.startsWith("<!--", at)) return text.indexOf("-->", at) + 3;
  if (text.startsWith("<?", at)) return text.indexOf("?>", at) + 2;
  if (!text.startsWith("<!", at)) return 0;
  const close = text.indexOf(">", at);
  const subset = text.indexOf("[", at);
  return subset > 0 && subset < close ? text.indexOf("]>", subset) + 2 : close + 1;
}

function detectXml(text: string, root: string): Detected {
  if (/xmlns(?::[\w.-]+)?\s*=\s*["']https?:\/\/wordpress\.org\/export\/[\d.]+\/?["']/i.test(text))
    return { kind: "wordpress" };
  if (root === "feed")
    return /schemas\.google\.com\/blogger|<generator[^>]*>\s*Blogger/i.test(text)
      ? { kind: "blogger" }
      : { kind: "feed" };
  if (root === "rss" || root === "rdf:rdf") return { kind: "feed" };
  if (root === "urlset" || root === "sitemapindex")
    return { found: "a sitemap, which lists addresses and holds no texts" };
  if (root === "svg") return { found: "a drawing (SVG)" };
  return { found: `XML whose outermost element is <${root}>` };
}

function detectJson(text: string): Detected {
  if (/"(?:db|data)"\s*:/.test(text) && /"(?:posts|mobiledoc|lexical|meta)"\s*:/.test(text))
    return { kind: "ghost" };
  return { found: "JSON that is no Ghost export" };
}
