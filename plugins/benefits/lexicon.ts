import type { Term } from "../article/types.ts";
import type { Direction } from "../corpus/types.ts";
import { DIRECTIONS } from "./canonical.ts";
import { inflect } from "./english/inflect.ts";
import { PhraseIndex } from "./english/phrase-index.ts";
import { indexTerms } from "./english/title.ts";
import { compileGraves, type GraveEntry, type Graves } from "./grave.ts";

/** What people want of a target: more of it, less of it, or neither always. */
export type Nature = "good" | "burden" | "level";

/** One entry of `targets.yaml`. */
export interface TargetEntry {
  readonly label: string;
  readonly definition?: string;
  readonly usual: Direction;
  readonly nature?: Nature;
  readonly more?: "harm";
  /** Ids it had before; their pages lead to the new one. */
  readonly formerly?: readonly string[];
  readonly aliases?: readonly string[];
  readonly loose?: readonly string[];
  readonly troubles?: readonly string[];
  readonly near?: readonly string[];
  readonly says?: Readonly<Partial<Record<Direction, readonly string[]>>>;
}

/** One entry of `directions.yaml`. */
export interface DirectionEntry {
  readonly verbs?: readonly string[];
  readonly forms?: readonly string[];
  readonly phrases?: readonly string[];
  readonly kind?: readonly string[];
  readonly after?: readonly string[];
  readonly before?: readonly string[];
  readonly mild?: readonly string[];
}

/** One entry of `therapies.yaml` and `conditions.yaml`. */
export interface TermEntry {
  readonly label: string;
  readonly aliases?: readonly string[];
  readonly not?: readonly string[];
  readonly codes?: readonly { readonly system: string; readonly value: string; readonly name?: string }[];
  /** What people eat, drink or do anyway: a title may name it and be one of a recipe, a race or a journey. */
  readonly everyday?: boolean;
}

/** Kinds of cue in `cues.yaml`. */
export const CUE_KINDS = ["umbrella", "asks", "aside", "mildAside", "advice", "harm", "elsewhere"] as const;
export type CueKind = (typeof CUE_KINDS)[number];

/** The lexicon as it stands in its files. */
export interface LexiconData {
  readonly targets: Readonly<Record<string, TargetEntry>>;
  readonly directions: Readonly<Record<Direction | "harm", DirectionEntry>>;
  readonly therapies: Readonly<Record<string, TermEntry>>;
  readonly conditions: Readonly<Record<string, TermEntry>>;
  readonly cues: Readonly<Record<CueKind, readonly string[]>>;
  readonly grave: Readonly<Record<string, GraveEntry>>;
}

/** What is known of one target. */
export interface Target {
  readonly id: string;
  readonly label: string;
  readonly definition: string | null;
  readonly usual: Direction;
  readonly nature: Nature;
  /** Raising it is no benefit. */
  readonly isBadRaised: boolean;
  readonly formerly: readonly string[];
}

/** How a target is named by a phrase. */
export interface Naming {
  readonly target: Target;
  /** The phrase names the bad state of a good thing. */
  readonly isTrouble: boolean;
  /** The phrase means other things too. */
  readonly isLoose: boolean;
  /** The phrase names something near it: a heading with it looks like a benefit, and names none of the site's. */
  readonly isNear: boolean;
  /** Direction that the phrase carries itself; null for a mere name. */
  readonly says: Direction | null;
}

/** How a direction is said by a phrase. */
export interface Steering {
  readonly direction: Direction;
  /** Stands before its object, like a verb. */
  readonly leads: boolean;
  /** Stands behind its object ("stress relief"). */
  readonly follows: boolean;
  /** An adjective ("better sleep"); `mild` ones count in headings only. */
  readonly adjective: "strong" | "mild" | null;
  /** Wishes the other way when its object is the opposite ("helps with anxiety"). */
  readonly isKind: boolean;
  /** Tells of harm, whatever its object ("damages the heart"). */
  readonly isHarm: boolean;
}

/** A therapy or condition with its codes. */
export interface LexiconTerm extends Term {
  readonly codes: NonNullable<TermEntry["codes"]>;
}

/** Everything a phrase can mean to the reader of claims. */
export interface Meaning {
  readonly naming: Naming | null;
  readonly steering: readonly Steering[];
}

/** The lexicon, ready to read with. */
export interface Lexicon {
  readonly targets: ReadonlyMap<string, Target>;
  readonly terms: { readonly therapies: readonly LexiconTerm[]; readonly conditions: readonly LexiconTerm[] };
  readonly meanings: PhraseIndex<Meaning>;
  /** Ids of therapies by name, to see what a sentence is about. */
  readonly therapies: PhraseIndex<string>;
  readonly cues: PhraseIndex<ReadonlySet<CueKind>>;
  readonly graves: Graves;
  /** Ids of therapies that people eat, drink or do anyway. */
  readonly everyday: ReadonlySet<string>;
}

/** Makes a lexicon ready to read with; 4,000 phrases take some 10 ms, once. */
export function compileLexicon(data: LexiconData): Lexicon {
  const targets = new Map(
    Object.entries(data.targets).map(([id, entry]) => [id, toTarget(id, entry)] as const),
  );
  const meanings = new PhraseIndex<Meaning>();
  for (const [id, entry] of Object.entries(data.targets))
    addTarget(meanings, targets.get(id) as Target, entry);
  for (const direction of DIRECTIONS) addDirection(meanings, direction, data.directions[direction]);
  addDirection(meanings, "improve", data.directions.harm, true);
  const terms = { therapies: toTerms(data.therapies), conditions: toTerms(data.conditions) };
  return {
    targets,
    terms,
    meanings,
    therapies: indexTerms(terms.therapies),
    cues: indexCues(data.cues),
    graves: compileGraves(data.grave),
    everyday: new Set(
      Object.entries(data.therapies).flatMap(([id, { everyday }]) => (everyday === true ? [id] : [])),
    ),
  };
}

function toTarget(
  id: string,
  { label, definition, usual, nature, more, formerly = [] }: TargetEntry,
): Target {
  const byUsual: Nature = usual === "improve" ? "good" : usual === "regulate" ? "level" : "burden";
  return {
    id,
    label,
    definition: definition ?? null,
    usual,
    nature: nature ?? byUsual,
    isBadRaised: more === "harm",
    formerly,
  };
}

function addTarget(index: PhraseIndex<Meaning>, target: Target, entry: TargetEntry): void {
  const add = (phrases: readonly string[], more: Partial<Naming>): void => {
    const naming: Naming = { target, isTrouble: false, isLoose: false, isNear: false, says: null, ...more };
    for (const phrase of phrases) index.add(phrase, { naming, steering: [] }, mergeMeanings);
  };
  for (const direction of DIRECTIONS) add(entry.says?.[direction] ?? [], { says: direction });
  add([entry.label.replace(/\s*\(.*\)$/, "")], {});
  const name = target.id.replaceAll("-", " ");
  if (!entry.loose?.includes(name)) add([name], {});
  add(entry.aliases ?? [], {});
  add(entry.troubles ?? [], { isTrouble: true });
  add(entry.loose ?? [], { isLoose: true });
  add(entry.near ?? [], { isNear: true });
}

function addDirection(
  index: PhraseIndex<Meaning>,
  direction: Direction,
  entry: DirectionEntry,
  isHarm = false,
): void {
  const kind = new Set(entry.kind ?? []);
  const add = (phrases: readonly string[], more: Partial<Steering>): void => {
    for (const phrase of phrases) {
      const steering: Steering = {
        direction,
        leads: false,
        follows: false,
        adjective: null,
        isKind: kind.has(phrase),
        isHarm,
        ...more,
      };
      const forms = more.leads === true && (entry.verbs ?? []).includes(phrase) ? inflect(phrase) : [phrase];
      for (const form of forms) index.add(form, { naming: null, steering: [steering] }, mergeMeanings);
    }
  };
  add(entry.verbs ?? [], { leads: true });
  add(entry.forms ?? [], { leads: true });
  add(entry.phrases ?? [], { leads: true });
  add(entry.after ?? [], { follows: true });
  add(entry.before ?? [], { adjective: "strong" });
  add(entry.mild ?? [], { adjective: "mild" });
}

/** A name keeps its first meaning; ways to say a direction add up. */
function mergeMeanings(present: Meaning, added: Meaning): Meaning {
  return {
    naming: present.naming ?? added.naming,
    steering: [...present.steering, ...added.steering],
  };
}

function toTerms(entries: Readonly<Record<string, TermEntry>>): LexiconTerm[] {
  return Object.entries(entries).map(([id, { label, aliases = [], not = [], codes = [] }]) => ({
    id,
    label,
    aliases,
    not,
    codes,
  }));
}

function indexCues(cues: LexiconData["cues"]): PhraseIndex<ReadonlySet<CueKind>> {
  const index = new PhraseIndex<ReadonlySet<CueKind>>();
  for (const kind of CUE_KINDS) {
    for (const phrase of cues[kind]) index.add(phrase, new Set([kind]), (a, b) => new Set([...a, ...b]));
  }
  return index;
}
