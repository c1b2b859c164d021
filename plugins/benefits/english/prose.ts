import type { Block } from "../../article/types.ts";
import type { Denial } from "../../corpus/types.ts";
import type { Canonical } from "../canonical.ts";
import { type Model, probability } from "../model.ts";
import { answerTo } from "./answer.ts";
import { type Candidate, fromText } from "./candidate.ts";
import { readClaims } from "./claims.ts";
import { REPORTED_UP_TO, saidFacts, unseenShare } from "./confidence.ts";
import { isHedged } from "./denial.ts";
import { hasDenial, mayBeDenied } from "./denials.ts";
import { isGuess } from "./kinship.ts";
import type { Taken } from "./listed.ts";
import { denialOf, type Mention, mentionsIn } from "./mentions.ts";
import { namesOthers } from "./otherwise.ts";
import type { Reading } from "./reading.ts";
import { NOT_OWN, ON_RISKS } from "./silent.ts";
import { decodeEntities } from "./title.ts";

/** A benefit asserted in a sentence of running text. */
export interface ProseClaim {
  readonly canonical: Canonical;
  /** The sentence, in the article's words. */
  readonly evidence: string;
  readonly isHedged: boolean;
  /** What the model says, 0..1; and the share right among such claims, 0..1. */
  readonly probability: number;
  readonly confidence: number;
  readonly isForeign: boolean;
  readonly line: number;
  readonly anchor: string;
}

/** What the sentences of an article say for and against benefits of its subject. */
export interface Prose {
  /** Each canonical once, where it is said most surely, in order of the text. */
  readonly claims: readonly ProseClaim[];
  readonly against: readonly Denial[];
}

/** Less likely claims are not worth a writer's look; where the title names no therapy of the site, twice as many of the same likelihood are wrong. */
const CLAIM_FROM = 0.33;
const CLAIM_FROM_OF_TOPIC = 0.45;
/** More likely ones are no denials, whatever words they hold. */
const DENIAL_UP_TO = 0.5;

/** Of what is done by somebody who only bears the subject's name ("the ginger nurse", "yoga mats"), 25 of 37 labelled claims are right. */
const NAMESAKE_UP_TO = 0.7;

/**
 * Reads the sentences of an article. Where `wants` is "denials" (the article
 * lists its benefits) only sentences that hold a word of denial are read.
 */
export function readProse(
  reading: Reading,
  { sentences, said }: { readonly sentences: Model; readonly said: Model },
  taken: Taken,
  wants: "all" | "denials",
): Prose {
  const best = new Map<Canonical, ProseClaim>();
  const against = new Map<Canonical, Denial>();
  const takenBack = new Set<Canonical>();
  for (const block of blocksToRead(reading, taken)) {
    if (wants === "denials" && !hasDenial(reading.tokensOf(block.text))) continue;
    for (const mention of mentionsIn(reading, block)) {
      // A call for help is no likelihood to weigh: who reads it may be in danger.
      if (mention.facts["--help is sought"]) continue;
      const claim = toClaim(mention, probability(sentences, mention.facts), said);
      const isUnlikely = claim.probability <= DENIAL_UP_TO;
      if (isUnlikely && mayBeDenied(mention.facts)) takenBack.add(claim.canonical);
      const denial = isUnlikely ? denialOf(mention) : null;
      if (denial !== null && !against.has(claim.canonical))
        against.set(claim.canonical, toDenial(claim, denial));
      if (isSilent(reading, taken, block)) continue;
      const known = best.get(claim.canonical);
      if (!known || claim.probability > known.probability) best.set(claim.canonical, claim);
    }
  }
  if (wants === "denials") return { claims: [], against: [...against.values()] };
  const unanswered = unansweredIn(reading);
  const from = reading.subject.size > 0 ? CLAIM_FROM : CLAIM_FROM_OF_TOPIC;
  const claims = [...best.values()]
    .filter((claim) => claim.probability >= from)
    .filter(({ canonical }) => !takenBack.has(canonical) && !unanswered.has(canonical))
    .sort((a, b) => a.line - b.line);
  return { claims, against: [...against.values()] };
}

function toClaim(
  { canonical, block, evidence, tokens, sentence, isForeign, isReported, isUnasserted, facts }: Mention,
  likely: number,
  said: Model,
): ProseClaim {
  return {
    canonical,
    evidence,
    isHedged: isHedged(tokens, sentence.from, sentence.to),
    probability: likely,
    confidence: Math.min(
      unseenShare(probability(said, saidFacts(likely, isForeign))),
      isReported || isUnasserted ? REPORTED_UP_TO : 1,
      facts["--doer has the subject's name"] ? NAMESAKE_UP_TO : 1,
    ),
    isForeign,
    line: block.line,
    anchor: block.anchor,
  };
}

function toDenial({ canonical, evidence, line, anchor }: ProseClaim, kind: Denial["kind"]): Denial {
  return { canonical, evidence, line, anchor, kind };
}

function blocksToRead(reading: Reading, taken: Taken): Block[] {
  const { article } = reading;
  const offered = new Set(article.alsoRead.map(({ line }) => line));
  return article.blocks.filter((block, index) => {
    if (block.kind === "code" || (taken.blocks.has(index) && block.lead === null)) return false;
    return !offered.has(block.line) && !isNotOwn(reading, block);
  });
}

/** Whether a block stands below a heading that one of `tests` knows. */
function isBelow(
  { article: { sections } }: Reading,
  block: Block,
  isOne: (heading: string) => boolean,
): boolean {
  for (let index = block.section; index > 0; index = sections[index]?.parent ?? -1)
    if (isOne(sections[index]?.heading ?? "")) return true;
  return false;
}

function isNotOwn(reading: Reading, block: Block): boolean {
  return isBelow(reading, block, (heading) => NOT_OWN.test(heading) || reading.roleOf(heading).isElsewhere);
}

/** What stands below "Risks", in a list or table of them, says what the subject is not good for and never what it is. */
function isSilent(reading: Reading, { silent }: Taken, block: Block): boolean {
  const { blocks } = reading.article;
  const at = blocks.indexOf(block);
  if (silent.has(at) || isBelow(reading, block, (heading) => ON_RISKS.test(heading))) return true;
  if (block.kind !== "tableRow") return false;
  const head = blocks.slice(0, at).findLast(({ isHeader }) => isHeader);
  return head?.section === block.section && head.cells.some((cell) => namesOthers(reading, cell));
}

/** What headings ask and the text below does not answer with yes. */
function unansweredIn(reading: Reading): ReadonlySet<string> {
  const found = new Set<string>();
  for (const section of reading.article.sections) {
    const { isQuestion, claims } = reading.roleOf(section.heading);
    const isUnanswered =
      section.level > 0 && isQuestion && claims.length > 0 && answerTo(reading, section) === "no";
    if (isUnanswered) for (const { canonical } of claims) found.add(canonical);
  }
  return found;
}

/** What the title itself asserts ("Acupuncture Effectively Treats Migraine"); nothing where it asks, lists or advises. */
export function findTitleClaims(reading: Reading): Candidate | null {
  const { titleRole, subject, lexicon } = reading;
  const { isUmbrella, isQuestion, isAdvice, isHarm, isElsewhere } = titleRole;
  if (isUmbrella || isQuestion || isAdvice || isHarm || isElsewhere || subject.size === 0) return null;
  const title = decodeEntities(reading.article.title);
  const tokens = reading.tokensOf(title);
  const claims = readClaims(tokens, 0, tokens.length, lexicon, { isHeading: true, subject });
  const canonicals = claims
    .filter((claim) => claim.isDirect && !isGuess(lexicon, tokens, claim))
    .map(({ canonical }) => canonical);
  const candidate = fromText(reading, title, title, 1, "");
  return canonicals.length > 0 && candidate.against !== "denied" ? { ...candidate, canonicals } : null;
}
