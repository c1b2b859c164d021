import type { CueKind, Lexicon } from "../lexicon.ts";
import { tellsOfBurden } from "./burden.ts";
import { type Claim, readClaims } from "./claims.ts";
import { headWords, isHolder } from "./heads.ts";
import { saysWhatItDoes } from "./title.ts";
import type { Token } from "./tokens.ts";

/** What a heading, lead or title is for. */
export interface Role {
  /** Benefits it names; empty for an umbrella. */
  readonly claims: readonly Claim[];
  /** It announces benefits ("Benefits of …", "Why Try …?"). */
  readonly isUmbrella: boolean;
  /** It announces by asking or telling what something does, and names no benefits. */
  readonly isAsked: boolean;
  /** An umbrella over benefits of one sort ("Skin Benefits"), which may be a benefit itself. */
  readonly isGroup: boolean;
  /** What follows is no benefit: dosage, sources, tips. */
  readonly isAside: boolean;
  /** The same, in words that leave no doubt ("Side Effects"; not "What Is Ginger?"). */
  readonly isStrictAside: boolean;
  /** Instructions ("How to", "Tips"). */
  readonly isAdvice: boolean;
  /** It tells of harm ("Signs of Deficiency"). */
  readonly isHarm: boolean;
  /** Benefits of another sort: employment, insurance. */
  readonly isElsewhere: boolean;
  readonly isQuestion: boolean;
  /** What follows is turned down ("What Melatonin Will Not Do", "Myths"). */
  readonly isTurnedDown: boolean;
}

/** "What Melatonin Will Not Do". */
const TURNS_DOWN = new Set([
  "not",
  "wont",
  "cant",
  "cannot",
  "doesnt",
  "dont",
  "isnt",
  "never",
  "unproven",
  "unsupported",
]);
/** Words by which "not" adds and turns nothing down: "Not Just for Sleep". */
const MERELY = new Set(["just", "only", "merely", "simply", "alone"]);

function turnsDown(tokens: readonly Token[]): boolean {
  return tokens.some(({ norm }, at) => TURNS_DOWN.has(norm) && !MERELY.has(tokens[at + 1]?.norm ?? ""));
}

/** "Where They Don't": short, and nothing but turned down. */
const SHORT_HEADING = 6;

interface Cue {
  readonly kinds: ReadonlySet<CueKind>;
  readonly at: number;
  readonly end: number;
}

export function readRole(
  text: string,
  tokens: readonly Token[],
  lexicon: Lexicon,
  subject: ReadonlySet<string>,
): Role {
  const cues = findCues(tokens, lexicon);
  const read = readClaims(tokens, 0, tokens.length, lexicon, { isHeading: true, subject });
  const said = Math.min(...read.filter(({ isDirect }) => isDirect).map(({ steerAt }) => steerAt));
  // "Relieves symptoms of arthritis" is no list of symptoms: its verb comes first.
  const leading = (kind: CueKind): boolean => cues.some(({ kinds, at }) => kinds.has(kind) && at < said);
  const isQuestion = text.trimEnd().endsWith("?");
  const isAdvice = (leading("advice") && !tellsOf(tokens, lexicon, subject)) || choosesAmong(text, tokens);
  const isElsewhere = cues.some(({ kinds }) => kinds.has("elsewhere"));
  const named = cues.filter(({ kinds }) => kinds.has("umbrella"));
  const isHarm =
    (leading("harm") && !sharesHeading(tokens, named)) ||
    (named.length === 0 && tellsOfBurden(tokens, lexicon));
  const announces = named.length > 0 || isUses(text, tokens) || leading("asks") || asksForBenefits(tokens);
  const standsBeside =
    (!isAdvice && namesHolders(tokens, named, lexicon, subject)) ||
    (!isAdvice &&
      (leading("aside")
        ? !sharesHeading(tokens, named) && !followsFacts(tokens, named)
        : leading("mildAside") && !announces));
  const isShort =
    tokens.length <= SHORT_HEADING && /^(?:where|what|when|unproven)$/.test(tokens[0]?.norm ?? "");
  const isTurnedDown = (announces || isShort) && turnsDown(tokens) && !isQuestion;
  const isAside = isTurnedDown || standsBeside;
  const isUmbrella = announces && !isAdvice && !isAside && !isHarm && !isElsewhere;
  const claims =
    isAdvice || isAside || isHarm || isElsewhere ? [] : read.filter((claim) => !isCovered(claim, named));
  return {
    claims: isUmbrella && isOfUmbrella(claims, named, tokens) ? [] : claims,
    isUmbrella,
    isAsked: isUmbrella && named.length === 0,
    isGroup: isUmbrella && claims.length > 0 && !isOfUmbrella(claims, named, tokens),
    isAside,
    isStrictAside: isAside && leading("aside"),
    isAdvice,
    isHarm,
    isElsewhere,
    isQuestion,
    isTurnedDown:
      isTurnedDown || (isAside && tokens.some(({ norm }) => norm === "myth" || norm === "misconception")),
  };
}

/** "Meditation Offers a Simple Way to Prevent Colds": a sentence about the subject, whatever its object is called. */
function tellsOf(tokens: readonly Token[], { therapies }: Lexicon, subject: ReadonlySet<string>): boolean {
  const named = therapies.match(tokens, 0);
  return named !== null && subject.has(named.value) && TELLS_OF.has(tokens[named.end]?.norm ?? "");
}

const TELLS_OF = new Set("offer provide give is are".split(" "));

/** Things that a reader takes for a purpose, in the plural: "Teas for Sleep", "Best Foods That Ease Pain". */
const CHOICES = new Set(
  "tea herb food oil exercise pose drink fruit vegetable spice plant remedy supplement vitamin".split(" "),
);
const FOR = new Set(["for", "that", "to"]);
/** Words before such a noun. */
const BEFORE_CHOICE = 5;

function choosesAmong(text: string, tokens: readonly Token[]): boolean {
  return tokens.slice(0, BEFORE_CHOICE).some(({ norm, end, isWord }, at) => {
    const isPlural = text.slice(end - 1, end).toLowerCase() === "s";
    return isWord && isPlural && CHOICES.has(norm) && FOR.has(tokens[at + 1]?.norm ?? "");
  });
}

/** Furthest word of such a heading that is looked at. */
const ASKED_WITHIN = 9;
const WHY = new Set([
  "try",
  "take",
  "eat",
  "drink",
  "use",
  "practice",
  "choose",
  "work",
  "good",
  "help",
  "love",
  "matter",
  "need",
  "should",
  "great",
  "important",
  "special",
  "beneficial",
  "healthy",
  "effective",
  "book",
  "come",
  "people",
  "swear",
  "enjoy",
  "go",
]);

/** "What Magnesium Does for You", "How Can Yoga Help?", "Why Honey Is Good": asked and told in many wordings. */
function asksForBenefits(tokens: readonly Token[]): boolean {
  const [first] = tokens;
  if (!first) return false;
  if (first.norm === "way" || first.norm === "reason") return saysWhatItDoes(tokens, 0);
  if (/^(?:condition|problem|ailment|disease|disorder|illness)$/.test(first.norm)) return hasTreated(tokens);
  if (endsInHelp(tokens)) return true;
  if (!/^(?:what|how|why)$/.test(first.norm)) return false;
  for (let at = 1; at < Math.min(tokens.length, ASKED_WITHIN); at++) {
    const { norm } = tokens[at] as Token;
    if (first.norm === "what" && at === 1 && (norm === "make" || norm === "makes"))
      return tokens.some(({ norm: word }) => WHY.has(word));
    if (first.norm === "what" && norm === "treat") return true;
    if (first.norm === "why" && WHY.has(norm)) return true;
    if (
      first.norm === "what" &&
      at > 1 &&
      (norm === "do" || norm === "does") &&
      tokens[at - 1]?.norm !== "to" &&
      !isAsking(tokens, at)
    )
      return true;
    if (first.norm === "how" && at > 1 && (norm === "help" || norm === "benefit" || norm === "heal"))
      return true;
  }
  return false;
}

/** "Uses", "Proven Uses": a heading of few words. */
function isUses(text: string, tokens: readonly Token[]): boolean {
  const last = tokens.at(-1);
  return (
    tokens.length <= 3 &&
    last?.norm === "use" &&
    /uses\W*$/i.test(text) &&
    !/household|culinary|kitchen|other/i.test(text)
  );
}

/** "Reiki Can Help With", "What conditions does it treat?": the verb comes last, its objects below. */
function endsInHelp(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ isWord }) => isWord).map(({ norm }) => norm);
  const last = words.at(-1) === "with" || words.at(-1) === "you" ? words.at(-2) : words.at(-1);
  return words.length > 2 && (last === "help" || last === "treat");
}

/** "Conditions Acupuncture Can Treat". */
function hasTreated(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ norm }) => norm === "treat" || norm === "treated" || norm === "help" || norm === "helped",
  );
}

/** "What does the research say?": the verb only asks. */
function isAsking(tokens: readonly Token[], at: number): boolean {
  const rest = tokens.slice(at + 1).filter(({ isWord }) => isWord);
  const next = rest[0]?.norm;
  return (
    at <= 1 ||
    (rest.length > 0 && next !== "for" && next !== "to" && next !== "in" && next !== "and" && next !== "when")
  );
}

/** Cues at the head of the heading: what stands inside an of-phrase is its subject, and speaks for or against nothing. */
function findCues(tokens: readonly Token[], lexicon: Lexicon): Cue[] {
  const cues: Cue[] = [];
  const isHead = headWords(tokens);
  for (let at = 0; at < tokens.length; at++) {
    const match = isHead[at] && (tokens[at] as Token).isWord ? lexicon.cues.match(tokens, at) : null;
    if (!match) continue;
    if (isBeside(match.value) && isPartOfName(tokens, at, match.end, lexicon)) continue;
    cues.push({ kinds: match.value, at, end: match.end });
    at = match.end - 1;
  }
  const isOfBenefits = cues.some(({ kinds }) => kinds.has("umbrella"));
  return isOfBenefits ? cues.filter(({ at, end }) => end > at + 1 || !isHolder(tokens, at)) : cues;
}

function isBeside(kinds: ReadonlySet<CueKind>): boolean {
  return kinds.has("aside") || kinds.has("mildAside");
}

/** Words before a cue with which it may make a name. */
const NAME_REACH = 2;

/** "Type 2 diabetes" is a name and no list of types, "nutrient absorption" no note on absorption. */
function isPartOfName(tokens: readonly Token[], at: number, end: number, { meanings }: Lexicon): boolean {
  for (let from = Math.max(0, at - NAME_REACH); from <= at; from++) {
    const named = meanings.match(tokens, from);
    if (named?.value.naming && named.end >= end && named.end - from > end - at) return true;
  }
  return false;
}

/** "Benefits and Side Effects": benefits are named first, joined by "and". */
function sharesHeading(tokens: readonly Token[], umbrellas: readonly Cue[]): boolean {
  return umbrellas.some(
    ({ end }) => tokens[end]?.norm === "and" || tokens[end]?.norm === "," || tokens[end]?.norm === "vs",
  );
}

/** "Yoga Poses and Their Benefits": below stand the poses, unless they are what the article is about. */
function namesHolders(
  tokens: readonly Token[],
  umbrellas: readonly Cue[],
  { therapies }: Lexicon,
  subject: ReadonlySet<string>,
): boolean {
  return umbrellas.some(({ at }) => {
    const their = tokens
      .slice(Math.max(0, at - THEIR_REACH), at)
      .findLastIndex(({ norm }) => norm === "their");
    const end = Math.max(0, at - THEIR_REACH) + their - 1;
    if (their < 0 || !/^(?:and|&)$/.test(tokens[end]?.norm ?? "")) return false;
    return !tokens.slice(0, end).some((_, from) => {
      const named = therapies.match(tokens, from);
      return named !== null && named.end === end && subject.has(named.value);
    });
  });
}

/** Words from "their" to its benefits: "their many health benefits". */
const THEIR_REACH = 4;

/** Sections of facts that a heading may join to benefits; never those of harm ("Side Effects and Benefits"). */
const FACTS =
  /^(?:nutri|histor|origin|fact|composition|ingredient|constituent|compound|profile|description|characteristic|cultivation|method|technique|type)/;

/** "Nutritional Profile and Health Benefits": benefits are named last, after plain facts. */
function followsFacts(tokens: readonly Token[], umbrellas: readonly Cue[]): boolean {
  const [first] = umbrellas;
  const joint = first === undefined ? undefined : tokens[first.at - 1];
  return (
    first !== undefined &&
    (joint?.norm === "and" || joint?.norm === "&" || joint?.norm === ",") &&
    tokens.slice(0, first.at).some(({ norm }) => FACTS.test(norm))
  );
}

/** "Health Benefits": the health in it is no target. */
function isCovered(claim: Claim, umbrellas: readonly Cue[]): boolean {
  return umbrellas.some(({ at, end }) => claim.at >= at && claim.end <= end);
}

/** "Benefits of Massage for Insomnia": what stands behind "for" says who benefits, and names no benefit. */
function isOfUmbrella(
  claims: readonly Claim[],
  umbrellas: readonly Cue[],
  tokens: readonly Token[],
): boolean {
  if (claims.length === 0) return true;
  const [first] = umbrellas;
  if (!first || first.at > 4) return false;
  return claims.every(({ at, isDirect }) => {
    if (isDirect || at < first.end) return false;
    return tokens[first.end]?.norm === "of";
  });
}
