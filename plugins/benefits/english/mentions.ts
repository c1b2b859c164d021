import type { Block, Section } from "../../article/types.ts";
import type { Canonical } from "../canonical.ts";
import type { Facts } from "../model.ts";
import { claimFacts } from "./claim-facts.ts";
import { readDenial } from "./denials.ts";
import { namingAt } from "./ills.ts";
import { isForeign } from "./kinship.ts";
import { claimsInSentence, type Reading, type SentenceParts } from "./reading.ts";
import { isReported } from "./reported.ts";
import { stancesOf } from "./stances.ts";
import { tagWords } from "./tagger.ts";
import type { Token } from "./tokens.ts";
import { isDoer, isSeenInLaboratory, isUnasserted } from "./unasserted.ts";
import { zonesOf } from "./zones.ts";

/** A place where a sentence speaks of a benefit, whatever it says of it. */
export interface Mention {
  readonly canonical: Canonical;
  readonly block: Block;
  /** The sentence, in the article's words. */
  readonly evidence: string;
  /** The sentence names it in none of the site's words. */
  readonly isForeign: boolean;
  /** The sentence tells what is told, and not by whom: "is said to". */
  readonly isReported: boolean;
  /** It is asked, intended, named as a means or a doer, or seen in mice: "studies evaluated whether it eases pain", "aims to ease pain". */
  readonly isUnasserted: boolean;
  readonly facts: Facts;
  readonly tokens: readonly Token[];
  readonly sentence: SentenceParts;
}

/** Sentences of a block that name a benefit, with what speaks for and against each being asserted. */
export function mentionsIn(reading: Reading, block: Block): Mention[] {
  const tokens = reading.tokensOf(block.text);
  const sentences = reading.sentencesOf(block.text);
  return sentences.flatMap((sentence, index): Mention[] => {
    const found = sentence.clauses.map(({ from, to }) => claimsInSentence(reading, tokens, from, to));
    if (found.every((claims) => claims.length === 0)) return [];
    // Tagged only here: most sentences name no benefit.
    const tags = tagWords(block.text, tokens, sentence.from, sentence.to);
    const tagAt = (at: number): string => tags[at - sentence.from] ?? "X";
    const isOfLaboratory = isSeenInLaboratory(tokens, sentence.from, sentence.to);
    const around = aroundFacts(reading, tokens, block, sentences, index);
    return found.flatMap((claims, place): Mention[] => {
      const { from, to } = sentence.clauses[place] as { from: number; to: number };
      const beside = besideFacts(tokens, sentence, place);
      return claims.map((claim) => ({
        canonical: claim.canonical,
        block,
        evidence: textOf(block.text, tokens, sentence),
        tokens,
        sentence,
        isForeign: isForeign(reading.lexicon, tokens, claim),
        isReported: isReported(block.text, tokens, from, Math.max(claim.steerAt, claim.at)),
        isUnasserted:
          isOfLaboratory ||
          isUnasserted(block.text, tokens, from, Math.max(claim.steerAt, from)) ||
          isDoer(block.text, tokens, tagAt, [from, Math.min(claim.steerAt, claim.at), claim.end, to]),
        facts: {
          ...around,
          ...beside,
          ...claimFacts(reading, {
            claim,
            naming: namingAt(reading.lexicon, tokens, claim.at),
            zones: zonesOf(tokens, tagAt, [from, to], claim),
            tokens,
            tagAt,
            text: block.text,
            sentence,
          }),
        },
      }));
    });
  });
}

/** How a sentence speaks against the benefit it names; null where it does not. */
export function denialOf({ facts }: Mention): "denied" | "doubted" | null {
  return readDenial(facts);
}

/** What the clauses beside it say: "…; larger trials found it does not." */
function besideFacts(tokens: readonly Token[], { clauses }: SentenceParts, place: number): Facts {
  const facts: Record<string, number> = {};
  const next = clauses[place + 1];
  for (let at = next?.from ?? 0; at < (next?.to ?? 0); at++)
    for (const stance of stancesOf((tokens[at] as Token).norm))
      if (stance === "not" || stance === "doubt" || stance === "fail") facts[`--next clause ${stance}`] = 1;
  return facts;
}

/** What the sentence's surroundings say. */
function aroundFacts(
  reading: Reading,
  tokens: readonly Token[],
  block: Block,
  sentences: readonly SentenceParts[],
  index: number,
): Facts {
  const { article, titleRole, subject } = reading;
  const section = article.sections[block.section] as Section;
  const role = section.level > 0 ? reading.roleOf(section.heading) : null;
  const sentence = sentences[index] as SentenceParts;
  const next = sentences[index + 1];
  const facts: Readonly<Record<string, boolean>> = {
    "+subject known": subject.size > 0,
    "-title advice": titleRole.isAdvice,
    "-title harm": titleRole.isHarm,
    "title asks": titleRole.isQuestion,
    "+title umbrella": titleRole.isUmbrella,
    "-home aside": role?.isStrictAside === true,
    "home mild aside": role?.isAside === true && !role.isStrictAside,
    "-home harm": role?.isHarm === true,
    "-home advice": role?.isAdvice === true,
    "--home elsewhere": role?.isElsewhere === true,
    "--home turned down": role?.isTurnedDown === true,
    "-home asks": role?.isQuestion === true,
    "+home umbrella": role?.isUmbrella === true,
    "+home claims": (role?.claims.length ?? 0) > 0,
    "lead-in": section.level === 0,
    item: block.kind === "listItem",
    quote: block.kind === "quote",
    "--question": sentence.isQuestion,
    "-link":
      block.links.length > 0 &&
      block.links.reduce((sum, link) => sum + link.text.length, 0) > block.text.length * 0.7,
    "--next denies": next !== undefined && isShortDenial(tokens, next),
    "long sentence": sentence.to - sentence.from > 35,
    "-very long": sentence.to - sentence.from > 60,
  };
  return Object.fromEntries(Object.entries(facts).flatMap(([name, value]) => (value ? [[name, 1]] : [])));
}

/** "It does not.", "We doubt it.", "However, there is no evidence for these claims." */
function isShortDenial(tokens: readonly Token[], { from, to }: SentenceParts): boolean {
  const words = tokens.slice(from, to);
  const denies = words.some(({ norm }) => {
    const stances = stancesOf(norm);
    return stances.includes("not") || stances.includes("doubt");
  });
  if (!denies) return false;
  const opening = words[0]?.norm ?? "";
  return (
    words.length <= 8 ||
    (words.length <= 30 && /^(?:however|but|yet|unfortunately|these|such|those|this)$/.test(opening))
  );
}

function textOf(text: string, tokens: readonly Token[], { from, to }: SentenceParts): string {
  const end = tokens[to]?.end ?? (tokens[to - 1] as Token).end;
  return text.slice((tokens[from] as Token).start, end).trim();
}
