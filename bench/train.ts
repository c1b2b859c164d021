/**
 * Learns the weights that come with the package from labelled articles: those
 * of the project, and of the folders named (their texts stay where they are;
 * the weights hold names of facts and numbers, nothing of the texts).
 *
 *     npm run train -- FOLDER [FOLDER…] [--held=FOLDER]
 *
 * `--held` holds the texts of bench/labels: sets that are used up teach, too.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Models } from "../plugins/benefits/language.ts";
import type { Lexicon } from "../plugins/benefits/lexicon.ts";
import type { Model, WordWeights } from "../plugins/benefits/model.ts";
import { loadLexicon } from "../plugins/cli/benefits.ts";
import { calibrate, type Trials, tryOut } from "./calibrate.ts";
import { groupExamples } from "./examples.ts";
import { readOpen } from "./held.ts";
import { type Labelled, OWN, readKinds, readLabels } from "./labels.ts";
import { type Example, learn } from "./learn.ts";
import { type JudgedRows, readRows } from "./rows.ts";
import { ownSentences, sentenceExamples } from "./sentence-examples.ts";

/** Examples of one article, made once however often they are learnt from. */
export interface Lesson {
  readonly id: string;
  readonly source: string;
  readonly lists: readonly Example[];
  readonly sentences: readonly Example[];
}

/** How strongly the weights of each model are drawn to what is believed beforehand; chosen by cross-validation. */
const DECAY = { lists: 1, words: 1, sentences: 0.3 };
/** Fewest sources that must say a word for it to be learnt: what few write teaches little of others. */
const LEAST_SOURCES = 8;
/** Least that a word must weigh to be kept: half of them weigh less and change nothing. */
const LEAST_WEIGHT = 0.15;
/** "i sleep": a word where it stands; facts have longer names. */
const IS_WORD = /^[a-z] /;

/** @param rows rows that were judged one by one */
export function toLessons(
  articles: readonly Labelled[],
  lexicon: Lexicon,
  rows: readonly JudgedRows[] = [],
): Lesson[] {
  const own: Lesson = { id: "lessons", source: "own", lists: [], sentences: ownSentences(lexicon) };
  return [
    own,
    ...rows.map(({ source, examples }) => ({
      id: `rows of ${source}`,
      source,
      lists: examples,
      sentences: [],
    })),
    ...articles.map((labelled) => ({
      id: labelled.id,
      source: labelled.source,
      lists: groupExamples(labelled, lexicon),
      sentences: sentenceExamples(labelled, lexicon),
    })),
  ];
}

/** The two that judge, learnt from all lessons but those of one source. */
export type Judges = Pick<Models, "lists" | "sentences">;

export function learnJudges(
  lessons: readonly Lesson[],
  without: ReadonlySet<string> = new Set<string>(),
): Judges {
  const kept = lessons.filter(({ source }) => !without.has(source));
  return {
    lists: withoutLightWords(
      learn(withCommonWords(kept), (name) => (IS_WORD.test(name) ? DECAY.words : DECAY.lists)),
    ),
    sentences: learn(
      kept.flatMap(({ sentences }) => sentences),
      () => DECAY.sentences,
    ),
  };
}

function withoutLightWords({ bias, weights }: Model): Model {
  const kept = Object.entries(weights).flatMap(([name, weight]): [string, number][] => {
    if (!IS_WORD.test(name)) return [[name, weight]];
    return Math.abs(weight) < LEAST_WEIGHT ? [] : [[name, Math.round(weight * 10) / 10]];
  });
  return { bias, weights: Object.fromEntries(kept) };
}

/** Rows with the words that {@link LEAST_SOURCES} say. */
function withCommonWords(lessons: readonly Lesson[]): Example[] {
  const sources = new Map<string, Set<string>>();
  for (const { source, lists } of lessons)
    for (const { facts } of lists)
      for (const name of Object.keys(facts))
        if (IS_WORD.test(name)) sources.set(name, (sources.get(name) ?? new Set<string>()).add(source));
  const isCommon = (name: string): boolean =>
    !IS_WORD.test(name) || (sources.get(name)?.size ?? 0) >= LEAST_SOURCES;
  return lessons.flatMap(({ lists }) =>
    lists.map((example) => ({
      ...example,
      facts: Object.fromEntries(Object.entries(example.facts).filter(([name]) => isCommon(name))),
    })),
  );
}

/** The project's own labelled texts. */
export function ownLabels(): Labelled[] {
  return [...readLabels(OWN), ...readKinds()];
}

function write(name: string, what: string, { bias, weights }: Model): void {
  const [words, facts] = [true, false].map((isWord) =>
    Object.entries(weights).filter(([fact]) => IS_WORD.test(fact) === isWord),
  );
  const model = asCode({ bias, weights: Object.fromEntries(facts as [string, number][]) });
  const byPlace = wordsByWeight(words as [string, number][]);
  const hasWords = Object.keys(byPlace).length > 0;
  const text = `import { type Model${hasWords ? ", withWords" : ""} } from "../model.ts";

/** ${what}. Made by \`npm run train\`; not edited by hand. */
export const ${name.toUpperCase()}_MODEL: Model = ${hasWords ? `withWords(${model}, ${asCode(byPlace)})` : model};
`;
  const file = join("plugins", "benefits", "english", `${name}-model.ts`);
  writeFileSync(file, text);
  spawnSync("npx", ["biome", "check", "--write", file], { stdio: "ignore" });
}

const asCode = (value: unknown): string => JSON.stringify(value, null, 2).replace(/"(\w+)":/g, "$1:");

function wordsByWeight(words: readonly (readonly [string, number])[]): WordWeights {
  const byPlace: Record<string, Record<string, string>> = {};
  for (const [fact, weight] of words) {
    const [place = "", word = ""] = fact.split(" ");
    byPlace[place] ??= {};
    const byWeight = byPlace[place];
    byWeight[weight] = byWeight[weight] === undefined ? word : `${byWeight[weight]} ${word}`;
  }
  return byPlace;
}

/** Parts into which the sources fall; each is read by judges learnt from the other parts. */
const FOLDS = 16;

/** Judges for each source, learnt without it and the other sources of its part; and what they find there. */
export function crossValidate(
  articles: readonly Labelled[],
  lessons: readonly Lesson[],
  lexicon: Lexicon,
): { readonly judges: ReadonlyMap<string, Judges>; readonly trials: readonly Trials[] } {
  const sources = [...new Set(articles.map(({ source }) => source))];
  const judges = new Map<string, Judges>();
  for (let fold = 0; fold < Math.min(FOLDS, sources.length); fold++) {
    const part = new Set(sources.filter((_, index) => index % FOLDS === fold));
    const learnt = learnJudges(lessons, part);
    for (const source of part) judges.set(source, learnt);
  }
  const trials = articles.map((one) => tryOut(one, lexicon, judges.get(one.source) as Judges));
  return { judges, trials };
}

if (process.argv[1]?.endsWith("train.ts")) {
  const lexicon = loadLexicon(undefined, []);
  const words = process.argv.slice(2);
  const held = words.find((one) => one.startsWith("--held="))?.slice("--held=".length);
  const others = [
    ...words.filter((one) => !one.startsWith("-")).flatMap(readLabels),
    ...(held ? readOpen(held) : []),
  ];
  const rows = held ? readRows(held, lexicon) : [];
  const lessons = toLessons([...ownLabels(), ...others], lexicon, rows);
  const { lists, sentences } = learnJudges(lessons);
  const { listed, said } = calibrate(crossValidate(others, lessons, lexicon).trials);
  write("lists", "Whether a group of headings, items or lines lists benefits", lists);
  write(
    "sentences",
    "Whether a sentence that names a benefit asserts it of the article's subject",
    sentences,
  );
  write("listed", "The share right among listed benefits of articles that were not learnt from", listed);
  write("said", "The share right among sentences of articles that were not learnt from", said);
  console.log(
    `learnt from ${lessons.length - 1 - rows.length} articles: ${lessons.flatMap((one) => one.lists).length} groups (${rows.reduce((sum, { examples }) => sum + examples.length, 0)} judged one by one, ${rows.reduce((sum, { lostCount }) => sum + lostCount, 0)} not found again), ${lessons.flatMap((one) => one.sentences).length} sentences`,
  );
}
