import type { Reason } from "../corpus/types.ts";
import { once } from "../once.ts";
import type { Analysis } from "./analysis.ts";
import { type Correction, correctedScore, correctionOf, SCORE_UNIT, scoredCandidates } from "./candidates.ts";
import type { ResolvedOptions } from "./defaults.ts";
import { type Explains, explained } from "./later.ts";
import { documentOf, type Nearest, neighbourKeys, scoreOf } from "./nearest.ts";
import { everyNeighbour, type RowScorer, rowScorer } from "./neighbours.ts";
import type { Host, Place, Wish } from "./places.ts";
import { reasonWriter, settingApart } from "./reasons.ts";
import { selectLists } from "./select.ts";
import type { LanguageGroup } from "./site.ts";
import type { RankedLink, RankedLists, RelatedDocument } from "./types.ts";

/** Chooses and explains the list of every article of one language, into `lists`. */
export function chooseLists(
  analysis: Analysis,
  nearest: Nearest,
  options: ResolvedOptions,
  lists: RankedLists,
  explains: Explains = "now",
): void {
  const { documents, day, isOffered } = analysis.group;
  const correction = correctionOf(nearest, analysis.vectors, day, options.weights.time);
  const wishes = documents.map(wishReader(analysis.group, options));
  const reasonsFor = remembering(reasonWriter(analysis, options.isName), documents.length);
  const explain = linkWriter(analysis, nearest, correction, reasonsFor);
  const places = selectLists({
    wishes,
    candidates: candidateSource(analysis, nearest, wishes, correction),
    hosts: hostSource(analysis, nearest, correction),
    boxesOf: (index, first) => {
      const ids = options.boxes?.choose(documents[index]!.id, explain(index, first)) ?? [];
      return ids.map((id) => analysis.group.indexOf.get(id) ?? -1);
    },
    isOffered,
    maxInbound: options.maxInbound,
    minimum: Math.max(1, Math.round(options.minimum * SCORE_UNIT)),
    rescue: options.rescue,
  });
  for (let index = 0; index < documents.length; index++) {
    const wish = wishes[index]!;
    const list = options.fill ? filled(documents, wish, places[index]!, index) : places[index]!;
    lists.set(documents[index]!.id, explain(index, list, { offered: wish.offered, explains, isTold: true }));
  }
}

/** Remembers reasons by both articles: what may become a box is explained before the list that it stands in. */
function remembering(
  reasonsFor: ReturnType<typeof reasonWriter>,
  count: number,
): ReturnType<typeof reasonWriter> {
  const known = new Map<number, readonly Reason[]>();
  return (index, others) => {
    const missing = others.filter((other) => !known.has(index * count + other));
    for (const [at, reasons] of reasonsFor(index, missing).entries())
      known.set(index * count + missing[at]!, reasons);
    return others.map((other) => known.get(index * count + other)!);
  };
}

/** What an article wants of its list. Most want nothing special and share one test. */
function wishReader({ documents, indexOf, isOffered }: LanguageGroup, options: ResolvedOptions) {
  const allowsOffered = (other: number): boolean => isOffered[other] === 1;
  const nobody: readonly number[] = [];
  const indexesOf = (ids: readonly string[] | null | undefined, own: number): readonly number[] =>
    ids?.length
      ? [...new Set(ids)].map((id) => indexOf.get(id) ?? -1).filter((other) => other >= 0 && other !== own)
      : nobody;
  return function wishOf(document: RelatedDocument, index: number): Wish {
    const { none, count, exclude, sameTherapy } = document;
    const offered = indexesOf(document.offered, index);
    const isChoosy = Boolean(exclude?.length || sameTherapy || offered.length > 0);
    return {
      count: none ? 0 : (count ?? options.count),
      boxes: none ? 0 : (options.boxes?.most ?? 0),
      offered,
      pins: indexesOf(document.pin, index).filter(
        (other) => !documents[other]!.hide && !offered.includes(other),
      ),
      isChoosy,
      allows: isChoosy ? choosy(documents, indexOf, document, allowsOffered) : allowsOffered,
    };
  };
}

/** Which articles the list of a choosy article takes; the article itself is never among its candidates. */
function choosy(
  documents: readonly RelatedDocument[],
  indexOf: ReadonlyMap<string, number>,
  { exclude, offered, sameTherapy, therapies }: RelatedDocument,
  allowsOffered: Wish["allows"],
): Wish["allows"] {
  const excluded = new Set([...(exclude ?? []), ...(offered ?? [])].map((id) => indexOf.get(id)));
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
  let scorer: RowScorer | null = null;
  return function candidatesOf(index) {
    const { allows, isChoosy, count, boxes } = wishes[index]!;
    const near = neighbourKeys(nearest, index);
    // Neighbours are articles that may be recommended: only the choosy have more to ask.
    const allowed = isChoosy ? near.filter((key) => allows(documentOf(key))) : near;
    if (allowed.length >= count + boxes || near.length < nearest.depth)
      return scoredCandidates(allowed, index, correction);
    scorer ??= rowScorer(analysis);
    return scoredCandidates(everyNeighbour(scorer.scoreRow(index), index, allows), index, correction);
  };
}

/** Articles that could list one: its nearest neighbours, or all that it has anything in common with. */
function hostSource(
  analysis: Analysis,
  nearest: Nearest,
  correction: Correction,
): (index: number, reach: "near" | "all") => readonly Host[] {
  let scorer: RowScorer | null = null;
  return function hostsOf(index, reach) {
    if (reach === "near") return scoredHosts(neighbourKeys(nearest, index), index, correction);
    scorer ??= rowScorer(analysis);
    const keys = everyNeighbour(scorer.scoreRow(index), index, () => true);
    return scoredHosts(keys.sort().reverse(), index, correction);
  };
}

function scoredHosts(keys: Float64Array, index: number, correction: Correction): Host[] {
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
  for (let other = 0; other < documents.length && listedCount(result) < wish.count; other++) {
    if (
      other === index ||
      isListed.has(other) ||
      !wish.allows(other) ||
      !sharesTopic(documents[index]!, documents[other]!)
    )
      continue;
    result.push({ index: other, score: 0, isPinned: false, isBox: false });
  }
  return result;
}

const listedCount = (list: readonly Place[]): number => list.filter(({ isBox }) => !isBox).length;

function sharesTopic(a: RelatedDocument, b: RelatedDocument): boolean {
  const shares = (ours?: readonly string[] | null, theirs?: readonly string[] | null): boolean =>
    (ours ?? []).some((id) => theirs?.includes(id));
  return shares(a.therapies, b.therapies) || shares(a.conditions, b.conditions);
}

/** How a list is explained: for the choice of boxes each link by itself, for readers so that they tell apart. */
interface Telling {
  readonly offered?: readonly number[];
  readonly explains?: Explains;
  readonly isTold?: boolean;
}

/** Words places as links with their reasons; what the article's own lines offer comes first. */
function linkWriter(
  { group: { documents } }: Analysis,
  nearest: Nearest,
  correction: Correction,
  reasonsFor: ReturnType<typeof reasonWriter>,
) {
  return function explain(
    index: number,
    list: readonly Place[],
    { offered = [], explains = "now", isTold = false }: Telling = {},
  ): RankedLink[] {
    const found = once(() => {
      const reasons = reasonsFor(index, [...offered, ...list.map((place) => place.index)]);
      return isTold ? settingApart(reasons) : reasons;
    });
    const near =
      offered.length === 0 ? [] : scoredCandidates(neighbourKeys(nearest, index), index, correction);
    const scoreIn = (other: number): number =>
      scoreOf(near.find((key) => documentOf(key) === other) ?? 0) / SCORE_UNIT;
    return [
      ...offered.map((other, at): RankedLink => {
        const link = { id: documents[other]!.id, score: scoreIn(other), place: "offered" as const };
        return explained(link, () => found()[at]!, explains);
      }),
      ...list.map(({ index: other, score, isPinned, isBox }, at): RankedLink => {
        const origin = isPinned ? "pinned" : score === 0 ? "fill" : null;
        const place = isBox ? "box" : "list";
        const link = { id: documents[other]!.id, score: score / SCORE_UNIT, place } as const;
        return explained(link, () => withOrigin(found()[offered.length + at]!, origin), explains);
      }),
    ];
  };
}

function withOrigin(reasons: readonly Reason[], kind: "pinned" | "fill" | null): readonly Reason[] {
  return kind === null ? reasons : [{ kind, shared: [] }, ...reasons];
}
