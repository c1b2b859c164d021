import type { Analysis } from "./analysis.ts";
import type { Fingerprints } from "./fingerprint.ts";
import { type LanguageMemory, samePrint } from "./memory.ts";
import { documentOf, type Nearest, packNeighbour, scoreOf } from "./nearest.ts";
import { type RowScorer, rowScorer } from "./neighbours.ts";

/** Share of changed articles from which scoring everything anew is no slower. */
const MOST_CHANGED = 0.2;

/** What a warm ranking had to do. */
export interface WarmWork {
  /** Articles whose words, weights, date or offer changed. */
  readonly changedCount: number;
  /** Articles whose neighbours were looked for among all others. */
  readonly scoredCount: number;
}

/**
 * Brings the neighbours of an earlier ranking up to date: exactly those that
 * scoring every pair would find. Pairs of unchanged articles keep their score;
 * changed articles are scored with all; an unchanged article is scored with all
 * only when its kept neighbours leave the last place of its list in doubt.
 *
 * Null when so much changed that scoring everything is no slower.
 */
export function updateNearest(
  analysis: Analysis,
  memory: LanguageMemory,
  oldIndex: Int32Array,
  rolePrints: Fingerprints,
): { readonly nearest: Nearest; readonly work: WarmWork } | null {
  const { isOffered } = analysis.group;
  const isChanged = Uint8Array.from(oldIndex, (old, index) =>
    old >= 0 && samePrint(rolePrints, index, memory.rolePrints, old) ? 0 : 1,
  );
  const changed = indexesOf(isChanged);
  if (changed.length > oldIndex.length * MOST_CHANGED) return null;
  const newIndex = newIndexes(oldIndex, isChanged, memory.ids.length);
  const newcomers: number[][] = Array.from(oldIndex, () => []);
  const scorer = rowScorer(analysis, memory.depth);
  for (const index of changed) {
    const row = scorer.scoreRow(index);
    for (let other = 0; other < row.length; other++) {
      if (row[other] === 0 || other === index) continue;
      if (isOffered[other] === 1) scorer.offer(index, packNeighbour(row[other]!, other));
      if (isOffered[index] === 1 && isChanged[other] === 0)
        newcomers[other]!.push(packNeighbour(row[other]!, index));
    }
  }
  let scoredCount = changed.length;
  for (let index = 0; index < oldIndex.length; index++) {
    if (isChanged[index] === 1) continue;
    const keys = keptKeys(memory, oldIndex[index]!, newIndex, newcomers[index]!);
    if (keys) for (const key of keys) scorer.offer(index, key);
    else {
      offerAll(scorer, index, isOffered);
      scoredCount++;
    }
  }
  return { nearest: scorer.offered(), work: { changedCount: changed.length, scoredCount } };
}

/**
 * Neighbours of an unchanged article that are certain, old and new; null when
 * an article outside both could belong among the first `depth`.
 */
function keptKeys(
  { depth, keys, size }: LanguageMemory,
  old: number,
  newIndex: Int32Array,
  newcomers: readonly number[],
): number[] | null {
  const kept: number[] = [];
  const end = old * depth + size[old]!;
  for (let at = old * depth; at < end; at++) {
    const other = newIndex[documentOf(keys[at]!)]!;
    if (other >= 0) kept.push(packNeighbour(scoreOf(keys[at]!), other));
  }
  // A list that was not full held every neighbour there was.
  if (size[old]! < depth) return [...kept, ...newcomers];
  const floor = scoreOf(keys[end - 1]!);
  const isFloorKept = newIndex[documentOf(keys[end - 1]!)]! >= 0;
  if (!isFloorKept && newcomers.some((key) => scoreOf(key) === floor)) return null;
  const certain = newcomers.filter((key) => (isFloorKept ? key > kept.at(-1)! : scoreOf(key) > floor));
  return kept.length + certain.length < depth ? null : [...kept, ...certain];
}

function offerAll({ scoreRow, offer }: RowScorer, index: number, isOffered: Uint8Array): void {
  const row = scoreRow(index);
  for (let other = 0; other < row.length; other++) {
    if (row[other]! > 0 && other !== index && isOffered[other] === 1) {
      offer(index, packNeighbour(row[other]!, other));
    }
  }
}

/** New index of each unchanged article by its old one; -1: changed or gone. */
function newIndexes(oldIndex: Int32Array, isChanged: Uint8Array, oldCount: number): Int32Array {
  const newIndex = new Int32Array(oldCount).fill(-1);
  oldIndex.forEach((old, index) => {
    if (old >= 0 && isChanged[index] === 0) newIndex[old] = index;
  });
  return newIndex;
}

function indexesOf(flags: Uint8Array): number[] {
  return Array.from(flags, (flag, index) => (flag === 1 ? index : -1)).filter((index) => index >= 0);
}
