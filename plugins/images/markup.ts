import type MarkdownIt from "markdown-it";
import type { Token } from "../article/markdown.ts";
import type { Picture } from "../corpus/picture.ts";
import { escapeHtml } from "../page/escape.ts";
import { TEXT_SIZES } from "../page/image.ts";
import { sourceOf } from "./references.ts";

/** What the renderer needs to know of the page it renders. */
export interface PagePictures {
  /** The picture that the page names by an address; null for what is not ours. */
  pictureOf(src: string): Picture | null;
  /** Whether the layout shows an image before the text: then that one comes first. */
  readonly hasLead: boolean;
  /** Whether images that we do not make are told when to load too. */
  readonly marksOthers: boolean;
}

/**
 * Teaches a Markdown renderer to offer images in the forms that were made of
 * them. All load when they near the screen, but for one before the first heading
 * of a page that shows no other before it.
 */
export function amendPictures(md: MarkdownIt, pagePictures: (env: unknown) => PagePictures | null): void {
  md.core.ruler.push("vervain_pictures", (state) => {
    const page = pagePictures(state.env);
    if (page !== null) markImages(state.tokens, page);
  });
  const plain = md.renderer.rules.image;
  md.renderer.rules.image = (tokens, index, options, env, self) => {
    const token = tokens[index] as Token;
    const html = plain ? plain(tokens, index, options, env, self) : self.renderToken(tokens, index, options);
    const { picture } = (token.meta ?? {}) as { readonly picture?: Picture };
    return picture === undefined ? html : inPicture(html, picture);
  };
}

/** `<picture>` around an `<img>` that is already complete; the `<img>` alone where no other format is offered. */
function inPicture(img: string, { sources }: Picture): string {
  const offered = sources.map(
    ({ type, srcset }) => `<source type="${type}" srcset="${escapeHtml(srcset)}" sizes="${TEXT_SIZES}">`,
  );
  return offered.length === 0 ? img : `<picture>${offered.join("")}${img}</picture>`;
}

function markImages(tokens: readonly Token[], page: PagePictures): void {
  let isFirst = !page.hasLead;
  for (const token of tokens) {
    if (token.type === "heading_open") isFirst = false;
    for (const image of token.children ?? []) {
      if (image.type !== "image") continue;
      const picture = page.pictureOf(sourceOf(image));
      if (picture !== null || page.marksOthers) markImage(image, picture, isFirst);
      isFirst = false;
    }
  }
}

function markImage(image: Token, picture: Picture | null, isFirst: boolean): void {
  if (picture !== null) {
    image.meta = { ...image.meta, picture };
    image.attrSet("src", picture.src);
    if (picture.srcset !== "") {
      image.attrSet("srcset", picture.srcset);
      image.attrSet("sizes", TEXT_SIZES);
    }
    if (picture.width > 0) image.attrSet("width", String(picture.width));
    if (picture.height > 0) image.attrSet("height", String(picture.height));
  }
  image.attrSet("loading", isFirst ? "eager" : "lazy");
  image.attrSet(isFirst ? "fetchpriority" : "decoding", isFirst ? "high" : "async");
}

/** An article's own image as HTML, for layouts that show it first; as it is named where no picture was made. */
export function pictureHtml(
  picture: Picture | null,
  { src, alt }: { readonly src: string; readonly alt: string },
): string {
  const first = `alt="${escapeHtml(alt)}" fetchpriority="high"`;
  if (picture === null) return `<img src="${escapeHtml(src)}" ${first}>`;
  const { width, height, srcset } = picture;
  const room = width > 0 ? ` width="${width}" height="${height}"` : "";
  const set = srcset === "" ? "" : ` srcset="${escapeHtml(srcset)}" sizes="${TEXT_SIZES}"`;
  return inPicture(`<img src="${escapeHtml(picture.src)}"${set}${room} ${first}>`, picture);
}
