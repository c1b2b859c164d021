/** First fault that keeps a text from being well-formed XML 1.0, or null. Linear; knows no DTD. */
export function xmlFault(xml: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones XML forbids.
  const control = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.exec(xml)?.[0];
  if (control !== undefined)
    return `a control character U+${control.charCodeAt(0).toString(16).padStart(4, "0")}`;
  const open: string[] = [];
  let hasRoot = false;
  let at = xml.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < xml.length) {
    const next = xml.indexOf("<", at);
    const text = xml.slice(at, next === -1 ? xml.length : next);
    const fault = textFault(text, open.length > 0);
    if (fault !== null) return fault;
    if (next === -1) break;
    const step = readMarkup(xml, next, open, hasRoot);
    if (typeof step === "string") return step;
    if (step.isElement) hasRoot = true;
    at = step.end;
  }
  if (open.length > 0) return `<${open.at(-1)}> without its end`;
  return hasRoot ? null : "no element at all";
}

interface Step {
  readonly end: number;
  readonly isElement: boolean;
}

function textFault(text: string, isInside: boolean): string | null {
  if (!isInside)
    return /\S/.test(text)
      ? `text outside the root element (${JSON.stringify(text.trim().slice(0, 20))})`
      : null;
  return entityFault(text);
}

function entityFault(text: string): string | null {
  for (let at = text.indexOf("&"); at !== -1; at = text.indexOf("&", at + 1)) {
    const entity = text.slice(at, at + 12);
    if (!/^&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});/i.test(entity))
      return `an "&" that is not escaped (${JSON.stringify(entity)})`;
  }
  return null;
}

function readMarkup(xml: string, at: number, open: string[], hasRoot: boolean): Step | string {
  for (const [start, end] of SKIPPED) {
    if (!xml.startsWith(start, at)) continue;
    const close = xml.indexOf(end, at + start.length);
    return close === -1 ? `${start} without ${end}` : { end: close + end.length, isElement: false };
  }
  const close = tagEnd(xml, at);
  if (close === -1) return `"<" without ">" (${JSON.stringify(xml.slice(at, at + 20))})`;
  const tag = xml.slice(at + 1, close);
  if (tag.startsWith("/")) {
    const name = tag.slice(1).trim();
    return open.pop() === name ? { end: close + 1, isElement: true } : `</${name}> that closes nothing`;
  }
  const name = /^[A-Za-z_:][\w:.-]*/.exec(tag)?.[0];
  if (name === undefined) return `"<" that is not escaped (${JSON.stringify(xml.slice(at, at + 20))})`;
  if (open.length === 0 && hasRoot) return `a second root element <${name}>`;
  const isClosed = tag.endsWith("/");
  const fault = attributesFault(tag.slice(name.length, isClosed ? -1 : undefined));
  if (fault !== null) return fault;
  if (!isClosed) open.push(name);
  return { end: close + 1, isElement: true };
}

const SKIPPED = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
  ["<!", ">"],
] as const;

/** Place of the ">" that ends a tag; quoted values may hold one. */
function tagEnd(xml: string, start: number): number {
  let quoted = "";
  for (let at = start + 1; at < xml.length; at++) {
    const char = xml[at]!;
    if (quoted !== "") {
      if (char === quoted) quoted = "";
    } else if (char === '"' || char === "'") quoted = char;
    else if (char === ">") return at;
    else if (char === "<") return -1;
  }
  return -1;
}

function attributesFault(text: string): string | null {
  const seen = new Set<string>();
  let rest = text.trim();
  while (rest !== "") {
    const match = /^([A-Za-z_:][\w:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')\s*/.exec(rest);
    if (match === null) return `an attribute that is not name="value" (${JSON.stringify(rest.slice(0, 20))})`;
    if (seen.has(match[1]!)) return `the attribute ${match[1]} twice`;
    seen.add(match[1]!);
    const fault = entityFault(match[2] ?? match[3] ?? "");
    if (fault !== null) return fault;
    rest = rest.slice(match[0].length);
  }
  return null;
}

/** Texts of all elements of that name, entities decoded, CDATA opened. For well-formed XML. */
export function elementTexts(xml: string, name: string): readonly string[] {
  const found: string[] = [];
  const [start, end] = [`<${name}`, `</${name}>`];
  for (let at = xml.indexOf(start); at !== -1; at = xml.indexOf(start, at + 1)) {
    const after = xml[at + start.length];
    if (after !== ">" && !/\s/.test(after ?? "")) continue;
    const open = xml.indexOf(">", at);
    const close = xml.indexOf(end, open);
    if (open === -1 || close === -1) break;
    found.push(decodeXml(xml.slice(open + 1, close)));
    at = close;
  }
  return found;
}

/** Values of an attribute of all elements of that name. For well-formed XML. */
export function attributeValues(xml: string, name: string, attribute: string): readonly string[] {
  const found: string[] = [];
  for (let at = xml.indexOf(`<${name} `); at !== -1; at = xml.indexOf(`<${name} `, at + 1)) {
    const end = tagEnd(xml, at);
    const value = new RegExp(`\\s${attribute}\\s*=\\s*["']([^"']*)["']`).exec(xml.slice(at, end))?.[1];
    if (value !== undefined) found.push(decodeXml(value));
  }
  return found;
}

function decodeXml(text: string): string {
  return text
    .replace(/<!\[CDATA\[|\]\]>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&(?:apos|#39);/g, "'")
    .replace(/&amp;/g, "&")
    .trim();
}
