import { compareText } from "../problem.ts";
import { type Correction, correctedScore, correctionOf, SCORE_UNIT } from "./candidates.ts";
import { type ResolvedOptions, resolveOptions } from "./defaults.ts";
import { linkGraph } from "./graph.ts";
import { findNearest, rowScorer } from "./neighbours.ts";
import { rankRelated, readAndAnalyse } from "./rank.ts";
import { groupByLanguage, type LanguageGroup } from "./site.ts";
import type { RankedLink, RankedLists, RelatedDocument, RelatedOptions } from "./types.ts";

/** An article that came near a list and is not in it. */
export interface PassedOver {
  readonly id: string;
  readonly score: number;
  readonly why: string;
}

/** Why an article's list is as it is. */
export interface Explanation {
  readonly id: string;
  readonly listed: readonly RankedLink[];
  /** The articles that follow by score, best first. */
  readonly passedOver: readonly PassedOver[];
  /** Articles whose page links this one, by id. */
  readonly inbound: readonly string[];
}

/**
 * Explains one article's list: what is in it and why, what came next and why not.
 *
 * @throws {RangeError} when no article has the id
 */
export function explainRelated(
  id: string,
  documents: readonly RelatedDocument[],
  options: RelatedOptions = {},
  {
    next = 5,
    lists = rankRelated(documents, options),
  }: { readonly next?: number; readonly lists?: RankedLists } = {},
): Explanation {
  const resolved = resolveOptions(options);
  const group = groupByLanguage(documents, resolved).find(({ indexOf }) => indexOf.has(id));
  const listed = lists.get(id);
  if (!group || !listed)
    throw new RangeError(`related: expected the id of an article, received ${JSON.stringify(id)}.`);
  const inbound = [...lists]
    .filter(([, list]) => list.some((link) => link.id === id))
    .map(([owner]) => owner);
  return {
    id,
    listed,
    passedOver: passedOver(id, group, resolved, lists, next),
    inbound: inbound.sort(compareText),
  };
}

function passedOver(
  id: string,
  group: LanguageGroup,
  options: ResolvedOptions,
  lists: RankedLists,
  next: number,
): PassedOver[] {
  const listed = new Set(lists.get(id)!.map((link) => link.id));
  const others = scoresOf(id, group, options).filter((other) => !listed.has(other.id));
  const inbound = new Map(linkGraph(lists).hubs.map((hub) => [hub.id, hub.inboundCount]));
  return others.slice(0, next).map((other) => ({
    ...other,
    why: whyNot(group, id, other, options, lists.get(id)!, inbound.get(other.id) ?? 0),
  }));
}

/** Every other article with anything in common, best first; ties by newer date, then id. */
function scoresOf(
  id: string,
  group: LanguageGroup,
  options: ResolvedOptions,
): { id: string; score: number }[] {
  const analysis = readAndAnalyse(group, options);
  const correction: Correction = correctionOf(
    findNearest(analysis, options.threads),
    analysis.vectors,
    group.day,
    options.weights.time,
  );
  const index = group.indexOf.get(id)!;
  const row = rowScorer(analysis).scoreRow(index);
  return Array.from(row, (similarity, other) => ({ similarity, other }))
    .filter(({ similarity, other }) => similarity > 0 && other !== index)
    .map(({ similarity, other }) => ({
      id: group.documents[other]!.id,
      other,
      score: Math.round(correctedScore(similarity, index, other, correction) * SCORE_UNIT) / SCORE_UNIT,
    }))
    .sort((a, b) => b.score - a.score || a.other - b.other)
    .map(({ id, score }) => ({ id, score }));
}

function whyNot(
  { documents, indexOf, day }: LanguageGroup,
  id: string,
  other: { readonly id: string; readonly score: number },
  options: ResolvedOptions,
  list: readonly RankedLink[],
  inboundCount: number,
): string {
  const document = documents[indexOf.get(id)!]!;
  const ranked = list.filter(({ place }) => place !== "offered");
  const candidate = documents[indexOf.get(other.id)!]!;
  const count = document.count ?? options.count;
  if (document.none) return "this article has no list (alsoRead: none)";
  if (candidate.hide) return "is never recommended (alsoRead: hide)";
  if (document.exclude?.includes(other.id)) return "is excluded here";
  if (day[indexOf.get(other.id)!]! < options.oldestDay) return "is older than the age limit";
  if (
    document.sameTherapy &&
    !candidate.therapies?.some((therapy) => document.therapies?.includes(therapy))
  ) {
    return "shares no therapy, and only the same therapy is wanted";
  }
  if (other.score < options.minimum) return `scores below the minimum of ${options.minimum}`;
  if (ranked.length >= count && other.score <= (ranked.at(-1)?.score ?? 0))
    return `comes after the ${ranked.length} that are listed`;
  if (options.maxInbound !== null && inboundCount >= options.maxInbound) {
    return `is linked from ${inboundCount} pages already (at most ${options.maxInbound})`;
  }
  return "gave its place to an article that stood in no list, or to a pin";
}
