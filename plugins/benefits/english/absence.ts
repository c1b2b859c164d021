import type { Reading } from "./reading.ts";
import { type Stance, stancesOf } from "./stances.ts";
import type { Token } from "./tokens.ts";
import { MERELY, setOf } from "./word-set.ts";

/** Words of doing without what comes next: "I quit running", "Life without coffee", "A year off sugar". */
const WITHOUT = setOf(
  "quit quitting stop stopped stopping without no never avoid avoided avoiding ditch ditched ditching drop dropped dropping goodbye bye skip skipped skipping left leave leaving dont didnt cant wont cut cutting eliminate eliminated eliminating replace replaced replacing instead less after off away break ex",
);
const GIVE = /^(?:g[ia]ve|giving|given)$/;
/** What may stand between them and it. */
const BETWEEN = setOf(
  "up to on out of from with my the all any longer again drink drinking eat eating take taking use using do doing",
);
/** "Coffee is not my friend", "yoga isn't for me"; not "is not only". */
const TURNED = setOf("not isnt wasnt never free");
const REACH = 3;

/**
 * Whether a title or heading speaks of doing without the article's subject, or turns it
 * down: what is good then is good about its absence. Giving up what has a name of its
 * own in the lexicon ("quitting sugar") is a subject like any other.
 */
export function isOfAbsence({ lexicon, subject }: Reading, tokens: readonly Token[]): boolean {
  return tokens.some((_, at) => {
    const named = lexicon.therapies.match(tokens, at);
    if (!named || !subject.has(named.value)) return false;
    const last = tokens.slice(0, at).findLastIndex(({ norm }) => !BETWEEN.has(norm));
    const before = tokens[last]?.norm ?? "";
    const isGivenUp = GIVE.test(before) && tokens[last + 1]?.norm === "up";
    const isNext = tokens[named.end]?.norm === "is" || TURNED.has(tokens[named.end]?.norm ?? "");
    const after = isNext ? tokens.slice(named.end, named.end + REACH) : [];
    const isTurned = after.some(
      ({ norm }, one) => TURNED.has(norm) && !MERELY.has(after[one + 1]?.norm ?? ""),
    );
    return WITHOUT.has(before) || isGivenUp || isTurned;
  });
}

/** Verbs of doing without what was named before: "Benefits of avoiding it", "of cutting down". */
const DOING_WITHOUT = setOf(
  "quitting stopping avoiding cutting eliminating skipping dropping ditching without break",
);
/** "Promised benefits", "the alleged benefits". */
const TOLD = setOf("promised claimed alleged supposed purported touted advertised");

/** Whether a heading on benefits is on those of doing without what the title names, or on what was promised. */
export function isOfAbsenceBelow({ tokensOf, article }: Reading, heading: string): boolean {
  const isTopic = tokensOf(article.title).some(({ norm }) => WITHOUT.has(norm) || GIVE.test(norm));
  return tokensOf(heading).some(({ norm }) => TOLD.has(norm) || (!isTopic && DOING_WITHOUT.has(norm)));
}

/** Whether a title doubts or turns down what it names ("Why collagen is a scam", "It did nothing for me") and promises no benefits. */
export function isTitleTurned({ tokensOf, article, titleRole }: Reading): boolean {
  const tokens = tokensOf(article.title);
  if (tokens.some(({ norm }) => TOLD.has(norm))) return true;
  const has = (wanted: readonly Stance[]): boolean =>
    tokens.some(
      ({ norm }, at) =>
        !MERELY.has(tokens[at + 1]?.norm ?? "") && stancesOf(norm).some((stance) => wanted.includes(stance)),
    );
  if (has(["doubt", "fail"])) return true;
  const promises = titleRole.isUmbrella || article.titleFacts.benefitCount !== null;
  return !promises && tokens.some(({ norm }) => norm === "nothing" || norm === "hate");
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
