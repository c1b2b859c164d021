import { compareText } from "../problem.ts";
import type { LeftItem, Part, PartKind, SourceMedia, Sums, Survey } from "./model.ts";

/** What became of one item of a source. */
export interface LedgerItem {
  readonly key: string;
  readonly title: string;
  /** `file:line` in the source. */
  readonly at: string;
  readonly outcome: "imported" | "draft" | "left-out";
  /** Why it is a draft or left out. */
  readonly why?: string;
  /** File in the project. */
  readonly to?: string;
  /** Path on the site. */
  readonly address?: string;
  readonly parts: readonly Part[];
}

/** Of one kind of thing: how many a source holds, how many came over, how many are named as left out. */
export interface Balance {
  readonly in: number;
  readonly out: number;
  readonly named: number;
}

/** The account of an import, whole: every item of the source and what became of it. */
export interface Ledger {
  readonly version: 1;
  readonly source: string;
  readonly site: string | null;
  readonly balance: Readonly<Record<keyof Sums, Balance>>;
  /** Old addresses with a query or of archives, and where they lead now. */
  readonly redirects: Readonly<Record<string, string>>;
  /** Files that lie on another host only, with the documents that need them. */
  readonly remote: readonly { readonly address: string; readonly neededBy: readonly string[] }[];
  readonly parts: readonly Part[];
  /** In the source's order. */
  readonly items: readonly LedgerItem[];
  /** Files of this or an earlier import that were not touched, and why. */
  readonly untouched: Readonly<Record<string, string>>;
  /** Fingerprint of each file as the import wrote it, by path: by it the owner's edits are known. */
  readonly written: Readonly<Record<string, string>>;
}

/** Kinds that are counted at the source apart from what is done with them. */
const COUNTED = ["author", "comment", "field", "term"] as const satisfies readonly (keyof Sums & PartKind)[];

/** Sets what the source held against what the items say: equal, unless something was lost on the way. */
export function balanceOf(
  sums: Sums,
  items: readonly LedgerItem[],
  parts: readonly Part[],
): Ledger["balance"] {
  const all = [...parts, ...items.flatMap((item) => item.parts)];
  const counted = Object.fromEntries(
    COUNTED.map((kind) => {
      const own = all.filter((part) => part.kind === kind);
      return [
        kind,
        {
          in: sums[kind],
          out: countOf(own.filter(isKept)),
          named: countOf(own.filter((part) => !isKept(part))),
        },
      ];
    }),
  ) as Record<(typeof COUNTED)[number], Balance>;
  const out = items.filter(({ outcome }) => outcome !== "left-out").length;
  return { item: { in: sums.item, out, named: items.length - out }, ...counted };
}

function isKept({ outcome }: Part): boolean {
  return outcome !== "left-out";
}

function countOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { count = 1 }) => sum + count, 0);
}

/** Kinds whose sums do not agree, in words; empty when nothing was lost. */
export function balanceFaults(balance: Ledger["balance"]): readonly string[] {
  return Object.entries(balance)
    .filter(([, sum]) => sum.in !== sum.out + sum.named)
    .map(
      ([kind, sum]) =>
        `${kind}s: ${sum.in} in the source, ${sum.out} came over, ${sum.named} named as left out`,
    );
}

/** The entry of an item that is no document. */
export function leftEntry({ key, title, file, line, why, parts }: LeftItem): LedgerItem {
  return { key, title, at: `${file}:${line}`, outcome: "left-out", why, parts };
}

/** The entry of a media file: copied where a text shows it and it is at hand. */
export function mediaEntry(media: SourceMedia, copied: string | null, isNeeded: boolean): LedgerItem {
  const { key, file, line, url, parts } = media;
  const title = media.title || url;
  const at = `${file}:${line}`;
  if (copied !== null) return { key, title, at, parts, outcome: "imported", to: copied };
  const why = isNeeded
    ? "the file is not at hand; texts that show it have its old address"
    : "no text shows it";
  return { key, title, at, parts, outcome: "left-out", why };
}

/**
 * The ledger as text, an item a line, the same for the same import. In pieces:
 * that of a large blog is longer than all else an import holds at once.
 */
export function* ledgerPieces(ledger: Ledger): Generator<string> {
  const written = Object.entries(ledger.written).sort(([a], [b]) => compareText(a, b));
  yield `{
  "version": ${ledger.version},
  "source": ${JSON.stringify(ledger.source)},
  "site": ${JSON.stringify(ledger.site)},
  "balance": ${JSON.stringify(ledger.balance)},
  "redirects": `;
  yield* pairPieces(Object.entries(ledger.redirects));
  yield ',\n  "remote": ';
  yield* listPieces(ledger.remote);
  yield ',\n  "parts": ';
  yield* listPieces(ledger.parts);
  yield ',\n  "items": ';
  yield* listPieces(ledger.items);
  yield ',\n  "untouched": ';
  yield* pairPieces(Object.entries(ledger.untouched));
  yield ',\n  "written": ';
  yield* pairPieces(written);
  yield "\n}\n";
}

function* listPieces(list: readonly unknown[]): Generator<string> {
  if (list.length === 0) yield "[]";
  for (const [at, one] of list.entries()) yield `${at === 0 ? "[" : ","}\n    ${JSON.stringify(one)}`;
  if (list.length > 0) yield "\n  ]";
}

function* pairPieces(pairs: readonly (readonly [string, string])[]): Generator<string> {
  if (pairs.length === 0) yield "{}";
  for (const [at, [from, to]] of pairs.entries())
    yield `${at === 0 ? "{" : ","}\n    ${JSON.stringify(from)}: ${JSON.stringify(to)}`;
  if (pairs.length > 0) yield "\n  }";
}

/** Media files that documents need, and what is left of a survey, as entries in the source's order. */
export function otherEntries(
  { media, left }: Survey,
  copiedOf: (media: SourceMedia) => string | null,
  isNeeded: (media: SourceMedia) => boolean,
): readonly LedgerItem[] {
  return [...media.map((one) => mediaEntry(one, copiedOf(one), isNeeded(one))), ...left.map(leftEntry)];
}
