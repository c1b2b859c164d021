/**
 * Learns the weights that come with the package from labelled articles: those
 * of the project, and of the folders named (their texts stay where they are;
 * the weights hold names of facts and numbers, nothing of the texts).
 *
 *     npm run train -- FOLDER [FOLDER…] [--held=FOLDER]
 *
 * `--held` holds the texts of bench/labels: sets that are used up teach, too.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Models } from "../plugins/benefits/language.ts";
import type { Lexicon } from "../plugins/benefits/lexicon.ts";
import type { Model } from "../plugins/benefits/model.ts";
import { loadLexicon } from "../plugins/cli/benefits.ts";
import { calibrate, type Trials, tryOut } from "./calibrate.ts";
import { groupExamples } from "./examples.ts";
import { readOpen } from "./held.ts";
import { type Labelled, OWN, readKinds, readLabels } from "./labels.ts";
import { type Example, learn } from "./learn.ts";
import { ownSentences, sentenceExamples } from "./sentence-examples.ts";

/** Examples of one article, made once however often they are learnt from. */
export interface Lesson {
  readonly id: string;
  readonly source: string;
  readonly lists: readonly Example[];
  readonly sentences: readonly Example[];
}

/** How strongly the weights of each model are drawn to what is believed beforehand; chosen by cross-validation. */
const DECAY = { lists: 0.2, sentences: 0.3 };

export function toLessons(articles: readonly Labelled[], lexicon: Lexicon): Lesson[] {
  const own: Lesson = { id: "lessons", source: "own", lists: [], sentences: ownSentences(lexicon) };
  return [
    own,
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
    lists: learn(
      kept.flatMap(({ lists }) => lists),
      DECAY.lists,
    ),
    sentences: learn(
      kept.flatMap(({ sentences }) => sentences),
      DECAY.sentences,
    ),
  };
}

/** The project's own labelled texts. */
export function ownLabels(): Labelled[] {
  return [...readLabels(OWN), ...readKinds()];
}

function write(name: string, what: string, model: Model): void {
  const text = `import type { Model } from "../model.ts";

/** ${what}. Made by \`npm run train\`; not edited by hand. */
export const ${name.toUpperCase()}_MODEL: Model = ${JSON.stringify(model, null, 2)};
`;
  writeFileSync(join("plugins", "benefits", "english", `${name}-model.ts`), text.replace(/"(\w+)":/g, "$1:"));
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
  const lessons = toLessons([...ownLabels(), ...others], lexicon);
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
    `learnt from ${lessons.length - 1} articles: ${lessons.flatMap((one) => one.lists).length} groups, ${lessons.flatMap((one) => one.sentences).length} sentences`,
  );
}
