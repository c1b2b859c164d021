import type { Article, Block } from "../../article/types.ts";
import type { Passage } from "../language.ts";
import type { Lexicon } from "../lexicon.ts";
import { isNegatedAt } from "./denial.ts";
import { claimsInSentence, type Reading, resumeReading, type SentenceParts } from "./reading.ts";
import { namesInTitle } from "./title.ts";
import type { Token } from "./tokens.ts";
import { setOf } from "./word-set.ts";

/** Words before a name that is only compared, or done without: "more than yoga", "unlike massage". */
const BESIDE = setOf("than unlike without instead versus vs not");
/** How far before a name such a word may stand: "instead of a massage". */
const BESIDE_REACH = 3;

/** Therapies of an article by name. */
interface Names {
  readonly reading: Reading;
  readonly own: ReadonlySet<string>;
}

/**
 * Of which of its therapies an article on several says something; null: of all.
 * Told apart are those that its title or a heading names, all where the title names
 * none; what only front matter names (aromatherapy, of an article on lavender) is
 * what the whole article is about. By the words of the clause that says it, else by the nearest heading that
 * names one of them, else by what stands before it in its paragraph, else by
 * what announces its list. Nothing where the clause names one of them by the
 * way and the heading another.
 */
export function therapiesSaid(
  article: Article,
  lexicon: Lexicon,
  passage: Passage,
): readonly string[] | null {
  const { therapies } = article.titleFacts;
  if (therapies.length < 2) return null;
  const names = toldApart({ reading: resumeReading(article, lexicon), own: new Set(therapies) });
  const said = names.own.size < 2 ? null : saidOf(names, passage);
  return said && therapies.filter((id) => said.has(id) || !names.own.has(id));
}

/** The article's therapies that it can tell apart. */
function toldApart(all: Names): Names {
  const { article, lexicon } = all.reading;
  const { title, sections } = article;
  const titled = namesInTitle(title, lexicon.terms).therapies.filter((id) => all.own.has(id));
  const headed = sections.flatMap(({ heading, level }) => (level > 0 ? [...namedBy(all, heading)] : []));
  return titled.length === 0 ? all : { ...all, own: new Set([...titled, ...headed]) };
}

function saidOf(names: Names, passage: Passage): ReadonlySet<string> | null {
  const said = inSentence(names, passage);
  if (said.doers.size > 0) return said.doers;
  const headed = aboveIt(names, passage);
  if (headed === null) {
    const told = said.named.size > 0 ? said.named : beforeIt(names, passage);
    return told.size > 0 ? told : null;
  }
  return said.named.size === 0 ? headed : new Set([...headed].filter((id) => said.named.has(id)));
}

/** Therapies that the sentence names as what does it, and those that it names anywhere. */
function inSentence(
  names: Names,
  { evidence, canonicals, isDenial }: Passage,
): { readonly doers: ReadonlySet<string>; readonly named: ReadonlySet<string> } {
  const { reading } = names;
  const tokens = reading.tokensOf(evidence);
  const doers = new Set<string>();
  const claims = reading.sentencesOf(evidence).flatMap((one) => claimsOf(names, tokens, one, canonicals));
  const isMeant = (claim: ClaimOf): boolean => claim.isDenied === isDenial;
  for (const { doers: some } of claims.some(isMeant) ? claims.filter(isMeant) : claims)
    for (const id of some) doers.add(id);
  return { doers, named: namesIn(names, tokens, 0, tokens.length) };
}

/** A claim of a sentence, with the therapies named last before its verb. */
interface ClaimOf {
  readonly doers: ReadonlySet<string>;
  readonly isDenied: boolean;
}

/** "Yoga" of "Yoga eases pain and massage improves sleep", asked for less pain. */
function claimsOf(
  names: Names,
  tokens: readonly Token[],
  { clauses }: SentenceParts,
  canonicals: readonly string[],
): readonly ClaimOf[] {
  let doers: ReadonlySet<string> = NONE;
  return clauses.flatMap(({ from, to, isDenied }): readonly ClaimOf[] => {
    let start = from;
    const claims = [...claimsInSentence(names.reading, tokens, from, to)];
    claims.sort((a, b) => a.steerAt - b.steerAt);
    return claims.flatMap(({ canonical, steerAt, end }): readonly ClaimOf[] => {
      const nearest = namesIn(names, tokens, start, steerAt);
      if (nearest.size > 0) doers = nearest;
      start = Math.max(start, end);
      if (!canonicals.includes(canonical)) return [];
      return [{ doers, isDenied: isDenied || isNegatedAt(tokens, from, steerAt) }];
    });
  });
}

/** Therapies that the nearest heading names which names any: the passage's own, else of the sections around it. */
function aboveIt(names: Names, { heading, line }: Passage): ReadonlySet<string> | null {
  const { sections } = names.reading.article;
  const own = heading === null ? NONE : namedBy(names, heading);
  if (own.size > 0) return own;
  let section = sections.findLast((one) => one.level > 0 && one.line <= line);
  while (section) {
    const named = namedBy(names, section.heading);
    if (named.size > 0) return named;
    section = sections[section.parent];
  }
  return null;
}

/** Therapies named before the passage in its paragraph; of an item, in the block above its list. */
function beforeIt(names: Names, { evidence, line }: Passage): ReadonlySet<string> {
  const { blocks } = names.reading.article;
  const at = blocks.findIndex((one) => one.line <= line && line <= Math.max(one.line, one.endLine));
  const block = blocks[at];
  if (block === undefined) return NONE;
  const start = block.text.indexOf(evidence);
  const named = start > 0 ? namedBy(names, block.text.slice(0, start)) : NONE;
  if (named.size > 0 || block.kind !== "listItem") return named;
  const above = blocks.slice(0, at).findLast(({ kind }) => kind !== "listItem") as Block | undefined;
  return above?.section === block.section ? namedBy(names, above.text) : NONE;
}

const NONE: ReadonlySet<string> = new Set();

function namedBy(names: Names, text: string): ReadonlySet<string> {
  const tokens = names.reading.tokensOf(text);
  return namesIn(names, tokens, 0, tokens.length);
}

function namesIn(
  { reading: { lexicon }, own }: Names,
  tokens: readonly Token[],
  from: number,
  to: number,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = from; at < to; at++) {
    const match = lexicon.therapies.match(tokens, at);
    if (!match) continue;
    if (own.has(match.value) && !isBeside(tokens, from, at)) found.add(match.value);
    at = match.end - 1;
  }
  return found;
}

function isBeside(tokens: readonly Token[], from: number, at: number): boolean {
  const before = tokens.slice(Math.max(from, at - BESIDE_REACH), at);
  return before.slice(before.findLastIndex(({ isWord }) => !isWord) + 1).some(({ norm }) => BESIDE.has(norm));
}
