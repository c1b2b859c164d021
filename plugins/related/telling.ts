import { UNIT } from "./vectors.ts";

/** A label or word in more than this share of the articles tells none of them apart. */
export const COMMON_SHARE = 0.2;

/** Most articles that something telling stands in, on a site of `documentCount`: two may always share it. */
export function mostTelling(documentCount: number): number {
  return Math.max(2, documentCount * COMMON_SHARE);
}

/** Most articles of the rarer of two words for them to tell apart together. */
export function mostApart(documentCount: number): number {
  return Math.max(2, (documentCount * COMMON_SHARE) / 2);
}

/** Presence, tf / (tf + 1), from which an article comes back to a word: it says it twice. */
export const COMES_BACK = Math.floor((UNIT * 2) / 3);

/** Most articles that have a heading of the same words: what comes back in more is a form that each is poured into. */
export function mostRepeated(documentCount: number): number {
  return Math.max(2, documentCount * 0.02);
}

/** Most articles that have a word in their headings which is more than a form of headings ("understanding"). */
export function mostOwn(documentCount: number): number {
  return Math.max(2, documentCount / 3);
}
