import type { Analysis } from "./analysis.ts";
import { WORD } from "./evidence.ts";
import { namedCounts } from "./heads.ts";
import { COMES_BACK, mostTelling } from "./telling.ts";
import type { NameTest } from "./types.ts";
import { UNIT, type Vectors } from "./vectors.ts";
import { spellingOf } from "./written.ts";

/** Words named in a reason, at most. */
const WORDS_NAMED = 2;
/** Shortest word of a spaced script that is named. */
const SHORTEST_NAMED = 3;
/** Share of the articles with a word that must have it in their title or a heading for it to name a subject. */
const NAMED_SHARE = 0.2;
/**
 * Times that a word stands, on average, in the articles that have it, for it to name a subject: what an
 * article is about it says again and again, what it says by the way once (Church & Gale 1995, "burstiness").
 */
const LEAST_BURST = 2.5;
/** Share of what brings two articles together that a word must hold to be named. */
const LEAST_SHARE = 0.07;

/**
 * Finds the words that name a subject which two articles share, most telling
 * first, as the site writes them: words that both come back to and the other
 * has a part on; not what its title says already, in letters or whole.
 */
export function subjectWords(
  source: Analysis,
  isName: NameTest | null,
): (index: number) => (other: number) => string[] {
  const { vectors, group, forms } = source;
  const { start, term, weight, presence } = vectors;
  const spelling = spellingOf(source);
  const tells = tellingTerms(source, isName);
  const stands = titleTests(source);
  const own = new Uint16Array(vectors.termCount);
  let ownOf = -1;
  /** Weights of one article's words by term, those that it says once left out. */
  function setOwn(index: number): void {
    if (ownOf === index) return;
    if (ownOf >= 0) for (let at = start[ownOf]!; at < start[ownOf + 1]!; at++) own[term[at]!] = 0;
    for (let at = start[index]!; at < start[index + 1]!; at++)
      if (presence[at]! >= COMES_BACK) own[term[at]!] = weight[at]!;
    ownOf = index;
  }
  function isSubject(id: number, other: number): boolean {
    if (!tells(id) || stands.inTitle(other, id) || !stands.inHeading(other, id)) return false;
    return !areInitials(forms[id]!, group.documents[other]!.title) && !spelling.isBound(id, other);
  }
  return (index) =>
    function wordsOf(other) {
      setOwn(index);
      const found: { readonly id: number; readonly product: number }[] = [];
      let sum = 0;
      for (let at = start[other]!, end = start[other + 1]!; at < end; at++) {
        const id = term[at]!;
        const ours = own[id]!;
        if (ours === 0) continue;
        const product = ours * weight[at]!;
        sum += product;
        if (product > 0 && presence[at]! >= COMES_BACK && isSubject(id, other)) found.push({ id, product });
      }
      found.sort((a, b) => b.product - a.product || (forms[a.id]! < forms[b.id]! ? -1 : 1));
      return found
        .slice(0, WORDS_NAMED)
        .filter(({ product }) => product >= LEAST_SHARE * sum)
        .map(({ id }) => spelling.written(id));
    };
}

/** Whether a term stands in an article's title, and in a heading of it; asked of so few that no set pays. */
function titleTests({ vectors: { titleStart, titleTerm }, heads }: Analysis) {
  return {
    inTitle(index: number, term: number): boolean {
      for (let at = titleStart[index]!; at < titleStart[index + 1]!; at++)
        if (titleTerm[at] === term) return true;
      return false;
    },
    inHeading: (index: number, term: number): boolean => heads[index]!.includes(term),
  };
}

type Telling = (term: number) => boolean;

/** Whether a term is a word that names a subject of this site: in few articles, and what some are titled by. */
function tellingTerms(
  { group, vectors, kind, frequencies, forms, heads }: Analysis,
  isName: NameTest | null,
): Telling {
  const most = mostTelling(group.documents.length);
  const named = namedCounts(heads, vectors, vectors.termCount);
  const times = occurrences(vectors);
  const known = new Map<number, boolean>();
  const isTelling: Telling = (id) =>
    kind[id] === WORD &&
    frequencies[id]! > 1 &&
    frequencies[id]! <= most &&
    named[id]! >= NAMED_SHARE * frequencies[id]! &&
    times[id]! >= LEAST_BURST * frequencies[id]! &&
    isWord(forms[id]!) &&
    (isName === null || isName(forms[id]!, group.lang));
  return function tells(id) {
    const before = known.get(id);
    if (before !== undefined) return before;
    const tells = isTelling(id);
    known.set(id, tells);
    return tells;
  };
}

/** How often each term stands in all articles, by term id; read back from its presence, tf / (tf + 1). */
function occurrences({ documentCount, termCount, start, term, presence }: Vectors): Float64Array {
  const times = new Float64Array(termCount);
  for (let entry = 0, end = start[documentCount]!; entry < end; entry++) {
    const share = presence[entry]!;
    times[term[entry]!]! += Math.round(share / Math.max(1, UNIT - share));
  }
  return times;
}

/** Longest word that is looked at as initials. */
const MOST_INITIALS = 6;

/** Whether a word is made of the first letters of words side by side in a title: "WBC", "White Blood Cells in Urine". */
function areInitials(word: string, title: string): boolean {
  if (word.length > MOST_INITIALS) return false;
  const initials = title.toLowerCase().match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu) ?? [];
  return initials.join("").includes(word);
}

/** Whether a form is long enough to be a word, and no number. */
export function isWord(form: string): boolean {
  return (form.length >= SHORTEST_NAMED || form > "\u02ff") && !/^\p{N}+$/u.test(form);
}
