import type MarkdownIt from "markdown-it";
import { type HtmlImage, type InlineHtmlImage, imagesInline, replaceImages } from "../article/html-images.ts";
import { sourceOf } from "../article/image-references.ts";
import type { Token } from "../article/markdown.ts";
import type { Picture } from "../corpus/picture.ts";
import { escapeHtml } from "../page/escape.ts";
import { TEXT_SIZES } from "../page/image.ts";

/** What the renderer needs to know of the page it renders. */
export interface PagePictures {
  /** The picture that the page names by an address; null for what is not ours. */
  pictureOf(src: string): Picture | null;
  /** Whether the layout shows an image before the text: then that one comes first. */
  readonly hasLead: boolean;
  /** Whether images that we do not make are told when to load too. */
  readonly marksOthers: boolean;
  /** Whether an `<img>` in raw HTML is offered as Markdown's images are. */
  readonly readsHtml: boolean;
}

/**
 * Teaches a Markdown renderer to offer images in the forms that were made of
 * them. All load when they near the screen, but for one before the first heading
 * of a page that shows no other before it.
 *
 * @param place what becomes of a picture's HTML where the site lies in a folder
 */
export function amendPictures(
  md: MarkdownIt,
  pagePictures: (env: unknown) => PagePictures | null,
  place: (html: string) => string = (html) => html,
): void {
  md.core.ruler.push("vervain_pictures", (state) => {
    const page = pagePictures(state.env);
    if (page !== null) markImages(state.tokens, page);
  });
  const plain = md.renderer.rules.image;
  md.renderer.rules.image = (tokens, index, options, env, self) => {
    const token = tokens[index] as Token;
    const html = plain ? plain(tokens, index, options, env, self) : self.renderToken(tokens, index, options);
    const { picture } = (token.meta ?? {}) as { readonly picture?: Picture };
    return picture === undefined ? html : place(inPicture(html, picture));
  };
}

/** `<picture>` around an `<img>` that is already complete; the `<img>` alone where no other format is offered. */
function inPicture(img: string, { sources }: Picture, sizes: string = TEXT_SIZES): string {
  const offered = sources.map(
    ({ type, srcset }) => `<source type="${type}" srcset="${escapeHtml(srcset)}" sizes="${sizes}">`,
  );
  return offered.length === 0 ? img : `<picture>${offered.join("")}${img}</picture>`;
}

function markImages(tokens: readonly Token[], page: PagePictures): void {
  let isFirst = !page.hasLead;
  const next = (): boolean => {
    const was = isFirst;
    isFirst = false;
    return was;
  };
  for (const token of tokens) {
    if (token.type === "heading_open") isFirst = false;
    if (page.readsHtml && token.type === "html_block") markHtml(token, page, next);
    const inline = page.readsHtml ? imagesInline(token.children ?? []) : [];
    for (const image of token.children ?? []) {
      const html = inline.find(({ tags }) => tags[0] === image);
      if (html !== undefined) markInline(html, page, next());
      if (image.type !== "image") continue;
      const picture = page.pictureOf(sourceOf(image));
      const first = next();
      if (picture !== null || page.marksOthers) markImage(image, picture, first);
    }
  }
}

function markHtml(token: Token, page: PagePictures, next: () => boolean): void {
  token.content = replaceImages(token.content, (image) => htmlFor(image, page, next()));
}

function markInline(image: InlineHtmlImage, page: PagePictures, isFirst: boolean): void {
  const html = htmlFor(image, page, isFirst);
  if (html === null) return;
  for (const tag of image.tags) tag.content = tag === image.tags[0] ? html : "";
}

/** What stands in place of an author's `<img>`; null: it stays. */
function htmlFor(image: HtmlImage, page: PagePictures, isFirst: boolean): string | null {
  const picture = page.pictureOf(image.src);
  if (picture === null) return null;
  const width = givenWidth(image);
  const sizes = width === null ? TEXT_SIZES : `${width}px`;
  return inPicture(imgOf(image, picture, { width, sizes, isFirst }), picture, sizes);
}

/** Attributes of an `<img>` that are its author's and go with any file. */
const KEPT = ["id", "class", "alt", "title", "lang", "dir"];

/** The width in pixels that an author gave an `<img>`; null: none. */
function givenWidth({ attributes }: HtmlImage): number | null {
  const width = Number(/^[1-9]\d{0,4}$/.exec(attributes.width?.trim() ?? "")?.[0] ?? 0);
  return width > 0 ? width : null;
}

/** The `<img>` of an author with the files that were made; a width that its author gave stays, the height follows. */
function imgOf(
  { attributes }: HtmlImage,
  { src, srcset, ...made }: Picture,
  {
    width: given,
    sizes,
    isFirst,
  }: { readonly width: number | null; readonly sizes: string; readonly isFirst: boolean },
): string {
  const width = given ?? made.width;
  const height = made.width > 0 ? Math.round((width / made.width) * made.height) : made.height;
  const own = KEPT.flatMap((name) => {
    const value = attributes[name];
    return value === undefined ? [] : [[name, value]];
  });
  const all = [
    ["src", src],
    ...(srcset === ""
      ? []
      : [
          ["srcset", srcset],
          ["sizes", sizes],
        ]),
    ...(width > 0 && height > 0
      ? [
          ["width", String(width)],
          ["height", String(height)],
        ]
      : []),
    ...own,
    ...loading(isFirst),
  ];
  return `<img ${all.map(([name, value = ""]) => `${name}="${escapeHtml(value)}"`).join(" ")}>`;
}

/** When browsers fetch it: the first of a page at once, the others when they near the screen. */
function loading(isFirst: boolean): readonly (readonly [string, string])[] {
  return isFirst
    ? [
        ["loading", "eager"],
        ["fetchpriority", "high"],
      ]
    : [
        ["loading", "lazy"],
        ["decoding", "async"],
      ];
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
  for (const [name, value] of loading(isFirst)) image.attrSet(name, value);
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
