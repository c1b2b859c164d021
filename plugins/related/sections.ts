import { once } from "../once.ts";
import type { Analysis } from "./analysis.ts";
import { boundReader } from "./bound-words.ts";
import { type Heading, headingCounts, headingsIn } from "./heading-terms.ts";
import { type Subject, subjectReader } from "./own-subject.ts";
import { quotedHeading } from "./quoted-heading.ts";
import { mostRepeated } from "./telling.ts";
import { titleReader } from "./title-says.ts";
import type { NameTest } from "./types.ts";

/** Share of the weight of a title that a heading must name to be a part on the same. */
const TITLE_SHARE = 0.5;
/** Headings from which the last is left out: it takes leave, sells, or lists sources. */
const LEAST_HEADINGS = 3;
/** Words of a heading that names what this article has but a part on. */
const LEAST_WORDS = 2;

/** Share of the words of two headings together that both have where they say the same. */
const ALIKE_SHARE = 0.6;

/**
 * Finds the heading under which another article has a part on what this article
 * is about: on most of what its title names, else on what it has a part on as
 * well. None that the other's title says, that this article has too, that comes
 * back in article after article, or is the last.
 */
export function headingReader(source: Analysis, isName: NameTest | null) {
  const { group, heads } = source;
  const subjectOf = subjectReader(source, isName);
  const titleOf = titleReader(source);
  const isBound = boundReader(source);
  const counts = headingCounts(heads);
  const most = mostRepeated(group.documents.length);
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
      const last = parts.length < LEAST_HEADINGS ? parts.length : parts.length - 1;
      let best: Named = { weight: 0, terms: [] };
      let quoted: string | null = null;
      for (const [at, heading] of parts.entries()) {
        if (at === last) continue;
        const named = namedIn(heading, subject, says);
        if (named.weight <= best.weight) continue;
        if (named.terms.length === 1 && isBound(named.terms[0]!, other)) continue;
        if (counts.same(heading) > most) continue;
        if (ownWords().some((words) => areAlike(words, wordsOf(heading)))) continue;
        const text = quotedFor(heading, named.terms, headings[at]!);
        if (text !== null) [best, quoted] = [named, text];
      }
      return quoted;
    };
  };

  /** Without a first clause that stands before heading after heading ("The science: …"); null where that takes leave. */
  function quotedFor(heading: Heading, named: readonly number[], written: string): string | null {
    const clause = heading.findIndex((terms) => named.some((id) => terms.includes(id)));
    const isForm = clause > 0 && counts.sameLead(heading) > most;
    if (isForm && counts.isClosing(heading)) return null;
    return quotedHeading(written, clause, isForm ? 1 : 0);
  }
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

/** More than all words of an article weigh together. */
const IN_TITLE = 1e6;

function namedIn(heading: Heading, subject: Subject, says: (term: number) => boolean): Named {
  const words = [...new Set(heading.flat())];
  const weigh = (of: ReadonlyMap<number, number>): Named => {
    const terms = words.filter((id) => of.has(id) && !says(id));
    return { weight: terms.reduce((sum, id) => sum + of.get(id)!, 0), terms };
  };
  const titled = weigh(subject.titled);
  if (titled.weight > 0 && titled.weight >= TITLE_SHARE * subject.total)
    return { ...titled, weight: IN_TITLE + titled.weight };
  return words.length < LEAST_WORDS ? { weight: 0, terms: [] } : weigh(subject.parts);
}
