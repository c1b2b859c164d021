import { distance } from "fastest-levenshtein";
import type { Article, BenefitCorrections } from "../article/types.ts";
import type { ArticleBenefit } from "../corpus/types.ts";
import { type Problem, quote } from "../problem.ts";
import { DIRECTIONS, parseCanonical, toCanonical } from "./canonical.ts";
import { readClaims } from "./claims.ts";
import type { Lexicon } from "./lexicon.ts";
import { tokenize } from "./tokens.ts";

/** Benefits as the writer corrected them, and what could not be understood. */
export interface Corrected {
  readonly benefits: readonly ArticleBenefit[];
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
  const problems: Problem[] = [];
  const corrections = article.frontMatter.benefits;
  const resolve = (text: string, field: string): string | null =>
    resolveOne(text, field, article, lexicon, problems);
  const steps = [dropped, renamed, merged, added, hedged, graded];
  const corrected = steps.reduce<readonly ArticleBenefit[]>(
    (list, step) => step(list, corrections, resolve),
    benefits,
  );
  return { benefits: corrected, problems };
}

type Resolve = (text: string, field: string) => string | null;
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

function resolveOne(
  text: string,
  field: string,
  { file }: Article,
  lexicon: Lexicon,
  problems: Problem[],
): string | null {
  const parsed = parseCanonical(text);
  if (parsed && lexicon.targets.has(parsed.target)) return toCanonical(parsed.direction, parsed.target);
  const inWords = parsed ? null : canonicalOfWords(text, lexicon);
  if (inWords !== null) return inWords;
  const nearest = nearestKnown(text, lexicon);
  const message = `expected a known benefit such as reduce:stress, received ${quote(text)}. Did you mean ${quote(nearest)}?`;
  problems.push({ file, line: 1, field: `benefits.${field}`, message, severity: "error" });
  return null;
}

function canonicalOfWords(text: string, lexicon: Lexicon): string | null {
  const tokens = tokenize(text);
  const claims = readClaims(tokens, 0, tokens.length, lexicon, { isHeading: true, subject: new Set() });
  return claims[0]?.canonical ?? null;
}

/** The known canonical with the fewest letters changed; the direction as written where it is one. */
function nearestKnown(text: string, lexicon: Lexicon): string {
  const [before = "", ...rest] = text.toLowerCase().trim().split(":");
  const direction = nearest(rest.length > 0 ? before.trim() : "", DIRECTIONS);
  const target = nearest((rest.length > 0 ? rest.join(":") : before).trim().replaceAll(" ", "-"), [
    ...lexicon.targets.keys(),
  ]);
  return rest.length > 0
    ? `${direction}:${target}`
    : `${lexicon.targets.get(target)?.usual ?? "improve"}:${target}`;
}

function nearest(word: string, known: readonly string[]): string {
  let best = known[0] ?? "";
  let least = Number.POSITIVE_INFINITY;
  for (const one of known) {
    const changed = distance(word.slice(0, 60), one);
    if (changed < least) {
      best = one;
      least = changed;
    }
  }
  return best;
}
