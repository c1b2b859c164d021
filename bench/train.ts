/**
 * Learns the weights that come with the package from labelled articles: those
 * of the project, and of the folders named (their texts stay where they are;
 * the weights hold names of facts and numbers, nothing of the texts).
 *
 *     npm run train -- FOLDER [FOLDER…] [--held=FOLDER] [--sentences]
 *
 * `--held` holds the texts of bench/labels: sets that are used up teach, too.
 * `--sentences` learns what sentences weigh, in seconds, and leaves all else as it is.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { LISTS_MODEL } from "../plugins/benefits/english/lists-model.ts";
import type { Models } from "../plugins/benefits/language.ts";
import type { Lexicon } from "../plugins/benefits/lexicon.ts";
import type { Model, WordWeights } from "../plugins/benefits/model.ts";
import { loadLexicon } from "../plugins/cli/benefits.ts";
import { calibrate, type Trials, tryOut } from "./calibrate.ts";
import { groupExamples } from "./examples.ts";
import { readOpen, readOpened } from "./held.ts";
import { type Labelled, OWN, readKinds, readLabels } from "./labels.ts";
import { type Example, learn } from "./learn.ts";
import { type JudgedRows, readRows } from "./rows.ts";
import { ownSentences, sentenceExamples } from "./sentence-examples.ts";
import { type WordVectors, wordVectors } from "./vectors.ts";
import { IS_WORD, learnWords, type WordLearning } from "./words.ts";

/** Examples of one article, made once however often they are learnt from. */
export interface Lesson {
  readonly id: string;
  readonly source: string;
  readonly lists: readonly Example[];
  readonly sentences: readonly Example[];
}

/** How lists are learnt; chosen by cross-validation, the number of words by what the package has room for. */
const LISTS: WordLearning = { places: "ifhbx", decay: { facts: 1, words: 4, vectors: 4 }, most: 3500 };
/** How strongly what sentences' facts weigh is drawn to what is believed beforehand. */
const SENTENCES_DECAY = 0.3;

/**
 * @param rows rows that were judged one by one
 * @param opened articles whose sentences teach and whose lists do not
 */
export function toLessons(
  articles: readonly Labelled[],
  lexicon: Lexicon,
  rows: readonly JudgedRows[] = [],
  opened: readonly Labelled[] = [],
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
    ...opened.map((labelled) => ({
      id: labelled.id,
      source: labelled.source,
      lists: [],
      sentences: sentenceExamples(labelled, lexicon),
    })),
  ];
}

/** Vectors of the words of all articles whose rows were judged; null where none were. */
export function vectorsOf(rows: readonly JudgedRows[]): WordVectors | null {
  return rows.length === 0 ? null : wordVectors(rows.flatMap(({ texts }) => texts));
}

/** The two that judge, learnt from all lessons but those of one source; lists not where their weights are `known`. */
export type Judges = Pick<Models, "lists" | "sentences">;

export function learnJudges(
  lessons: readonly Lesson[],
  vectors: WordVectors | null,
  without: ReadonlySet<string> = new Set<string>(),
  known: Model | null = null,
): Judges {
  const kept = lessons.filter(({ source }) => !without.has(source));
  const lists = kept.flatMap(({ source, lists: examples }) =>
    examples.map((example) => ({ source, example })),
  );
  return {
    lists: known ?? learnWords(lists, vectors, LISTS),
    sentences: learn(
      kept.flatMap(({ sentences }) => sentences),
      () => SENTENCES_DECAY,
    ),
  };
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
  vectors: WordVectors | null,
): { readonly judges: ReadonlyMap<string, Judges>; readonly trials: readonly Trials[] } {
  const sources = [...new Set(articles.map(({ source }) => source))];
  const judges = new Map<string, Judges>();
  for (let fold = 0; fold < Math.min(FOLDS, sources.length); fold++) {
    const part = new Set(sources.filter((_, index) => index % FOLDS === fold));
    const learnt = learnJudges(lessons, vectors, part);
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
  const opened = held ? readOpened(held) : [];
  const known = words.includes("--sentences") ? LISTS_MODEL : null;
  const rows = held && known === null ? readRows(held, lexicon) : [];
  const vectors = vectorsOf(rows);
  const lessons = toLessons([...ownLabels(), ...others], lexicon, rows, opened);
  const { lists, sentences } = learnJudges(lessons, vectors, new Set(), known);
  write(
    "sentences",
    "Whether a sentence that names a benefit asserts it of the article's subject",
    sentences,
  );
  if (known === null) {
    const { listed, said } = calibrate(crossValidate(others, lessons, lexicon, vectors).trials);
    write("lists", "Whether a group of headings, items or lines lists benefits", lists);
    write("listed", "The share right among listed benefits of articles that were not learnt from", listed);
    write("said", "The share right among sentences of articles that were not learnt from", said);
  }
  const count = (of: (one: JudgedRows) => number): number => rows.reduce((sum, one) => sum + of(one), 0);
  console.log(
    `learnt from ${lessons.length - 1 - rows.length} articles: ${lessons.flatMap((one) => one.lists).length} groups (${count(({ examples }) => examples.length)} judged one by one, ${count(({ lostCount }) => lostCount)} not found again), ${lessons.flatMap((one) => one.sentences).length} sentences`,
  );
}
