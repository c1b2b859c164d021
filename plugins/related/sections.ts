import { once } from "../once.ts";
import type { Analysis } from "./analysis.ts";
import { boundReader } from "./bound-words.ts";
import { type Heading, type HeadingCounts, headingCounts, headingsIn } from "./heading-terms.ts";
import { isWord, type Subject, subjectReader } from "./own-subject.ts";
import { quotedHeading } from "./quoted-heading.ts";
import { mostOwn, mostRare, mostRepeated } from "./telling.ts";
import { titleReader } from "./title-says.ts";
import type { NameTest } from "./types.ts";

/** Share of the weight of a title that a heading must name to be a part on the same. */
const TITLE_SHARE = 0.5;
/** Headings from which the last is left out: it takes leave, sells, or lists sources. */
const LEAST_HEADINGS = 3;
/** Share of an article's headings, from the first, that introduce: "What is …", "Understanding …". */
const OPENING_SHARE = 0.15;
/** Share of a heading's words that its article's title may say. */
const SAID_SHARE = 0.4;
/** Share of the words of two headings together that both have where they say the same. */
const ALIKE_SHARE = 0.6;

/**
 * Finds the heading under which another article has a part on what this article
 * is about: on most of what its title names, else on what it has a part on as
 * well. None that the other's title says, that this article has too, that comes
 * back in article after article, that introduces or is the last.
 */
export function headingReader(source: Analysis, isName: NameTest | null) {
  const { group, heads } = source;
  const subjectOf = subjectReader(source, isName);
  const titleOf = titleReader(source);
  const isBound = boundReader(source);
  const counts = headingCounts(heads);
  const most = mostRepeated(group.documents.length);
  const namedIn = nameReader(source, counts);
  return function headingFor(index: number): (other: number) => string | null {
    // Most articles of a site without headings need neither.
    const subjectFor = once(() => subjectOf(index));
    const ownWords = once(() => headingsIn(heads[index]!).map(wordsOf));
    return function headingOf(other) {
      const headings = group.documents[other]!.headings ?? [];
      if (headings.length === 0) return null;
      const subject = subjectFor();
      if (subject.titled.size === 0 && subject.parts.size === 0) return null;
      if (!heads[other]!.some((id) => subject.titled.has(id) || subject.parts.has(id))) return null;
      const says = titleOf(other);
      const parts = headingsIn(heads[other]!);
      const first = Math.floor(OPENING_SHARE * parts.length);
      const last = parts.length < LEAST_HEADINGS ? parts.length : parts.length - 1;
      let best = NOTHING;
      let quoted: string | null = null;
      for (let at = first; at < last; at++) {
        const heading = parts[at]!;
        const named = namedIn(heading, subject, says);
        if (named.weight <= best.weight) continue;
        if (named.terms.length === 1 && isBound(named.terms[0]!, other)) continue;
        if (counts.same(heading) > most || counts.isClosing(heading)) continue;
        if (ownWords().some((words) => areAlike(words, wordsOf(heading)))) continue;
        const clause = heading.findIndex((terms) => named.terms.some((id) => terms.includes(id)));
        const text = quotedHeading(headings[at]!, clause);
        if (text !== null) [best, quoted] = [named, text];
      }
      return quoted;
    };
  };
}

const wordsOf = (heading: Heading): ReadonlySet<number> => new Set(heading.flat());

/** Whether two headings say nearly the same: what they share is most of what both say. */
function areAlike(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  let shared = 0;
  for (const id of one) if (other.has(id)) shared++;
  return shared >= ALIKE_SHARE * (one.size + other.size - shared);
}

/** What of a subject a heading names. */
interface Named {
  /** Whatever is in a title weighs more than all parts. */
  readonly weight: number;
  readonly terms: readonly number[];
}

const NOTHING: Named = { weight: 0, terms: [] };

/** More than all words of an article weigh together. */
const IN_TITLE = 1e6;

/**
 * Reads what of a subject a heading names. It must say more than its article's
 * title, and more than headings say everywhere: of a title "Understanding …" is
 * too little, of a part anything that is not rare in headings.
 */
function nameReader({ group, forms }: Analysis, counts: HeadingCounts) {
  const size = group.documents.length;
  const [frame, rare] = [mostOwn(size), mostRare(size)];
  return function namedIn(heading: Heading, subject: Subject, says: (term: number) => boolean): Named {
    const words = [...new Set(heading.flat())].filter((id) => isWord(forms[id]!));
    const said = words.filter(says);
    if (said.length >= SAID_SHARE * words.length) return NOTHING;
    const weigh = (of: ReadonlyMap<number, number>): Named => {
      const terms = words.filter((id) => of.has(id) && !said.includes(id));
      return { weight: terms.reduce((sum, id) => sum + of.get(id)!, 0), terms };
    };
    const least = (terms: readonly number[]): number =>
      Math.min(...words.filter((id) => !terms.includes(id) && !said.includes(id)).map(counts.withTerm));
    const titled = weigh(subject.titled);
    if (titled.weight > 0 && titled.weight >= TITLE_SHARE * subject.total) {
      const isBare = words.length === titled.terms.length;
      return isBare || least(titled.terms) <= frame
        ? { ...titled, weight: IN_TITLE + titled.weight }
        : NOTHING;
    }
    const parts = weigh(subject.parts);
    return least(parts.terms) <= rare ? parts : NOTHING;
  };
}
