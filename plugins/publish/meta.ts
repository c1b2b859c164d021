import { type HeaderRule, isSiteWide } from "./headers.ts";

/** What a page can say of its own headers, for hosts that let an owner set none. */
export interface MetaTags {
  /** To stand in the head before the first script, style or link; "" for nothing. */
  readonly html: string;
  /** Directives and headers that a page cannot set, in the order of the rule. */
  readonly lost: readonly string[];
}

/** Directives that browsers ignore in a page. @see https://html.spec.whatwg.org/#attr-meta-http-equiv-content-security-policy */
const HEADER_ONLY = new Set(["frame-ancestors", "report-uri", "sandbox"]);

/** The site-wide rule as tags, for GitHub Pages. */
export function metaTags(rules: readonly HeaderRule[]): MetaTags {
  const site = rules.find(isSiteWide)?.headers ?? {};
  const directives = (site["Content-Security-Policy"] ?? "").split("; ").filter((text) => text !== "");
  const isKept = (directive: string): boolean => !HEADER_ONLY.has(directive.split(" ", 1)[0] as string);
  const policy = directives.filter(isKept).join("; ");
  const referrer = site["Referrer-Policy"];
  return {
    html: [
      policy && `<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">`,
      referrer && `<meta name="referrer" content="${escapeAttribute(referrer)}">`,
    ]
      .filter(Boolean)
      .join("\n"),
    lost: [
      ...directives.filter((directive) => !isKept(directive)),
      ...Object.keys(site).filter((name) => !["Content-Security-Policy", "Referrer-Policy"].includes(name)),
    ],
  };
}

/** Puts the tags after the page's character set, or first in its head; a page without a head stays as it is. */
export function insertMeta(html: string, { html: tags }: MetaTags): string {
  if (tags === "") return html;
  const head = /<head(?:\s[^>]*)?>/i.exec(html);
  if (head === null) return html;
  const start = head.index + head[0].length;
  const charset = /^\s*<meta\s+charset=[^>]*>/i.exec(html.slice(start, start + 200));
  const at = start + (charset?.[0].length ?? 0);
  return `${html.slice(0, at)}\n${tags}${html.slice(at)}`;
}

function escapeAttribute(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
}
