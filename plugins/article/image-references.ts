import { imagesInHtml, imagesInline } from "./html-images.ts";
import { articleMarkdown, type Token } from "./markdown.ts";

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

/**
 * Images in a Markdown text, in order. `bodyLine`: 1-based line of the file on
 * which it starts. `readsHtml`: an `<img>` in raw HTML is one too.
 */
export function imagesInText(
  body: string,
  {
    file,
    bodyLine,
    readsHtml,
  }: { readonly file: string; readonly bodyLine: number; readonly readsHtml: boolean },
): readonly ImageReference[] {
  // Most texts have none; parsing them again would be waste.
  if (!body.includes("![") && !(readsHtml && /<img\b/i.test(body))) return [];
  const found: ImageReference[] = [];
  const add = (src: string, line: number): void => void found.push({ src, file, line, field: "image" });
  for (const token of articleMarkdown().parse(body, {})) {
    let line = (token.map?.[0] ?? 0) + bodyLine;
    if (token.type === "html_block" && readsHtml)
      for (const { src, start } of imagesInHtml(token.content))
        add(src, line + breaksIn(token.content, start));
    const inline = readsHtml ? imagesInline(token.children ?? []) : [];
    for (const child of token.children ?? []) {
      if (child.type === "softbreak" || child.type === "hardbreak") line++;
      if (child.type === "image") add(sourceOf(child), line);
      if (child.type !== "html_inline") continue;
      for (const { src } of inline.filter(({ tags }) => tags[0] === child)) add(src, line);
      line += breaksIn(child.content, child.content.length);
    }
  }
  return found;
}

function breaksIn(text: string, end: number): number {
  return text.slice(0, end).split("\n").length - 1;
}

/** Address of an image token as its author wrote it: markdown-it encodes what an address may not hold. */
export function sourceOf(image: Token): string {
  return image.attrGet("src") ?? "";
}
