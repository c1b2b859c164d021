import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Block } from "../plugins/article/types.ts";
import { type Mention, mentionsIn } from "../plugins/benefits/english/mentions.ts";
import { openReading, type Reading } from "../plugins/benefits/english/reading.ts";
import { titleReader } from "../plugins/benefits/languages.ts";
import type { Lexicon } from "../plugins/benefits/lexicon.ts";
import { readLeniently } from "../plugins/import/lenient.ts";
import { OWN_WEIGHT, open } from "./examples.ts";
import { alternatives, type Label, type Labelled } from "./labels.ts";
import type { Example } from "./learn.ts";

export const SENTENCES = join("test", "fixtures", "benefit-sentences");

/** Every place of an article that names a benefit, with whether the labels say that it asserts it. */
export function sentenceExamples(labelled: Labelled, lexicon: Lexicon): Example[] {
  const { label } = labelled;
  if (label.prose === null) return [];
  const reading = openReading(open(labelled, lexicon).article, lexicon);
  const mentions = mentionsOf(reading);
  return mentions.flatMap((mention) => toExample(mention, label, mentions) ?? []);
}

function mentionsOf(reading: Reading): Mention[] {
  return reading.article.blocks
    .filter(({ kind }: Block) => kind !== "code")
    .flatMap((block) => mentionsIn(reading, block));
}

function toExample(
  { canonical, evidence, facts }: Mention,
  label: Label,
  all: readonly Mention[],
): Example | null {
  const said = (label.prose ?? []).find((one) => alternatives(one.canonical).includes(canonical));
  if (said) {
    const isHere = isSame(said.evidence, evidence);
    if (isHere) return { facts, isTrue: true, weight: 1 };
    const names = alternatives(said.canonical);
    const isElsewhere = all.some(
      (one) => names.includes(one.canonical) && isSame(said.evidence, one.evidence),
    );
    // Said elsewhere: whether this place says it too, nobody has labelled. A question says nothing.
    return isElsewhere || facts["--question"] ? null : { facts, isTrue: true, weight: 0.5 };
  }
  const free = [
    ...label.proseOptional,
    ...label.benefits.flatMap((one) => one.canonical.flatMap(alternatives)),
  ];
  return free.includes(canonical) ? null : { facts, isTrue: false, weight: 1 };
}

function isSame(labelled: string | undefined, found: string): boolean {
  if (labelled === undefined) return false;
  const [a, b] = [plain(labelled), plain(found)];
  return a.length > 8 && b.length > 8 && (a.includes(b) || b.includes(a));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

interface Lessons {
  readonly title: string;
  readonly silent: readonly string[];
  readonly said: Readonly<Record<string, readonly string[]>>;
}

/** The sentences of our own from which the reader learns (lessons.yaml). */
export function ownSentences(lexicon: Lexicon): Example[] {
  const all = parse(readFileSync(join(SENTENCES, "lessons.yaml"), "utf8")) as Lessons[];
  return all.flatMap(({ title, silent, said }) => [
    ...silent.flatMap((sentence) =>
      mentionsOf(readSentence(title, sentence, lexicon)).map(({ facts }) => ({
        facts,
        isTrue: false,
        weight: OWN_WEIGHT.sentences,
      })),
    ),
    ...Object.entries(said).flatMap(([sentence, expected]) =>
      mentionsOf(readSentence(title, sentence, lexicon))
        .filter(({ canonical }) => expected.includes(canonical))
        .map(({ facts }) => ({ facts, isTrue: true, weight: OWN_WEIGHT.sentences })),
    ),
  ]);
}

function readSentence(title: string, sentence: string, lexicon: Lexicon): Reading {
  const text = `---\ntitle: ${JSON.stringify(title)}\n---\n\n${sentence}\n`;
  return openReading(readLeniently("x.md", text, titleReader(lexicon.terms)).article, lexicon);
}
