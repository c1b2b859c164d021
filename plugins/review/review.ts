import { isEnglish } from "../article/language-tag.ts";
import type { Article } from "../article/types.ts";
import { compareText } from "../problem.ts";
import { isOn, levelOf } from "./levels.ts";
import { locate } from "./locate.ts";
import { NO_MARKS } from "./marks.ts";
import { readProse } from "./prose.ts";
import { ruleSet } from "./rule-set.ts";
import { readSilences, type Silences } from "./silence.ts";
import type {
  ArticleReview,
  Finding,
  Hit,
  Reading,
  ReviewContext,
  ReviewOptions,
  RuleFacts,
  SilencedFinding,
} from "./types.ts";

/** Findings of one rule in one article are cut here: a hostile text must not make a report of a million lines. */
const FINDING_LIMIT = 50;

/**
 * Open points of one article, by line, then rule, then words, and beside them
 * what its writer silenced and why. Pure; linear in the text.
 */
export function reviewFully(article: Article, context: ReviewContext): ArticleReview {
  const marks = context.marks ?? NO_MARKS;
  const rules = ruleSet(context);
  const reading: Reading = { article, marks, prose: readProse(article), ruleNames: rules.names };
  const findings = rules.article.flatMap((rule) => {
    if (!isOn(rule, context) || (rule.language === "en" && !isEnglish(article.lang))) return [];
    const hits = rule.check(reading, context).slice(0, FINDING_LIMIT);
    return hits.flatMap((hit) =>
      toFinding(rule, { ...hit, line: lineOf(hit, reading, context) }, article.file, context),
    );
  });
  return splitSilenced(findings, readSilences(reading));
}

/** Adds to a hit what its rule and the site say; nothing where the rule is off. */
export function toFinding(
  rule: RuleFacts,
  hit: Hit,
  file: string,
  options: ReviewOptions,
): readonly Finding[] {
  const level = levelOf(rule, hit.level, options);
  if (level === null) return [];
  return [
    {
      rule: rule.name,
      level,
      file,
      line: hit.line ?? 0,
      words: hit.words,
      expected: hit.expected ?? rule.expected,
      why: `${rule.why} (${rule.source})`,
      todo: hit.todo ?? rule.todo,
    },
  ];
}

/** Keeps apart what the writer silenced; both in total order. */
export function splitSilenced(findings: readonly Finding[], silences: Silences): ArticleReview {
  const sorted = [...findings].sort(compareFindings);
  // A fault in the silencing cannot silence itself.
  const reasonOf = ({ rule }: Finding): string | undefined =>
    rule === "silence" ? undefined : silences.get(rule);
  return {
    findings: sorted.filter((finding) => reasonOf(finding) === undefined),
    silenced: sorted.flatMap((finding): SilencedFinding[] => {
      const reason = reasonOf(finding);
      return reason === undefined ? [] : [{ ...finding, reason }];
    }),
  };
}

/** Total order: by file, line, rule, words. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    compareText(a.rule, b.rule) ||
    compareText(a.words, b.words)
  );
}

function lineOf(hit: Hit, { marks }: Reading, context: ReviewContext): number {
  if (hit.field !== undefined) return context.lineOf?.(hit.field) ?? 0;
  return locate(marks, hit.words, hit.line ?? 0);
}
