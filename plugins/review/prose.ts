import type { Article, Block } from "../article/types.ts";
import { splitSentences } from "./sentences.ts";

/** Where a sentence stands. `code` is never read. */
export type Place = "title" | "description" | "keyFact" | "heading" | "text" | "quote";

/** A sentence as the rules read it. */
export interface Sentence {
  /** Position in {@link Prose.sentences}. */
  readonly index: number;
  /** As written, typographic apostrophes made plain. */
  readonly text: string;
  /** `text` in lower case, of the same length. */
  readonly lower: string;
  readonly place: Place;
  /** Section of the article; 0 for front matter. */
  readonly section: number;
  /** Index into the article's blocks; -1 for headings and front matter. */
  readonly block: number;
  /** 1-based first line of what holds it; 0 for front matter. */
  readonly line: number;
  /** Front matter field that holds it; null in the body. */
  readonly field: string | null;
}

/** An article's sentences with an index of their words. */
export interface Prose {
  /** Title, description and key facts first, then the body in document order. */
  readonly sentences: readonly Sentence[];
  /** Sentences that hold any of the words (lower case), in order, each once. */
  readonly withAny: (words: readonly string[]) => readonly Sentence[];
  /** True when the word (lower case) stands somewhere. */
  readonly has: (word: string) => boolean;
  /** Every word once, lower case, in order of first use. */
  readonly words: readonly string[];
}

const WORD = /[a-z0-9%][a-z0-9%'-]*/g;

/** Cuts an article into sentences, once for all rules. Linear in the text. */
export function readProse(article: Article): Prose {
  const sentences: Sentence[] = [];
  const add = (text: string, place: Place, section: number, block: number, line: number): void => {
    const plain = text.replaceAll("’", "'");
    const folded = plain.toLowerCase();
    const field = FIELD_OF[place] ?? null;
    sentences.push({
      index: sentences.length,
      text: plain,
      // A few capitals grow when lowered (İ): then positions in both would differ.
      lower: folded.length === plain.length ? folded : lowerAscii(plain),
      place,
      section,
      block,
      line,
      field,
    });
  };
  const { title, frontMatter, sections, blocks } = article;
  add(title, "title", 0, -1, 0);
  for (const part of splitSentences(frontMatter.description ?? "")) add(part, "description", 0, -1, 0);
  for (const fact of frontMatter.keyFacts) add(fact, "keyFact", 0, -1, 0);
  for (const section of sections) {
    if (section.heading !== "") add(section.heading, "heading", section.index, -1, section.line);
    const [start, end] = section.blocks;
    for (let index = start; index < end; index++) {
      const block = blocks[index];
      if (block) addBlock(block, index, add);
    }
  }
  return { sentences, ...indexWords(sentences) };
}

const FIELD_OF: Readonly<Partial<Record<Place, string>>> = {
  title: "title",
  description: "description",
  keyFact: "keyFacts",
};

function addBlock(
  block: Block,
  index: number,
  add: (text: string, place: Place, section: number, block: number, line: number) => void,
): void {
  if (block.kind === "code") return;
  const place = block.kind === "quote" ? "quote" : "text";
  const lines = block.lines.length > 0 ? block.lines : [block];
  for (const { text, line } of lines) {
    for (const part of splitSentences(text)) add(part, place, block.section, index, line);
  }
}

function indexWords(sentences: readonly Sentence[]): Omit<Prose, "sentences"> {
  const byWord = new Map<string, number[]>();
  for (const { index, lower } of sentences) {
    for (const word of lower.match(WORD) ?? []) {
      const known = byWord.get(word);
      if (!known) byWord.set(word, [index]);
      else if (known[known.length - 1] !== index) known.push(index);
    }
  }
  const withAny: Prose["withAny"] = (words) => {
    const found = new Set<number>();
    for (const word of words) for (const index of byWord.get(word) ?? []) found.add(index);
    return [...found].sort((a, b) => a - b).map((index) => sentences[index] as Sentence);
  };
  return { withAny, has: (word) => byWord.has(word), words: [...byWord.keys()] };
}

function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Where a finding about the sentence points: its front matter field, or its line. */
export function placeOf({ field, line }: Sentence): { readonly field: string } | { readonly line: number } {
  return field === null ? { line } : { field };
}
