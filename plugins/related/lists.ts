import type { Reason } from "../corpus/types.ts";
import type { Analysis } from "./analysis.ts";
import { type Correction, correctedScore, correctionOf, SCORE_UNIT, scoredCandidates } from "./candidates.ts";
import type { ResolvedOptions } from "./defaults.ts";
import { documentOf, type Nearest, neighbourKeys, scoreOf } from "./nearest.ts";
import { everyNeighbour, rowScorer } from "./neighbours.ts";
import { reasonWriter } from "./reasons.ts";
import { type Place, selectLists, type Wish } from "./select.ts";
import type { LanguageGroup } from "./site.ts";
import type { RankedLink, RankedLists, RelatedDocument } from "./types.ts";

/** Chooses and explains the list of every article of one language, into `lists`. */
export function chooseLists(
  analysis: Analysis,
  nearest: Nearest,
  options: ResolvedOptions,
  lists: RankedLists,
): void {
  const { documents, day, isOffered } = analysis.group;
  const correction = correctionOf(nearest, analysis.vectors, day, options.weights.time);
  const wishes = documents.map(wishReader(analysis.group, options));
  const places = selectLists({
    wishes,
    candidates: candidateSource(analysis, nearest, wishes, correction),
    hosts: (index) => hostsOf(neighbourKeys(nearest, index), index, correction),
    isOffered,
    maxInbound: options.maxInbound,
    minimum: Math.max(1, Math.round(options.minimum * SCORE_UNIT)),
    rescue: options.rescue,
  });
  const reasonsFor = reasonWriter(analysis);
  for (let index = 0; index < documents.length; index++) {
    const list = options.fill ? filled(documents, wishes[index]!, places[index]!, index) : places[index]!;
    lists.set(documents[index]!.id, explained(documents, reasonsFor, list, index));
  }
}

/** What an article wants of its list. Most want nothing special and share one test. */
function wishReader({ documents, indexOf, isOffered }: LanguageGroup, options: ResolvedOptions) {
  const allowsOffered = (other: number): boolean => isOffered[other] === 1;
  const noPins: readonly number[] = [];
  return function wishOf(document: RelatedDocument, index: number): Wish {
    const { none, count, pin, exclude, sameTherapy } = document;
    const pins = pin?.length ? [...new Set(pin)].map((id) => indexOf.get(id) ?? -1) : noPins;
    return {
      count: none ? 0 : (count ?? options.count),
      pins: pins.filter((other) => other >= 0 && other !== index && !documents[other]!.hide),
      allows:
        exclude?.length || sameTherapy ? choosy(documents, indexOf, document, allowsOffered) : allowsOffered,
    };
  };
}

/** Which articles the list of a choosy article takes; the article itself is never among its candidates. */
function choosy(
  documents: readonly RelatedDocument[],
  indexOf: ReadonlyMap<string, number>,
  { exclude, sameTherapy, therapies }: RelatedDocument,
  allowsOffered: Wish["allows"],
): Wish["allows"] {
  const excluded = new Set((exclude ?? []).map((id) => indexOf.get(id)));
  return (other) =>
    allowsOffered(other) &&
    !excluded.has(other) &&
    (!sameTherapy || (documents[other]!.therapies ?? []).some((id) => therapies?.includes(id)));
}

/** Candidates that an article's wish lets through; when it lets too few of the nearest through, all others are asked. */
function candidateSource(
  analysis: Analysis,
  nearest: Nearest,
  wishes: readonly Wish[],
  correction: Correction,
): (index: number) => Float64Array {
  let scoreRow: ((index: number) => Int32Array) | null = null;
  return function candidatesOf(index) {
    const { allows, count } = wishes[index]!;
    const near = neighbourKeys(nearest, index);
    const allowed = near.filter((key) => allows(documentOf(key)));
    if (allowed.length >= count || near.length < nearest.depth)
      return scoredCandidates(allowed, index, correction);
    scoreRow ??= rowScorer(analysis);
    return scoredCandidates(everyNeighbour(scoreRow(index), index, allows), index, correction);
  };
}

function hostsOf(
  keys: Float64Array,
  index: number,
  correction: Correction,
): { index: number; score: number }[] {
  return Array.from(keys, (key) => {
    const host = documentOf(key);
    return {
      index: host,
      score: Math.round(correctedScore(scoreOf(key), host, index, correction) * SCORE_UNIT),
    };
  });
}

/** The list filled up with articles of the same therapy or condition, which come newest first. */
function filled(
  documents: readonly RelatedDocument[],
  wish: Wish,
  list: readonly Place[],
  index: number,
): Place[] {
  const isListed = new Set(list.map((place) => place.index));
  const result = [...list];
  for (let other = 0; other < documents.length && result.length < wish.count; other++) {
    if (
      other === index ||
      isListed.has(other) ||
      !wish.allows(other) ||
      !sharesTopic(documents[index]!, documents[other]!)
    )
      continue;
    result.push({ index: other, score: 0, isPinned: false });
  }
  return result;
}

function sharesTopic(a: RelatedDocument, b: RelatedDocument): boolean {
  const shares = (ours?: readonly string[] | null, theirs?: readonly string[] | null): boolean =>
    (ours ?? []).some((id) => theirs?.includes(id));
  return shares(a.therapies, b.therapies) || shares(a.conditions, b.conditions);
}

function explained(
  documents: readonly RelatedDocument[],
  reasonsFor: ReturnType<typeof reasonWriter>,
  list: readonly Place[],
  index: number,
): RankedLink[] {
  const reasons = reasonsFor(
    index,
    list.map((place) => place.index),
  );
  return list.map(({ index: other, score, isPinned }, at) => ({
    id: documents[other]!.id,
    score: score / SCORE_UNIT,
    reasons: withOrigin(reasons[at]!, isPinned ? "pinned" : score === 0 ? "fill" : null),
  }));
}

function withOrigin(reasons: readonly Reason[], kind: "pinned" | "fill" | null): readonly Reason[] {
  return kind === null ? reasons : [{ kind, shared: [] }, ...reasons];
}
