import type { Reading } from "./reading.ts";
import type { Token } from "./tokens.ts";

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

/** Words of doing without what comes next: "I quit running", "Life without coffee". */
const WITHOUT = setOf(
  "quit quitting stop stopped stopping without no never avoid avoided avoiding ditch ditched ditching drop dropped gave give given giving goodbye bye skip skipped skipping left leave leaving dont didnt cant wont",
);
/** What may stand between them and it. */
const BETWEEN = setOf(
  "up to on out off of from my the all any drink drinking eat eating take taking use using do doing",
);
/** "Coffee is not my friend", "yoga isn't for me". */
const TURNED = setOf("not isnt wasnt never free");
const REACH = 3;

/**
 * Whether words speak of doing without the article's subject, or turn it down:
 * what is good then is good about its absence. Giving up what has a name of its
 * own in the lexicon ("quitting sugar") is a subject like any other.
 */
export function isOfAbsence({ lexicon, subject }: Reading, tokens: readonly Token[]): boolean {
  return tokens.some((_, at) => {
    const named = lexicon.therapies.match(tokens, at);
    if (!named || !subject.has(named.value)) return false;
    const before = tokens.slice(0, at).findLast(({ norm }) => !BETWEEN.has(norm));
    const isNext = tokens[named.end]?.norm === "is" || TURNED.has(tokens[named.end]?.norm ?? "");
    const after = isNext ? tokens.slice(named.end, named.end + REACH) : [];
    return WITHOUT.has(before?.norm ?? "") || after.some(({ norm }) => TURNED.has(norm));
  });
}

/** Whether a heading is about another therapy, and not about the article's subject. */
export function isOfOther({ lexicon, subject, tokensOf }: Reading, heading: string): boolean {
  const tokens = tokensOf(heading);
  let isOther = false;
  for (let at = 0; at < tokens.length; at++) {
    const named = lexicon.therapies.match(tokens, at)?.value;
    if (!named) continue;
    if (subject.has(named)) return false;
    if (!lexicon.meanings.match(tokens, at)?.value.naming) isOther = true;
  }
  return isOther && subject.size > 0;
}
