import type { Block, Section } from "../../article/types.ts";
import type { Canonical } from "../canonical.ts";
import { answerTo } from "./answer.ts";
import { leadOf } from "./block-name.ts";
import { beforeBrackets, withoutBrackets } from "./brackets.ts";
import { isCitation } from "./citation.ts";
import type { Claim } from "./claims.ts";
import { isDenied, isHedged, splitClauses } from "./denial.ts";
import { isForeign, isGuess, isLoose } from "./kinship.ts";
import { isModifier, isTold, tellsMoreOf } from "./modifier.ts";
import { LABELLED_NUMBER, LETTERED, NUMBERING } from "./numbering.ts";
import { claimsInSentence, type Reading } from "./reading.ts";
import type { Role } from "./role.ts";
import { splitSentences } from "./sentences.ts";
import type { Token } from "./tokens.ts";
import { MERELY } from "./word-set.ts";

/** A heading, lead, item or line that may present a benefit. */
export interface Candidate {
  /** As the article has it, without numbering and marks. */
  readonly heading: string;
  readonly evidence: string;
  readonly line: number;
  readonly anchor: string;
  readonly canonicals: readonly Canonical[];
  /** Those of them that its words may mean, and may as well not. */
  readonly guessed: readonly Canonical[];
  /** Number of them that the article names in none of the site's words. */
  readonly foreignCount: number;
  /** Number of them that a name means which means other things too. */
  readonly looseCount: number;
  readonly isHedged: boolean;
  readonly role: Role;
  /** Number that the author gave it; null for none. */
  readonly number: number | null;
  /** How much it looks like a benefit, 0..2: 2 says what is done, 1.5 names a target, 0.7 starts like one. */
  readonly likeness: number;
  /** Why it is none, whatever its looks; null where nothing speaks against it. */
  readonly against: "aside" | "advice" | "harm" | "umbrella" | "denied" | "question" | null;
}

/** "1.07 g of carbohydrate", "200 mg magnesium", "2 cups": what is in it, or how much to take. */
const AMOUNT =
  /^(?:about|around|up to|~|≈)?\s{0,2}\d{1,5}(?:[.,/–-]\d{1,4})?\s{0,2}(?:k?cal(?:orie)?s?|kj|g|gm|grams?|kg|mg|milligrams?|mcg|µg|micrograms?|iu|ml|l|litres?|liters?|oz|ounces?|cups?|tbsp|tablespoons?|tsp|teaspoons?|drops?|pinch|slices?|cloves?|percent|%|min|minutes?|hours?|days?|weeks?)(?![\p{L}\p{N}])/iu;
/** What stands before a name: marks, and what the bullets of a text processor become as plain text ("o Calms", "ü Calms"). */
const LEADING_MARKS = /^(?:[^\p{L}\p{N}#("'“‘]{1,20}|\([-+–—−]\)\s|[oüØ]\s{1,8}(?=\p{Lu}))/u;
const TRAILING_MARKS = /(?:[\s:;,.–—-]|\p{Extended_Pictographic}|\ufe0f){1,20}$/u;

/** Heading words without numbering, bullets, emoji and closing marks, and the number they had. */
export function cleanHeading(text: string): { readonly heading: string; readonly number: number | null } {
  const start = text.replace(LEADING_MARKS, "");
  const numbering = LABELLED_NUMBER.exec(start) ?? NUMBERING.exec(start) ?? LETTERED.exec(start);
  const rest = (numbering ? start.slice(numbering[0].length) : start).replace(LEADING_MARKS, "");
  const heading = rest.replace(TRAILING_MARKS, "").replace(/\s+/g, " ").trim();
  return { heading, number: numbering?.[1] ? Number(numbering[1]) : null };
}

/** The candidate that a section's heading makes. */
export function fromSection(reading: Reading, section: Section): Candidate {
  const { heading, number } = cleanHeading(section.heading);
  return judge(reading, {
    heading,
    evidence: section.heading,
    line: section.line,
    anchor: section.anchor,
    number,
    answer: () => answerTo(reading, section),
  });
}

/** A list item or paragraph by its bold lead, by its words before a colon, or as a whole. */
export function fromBlock(reading: Reading, block: Block): Candidate {
  const lead = leadOf(block.lead, block.text) ?? firstLineOf(block);
  return fromText(reading, lead ?? block.text, block.text, block.line, block.anchor, block.number);
}

/** Words of a first line that names what the lines below it tell. */
const FIRST_LINE = 10;

/** "1. Lowers cholesterol", a hard break, then the text of it. */
function firstLineOf({ lines }: Block): string | null {
  const [first, second] = lines;
  if (!first || !second || /[.!?;,]$/.test(first.text)) return null;
  return first.text.split(" ").length <= FIRST_LINE ? first.text : null;
}

/** A line, cell or front matter entry. */
export function fromText(
  reading: Reading,
  text: string,
  evidence: string,
  line: number,
  anchor: string,
  listNumber: number | null = null,
): Candidate {
  const { heading, number } = cleanHeading(text);
  return judge(reading, {
    heading,
    evidence,
    line,
    anchor,
    number: number ?? listNumber,
    answer: () => "no",
  });
}

interface Draft {
  readonly heading: string;
  readonly evidence: string;
  readonly line: number;
  readonly anchor: string;
  readonly number: number | null;
  readonly answer: () => "yes" | "no";
}

const SENTENCE_WORDS = 10;

function judge(reading: Reading, draft: Draft): Candidate {
  const { heading } = draft;
  const tokens = reading.tokensOf(heading);
  const role = reading.roleOf(heading);
  const wordCount = wordCountOf(tokens);
  const isLong = wordCount > SENTENCE_WORDS;
  const said = isLong ? sentenceClaims(reading, tokens) : [];
  const name = reading.nameOf(heading);
  const nameTokens = reading.tokensOf(name);
  // In "Hormonal Acne" the tagger takes what begins large for a name.
  const named = role.claims.filter(
    ({ at, end, isDirect: isSaid }) =>
      (isSaid || !isTold(nameTokens, at, end)) &&
      !isModifier(isSaid ? name : name.toLowerCase(), nameTokens, at, end),
  );
  const read = said.length > 0 ? tokens : nameTokens;
  const claims = beforeBrackets(read, said.length > 0 ? said : withoutDoer(read, named));
  const canonicals = [...new Set(claims.map(({ canonical }) => canonical))];
  const meant = new Set(
    claims.filter((claim) => !isGuess(reading.lexicon, read, claim)).map(({ canonical }) => canonical),
  );
  const ownWords = claims.filter((claim) => !isForeign(reading.lexicon, read, claim));
  const isDirect = said.length > 0 || role.claims.some((claim) => claim.isDirect);
  const against = objection(draft, role, tokens, isDirect, isLong, wordCount);
  return {
    heading,
    evidence: draft.evidence,
    line: draft.line,
    anchor: draft.anchor,
    number: draft.number,
    canonicals,
    guessed: canonicals.filter((canonical) => !meant.has(canonical)),
    foreignCount: canonicals.length - new Set(ownWords.map(({ canonical }) => canonical)).size,
    looseCount: claims.filter(({ at }) => isLoose(reading.lexicon, read, at)).length,
    isHedged: isHedged(tokens, 0, tokens.length),
    role,
    likeness: against === null ? likenessOf(reading, tokens, canonicals.length, isDirect, isLong) : 0,
    against,
  };
}

function wordCountOf(tokens: readonly Token[]): number {
  return tokens.reduce((count, { isWord }) => count + (isWord ? 1 : 0), 0);
}

/** Whether one of the names in it tells more of a noun behind it, which is what is meant: "memory card". */
export function isOfAnother(reading: Reading, { heading, canonicals }: Candidate): boolean {
  const tokens = reading.tokensOf(heading);
  const said = wordCountOf(tokens) > SENTENCE_WORDS ? sentenceClaims(reading, tokens) : [];
  const text = said.length > 0 ? heading : reading.nameOf(heading);
  return (said.length > 0 ? said : reading.roleOf(heading).claims).some(
    ({ canonical, end }) =>
      canonicals.includes(canonical) &&
      tellsMoreOf(text.toLowerCase(), reading.tokensOf(text), end, reading.lexicon),
  );
}

/** "The antioxidants in it can lower blood pressure": what does it is no second benefit. */
function withoutDoer(tokens: readonly Token[], claims: readonly Claim[]): readonly Claim[] {
  const [first, second] = claims;
  if (!first || !second) return claims;
  const between = tokens.slice(first.end, second.at);
  const isDoer = between.some(({ norm }) => CAN.has(norm)) && !between.some(({ norm }) => JOINS.has(norm));
  return isDoer ? claims.slice(1) : claims;
}

const CAN = new Set(["can", "may", "might", "could", "will", "are", "is"]);
const JOINS = new Set(["and", ",", "&", "which", "that"]);

/** Without what was only guessed: it looks like a benefit, and which one is not known. */
export function withoutGuesses(candidate: Candidate): Candidate {
  const { canonicals, guessed, foreignCount } = candidate;
  if (guessed.length === 0) return candidate;
  return {
    ...candidate,
    canonicals: canonicals.filter((canonical) => !guessed.includes(canonical)),
    guessed: [],
    foreignCount: Math.max(0, foreignCount - guessed.length),
  };
}

function objection(
  { answer, heading, evidence }: Draft,
  role: Role,
  tokens: readonly Token[],
  isDirect: boolean,
  isLong: boolean,
  wordCount: number,
): Candidate["against"] {
  if (wordCount === 0 || AMOUNT.test(heading) || isCitation(evidence)) return "aside";
  if (role.isAside && !(isLong && isDirect)) return "aside";
  if (role.isElsewhere) return "aside";
  if (role.isHarm) return "harm";
  if (role.isQuestion && !STATES_FIRST.test(heading)) return answer() === "yes" ? null : "question";
  if (isTip(heading, tokens, isDirect || role.claims.length > 0)) return "advice";
  if (role.isAdvice && !(isLong && isDirect)) return "advice";
  if (role.isUmbrella && !role.isGroup && !isLong) return "umbrella";
  const said = withoutBrackets(tokens);
  return isDenied(said, 0, said.length) || isCompared(said) ? "denied" : null;
}

/** "It improves sleep. Who would not want that?": what comes first is said. */
const STATES_FIRST = /^[^.?!]{10,200}[.!]\s/u;

/** '"Less Bad" than sugar', "Not a cure for cancer": compared or turned down. */
function isCompared(tokens: readonly Token[]): boolean {
  const [first] = tokens;
  if (first && /^(?:no|not|never|less|isnt|doesnt|dont|cant|cannot|wont|neither|false)$/.test(first.norm)) {
    return first.norm !== "less" || tokens.some(({ norm }) => norm === "than" || norm === "bad");
  }
  return tokens.some(({ norm }) => NEGATIONS.has(norm)) && !tokens.some(({ norm }) => MERELY.has(norm));
}

const NEGATIONS = new Set([
  "doesnt",
  "isnt",
  "wont",
  "cannot",
  "cant",
  "dont",
  "arent",
  "never",
  "not",
  "neither",
  "may not",
]);

/** Verbs of instructions; "get" and "keep" are left to the claims ("Keeps skin soft"). */
const IMPERATIVES = new Set(
  (
    "drink eat take use try add avoid choose start practice apply make set create limit stay find consult talk listen mix place sit lie " +
    "breathe do remember consider look check buy store rub soak inhale wash include incorporate schedule combine boil pour stir be let steep " +
    "swap replace opt pick learn follow read ask visit plan invest switch bring pack wear put turn allow begin cook blend sprinkle chew swallow " +
    "seek know see think write go keep get stop don"
  ).split(" "),
);
/** "Get enough sleep" asks, "Get glowing skin" promises. */
const EFFORT = new Set([
  "enough",
  "plenty",
  "some",
  "regular",
  "at",
  "up",
  "outside",
  "out",
  "moving",
  "a",
  "to",
  "sure",
  "mindful",
  "aware",
  "deeply",
  "slowly",
  "in",
  "through",
  "into",
  "for",
  "of",
  "about",
]);
const GETS_RESULT = new Set(["get", "keep", "stop", "go", "be", "make", "see", "breathe", "look", "think"]);

function isTip(heading: string, tokens: readonly Token[], hasClaims: boolean): boolean {
  const first = tokens.find(({ isWord }) => isWord);
  if (!first || !IMPERATIVES.has(first.norm)) return false;
  // "Takes the edge off pain": the third person tells and does not ask.
  const isThirdPerson = heading.slice(first.start, first.end).toLowerCase() === `${first.norm}s`;
  if (isThirdPerson) return false;
  const second = tokens[tokens.indexOf(first) + 1]?.norm ?? "";
  return !(hasClaims && GETS_RESULT.has(first.norm) && !EFFORT.has(second));
}

function likenessOf(
  reading: Reading,
  tokens: readonly Token[],
  canonicalCount: number,
  isDirect: boolean,
  isLong: boolean,
): number {
  if (canonicalCount > 0) return isDirect ? 2 : isLong ? 0.5 : 1.5;
  return startsLikeBenefit(reading, tokens) ? 0.7 : 0;
}

/** "Boosts Your Afternoon", "Better Swimming": a direction without a target that the lexicon knows. */
function startsLikeBenefit(reading: Reading, tokens: readonly Token[]): boolean {
  for (let at = 0; at < Math.min(3, tokens.length); at++) {
    const match = reading.lexicon.meanings.match(tokens, at);
    if (match?.value.steering.some(({ leads, adjective }) => leads || adjective !== null)) return true;
  }
  return false;
}

function sentenceClaims(reading: Reading, tokens: readonly Token[]): readonly Claim[] {
  return splitSentences(tokens).flatMap(({ from, to }) =>
    splitClauses(tokens, from, to)
      .filter(({ isDenied: isTurnedDown }) => !isTurnedDown)
      .flatMap((clause) => claimsInSentence(reading, tokens, clause.from, clause.to)),
  );
}
