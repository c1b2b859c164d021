import { createRequire } from "node:module";
import type { Parser as HtmlParser } from "htmlparser2";
import type { Token } from "./markdown.ts";

const require = createRequire(import.meta.url);

/** An `<img>` in a piece of raw HTML. */
export interface HtmlImage {
  readonly src: string;
  /** Its attributes as browsers read them, names in lower case. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Where it begins and ends in the piece: with the `<picture>` around it, where its author wrote one. */
  readonly start: number;
  readonly end: number;
  /** Whether it stands in a link. */
  readonly isInLink: boolean;
  /** Every `srcset` of it, and of the `<picture>` around it. */
  readonly srcsets: readonly string[];
}

/** Every `<img>` with an address in raw HTML, in order; those in comments and scripts are none. */
export function imagesInHtml(html: string): readonly HtmlImage[] {
  if (!/<img\b/i.test(html)) return [];
  const { Parser } = require("htmlparser2") as { Parser: typeof HtmlParser };
  const found: { -readonly [Key in keyof HtmlImage]: HtmlImage[Key] }[] = [];
  let linkCount = 0;
  let picture: {
    readonly start: number;
    readonly srcsets: string[];
    image: (typeof found)[number] | null;
  } | null = null;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "a") linkCount++;
      if (name === "picture") picture = { start: parser.startIndex, srcsets: [], image: null };
      const { src = "", srcset = "" } = attributes;
      if (srcset !== "" && (name === "img" || name === "source")) picture?.srcsets.push(srcset);
      if (name !== "img" || src.trim() === "") return;
      const image = {
        src: src.trim(),
        attributes,
        start: picture?.start ?? parser.startIndex,
        end: parser.endIndex + 1,
        isInLink: linkCount > 0,
        srcsets: picture?.srcsets ?? (srcset === "" ? [] : [srcset]),
      };
      if (picture !== null) picture.image = image;
      found.push(image);
    },
    onclosetag(name) {
      if (name === "a") linkCount--;
      if (name !== "picture") return;
      if (picture?.image) picture.image.end = parser.endIndex + 1;
      picture = null;
    },
  });
  parser.end(html);
  return found;
}

/** The piece with each image replaced by what is given for it; null leaves one as it is. */
export function replaceImages(html: string, change: (image: HtmlImage) => string | null): string {
  let result = "";
  let from = 0;
  for (const image of imagesInHtml(html)) {
    const changed = image.start < from ? null : change(image);
    if (changed === null) continue;
    result += html.slice(from, image.start) + changed;
    from = image.end;
  }
  return result + html.slice(from);
}

/** An `<img>` in running text, and the tags that it is made of: of a `<picture>`, all of them. */
export interface InlineHtmlImage extends HtmlImage {
  readonly tags: readonly [Token, ...Token[]];
}

/** Every `<img>` in the raw HTML of running text, which comes tag by tag, in order. */
export function imagesInline(children: readonly Token[]): readonly InlineHtmlImage[] {
  const tags = children.filter(({ type }) => type === "html_inline");
  const ends: number[] = [];
  for (const { content } of tags) ends.push((ends.at(-1) ?? 0) + content.length);
  return imagesInHtml(tags.map(({ content }) => content).join("")).flatMap((image) => {
    const [first, ...rest] = tags.slice(
      ends.findIndex((end) => end > image.start),
      ends.findIndex((end) => end >= image.end) + 1,
    );
    return first === undefined ? [] : [{ ...image, tags: [first, ...rest] as const }];
  });
}
