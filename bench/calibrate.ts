import { listedFacts, saidFacts } from "../plugins/benefits/english/confidence.ts";
import { isSureList, listedBenefits, nothingTaken } from "../plugins/benefits/english/listed.ts";
import { readProse } from "../plugins/benefits/english/prose.ts";
import { openReading } from "../plugins/benefits/english/reading.ts";
import type { Models } from "../plugins/benefits/language.ts";
import type { Lexicon } from "../plugins/benefits/lexicon.ts";
import { probability } from "../plugins/benefits/model.ts";
import { CLOSE, closeness } from "./closeness.ts";
import { open } from "./examples.ts";
import { alternatives, type Label, type Labelled } from "./labels.ts";
import { type Example, learn } from "./learn.ts";
import type { Judges } from "./train.ts";

/** Finds of articles by judges that were learnt without them, each with whether it is right. */
export interface Trials {
  readonly source: string;
  readonly listed: readonly Example[];
  readonly said: readonly Example[];
}

/** Few facts and many finds: hardly any pull. */
const DECAY = 0.05;

/** Tries judges on an article that they have not learnt from. */
export function tryOut(labelled: Labelled, lexicon: Lexicon, judges: Judges): Trials {
  const { label, source } = labelled;
  const reading = openReading(open(labelled, lexicon).article, lexicon);
  const taken = nothingTaken();
  const found = listedBenefits(reading, judges.lists, taken);
  const listed = found.flatMap(({ candidate, probability: likely, facts }) => {
    const verdict = isRight(label, candidate.heading, candidate.canonicals);
    return verdict === null
      ? []
      : [{ facts: listedFacts(candidate, likely, facts), isTrue: verdict, weight: 1 }];
  });
  const said = { bias: 0, weights: { odds: 1 } };
  const { claims } =
    label.prose === null || isSureList(found)
      ? { claims: [] }
      : readProse(reading, { sentences: judges.sentences, said }, taken, "all");
  return {
    source,
    listed,
    said: claims.map(({ canonical, probability: likely, isForeign }) => ({
      facts: saidFacts(likely, isForeign),
      isTrue: isSaid(label, canonical),
      weight: 1,
    })),
  };
}

/** Null for headings that labels leave open. */
function isRight(label: Label, heading: string, canonicals: readonly string[]): boolean | null {
  const gold = label.benefits.find((one) => closeness(one.heading, heading) >= CLOSE);
  if (!gold) return label.optionalAnchors.some((one) => closeness(one, heading) >= CLOSE) ? null : false;
  const names = gold.canonical.flatMap(alternatives);
  return canonicals.every((canonical) => names.includes(canonical));
}

function isSaid({ prose, proseOptional, benefits }: Label, canonical: string): boolean {
  return [
    ...(prose ?? []).flatMap((one) => alternatives(one.canonical)),
    ...proseOptional,
    ...benefits.flatMap((one) => one.canonical.flatMap(alternatives)),
  ].includes(canonical);
}

/** Models of the share right, from trials of all sources but one (Platt 1999). */
export function calibrate(trials: readonly Trials[], without?: string): Pick<Models, "listed" | "said"> {
  const kept = trials.filter(({ source }) => source !== without);
  return {
    listed: learn(
      kept.flatMap(({ listed }) => listed),
      () => DECAY,
    ),
    said: learn(
      kept.flatMap(({ said }) => said),
      () => DECAY,
    ),
  };
}

/** Share right and count of what is found with at least some confidence. */
export function reliability(
  trials: readonly Trials[],
  modelsOf: (source: string) => Pick<Models, "listed" | "said">,
  part: "listed" | "said",
): { from: number; count: number; right: number }[] {
  const all = trials.flatMap((one) => {
    const model = modelsOf(one.source)[part];
    return one[part].map(({ facts, isTrue }) => ({ confidence: probability(model, facts), isTrue }));
  });
  return [0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95].map((from) => {
    const sure = all.filter(({ confidence }) => confidence >= from);
    return { from, count: sure.length, right: sure.filter(({ isTrue }) => isTrue).length };
  });
}
