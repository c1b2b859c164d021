import { once } from "../once.ts";
import type { Analysis } from "./analysis.ts";
import { boundReader } from "./bound-words.ts";
import { WORD } from "./evidence.ts";
import { type Heading, type HeadingCounts, headingCounts, headingsIn } from "./heading-terms.ts";
import { HEAD_END, type Heads } from "./heads.ts";
import {
  isWord,
  type OwnWeights,
  type Subject,
  subjectReader,
  weightIn,
  weightReader,
} from "./own-subject.ts";
import { quotedHeading } from "./quoted-heading.ts";
import { mostApart, mostOwn, mostRepeated, mostTelling } from "./telling.ts";
import { titleReader } from "./title-says.ts";
import type { NameTest, RelatedDocument } from "./types.ts";

/** Share of the weight of a title that a heading must name to be a part on the same. */
const TITLE_SHARE = 0.5;
/** Least that the words of a heading weigh together in this article. */
const LEAST_WEIGHT = 0.3;
/** Least share of the weight of this article's title that a heading names beyond what the other's title says of it. */
const LEAST_AHEAD = 0.2;
/** Least that a lone word of a title weighs in the other article too: less is said by the way. */
const LEAST_THERE = 0.1;
/** Words from which a heading is none that says but what this article's title says. */
const LEAST_TITLED = 3;
/** Headings from which the last is left out: it takes leave, sells, or lists sources. */
const LEAST_HEADINGS = 3;
/** Share of an article's headings, from the first, that introduce: "What is …", "Understanding …". */
const OPENING_SHARE = 0.15;
/** Share of a heading's words that its article's title may say. */
const SAID_SHARE = 0.4;
/** Share of the words of two headings together that both have where they say the same. */
const ALIKE_SHARE = 0.6;

/**
 * Finds the heading under which another article has a part on what this article's
 * title names and the other's does not: where both titles name the same, a part is
 * but one more of the things that such articles hold. None that the other's title
 * says, that this article has too, that comes back in article after article, that
 * introduces or is the last, or has nothing under it; with the one it stands under,
 * unless the other's title says that.
 */
export function headingReader(source: Analysis, isName: NameTest | null) {
  const { group, heads } = source;
  const subjectOf = subjectReader(source, isName);
  const titleOf = titleReader(source);
  const weightsOf = weightReader(source.vectors);
  const weighsIn = weightIn(source.vectors);
  const isBound = boundReader(source);
  const counts = headingCounts(heads);
  const most = mostRepeated(group.documents.length);
  const namedIn = nameReader(source, counts);
  const titleWords = titleWordReader(source);
  return function headingFor(index: number): (other: number) => string | null {
    // Most articles of a site without headings need neither.
    const about = once(() => subjectOf(index));
    const titleSays = once(() => titleOf(index));
    const title = once(() => titleWords(index));
    const ownWords = once(() => headingsIn(heads[index]!).map(wordsOf));
    return function headingOf(other) {
      const headings = group.documents[other]!.headings ?? [];
      if (headings.length === 0) return null;
      const weights = weightsOf(index);
      const weighty = weightyIn(heads[other]!, weights.weightOf);
      if (weighty.length === 0) return null;
      const reader = { ...weights, about, titleSays: titleSays(), title: title() };
      const says = titleOf(other);
      const parts = headingsIn(heads[other]!);
      const first = Math.floor(OPENING_SHARE * parts.length);
      const last = parts.length < LEAST_HEADINGS ? parts.length : parts.length - 1;
      let best = NOTHING;
      let quoted: string | null = null;
      for (const at of weighty) {
        if (at < first || at >= last) continue;
        const heading = parts[at]!;
        const named = namedIn(heading, reader, { says, weighs: (term) => weighsIn(other, term) });
        if (named.weight <= best.weight) continue;
        if (named.terms.length === 1 && isBound(named.terms[0]!, other)) continue;
        if (counts.same(heading) > most || counts.isClosing(heading)) continue;
        if (ownWords().some((words) => areAlike(words, wordsOf(heading)))) continue;
        const clause = heading.findIndex((terms) => named.terms.some((id) => terms.includes(id)));
        const parent = parentOf(group.documents[other]!.levels ?? [], at);
        const over = parent < 0 || parts[parent]!.flat().every(says) ? null : headings[parent]!;
        const text = quotedHeading(headings[at]!, clause, over);
        if (text !== null && !isBare(group.documents[other]!, at)) [best, quoted] = [named, text];
      }
      return quoted;
    };
  };
}

function titleWordReader({ vectors: { titleStart, titleTerm }, kind, forms }: Analysis) {
  return (index: number): readonly number[] =>
    Array.from(titleTerm.subarray(titleStart[index]!, titleStart[index + 1]!)).filter(
      (id) => kind[id] === WORD && isWord(forms[id]!),
    );
}

/** Whether a heading has nothing under it, as a name without a text; not known where headings are no lines of the text. */
function isBare({ text, headings, levels }: RelatedDocument, at: number): boolean {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  let line = -1;
  for (const heading of headings!.slice(0, at + 1)) {
    line = lines.indexOf(heading, line + 1);
    if (line < 0) return false;
  }
  const isOver = (levels?.[at + 1] ?? 0) > (levels?.[at] ?? 0);
  return !isOver && [undefined, headings![at + 1]].includes(lines[line + 1]);
}

/** Places of the headings that can weigh enough, looked at before anything is read of any. */
function weightyIn(heads: Heads, weightOf: OwnWeights["weightOf"]): readonly number[] {
  const found: number[] = [];
  let [at, weight] = [0, 0];
  for (const term of heads) {
    if (term >= 0) weight += weightOf(term);
    else if (term === HEAD_END) {
      if (weight >= LEAST_WEIGHT) found.push(at);
      at++;
      weight = 0;
    }
  }
  return found;
}

/** The heading under which another stands, -1: none. */
function parentOf(levels: readonly number[], at: number): number {
  let parent = at - 1;
  while (parent >= 0 && levels[parent]! >= levels[at]!) parent--;
  return levels.length === 0 ? -1 : parent;
}

const wordsOf = (heading: Heading): ReadonlySet<number> => new Set(heading.flat());

/** Whether two headings say nearly the same: what they share is most of what both say. */
function areAlike(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  let shared = 0;
  for (const id of one) if (other.has(id)) shared++;
  return shared >= ALIKE_SHARE * (one.size + other.size - shared);
}

/** What of a reader's article a heading names. */
interface Named {
  /** Whatever names most of a title weighs more than all else. */
  readonly weight: number;
  readonly terms: readonly number[];
}

const NOTHING: Named = { weight: 0, terms: [] };

/** More than all words of a heading weigh together. */
const IN_TITLE = 1e6;

/** The article whose reader is told, by its words. */
interface Reader extends OwnWeights {
  readonly about: () => Subject;
  readonly titleSays: (term: number) => boolean;
  /** The words of its title. */
  readonly title: readonly number[];
}

/** The article that is offered. */
interface Offered {
  /** Whether its title says a term. */
  readonly says: (term: number) => boolean;
  /** What a term weighs in it, 0..1. */
  readonly weighs: (term: number) => number;
}

/**
 * Whether words name more of a reader's title than the other's title says of it: two words of
 * it, or one that is most of it and that the other article comes back to as well. One word
 * by itself meets another sense, or is said by the way ("Hello, world" beside "Hello Base").
 */
function isAhead(
  words: readonly number[],
  reader: Reader,
  { says, weighs }: Offered,
  tells: (term: number) => boolean,
): boolean {
  const weigh = (ids: readonly number[]): number => ids.reduce((sum, id) => sum + reader.weightOf(id), 0);
  const named = words.filter(reader.titleSays);
  const title = weigh(reader.title);
  const ahead = weigh(named) - weigh(reader.title.filter(says));
  if (ahead <= 0 || ahead < LEAST_AHEAD * title) return false;
  const telling = named.filter(tells);
  if (telling.length > 1) return true;
  return weigh(telling) >= TITLE_SHARE * title && telling.some((term) => weighs(term) >= LEAST_THERE);
}

/**
 * Reads what of a reader's article a heading names. Its words weigh much there: two
 * of them, or what names most of its title beside a word that tells. It must say more
 * than either title, and more than "Understanding …", which headings say everywhere.
 */
function nameReader({ group, forms, frequencies }: Analysis, counts: HeadingCounts) {
  const size = group.documents.length;
  const [frame, most, few] = [mostOwn(size), mostTelling(size), mostApart(size)];
  const isIn = (count: number) => (id: number) => frequencies[id]! <= count;
  return function namedIn(heading: Heading, reader: Reader, offered: Offered): Named {
    const words = [...new Set(heading.flat())].filter((id) => isWord(forms[id]!));
    const added = words.filter((id) => !offered.says(id));
    if (words.length - added.length >= SAID_SHARE * words.length) return NOTHING;
    const weight = added.reduce((sum, id) => sum + reader.weightOf(id), 0);
    if (weight < LEAST_WEIGHT || (words.length >= LEAST_TITLED && words.every(reader.titleSays)))
      return NOTHING;
    if (!isAhead(added, reader, offered, isIn(most))) return NOTHING;
    const { titled, total } = reader.about();
    const titledWeight = added.reduce((sum, id) => sum + (titled.get(id) ?? 0), 0);
    const isTitled = titledWeight > 0 && titledWeight >= TITLE_SHARE * total;
    const named = (terms: readonly number[]): Named => ({
      weight: isTitled ? IN_TITLE + weight : weight,
      terms,
    });
    const own = added.filter(reader.isOwn);
    if (own.length > 1 && own.some(isIn(few))) return named(own);
    if (!isTitled) return NOTHING;
    const terms = added.filter((id) => titled.has(id));
    if (terms.length === words.length) return named(terms);
    const rest = added.filter((id) => !titled.has(id));
    const isForm = Math.min(...rest.map(counts.withTerm)) > frame;
    return isForm || !rest.some(isIn(most)) ? NOTHING : named(terms);
  };
}
