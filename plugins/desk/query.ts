import { compareText } from "../problem.ts";
import { type DeskRow, STATES, type State } from "./rows.ts";

export const SORTS = [
  "title",
  "state",
  "points",
  "review",
  "words",
  "benefits",
  "proposed",
  "in",
  "out",
  "saved",
] as const;
export type Sort = (typeof SORTS)[number];

export const FILTERS = ["errors", "points", "proposed", "overdue", "orphans"] as const;
/** What an article must have to be shown. */
export type Filter = (typeof FILTERS)[number];

/** What the table is asked for, as its address says it. */
export interface DeskQuery {
  readonly sort: Sort;
  /** The other way round than the sort begins. */
  readonly isReversed: boolean;
  readonly state: State | null;
  readonly filter: Filter | null;
  /** Words that title or file must hold. */
  readonly words: string;
  /** From 1. */
  readonly page: number;
}

/** Rows on one page of the table: more are slow to lay out on a phone. */
export const PAGE_SIZE = 200;

/** The query of an address; what cannot be read counts as not asked. */
export function readQuery(params: URLSearchParams): DeskQuery {
  const oneOf = <Value extends string>(name: string, known: readonly Value[]): Value | null =>
    known.find((value) => value === params.get(name)) ?? null;
  const page = Number(params.get("page") ?? "1");
  return {
    sort: oneOf("sort", SORTS) ?? "saved",
    isReversed: params.get("dir") === "reverse",
    state: oneOf("state", STATES),
    filter: oneOf("only", FILTERS),
    words: (params.get("q") ?? "").trim().slice(0, 200),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The address of a query, without what is usual. */
export function queryAddress(query: DeskQuery): string {
  const params = new URLSearchParams({
    ...(query.words === "" ? {} : { q: query.words }),
    ...(query.state === null ? {} : { state: query.state }),
    ...(query.filter === null ? {} : { only: query.filter }),
    ...(query.sort === "saved" ? {} : { sort: query.sort }),
    ...(query.isReversed ? { dir: "reverse" } : {}),
    ...(query.page === 1 ? {} : { page: String(query.page) }),
  });
  return params.size === 0 ? "./" : `./?${params}`;
}

/** The rows that a query asks for, all pages of them, in its order; ties by title, then id. */
export function chosenRows(rows: readonly DeskRow[], query: DeskQuery): readonly DeskRow[] {
  const words = query.words.toLowerCase().split(/\s+/);
  const compare = ORDERS[query.sort];
  const sign = query.isReversed ? -1 : 1;
  return rows
    .filter(
      (row) =>
        (query.state === null || row.state === query.state) &&
        (query.filter === null || HAS[query.filter](row)) &&
        words.every((word) => `${row.title} ${row.file}`.toLowerCase().includes(word)),
    )
    .sort((a, b) => sign * compare(a, b) || byTitle(a, b) || compareText(a.id, b.id));
}

const HAS: Readonly<Record<Filter, (row: DeskRow) => boolean>> = {
  errors: ({ errorCount }) => errorCount > 0,
  points: ({ errorCount, pointCount }) => errorCount + pointCount > 0,
  proposed: ({ proposedCount }) => proposedCount > 0,
  overdue: ({ review }) => review?.isOverdue === true,
  orphans: ({ linksIn, state }) => linksIn === 0 && state !== "unreadable",
};

type Order = (a: DeskRow, b: DeskRow) => number;

const byTitle: Order = (a, b) => compareText(a.title.toLowerCase(), b.title.toLowerCase());
const most =
  (countOf: (row: DeskRow) => number): Order =>
  (a, b) =>
    countOf(b) - countOf(a);

/** What stands first: what most asks for a hand. */
const ORDERS: Readonly<Record<Sort, Order>> = {
  title: byTitle,
  state: (a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || compareText(b.day, a.day),
  points: (a, b) => b.errorCount - a.errorCount || b.pointCount - a.pointCount || b.noteCount - a.noteCount,
  // Overdue ones are the earliest; what was never reviewed has no day and comes last.
  review: (a, b) => compareText(a.review?.day ?? "~", b.review?.day ?? "~"),
  words: most(({ wordCount }) => wordCount),
  benefits: most(({ publishedCount }) => publishedCount),
  proposed: most(({ proposedCount }) => proposedCount),
  // Orphans first.
  in: (a, b) => a.linksIn - b.linksIn,
  out: (a, b) => a.linksOut - b.linksOut,
  saved: most(({ savedAt }) => savedAt ?? 0),
};
