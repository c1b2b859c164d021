/** Phrases by which a line or a block offers other articles of the same site. */
const PHRASE = [
  "also,? (?:read|see)(?: this| these)?",
  "read also",
  "you (?:may|might|would|will|could)(?: also)? (?:like|love|enjoy|want|be interested in)(?: to (?:read|try|check(?: out)?))?(?: these(?: articles| posts| recipes)?)?",
  "(?:other )?related(?: (?:articles?|posts?|stor(?:y|ies)|recipes?|coverage|readings?|reads?|blogs?|blog posts?|content|topics?|links|news|guides?))?",
  "(?:more|other)(?: related)? (?:articles?|posts?|stories|recipes|reads|blogs)(?: (?:you (?:may|might)(?: also)? (?:like|enjoy)|like this|for you))?",
  "(?:read|up) next",
  "what to read next",
  "keep reading",
  "more like this",
  "read more",
  "more to read",
  "recommended(?: (?:articles?|posts?|reading|reads|stories|for you))?",
  "suggested (?:articles?|posts?|reading|reads)",
  "similar (?:articles?|posts?|stories)",
  "must read",
  "don['’]t miss",
  "check out(?: (?:our|my|these))?(?: (?:other|related))? (?:articles?|posts?|recipes?|blogs?)",
  "see also",
].join("|");

/** "Also Read: TITLE": the phrase, the title. */
export const OFFER_LINE = new RegExp(`^\\P{L}{0,4}(${PHRASE})\\s*[:–—|»>-]+\\s*(\\S.{2,200})$`, "iu");
const OPENER = new RegExp(`^\\P{L}{0,4}(?:${PHRASE})\\s*(?:\\.{3}|[:…!–—↓👇-])?$`, "iu");
/** Phrases that offer nothing unless links follow: a section of the article may be called so. */
const WEAK =
  /^\P{L}*(?:related|read more|keep reading|must read|don['’]t miss|see also|also see|other articles)\W*$/iu;

/** Longest title of an offer, in characters. */
export const TITLE_LIMIT = 200;
const OPENER_LIMIT = 80;

/** True for a line that is nothing but such a phrase. */
export function opensOffers(text: string): boolean {
  return text.length <= OPENER_LIMIT && OPENER.test(text);
}

/** True for an opener under which plain titles, without links, are no offers. */
export function isWeakOpener(text: string): boolean {
  return WEAK.test(text);
}

/** True for words that can be a title: one sentence at most, not too long. */
export function isTitle(text: string): boolean {
  return text.length <= TITLE_LIMIT && !/[.!?]["”’)]? \p{Lu}/u.test(text) && /\p{L}/u.test(text);
}
