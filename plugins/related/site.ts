import { compareText } from "../problem.ts";
import { dayOf, type ResolvedOptions } from "./defaults.ts";
import type { Labels } from "./evidence.ts";
import type { RelatedDocument } from "./types.ts";

/** The articles of one language, in the order that breaks ties: newer first, then by id. */
export interface LanguageGroup {
  /** Primary language subtag, "en". */
  readonly lang: string;
  readonly documents: readonly RelatedDocument[];
  /** Days since 1970; NaN: no date. */
  readonly day: Float64Array;
  /** 1: may be recommended. */
  readonly isOffered: Uint8Array;
  readonly indexOf: ReadonlyMap<string, number>;
}

/**
 * Sorts articles into languages.
 *
 * @throws {RangeError} when two articles have one id
 */
export function groupByLanguage(
  documents: readonly RelatedDocument[],
  options: ResolvedOptions,
): LanguageGroup[] {
  const ids = new Set<string>();
  const languages = new Map<string, RelatedDocument[]>();
  for (const document of documents) {
    if (ids.has(document.id))
      throw new RangeError(
        `related: id: expected unique ids, received ${JSON.stringify(document.id)} twice.`,
      );
    ids.add(document.id);
    const lang = primaryLanguage(document.lang || options.lang);
    const members = languages.get(lang);
    if (members) members.push(document);
    else languages.set(lang, [document]);
  }
  return [...languages].map(([lang, members]) => languageGroup(lang, members, options));
}

/** "en" of "en-GB". */
export function primaryLanguage(tag: string): string {
  return tag.split(/[-_]/, 1)[0]!.toLowerCase();
}

/** Tags and topics of an article as evidence, each once. */
export function labelsOf({ tags, benefits, therapies, conditions }: RelatedDocument): Labels {
  return {
    tags: [...new Set(tags ?? [])],
    topics: [
      ...(benefits ?? []).map((id) => `benefit:${id}`),
      ...(therapies ?? []).map((id) => `therapy:${id}`),
      ...(conditions ?? []).map((id) => `condition:${id}`),
    ],
  };
}

function languageGroup(
  lang: string,
  members: readonly RelatedDocument[],
  { oldestDay }: ResolvedOptions,
): LanguageGroup {
  const dated = members.map((document) => ({ document, day: dayOf(document.date) }));
  dated.sort((a, b) => newerFirst(a.day, b.day) || compareText(a.document.id, b.document.id));
  return {
    lang,
    documents: dated.map(({ document }) => document),
    day: Float64Array.from(dated, ({ day }) => day),
    isOffered: Uint8Array.from(dated, ({ document, day }) => (document.hide || day < oldestDay ? 0 : 1)),
    indexOf: new Map(dated.map(({ document }, index) => [document.id, index])),
  };
}

function newerFirst(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return b - a;
}
