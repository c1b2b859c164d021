import type { Article, Block } from "../../article/types.ts";
import type { Passage } from "../language.ts";
import type { Lexicon } from "../lexicon.ts";
import {
  type Ids,
  idsOf,
  inSentence,
  isBeside,
  type Names,
  NONE,
  namesIn,
  namesInClause,
  type Said,
  VERSUS,
  withoutTargets,
} from "./named-doers.ts";
import { isTitle, type Reading, resumeReading } from "./reading.ts";
import { namesInTitle } from "./title.ts";
import { setOf } from "./word-set.ts";

/** In a heading: "Benefits of yoga for cycling". */
const FOR = setOf("for");

/**
 * Of which of its therapies an article on several says something; null: of all.
 * Told apart are those that its title or a heading names, all where the title names
 * none; what only front matter names (aromatherapy, of an article on lavender) is
 * what the whole article is about. By what does it in the clause that says it, else
 * by the nearest heading that names some of them (of several, by the line above the
 * list or the paragraph, where those name fewer), else by what stands before it.
 * Nothing where the clause names one by the way and the heading another, or where
 * each has a column of a table.
 */
export function therapiesSaid(
  article: Article,
  lexicon: Lexicon,
  passage: Passage,
): readonly string[] | null {
  const { therapies } = article.titleFacts;
  if (therapies.length < 2) return null;
  const reading = resumeReading(article, lexicon);
  const all: Names = { reading, own: new Set(therapies) };
  const said = inSentence(all, passage);
  if (said.doers.size > 0) return therapies.filter((id) => said.doers.has(id));
  const names = toldApart(all);
  const meant = names.own.size < 2 ? null : saidOf(names, passage, said);
  return meant && therapies.filter((id) => meant.has(id) || !names.own.has(id));
}

const known = new WeakMap<Reading, Names>();

/** The article's therapies that it can tell apart. */
function toldApart(all: Names): Names {
  const { article, lexicon } = all.reading;
  const names = known.get(all.reading) ?? partOf(all, namesInTitle(article.title, lexicon.terms).therapies);
  known.set(all.reading, names);
  return names;
}

function partOf(all: Names, named: readonly string[]): Names {
  const titled = named.filter((id) => all.own.has(id));
  if (titled.length === 0) return all;
  const { sections } = all.reading.article;
  const headed = sections.flatMap(({ heading, level }) => (level > 0 ? [...namedBy(all, heading)] : []));
  return { ...all, own: new Set([...titled, ...headed]) };
}

function saidOf(names: Names, passage: Passage, said: Said): Ids | null {
  const block = blockOf(names, passage);
  if (said.isOrdinal) return NONE;
  if (block?.kind === "tableRow" && namesInHeader(names, block).size > 1) return NONE;
  const headed = aboveIt(names, passage);
  const before = block === null ? NONE : beforeIt(names, passage, block);
  if (headed === null) return firstOf(before, said.means, said.named);
  const isNarrower = headed.size > 1 && before.size > 0 && [...before].every((id) => headed.has(id));
  const meant = isNarrower ? before : headed;
  return said.named.size === 0 ? meant : new Set([...meant].filter((id) => said.named.has(id)));
}

function firstOf(...lists: readonly Ids[]): Ids | null {
  return lists.find(({ size }) => size > 0) ?? null;
}

/** Therapies that the nearest heading names which names any: the passage's own, else of the sections around it. */
function aboveIt(names: Names, { heading, line }: Passage): Ids | null {
  const { reading } = names;
  const { sections } = reading.article;
  const own = heading === null ? NONE : namedBy(names, heading);
  if (own.size > 0) return own;
  let section = sections.findLast((one) => one.level > 0 && one.line <= line);
  while (section) {
    const named = isTitle(reading, section) ? NONE : namedBy(names, section.heading);
    if (named.size > 0) return named;
    section = sections[section.parent];
  }
  return null;
}

function blockOf({ reading: { article } }: Names, { line }: Passage): Block | null {
  return article.blocks.find((one) => one.line <= line && line <= Math.max(one.line, one.endLine)) ?? null;
}

function namesInHeader(names: Names, block: Block): Ids {
  const { blocks } = names.reading.article;
  const header = blocks.slice(0, blocks.indexOf(block)).findLast(({ isHeader }) => isHeader);
  return header === undefined ? NONE : namedBy(names, header.text);
}

/** Therapies of the last sentence before the passage, in its paragraph, that names any; of an item, of the block above its list. */
function beforeIt(names: Names, { evidence }: Passage, block: Block): Ids {
  const { reading } = names;
  const { blocks } = reading.article;
  const named = lastNamed(names, block.text.slice(0, Math.max(0, block.text.indexOf(evidence))));
  if (named.size > 0 || block.kind !== "listItem") return named;
  const above = blocks.slice(0, blocks.indexOf(block)).findLast(({ kind }) => kind !== "listItem");
  return above?.section === block.section ? lastNamed(names, above.text) : NONE;
}

function lastNamed(names: Names, text: string): Ids {
  const tokens = names.reading.tokensOf(text);
  const sentences = [...names.reading.sentencesOf(text)].reverse();
  return (
    firstOf(
      ...sentences.map(({ from, to }) =>
        idsOf(namesInClause(names, tokens, from, to).filter(({ at }) => !isBeside(tokens, at, VERSUS))),
      ),
    ) ?? NONE
  );
}

/** Therapies that a heading names; of "yoga compared with Pilates" and "yoga for cycling" the first, of "yoga vs Pilates" both. */
function namedBy(names: Names, text: string): Ids {
  const { reading } = names;
  const tokens = reading.tokensOf(reading.nameOf(text));
  const { isUmbrella, claims } = reading.roleOf(text);
  const all = namesIn(names, tokens, 0, tokens.length);
  // "Benefits of increasing glutathione" is on glutathione.
  const found = isUmbrella ? all : withoutTargets(all, claims);
  const main = found.filter(({ at }) => !isBeside(tokens, at, FOR));
  return idsOf(main.length > 0 ? main : found);
}
