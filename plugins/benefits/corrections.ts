import type { Article, BenefitCorrections } from "../article/types.ts";
import type { ArticleBenefit } from "../corpus/types.ts";
import type { Problem } from "../problem.ts";
import { type Confirmed, readConfirmed } from "./confirm.ts";
import type { Lexicon } from "./lexicon.ts";
import { type Resolve, resolver } from "./resolve.ts";

/** Benefits as the writer corrected them, and what could not be understood. */
export interface Corrected {
  readonly benefits: readonly ArticleBenefit[];
  /** Listed ones of which the writer dropped all that was read: a promised number may count them, and need not. */
  readonly droppedCount: number;
  /** Canonicals that the writer stands for. */
  readonly confirmed: Confirmed;
  readonly problems: readonly Problem[];
}

/**
 * Applies the corrections of an article's front matter to what was found: what
 * the writer says wins and is marked `byWriter`.
 *
 * Order: drop, rename, merge, add, hedged, grade. A benefit may be written as
 * canonical ("reduce:stress") or in words ("Reduces stress"); what is in
 * neither form known is an error that names the nearest known one.
 */
export function applyCorrections(
  benefits: readonly ArticleBenefit[],
  article: Article,
  lexicon: Lexicon,
): Corrected {
  const corrections = article.frontMatter.benefits;
  if (isUncorrected(corrections)) return { ...UNCORRECTED, benefits };
  const problems: Problem[] = [];
  const resolve = resolver(article, lexicon, problems);
  const steps = [dropped, renamed, merged, added, hedged, graded];
  const corrected = steps.reduce<readonly ArticleBenefit[]>(
    (list, step) => step(list, corrections, resolve),
    benefits,
  );
  const isListed = ({ kind, heading, canonicals }: ArticleBenefit): boolean =>
    kind !== "prose" && heading !== null && canonicals.length > 0;
  const kept = dropped(benefits.filter(isListed), corrections, resolver(article, lexicon, []));
  const { confirmed, problems: unheard } = readConfirmed(corrected, article, lexicon);
  return {
    benefits: corrected,
    droppedCount: benefits.filter(isListed).length - kept.length,
    confirmed,
    problems: [...problems, ...unheard],
  };
}

/** What comes of corrections that are none. */
const UNCORRECTED: Omit<Corrected, "benefits"> = { droppedCount: 0, confirmed: new Map(), problems: [] };

/** Most articles: their writers leave what was read as it is. */
function isUncorrected({ rename, ...lists }: BenefitCorrections): boolean {
  return Object.keys(rename).length === 0 && Object.values(lists).every(({ length }) => length === 0);
}

type Step = (
  list: readonly ArticleBenefit[],
  corrections: BenefitCorrections,
  resolve: Resolve,
) => readonly ArticleBenefit[];

const dropped: Step = (list, { drop }, resolve) => {
  const gone = new Set(drop.map((text) => resolve(text, "drop")));
  return replaceCanonicals(list, (canonical) => (gone.has(canonical) ? null : canonical));
};

const renamed: Step = (list, { rename }, resolve) => {
  const to = new Map(
    Object.entries(rename).map(([from, name]) => [resolve(from, "rename"), resolve(name, "rename")]),
  );
  return replaceCanonicals(list, (canonical) => to.get(canonical) ?? canonical);
};

const merged: Step = (list, { merge }, resolve) =>
  merge.reduce<readonly ArticleBenefit[]>((current, { from, to }) => {
    const target = resolve(to, "merge");
    if (target === null) return current;
    const sources = new Set([...from.map((text) => resolve(text, "merge")), target]);
    const one = replaceCanonicals(current, (canonical) => (sources.has(canonical) ? target : canonical));
    return keepFirst(one, target);
  }, list);

const added: Step = (list, { add }, resolve) => [
  ...list,
  ...add.flatMap(({ benefit, words, heading }): ArticleBenefit[] => {
    const canonical = resolve(benefit, "add");
    if (
      canonical === null ||
      list.some(({ canonicals, kind }) => canonicals.includes(canonical) && kind !== "prose")
    )
      return [];
    return [byWriter(canonical, words ?? heading ?? benefit, heading)];
  }),
];

const hedged: Step = (list, corrections, resolve) => {
  const marked = new Set(corrections.hedged.map((text) => resolve(text, "hedged")));
  return list.map((one) =>
    one.canonicals.some((c) => marked.has(c)) ? { ...one, hedged: true, byWriter: true } : one,
  );
};

const graded: Step = (list, { grade }, resolve) => {
  const grades = new Map(
    grade.map(({ benefit, grade: value, source }) => [resolve(benefit, "grade"), { grade: value, source }]),
  );
  return list.map((one) => {
    const found = one.canonicals.map((canonical) => grades.get(canonical)).find(Boolean);
    return found ? { ...one, grade: found, byWriter: true } : one;
  });
};

/** Every canonical passed through `change`; a benefit left without any is gone, a changed one is the writer's. */
function replaceCanonicals(
  list: readonly ArticleBenefit[],
  change: (canonical: string) => string | null,
): readonly ArticleBenefit[] {
  return list.flatMap((one) => {
    const canonicals = [...new Set(one.canonicals.flatMap((canonical) => change(canonical) ?? []))];
    if (canonicals.length === 0 && one.canonicals.length > 0) return [];
    const isSame =
      canonicals.length === one.canonicals.length && canonicals.every((c, at) => c === one.canonicals[at]);
    return [isSame ? one : { ...one, canonicals, byWriter: true }];
  });
}

/** A merged benefit is shown once, where it is first said. */
function keepFirst(list: readonly ArticleBenefit[], canonical: string): readonly ArticleBenefit[] {
  const first = list.findIndex(({ canonicals }) => canonicals.includes(canonical));
  return list.flatMap((one, index) => {
    if (index <= first || !one.canonicals.includes(canonical)) return [one];
    const canonicals = one.canonicals.filter((other) => other !== canonical);
    return canonicals.length > 0 ? [{ ...one, canonicals, byWriter: true }] : [];
  });
}

function byWriter(canonical: string, words: string, heading: string | null): ArticleBenefit {
  return {
    canonicals: [canonical],
    kind: "writer",
    heading,
    evidence: words,
    line: 1,
    anchor: "",
    hedged: false,
    grade: null,
    rule: "front-matter",
    confidence: 1,
    byWriter: true,
  };
}
