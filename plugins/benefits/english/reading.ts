import type { Article, Block, Section } from "../../article/types.ts";
import type { Lexicon } from "../lexicon.ts";
import { type Claim, readClaims } from "./claims.ts";
import { type Clause, splitClauses } from "./denial.ts";
import { LABELLED_NUMBER } from "./numbering.ts";
import { type Role, readRole } from "./role.ts";
import { type Sentence, splitSentences } from "./sentences.ts";
import { spellOutSharedHead } from "./shared-head.ts";
import { countsOthers, namesInTitle } from "./title.ts";
import { type Token, tokenize } from "./tokens.ts";
import { topicOf } from "./topic.ts";

/** A sentence with its clauses. */
export interface SentenceParts extends Sentence {
  readonly clauses: readonly Clause[];
}

/** An article open at the reader's desk: what the rules share, each text read once. */
export interface Reading {
  readonly article: Article;
  readonly lexicon: Lexicon;
  /** Ids of the therapies the article is about. */
  readonly subject: ReadonlySet<string>;
  /** Words of its title for what it is about, where that is no therapy of the site. */
  readonly topic: ReadonlySet<string>;
  /** Sections directly below a section; those at the top under index -1 are `top`. */
  readonly children: readonly (readonly Section[])[];
  readonly top: readonly Section[];
  /** Place of a section among those of its parent. */
  readonly places: readonly number[];
  readonly titleRole: Role;
  readonly tokensOf: (text: string) => readonly Token[];
  readonly sentencesOf: (text: string) => readonly SentenceParts[];
  readonly roleOf: (heading: string) => Role;
  /** A heading as its role is read: shared heads spelled out. Places of the role's claims are those of its tokens. */
  readonly nameOf: (heading: string) => string;
  readonly blocksOf: (section: Section) => readonly Block[];
  /** What was read so far by {@link claimsInSentence}: by the tokens of a text and the clause in it. */
  readonly claims: Map<readonly Token[], Map<number, readonly Claim[]>>;
}

/** Longest text of one block that is read, in characters; no paragraph is longer. */
const BLOCK_LIMIT = 30_000;

export function openReading(article: Article, lexicon: Lexicon): Reading {
  const subject = subjectOf(article, lexicon);
  const tokens = new Map<string, readonly Token[]>();
  const roles = new Map<string, Role>();
  const tokensOf = (text: string): readonly Token[] =>
    remember(tokens, text, () => tokenize(text.slice(0, BLOCK_LIMIT)));
  const parts = new Map<string, readonly SentenceParts[]>();
  const sentencesOf = (text: string): readonly SentenceParts[] =>
    remember(parts, text, () => partSentences(tokensOf(text)));
  // "Health Benefit 3: Calmer Nights" is one benefit and announces none.
  const nameOf = (heading: string): string =>
    spellOutSharedHead(heading.replace(LABELLED_NUMBER, ""), lexicon);
  const roleOf = (heading: string): Role =>
    remember(roles, heading, () => {
      const name = nameOf(heading);
      return readRole(name, tokensOf(name), lexicon, subject);
    });
  const children: Section[][] = article.sections.map(() => []);
  const top: Section[] = [];
  const places: number[] = article.sections.map(() => 0);
  for (const section of article.sections) {
    if (section.level === 0) continue;
    const row = children[section.parent] ?? top;
    places[section.index] = row.length;
    row.push(section);
  }
  return {
    article,
    lexicon,
    subject,
    topic: subject.size > 0 ? NO_TOPIC : topicOf(tokensOf(article.title), lexicon),
    children,
    top,
    places,
    titleRole: titleRoleOf(article.title, roleOf),
    tokensOf,
    sentencesOf,
    roleOf,
    nameOf,
    blocksOf: ({ blocks }) => article.blocks.slice(...blocks),
    claims: new Map(),
  };
}

const NO_TOPIC: ReadonlySet<string> = new Set();

/** The reading that was opened last: benefits are found in an article, and then their sentences. */
let last: Reading | null = null;

/** A reading of the article, the one before where that is of the same article. */
export function resumeReading(article: Article, lexicon: Lexicon): Reading {
  if (last?.article !== article || last.lexicon !== lexicon) last = openReading(article, lexicon);
  return last;
}

/** Therapies of the title; where it names none (a saved page is often titled with the name of its site), those of the first heading. */
function subjectOf(article: Article, { terms }: Lexicon): ReadonlySet<string> {
  const { therapies } = article.titleFacts;
  const heading = therapies.length > 0 ? undefined : article.sections.find(({ level }) => level > 0)?.heading;
  return new Set(heading === undefined ? therapies : namesInTitle(heading, terms).therapies);
}

/** A heading that is the title once more, whatever its level and marks. */
export function isTitle({ article }: Pick<Reading, "article">, { heading }: Section): boolean {
  if (titled?.article !== article) titled = { article, letters: lettersOf(article.title) };
  return lettersOf(heading) === titled.letters;
}

/** The article whose title was asked for last. */
let titled: { readonly article: Article; readonly letters: string } | null = null;

/** A heading that says nothing of what stands below it: the title once more, or "Content". */
export function saysNothing(reading: Pick<Reading, "article">, section: Section): boolean {
  return CONTAINER.test(section.heading) || isTitle(reading, section);
}

/** What exports call the article itself. */
const CONTAINER = /^\W*(?:(?:main |post |page |article |full )?(?:content|text|body)|article|post)\W*$/i;

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** A title that counts teas, tips or practices gives advice, whatever it promises of them. */
function titleRoleOf(title: string, roleOf: (heading: string) => Role): Role {
  const role = roleOf(title);
  return countsOthers(title)
    ? { ...role, isAdvice: true, isUmbrella: false, isGroup: false, claims: [] }
    : role;
}

function partSentences(tokens: readonly Token[]): SentenceParts[] {
  return splitSentences(tokens).map(({ from, to, isQuestion }) => ({
    from,
    to,
    isQuestion,
    clauses: splitClauses(tokens, from, to),
  }));
}

function remember<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}

/** Claims of running text, which must say what is done to a target. Rules ask for the same clauses; each is read once. */
export function claimsInSentence(
  { lexicon, subject, claims }: Reading,
  tokens: readonly Token[],
  from: number,
  to: number,
): readonly Claim[] {
  const known = claims.get(tokens) ?? new Map<number, readonly Claim[]>();
  claims.set(tokens, known);
  const clause = from * BLOCK_LIMIT + to;
  const read = known.get(clause) ?? readClaims(tokens, from, to, lexicon, { isHeading: false, subject });
  known.set(clause, read);
  return read;
}
