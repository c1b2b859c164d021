import { compareText } from "../../problem.ts";
import { offeringTest } from "./also-read-passages.ts";
import { isCitation } from "./citations.ts";
import { findMentions, type Mention } from "./mentions.ts";
import { type Passage, passagesOf } from "./passages.ts";
import { countPassages, isApart, type Span } from "./spacing.ts";
import type { SubjectIndex } from "./subjects.ts";
import type { TextReader } from "./text-words.ts";
import type { LinkingArticle, LinkSuggestion } from "./types.ts";
import type { PhraseTest } from "./whole-phrase.ts";

/** Words to a link between articles, at least. */
export const WORDS_PER_LINK = 150;
/** How much more a mention is worth where no text leads to its target yet. */
const ORPHAN_FACTOR = 1.15;
/** What it is worth in a sentence so short that it is a label or an item of a list. */
const SHORT_SENTENCE = 6;
const SHORT_FACTOR = 0.85;
/** What it is worth with each further article that the same words name nearly as well. */
const RIVAL_FACTOR = 0.93;
const RIVAL_MARGIN = 0.1;

/** What suggestions are made from. */
export interface SuggestTools {
  readonly members: readonly LinkingArticle[];
  readonly index: SubjectIndex;
  readonly read: TextReader;
  readonly isWhole: PhraseTest;
  /** Articles to which some text leads. */
  readonly inbound: ReadonlySet<string>;
}

interface Candidate extends Span {
  readonly mention: Mention;
  readonly passage: Passage;
  readonly target: string;
  readonly worth: number;
}

/**
 * The links that the article `at` could have, in the order of its text: each
 * target and each phrase once, none that it has, and between any two links to
 * articles {@link WORDS_PER_LINK} words.
 */
export function suggestIn(at: number, tools: SuggestTools): LinkSuggestion[] {
  const { members, read } = tools;
  const own = members[at]!;
  const { body, bodyLine } = own.source();
  const isOffering = offeringTest(own.article);
  const passages = passagesOf(body, bodyLine).map((passage) =>
    isOffering(passage) || isCitation(passage.text) ? { ...passage, free: [] } : passage,
  );
  const count = countPassages(passages, read);
  const taken = count.linkSpans(({ href }) => own.leadsTo(href) !== null);
  const room = Math.floor(count.total / WORDS_PER_LINK) - taken.length;
  const candidates = candidatesIn(at, passages, tools).map((candidate) => ({
    ...candidate,
    ...count.spanOf(candidate.mention),
  }));
  candidates.sort((a, b) => b.worth - a.worth || a.from - b.from || compareText(a.target, b.target));
  return chooseApart(candidates, taken, room, tools)
    .sort((a, b) => a.from - b.from)
    .map((candidate) => toSuggestion(candidate, at, tools));
}

function candidatesIn(
  at: number,
  passages: readonly Passage[],
  { members, index, read, inbound }: SuggestTools,
): Omit<Candidate, keyof Span>[] {
  const { linked, excluded } = members[at]!;
  const mentions = findMentions(at, passages, index, read);
  const rivalsOf = rivalCounter(mentions);
  return mentions.flatMap((mention) => {
    const { article, isHidden = false } = members[mention.target]!;
    if (isHidden || linked.has(article.id) || excluded?.has(article.id)) return [];
    const passage = passages[mention.passage]!;
    const isShort =
      read(passage.text.slice(mention.sentence.start, mention.sentence.end)).length < SHORT_SENTENCE;
    const worth =
      mention.covered *
      (inbound.has(article.id) ? 1 : ORPHAN_FACTOR) *
      (isShort ? SHORT_FACTOR : 1) *
      RIVAL_FACTOR ** rivalsOf(mention);
    return [{ mention, passage, target: article.id, worth }];
  });
}

/** Counts the further articles that the very words of a mention name nearly as well. */
function rivalCounter(mentions: readonly Mention[]): (mention: Mention) => number {
  const byPlace = new Map<string, number[]>();
  const place = ({ passage, start, end }: Mention): string => `${passage} ${start} ${end}`;
  for (const mention of mentions)
    byPlace.set(place(mention), [...(byPlace.get(place(mention)) ?? []), mention.covered]);
  return (mention) =>
    byPlace.get(place(mention))!.filter((covered) => covered >= mention.covered - RIVAL_MARGIN).length - 1;
}

/** The best candidates that leave room between each other and to links that are there. */
function chooseApart(
  candidates: readonly Candidate[],
  taken: readonly Span[],
  room: number,
  { isWhole }: SuggestTools,
): Candidate[] {
  const chosen: Candidate[] = [];
  const spans = [...taken];
  const used = new Set<string>();
  for (const candidate of candidates) {
    if (chosen.length >= room) break;
    const { mention, passage, target } = candidate;
    const words = passage.text.slice(mention.start, mention.end).toLowerCase();
    if (used.has(`to ${target}`) || used.has(`by ${words}`)) continue;
    if (!isApart(candidate, spans, WORDS_PER_LINK) || !isWhole(passage.text, mention.sentence, mention))
      continue;
    chosen.push(candidate);
    spans.push(candidate);
    used.add(`to ${target}`).add(`by ${words}`);
  }
  return chosen;
}

function toSuggestion(
  { mention, passage, target }: Candidate,
  at: number,
  { members, inbound }: SuggestTools,
): LinkSuggestion {
  const { text, lineAt } = passage;
  const { start, end, sentence, named, covered, around } = mention;
  return {
    id: members[at]!.article.id,
    target,
    phrase: text.slice(start, end),
    line: lineAt(start),
    before: text.slice(sentence.start, start),
    after: text.slice(end, sentence.end),
    fit: Math.round(covered * 1000) / 1000,
    why: { named: Math.round(named * 1000) / 1000, around, isOrphan: !inbound.has(target) },
    place: { passage: mention.passage, text, start, end },
  };
}
