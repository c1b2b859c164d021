import type { FirstView } from "./first-view.ts";

/** Most that a page may take at the first visit; bytes are compressed ones, 1 kB = 1,000 bytes. */
export interface Budget {
  /** Everything but images. */
  readonly totalBytes: number;
  readonly htmlBytes: number;
  readonly cssBytes: number;
  /** Scripts, all of them deferred. */
  readonly scriptBytes: number;
  readonly requests: number;
  /** The first image, where the page may have one above the fold. */
  readonly imageBytes: number;
  /** Largest contentful paint under Lighthouse's mobile throttling, seconds. */
  readonly lcpSeconds: number;
}

const ARTICLE: Budget = {
  totalBytes: 20_000,
  htmlBytes: 8_000,
  cssBytes: 5_000,
  scriptBytes: 3_000,
  requests: 5,
  imageBytes: 0,
  lcpSeconds: 1.0,
};
/** Lists bring a style sheet of their own, which costs a round trip. */
const LIST: Budget = { ...ARTICLE, lcpSeconds: 1.1 };
const HOME: Budget = { ...ARTICLE, htmlBytes: 6_000, requests: 7, imageBytes: 40_000, lcpSeconds: 1.1 };
const MATRIX: Budget = { ...ARTICLE, totalBytes: 40_000, htmlBytes: 25_000, lcpSeconds: 1.5 };

/** Budget of a kind of page. An image counts as a request of its own. */
export function budgetOf(kind: string): Budget {
  if (kind === "home") return HOME;
  if (kind === "matrix") return MATRIX;
  return kind === "article" ? ARTICLE : LIST;
}

/** What of a first view is over its budget, in words; empty when nothing is. */
export function overBudget(view: FirstView, budget: Budget): readonly string[] {
  const rows: readonly (readonly [string, number, number])[] = [
    ["first view", view.totalBytes, budget.totalBytes],
    ["HTML", view.htmlBytes, budget.htmlBytes],
    ["CSS", view.cssBytes, budget.cssBytes],
    ["scripts", view.scriptBytes, budget.scriptBytes],
    ["requests", view.requests, budget.requests],
  ];
  const images: readonly (readonly [string, number, number])[] =
    budget.imageBytes > 0 ? [["first image", view.largestImageBytes, budget.imageBytes]] : [];
  return [...rows, ...images]
    .filter(([, value, most]) => value > most)
    .map(([name, value, most]) => `${name}: expected at most ${most}, received ${value}`);
}
