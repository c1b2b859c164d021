import type { Article } from "../article/types.ts";
import type { ArticleBenefit } from "../corpus/types.ts";
import { type Problem, quote } from "../problem.ts";
import type { ExtractionHit, ExtractionRule } from "./extraction-rule.ts";
import type { Extraction } from "./language.ts";
import type { Lexicon } from "./lexicon.ts";
import { resolver } from "./resolve.ts";

/** A part of an article, with the words that a hit may quote. */
interface Passage {
  readonly text: string;
  readonly anchor: string;
}

/**
 * What was found, and with it what the rules of a site find. Of two readings of
 * one benefit the surer one is kept, at its heading where it has one; so is
 * whatever else the article says there. What the article denies, what is grave
 * and what is not sure enough waits as ever.
 */
export function withOwnRules(
  found: Extraction,
  article: Article,
  lexicon: Lexicon,
  rules: readonly ExtractionRule[],
): Extraction {
  const faults: Problem[] = [];
  const own = rules.flatMap((rule) => findingsOf(rule, article, lexicon, faults));
  return { ...own.reduce(withFinding, found), ruleFaults: [...found.ruleFaults, ...faults] };
}

function findingsOf(
  rule: ExtractionRule,
  article: Article,
  lexicon: Lexicon,
  faults: Problem[],
): readonly ArticleBenefit[] {
  const tell = (line: number, message: string): void =>
    void faults.push({
      file: article.file,
      line,
      field: `extractionRules.${rule.name}`,
      message,
      severity: "error",
    });
  try {
    return rule.find(article).flatMap((hit) => toBenefit(rule, hit, article, lexicon, tell) ?? []);
  } catch (error) {
    tell(1, `expected a list of places, received a fault: ${(error as Error).message}.`);
    return [];
  }
}

function toBenefit(
  { name, confidence }: ExtractionRule,
  { line, words, benefits, isListed = false, isHedged = false }: ExtractionHit,
  article: Article,
  lexicon: Lexicon,
  tell: (line: number, message: string) => void,
): ArticleBenefit | null {
  const passage = passageAt(article, line);
  if (passage === null || words.trim() === "" || !passage.text.includes(words)) {
    const there = passage === null ? "no heading and no block" : quote(passage.text);
    tell(line, `expected words of the article on this line, received ${quote(words)} where it has ${there}.`);
    return null;
  }
  const unknown: Problem[] = [];
  const resolve = resolver(article, lexicon, unknown);
  const canonicals = [...new Set(benefits.flatMap((text) => resolve(text, "") ?? []))];
  for (const { message } of unknown) tell(line, message);
  if (canonicals.length === 0) return null;
  return {
    canonicals,
    kind: isListed ? "explicit" : "prose",
    heading: isListed ? words : null,
    evidence: words,
    line,
    anchor: passage.anchor,
    hedged: isHedged,
    grade: null,
    rule: name,
    confidence,
    byWriter: false,
  };
}

/** The heading on a line, else the block that holds it; code says nothing. */
function passageAt({ sections, blocks }: Article, line: number): Passage | null {
  const section = sections.find((one) => one.level > 0 && one.line === line);
  if (section) return { text: section.heading, anchor: section.anchor };
  return (
    blocks.find(
      (block) => block.kind !== "code" && block.line <= line && line <= Math.max(block.line, block.endLine),
    ) ?? null
  );
}

/** One more finding among those there are; see {@link withOwnRules}. */
function withFinding(found: Extraction, own: ArticleBenefit): Extraction {
  const { benefits, unnamed } = found;
  const isSurer = (canonical: string): boolean =>
    benefits.every((one) => !one.canonicals.includes(canonical) || one.confidence < own.confidence);
  const canonicals = own.canonicals.filter(isSurer);
  if (canonicals.length === 0) return found;
  const listed = [...benefits, ...unnamed].find((one) => one.line === own.line && one.heading !== null);
  const heading = listed && { kind: listed.kind, heading: listed.heading };
  const rest = benefits.flatMap((one) => withoutLess(one, own.line, canonicals));
  return {
    ...found,
    benefits: [...rest, { ...own, canonicals, ...heading }],
    unnamed: unnamed.filter(({ line }) => line !== own.line),
    nearly: found.nearly.filter(({ line }) => line !== own.line),
    unknownTargets: found.unknownTargets.filter(({ line }) => line !== own.line),
  };
}

/** A benefit less what is now read more surely: on its own line, or in a sentence elsewhere. */
function withoutLess(
  one: ArticleBenefit,
  line: number,
  canonicals: readonly string[],
): readonly ArticleBenefit[] {
  if (one.line !== line && one.kind !== "prose") return [one];
  const left = one.canonicals.filter((canonical) => !canonicals.includes(canonical));
  return left.length === 0 ? [] : [{ ...one, canonicals: left }];
}
