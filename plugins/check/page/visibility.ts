/** Elements whose content is never shown as text. */
const UNSEEN = new Set([
  "head",
  "script",
  "style",
  "template",
  "noscript",
  "iframe",
  "object",
  "video",
  "audio",
  "canvas",
  "datalist",
]);

const UNSEEN_STYLE =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|content-visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|font-size\s*:\s*0(?:px|em|rem)?\s*(?:;|!|$))/i;

/**
 * True when the element itself hides what is in it. `<details>` does not: its
 * content is on the page, one click away. Class names and style sheets are not
 * looked at.
 */
export function hidesContent(tag: string, attributes: Readonly<Record<string, string>>): boolean {
  if (UNSEEN.has(tag)) return true;
  if (attributes.hidden !== undefined) return true;
  if (tag === "dialog" && attributes.open === undefined) return true;
  if (tag === "input" && attributes.type === "hidden") return true;
  const style = attributes.style;
  return style !== undefined && UNSEEN_STYLE.test(style);
}
