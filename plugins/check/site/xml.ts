import { createRequire } from "node:module";
import type * as entities from "entities";
import type * as saxes from "saxes";

const require = createRequire(import.meta.url);

/**
 * First fault that keeps a text from being well-formed XML 1.0 with namespaces, with
 * its line, or null. Linear; reads no DTD.
 */
export function xmlFault(xml: string): string | null {
  let fault: string | null = null;
  const { SaxesParser } = require("saxes") as typeof saxes;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", ({ message }) => {
    const [, line = "", said = message] = /^(?:[^:]*:)?(\d+):\d+: ([\s\S]*)$/.exec(message) ?? [];
    fault ??= line === "" ? said : `${said} (line ${line})`;
  });
  parser.write(xml).close();
  return fault;
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

function decodeXml(text: string): string {
  const parts = text.split(/(<!\[CDATA\[[\s\S]*?\]\]>)/);
  return parts
    .map((part) =>
      part.startsWith("<![CDATA[")
        ? part.slice(9, -3)
        : (require("entities") as typeof entities).decodeXML(part),
    )
    .join("")
    .trim();
}
