import type { Article, Section } from "../article/types.ts";
import type { ReasonKind, RelatedLink } from "../corpus/types.ts";
import { primaryLanguage } from "./site.ts";
import { IGNORED, Vocabulary } from "./vocabulary.ts";

/** Words that a section needs to carry a callout after it. */
const SHORTEST_SECTION = 40;
/** Evidence below which a link fits no section in particular. */
const LEAST_FIT = 2;

/** A callout after a section. */
export interface Callout {
  /** Index of the section after which it stands (after all sections inside it). */
  readonly section: number;
  readonly id: string;
}

/** Options of {@link placeBoxes}. */
export interface PlacementOptions {
  /** Boxes, 0..2. */
  readonly most: number;
  /** Title of an article, for how well it fits a section. */
  readonly titleOf: (id: string) => string;
  /** Reads words; default: a reader of its own. One for all articles reads each word once. */
  readonly read?: WordReader;
}

/** The words of a text in order, as the ranking knows them; null: one that joins others. */
export type WordReader = (text: string, lang: string) => readonly (string | null)[];

/** A reader that remembers the words of every language it meets. */
export function wordReader(): WordReader {
  const vocabularies = new Map<string, Vocabulary>();
  return function readWords(text, lang) {
    const name = primaryLanguage(lang);
    const vocabulary = vocabularies.get(name) ?? new Vocabulary(name);
    vocabularies.set(name, vocabulary);
    const words: (string | null)[] = [];
    vocabulary.read(text, (word) => {
      const term = vocabulary.termOf[word]!;
      words.push(term === IGNORED ? null : vocabulary.terms[term]!);
    });
    return words;
  };
}

/**
 * Boxes for an article whose author wrote no "Also Read" line: the best pairs
 * of section and link, in order of section; a section and a link are used once.
 * None where no section speaks of what a link is about.
 *
 * @param links the links among which boxes may be chosen, best first
 */
export function placeBoxes(
  article: Article,
  links: readonly Pick<RelatedLink, "id" | "reasons">[],
  { most, titleOf, read = wordReader() }: PlacementOptions,
): Callout[] {
  if (most === 0 || article.alsoRead.length > 0) return [];
  const wordsIn = (text: string): readonly (string | null)[] => read(text, article.lang);
  const places = placesFor(article, wordsIn);
  const fits = links.flatMap((link, rank) => {
    const words = tellingWords(link, titleOf(link.id), wordsIn);
    return places.map(({ section, text }) => ({ section, id: link.id, rank, fit: fitOf(words, text) }));
  });
  fits.sort((a, b) => b.fit - a.fit || a.section - b.section || a.rank - b.rank);
  const chosen: Callout[] = [];
  for (const { section, id, fit } of fits) {
    if (fit < LEAST_FIT || chosen.length === most) break;
    if (chosen.every((callout) => callout.section !== section && callout.id !== id))
      chosen.push({ section, id });
  }
  return chosen.sort((a, b) => a.section - b.section);
}

interface Place {
  readonly section: number;
  readonly text: ReadonlyMap<string, number>;
}

/** Sections of the outermost level with enough text; not the lead-in, and not the last, which the list follows. */
function placesFor({ sections, blocks }: Article, wordsIn: WordsIn): Place[] {
  const level = Math.min(...sections.filter((section) => section.level > 0).map((section) => section.level));
  const tops = sections.filter((section) => section.level === level);
  return tops.slice(0, -1).flatMap((section) => {
    const inside = sections.filter((other) => isWithin(sections, other, section.index));
    const words = inside
      .flatMap(({ heading, blocks: [start, end] }) => [
        heading,
        ...blocks.slice(start, end).map(({ text }) => text),
      ])
      .flatMap(wordsIn);
    return words.length < SHORTEST_SECTION ? [] : [{ section: section.index, text: counted(words) }];
  });
}

function isWithin(sections: readonly Section[], section: Section, top: number): boolean {
  for (let at = section.index; at >= 0; at = sections[at]!.parent) if (at === top) return true;
  return false;
}

type WordsIn = (text: string) => readonly (string | null)[];

/** Words that say what a link is about: those of its reasons twice, those of its title once. */
function tellingWords(
  { reasons }: Pick<RelatedLink, "reasons">,
  title: string,
  wordsIn: WordsIn,
): readonly string[] {
  const shared = reasons.filter(({ kind }) => NAMES_WORDS.has(kind)).flatMap((reason) => reason.shared);
  const words = wordsIn(shared.join(" "));
  return [...words, ...words, ...wordsIn(title)].filter(
    (word) => word !== null && !/^\p{N}+$/u.test(word),
  ) as string[];
}

/** Reasons that are told in words of the texts. */
const NAMES_WORDS: ReadonlySet<ReasonKind> = new Set(["section", "condition", "therapy", "benefit"]);

/** Each telling word counts by the root of its occurrences: one section that says it often, not the longest one. */
function fitOf(words: readonly string[], text: ReadonlyMap<string, number>): number {
  return words.reduce((sum, word) => sum + Math.sqrt(text.get(word) ?? 0), 0);
}

function counted(words: readonly (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) if (word !== null) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
