import type { Facts } from "../model.ts";
import { type Judged, likelihood, oddsOf } from "./judged.ts";

/** Lists that an author set alike, from so many on, are judged as one. */
const ALIKE = 3;
/** Less likely ones are something else. */
const AT_LEAST = 0.1;

/**
 * "Reishi", "Chaga", "Cordyceps", each a section with a list of named benefits:
 * sections made alike hold the same kind of list. Where most of them list
 * benefits and all together do (the mean of their log odds is above even), the
 * others do, unless what they hold looks like none or their own section is headed
 * or announced as something else ("What to pack").
 */
export function judgedTogether(judged: readonly Judged[]): readonly Judged[] {
  const rows = new Map<string, Judged[]>();
  for (const one of judged) {
    const key = keyOf(one);
    if (key !== null) rows.set(key, [...(rows.get(key) ?? []), one]);
  }
  const lifted = new Map<Judged, number>();
  for (const row of rows.values()) {
    const homes = new Set(row.map(({ group }) => group.home?.index));
    const listing = row.filter(({ probability }) => probability >= 0.5);
    if (homes.size < ALIKE || homes.size < row.length || listing.length <= row.length / 2) continue;
    const mean = row.reduce((sum, { probability }) => sum + oddsOf(probability), 0) / row.length;
    if (mean <= 0) continue;
    for (const one of row)
      if (one.probability >= AT_LEAST && looksLike(one.facts) && !isHeadedOtherwise(one.facts))
        lifted.set(one, Math.max(one.probability, likelihood(mean)));
  }
  return judged.map((one) => ({ ...one, probability: lifted.get(one) ?? one.probability }));
}

/** Lists of the same kind in sections of the same level, or rows of sub-headings below headings of one row; null for what has no section of its own. */
function keyOf({ group: { kind, home, items } }: Judged): string | null {
  if (home === null || home.level === 0) return null;
  if (kind === "sections") return `${kind} ${home.parent}`;
  if (items.length < 2) return null;
  return kind === "list" || kind === "leads" ? `${kind} ${home.level}` : null;
}

/** Half of the items name a benefit. */
function looksLike(facts: Facts): boolean {
  return (facts["+items like"] ?? 0) >= 0.5;
}

function isHeadedOtherwise(facts: Facts): boolean {
  return OTHERWISE.some((name) => facts[name]);
}

const OTHERWISE = [
  "-home aside",
  "-home mild aside",
  "-home advice",
  "-home harm",
  "-home elsewhere",
  "-above advice",
  "-above aside",
  "-above harm",
  "-said advice",
  "-said warning",
  "-items advice",
  "-items aside",
];
