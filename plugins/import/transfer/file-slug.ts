import { toSlug } from "../../article/anchors.ts";

const LENGTH_LIMIT = 80;
/** What Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * Words as the name of a file in whatever script they are: Latin letters
 * without their marks, others as they are. "" when no letter or digit is left.
 */
export function fileSlug(words: string): string {
  const text = words.normalize("NFC").trim();
  const slug = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text)
    ? nativeSlug(text)
    : latinSlug(text);
  return DEVICE.test(slug) ? `${slug}-text` : slug;
}

function latinSlug(text: string): string {
  return /[\p{L}\p{N}]/u.test(text) ? toSlug(text) : "";
}

function nativeSlug(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  // Letters of other scripts take up to four bytes, and a name has 255.
  return [...words]
    .slice(0, LENGTH_LIMIT / 2)
    .join("")
    .replace(/-+$/, "");
}
