import type { Image } from "../article/types.ts";
import type { Picture } from "../corpus/picture.ts";
import type { ViewContext } from "./context.ts";
import type { ImageView, PortraitView } from "./parts.ts";

/**
 * How wide an image in the column of the text is: its measure (34 em of 19 px)
 * where the page has room, else the page without its margins.
 */
export const TEXT_SIZES = "(min-width: 44rem) 40.4rem, 92vw";

const PORTRAIT_SIZES = "64px";

/** An article's image in the forms that were made of it, else as it is named, with its size where that is known. */
export function imageView(context: ViewContext, image: Image | null, file: string): ImageView | null {
  if (image === null) return null;
  const picture = context.pictureOf?.(image.src, file) ?? null;
  if (picture !== null) {
    const { width, height } = picture;
    const room = width > 0 ? { width, height } : { width: null, height: null };
    return { ...image, ...formsOf(picture, TEXT_SIZES), ...room };
  }
  const size = context.imageSizeOf(image.src);
  const room = { width: size?.width ?? null, height: size?.height ?? null };
  return { ...image, ...room, srcset: "", sizes: "", sources: [] };
}

/** A person's picture; as it is named where no forms were made of it. */
export function portraitView(
  image: { readonly src: string; readonly alt: string } | null,
  picture: Picture | null,
): PortraitView | null {
  if (image === null) return null;
  if (picture === null) return { ...image, srcset: "", sizes: "", sources: [] };
  return { ...image, ...formsOf(picture, PORTRAIT_SIZES) };
}

function formsOf(
  { src, srcset, sources }: Picture,
  sizes: string,
): Pick<ImageView, "src" | "srcset" | "sizes" | "sources"> {
  return { src, srcset, sizes, sources: sources.map((source) => ({ ...source, sizes })) };
}
