const SAFE_SCHEMES = new Set(["http:", "https:", "mailto:", "tel:"]);
const ENCODED: Readonly<Record<string, string>> = {
  " ": "%20",
  "(": "%28",
  ")": "%29",
  "<": "%3C",
  ">": "%3E",
  '"': "%22",
  "\\": "%5C",
  "{": "%7B",
  "}": "%7D",
  "`": "%60",
  "|": "%7C",
};

/**
 * The address of a link or image, safe to write into Markdown; null for
 * scripts, data, fragments of the page itself and what is no address.
 *
 * Absolute where `base`, the page's own address, is known; as written otherwise.
 */
export function safeAddress(raw: string | null | undefined, base: string | null): string | null {
  const href = [...(raw ?? "")]
    .filter((char) => char > "\u001F" && char !== "\u007F")
    .join("")
    .trim();
  if (href === "" || href.startsWith("#")) return null;
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(href.replace(/\s/g, ""));
  if (scheme && !SAFE_SCHEMES.has(scheme[0].toLowerCase())) return null;
  const absolute = scheme || base === null ? href : resolved(href, base);
  return absolute.replace(/[ ()<>"\\{}`|]/g, (char) => ENCODED[char]!);
}

function resolved(href: string, base: string): string {
  return URL.canParse(href, base) ? new URL(href, base).href : href;
}
