/**
 * `npx tsx bench/missed.ts [FOLDER…] [--held=FOLDER] [--lines]`: why listed
 * benefits are missed, each source read by weights learnt without it. FOLDER
 * holds `gold.json` and its articles, `--held` the texts of `bench/labels`.
 */
import { groupsOf } from "../plugins/benefits/english/groups.ts";
import type { Judged } from "../plugins/benefits/english/judged.ts";
import { listedBenefits, nothingTaken } from "../plugins/benefits/english/listed.ts";
import { openReading, type Reading } from "../plugins/benefits/english/reading.ts";
import { isWrittenInEnglish } from "../plugins/benefits/english/written.ts";
import type { Lexicon } from "../plugins/benefits/lexicon.ts";
import { loadLexicon } from "../plugins/cli/benefits.ts";
import { CLOSE, closeness } from "./closeness.ts";
import { open } from "./examples.ts";
import { readOpen, readOpened } from "./held.ts";
import { type Labelled, readLabels } from "./labels.ts";
import { readRows } from "./rows.ts";
import { crossValidate, type Judges, ownLabels, toLessons, vectorsOf } from "./train.ts";

/** Why a benefit is missed; of several reasons the last of these. */
const STAGES = [
  "its words are no heading, item or line of a row",
  "row of links",
  "turned down by its own words",
  "row thought unlikely",
  "row refused by a rule",
  "row read otherwise",
  "dropped from a row that was found",
  "article in another language or about something else",
] as const;
type Stage = (typeof STAGES)[number];

interface Missed {
  readonly id: string;
  readonly heading: string;
  readonly stage: Stage;
  readonly detail: string;
  readonly judged: Judged | null;
}

const held = process.argv.find((one) => one.startsWith("--held="))?.slice("--held=".length);
const lexicon = loadLexicon(undefined, []);
const articles = [
  ...process.argv
    .slice(2)
    .filter((one) => !one.startsWith("-"))
    .flatMap(readLabels),
  ...(held ? readOpen(held) : []),
];
const rows = held ? readRows(held, lexicon) : [];
const { judges } = crossValidate(
  articles,
  toLessons([...ownLabels(), ...articles], lexicon, rows, held ? readOpened(held) : []),
  lexicon,
  vectorsOf(rows),
);
const missed = articles.flatMap((one) => missedIn(one, lexicon, judges.get(one.source) as Judges));
const total = articles.reduce((sum, { label }) => sum + label.benefits.length, 0);
console.log(`${articles.length} articles, ${total} listed benefits, ${missed.length} missed\n`);
for (const stage of STAGES) {
  const here = missed.filter((one) => one.stage === stage);
  console.log(`${String(here.length).padStart(4)}  ${stage}`);
  for (const [detail, count] of countsOf(here.map((one) => one.detail)))
    console.log(`${" ".repeat(6)}${String(count).padStart(4)}  ${detail}`);
  if (!process.argv.includes("--lines")) continue;
  for (const { id, heading, detail, judged } of here)
    console.log(
      `${" ".repeat(12)}${id} ${JSON.stringify(heading)} ${detail} ${judged ? factsOf(judged) : ""}`,
    );
}

function missedIn(labelled: Labelled, terms: Lexicon, { lists }: Judges): Missed[] {
  const reading = openReading(open(labelled, terms).article, terms);
  const seen: {
    readonly heading: string;
    readonly stage: Stage;
    readonly detail: string;
    readonly judged: Judged | null;
  }[] = [];
  for (const { items, isLinks } of groupsOf(reading))
    for (const { candidate } of items)
      if (isLinks) seen.push({ heading: candidate.heading, stage: STAGES[1], detail: "", judged: null });
      else if (candidate.against)
        seen.push({ heading: candidate.heading, stage: STAGES[2], detail: candidate.against, judged: null });
  const pass: Parameters<typeof listedBenefits>[4] = (why, judged, item) => {
    const stage = item
      ? STAGES[6]
      : why === "unlikely"
        ? STAGES[3]
        : why === "refused"
          ? STAGES[4]
          : STAGES[5];
    const detail = why === "unlikely" ? `${judged.probability.toFixed(1)}…` : why;
    for (const { candidate } of item ? [item] : judged.group.items)
      if (item || candidate.against === null)
        seen.push({ heading: candidate.heading, stage, detail, judged });
  };
  const isRead = !reading.titleRole.isElsewhere && isEnglish(reading);
  const found = isRead ? listedBenefits(reading, lists, nothingTaken(), undefined, pass) : [];
  const left = found.map(({ candidate }) => candidate.heading);
  return labelled.label.benefits.flatMap(({ heading }): Missed[] => {
    const isAlike = (other: string): boolean => closeness(other, heading) >= CLOSE;
    const at = left.findIndex(isAlike);
    if (at >= 0) {
      left.splice(at, 1);
      return [];
    }
    const last = seen
      .filter((one) => isAlike(one.heading))
      .sort(
        (a, b) =>
          STAGES.indexOf(b.stage) - STAGES.indexOf(a.stage) ||
          (b.judged?.probability ?? 0) - (a.judged?.probability ?? 0),
      )[0];
    const rest = isRead
      ? (last ?? { stage: STAGES[0], detail: placeOf(reading, heading), judged: null })
      : { stage: STAGES[7], detail: "", judged: null };
    return [{ ...rest, id: labelled.id, heading }];
  });
}

function isEnglish({ article, tokensOf }: Reading): boolean {
  return isWrittenInEnglish([...article.blocks.map(({ text }) => tokensOf(text)), tokensOf(article.title)]);
}

/** Where words stand that no row of things holds. */
function placeOf({ article }: Reading, words: string): string {
  if (article.sections.some(({ heading }) => closeness(heading, words) >= CLOSE)) return "heading";
  const block = article.blocks.find(({ text }) => text.includes(words));
  if (!block) return "not in the text as read";
  return `${block.text.startsWith(words) ? "opens" : "inside"} ${block.kind}`;
}

/** What weighs most against a row. */
function factsOf({ facts, probability }: Judged): string {
  return `${probability.toFixed(2)} ${Object.entries(facts)
    .map(([name, value]) => `${name}${value === 1 ? "" : `=${value.toFixed(2)}`}`)
    .join("; ")}`;
}

function countsOf(words: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}
