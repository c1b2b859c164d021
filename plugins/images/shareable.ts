import type { CardView } from "../page/parts.ts";

/** Pixels from which networks and result lists show a picture large (Google, Article; max-image-preview). */
const LARGE = 1200;
/** From a little under 16:9, which result lists ask for, to a little over 1.91:1, which networks crop to. */
const NARROWEST = 1.7;
const WIDEST = 1.95;
/** Formats that networks show. */
const SHOWN = /\.(?:jpe?g|png|webp)$/i;

/** Whether an article's own picture can be shared as it is, in place of a card that is drawn. */
export function isShareable(picture: CardView | null): boolean {
  if (picture === null || picture.width === null || picture.height === null) return false;
  const ratio = picture.width / picture.height;
  return picture.width >= LARGE && ratio >= NARROWEST && ratio <= WIDEST && SHOWN.test(picture.url);
}
