import { createMarkdown, type Token } from "../article/markdown.ts";

/** An image that an article or page names. */
export interface ImageReference {
  readonly src: string;
  /** File that names it, relative to the project, with "/". */
  readonly file: string;
  /** 1-based; 0 when it cannot be told. */
  readonly line: number;
  /** "image.src" in front matter, "image" in the text. */
  readonly field: string;
}

const markdown = createMarkdown();

/** Images in a Markdown text, in order. `bodyLine`: 1-based line of the file on which it starts. */
export function imagesInText(body: string, file: string, bodyLine: number): readonly ImageReference[] {
  // Most texts have none; parsing them again would be waste.
  if (!body.includes("![")) return [];
  const found: ImageReference[] = [];
  for (const token of markdown.parse(body, {})) {
    let line = (token.map?.[0] ?? 0) + bodyLine;
    for (const child of token.children ?? []) {
      if (child.type === "softbreak" || child.type === "hardbreak") line++;
      if (child.type === "image") found.push({ src: sourceOf(child), file, line, field: "image" });
    }
  }
  return found;
}

/** Address of an image token as its author wrote it: markdown-it encodes what an address may not hold. */
export function sourceOf(image: Token): string {
  return image.attrGet("src") ?? "";
}
