import type { Outline } from "./blocks.ts";
import type { Row } from "./rows.ts";
import type { AlsoReadLine, Block, Section } from "./types.ts";

/** Phrases by which authors offer other articles; a site's configuration adds its own. */
export const ALSO_READ_PHRASES: readonly string[] = [
  "also read",
  "also see",
  "read also",
  "read more",
  "read next",
  "see also",
  "must read",
  "further reading",
  "more like this",
  "more to read",
  "keep reading",
  "recommended reading",
  "you may also like",
  "you might also like",
  "you may like",
  "you might like",
  "you may also enjoy",
  "you might also enjoy",
  "related",
  "related article",
  "related articles",
  "related coverage",
  "related links",
  "related posts",
  "related post",
  "related reading",
  "related recipes",
  "related stories",
  "related story",
  "related topics",
];

/** Words that may head a list of other articles; alone they say too little, for a part of the article may be called so. */
const OPENS_READING =
  /^(?:(?:(?:other|more) )?(?:related|recommended|suggested|similar|further)|more|other) (?:articles?|posts?|blogs?|reading|reads?|guides?|stories|recipes?)$|^(?:continue|keep) reading$/;

const AFTER_PHRASE = /^\s*[:：–—-]\s*/u;
/** A longer text beside the phrase is a sentence, not a title. */
const TITLE_LIMIT = 160;

type Offers = AlsoReadLine["offers"];

/**
 * Finds the lines by which the author offers other articles, in order.
 *
 * A line offers when it starts with a phrase followed by a colon or dash and a
 * title or links; a phrase alone (line or heading) offers what the list or the
 * links right after it name, and so does a heading that may mean them
 * ("More guides") over nothing but links to the site's own pages. A line is a line of the source, also inside a
 * paragraph; one that a break parts from an offer offers too. Links inside
 * sentences offer nothing.
 */
export function findAlsoRead(
  { sections, blocks, rows }: Outline,
  extraPhrases: readonly string[] = [],
): AlsoReadLine[] {
  const phrases = new Set([...ALSO_READ_PHRASES, ...extraPhrases.map((phrase) => phrase.toLowerCase())]);
  const found: AlsoReadLine[] = [];
  for (const section of sections) {
    if (section.level > 0 && offersBelow(section, blocks.slice(...section.blocks), phrases)) {
      const offers = offersFrom(blocks.slice(...section.blocks));
      if (offers.length > 0)
        found.push({ line: section.line, phrase: section.heading.replace(/:$/, ""), offers });
    } else {
      for (let index = section.blocks[0]; index < section.blocks[1]; index++)
        found.push(...inBlock(blocks, index, section.blocks[1], rows.get(index), phrases));
    }
  }
  return found;
}

/** Whether a heading says that what stands below it is other articles. */
function offersBelow({ heading }: Section, below: readonly Block[], phrases: ReadonlySet<string>): boolean {
  const words = bare(heading);
  return phrases.has(words) || (OPENS_READING.test(words) && below.length > 0 && below.every(isOwnLinks));
}

/** A link to another site or to a passage; one to a file that is no page. */
const ELSEWHERE = /^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i;
const FILE = /\.(?!md|markdown|html?)[a-z0-9]{2,5}(?:[?#]|$)/i;

/** A block of links to pages of the site, a few words beside them. */
function isOwnLinks(block: Block): boolean {
  const linked = block.links.reduce((sum, { text }) => sum + text.length, 0);
  const isOwn = block.links.every(({ href }) => !ELSEWHERE.test(href) && !FILE.test(href));
  return isOwn && linked > block.text.length / 2;
}

function inBlock(
  blocks: readonly Block[],
  index: number,
  end: number,
  rows: readonly Row[] | undefined,
  phrases: ReadonlySet<string>,
): AlsoReadLine[] {
  const block = blocks[index] as Block;
  if (block.kind === "code" || block.kind === "tableRow") return [];
  if (rows) return inRows(block, rows, phrases, () => offersAfter(blocks, index, end));
  const match = matchPhrase(block.text, phrases);
  if (!match) return [];
  const offers = match.rest === "" ? offersAfter(blocks, index, end) : offersIn(block, match);
  return offers.length > 0 ? [{ line: block.line, phrase: match.phrase, offers }] : [];
}

/** Ends of a sentence: the line after it is not its rest. */
const SENTENCE_END = /[.!?…:;。！？؟।][\p{Pf}\p{Pe}"'’]*$/u;
const STARTS_LOW = /^[^\p{L}]*\p{Ll}/u;

/** Offers in a paragraph of several lines; `after` is offered by a phrase that stands alone at its end. */
function inRows(
  block: Block,
  rows: readonly Row[],
  phrases: ReadonlySet<string>,
  after: () => Offers,
): AlsoReadLine[] {
  const found: AlsoReadLine[] = [];
  let phrase: string | null = null;
  let isOpen = false;
  for (const [at, row] of rows.entries()) {
    const before = rows[at - 1];
    // What shares its source line with text that offers nothing is left alone: lines become boxes whole.
    const isApart = before !== undefined && before.line !== row.line;
    const opens: boolean =
      before === undefined ||
      phrase !== null ||
      (isApart && (row.isBroken || SENTENCE_END.test(before.text)));
    const match: PhraseMatch | null =
      opens && (at === 0 || !STARTS_LOW.test(row.text)) ? matchPhrase(row.text, phrases) : null;
    const goesOn: boolean = phrase !== null && (isOpen || row.isBroken || isLinks(row.text, block));
    const said: PhraseMatch | null =
      match ?? (goesOn ? { phrase: phrase as string, rest: row.text, hasSeparator: true } : null);
    phrase = said?.phrase ?? null;
    isOpen = said?.rest === "";
    if (said === null) continue;
    const offers = isOpen && at === rows.length - 1 ? after() : offersIn(block, said);
    if (offers.length > 0) found.push({ line: row.line, phrase: said.phrase, offers });
  }
  return found;
}

/** True for a line that is nothing but links of its block. */
function isLinks(text: string, block: Block): boolean {
  const linked = block.links.filter((link) => link.text !== "" && text.includes(link.text));
  return linked.length > 0 && linked.reduce((sum, link) => sum + link.text.length, 0) >= text.length * 0.8;
}

interface PhraseMatch {
  readonly phrase: string;
  readonly rest: string;
  readonly hasSeparator: boolean;
}

function matchPhrase(text: string, phrases: ReadonlySet<string>): PhraseMatch | null {
  const words = /^[^\p{L}\p{N}]{0,8}((?:[\p{L}’']{1,20}[ \t]?){1,5})/u.exec(text);
  if (!words) return null;
  const start = words[0].length - (words[1] as string).length;
  const parts = (words[1] as string).trim().split(/\s+/);
  for (let count = parts.length; count > 0; count--) {
    const phrase = parts.slice(0, count).join(" ");
    if (!phrases.has(phrase.toLowerCase())) continue;
    const after = text.slice(start + phrase.length);
    const separator = AFTER_PHRASE.exec(after);
    // A phrase without colon offers only what it links: "See also [Reflexology](/reflexology/)".
    if (!separator && after.trim() !== "") return { phrase, rest: after.trim(), hasSeparator: false };
    return { phrase, rest: after.slice(separator?.[0].length ?? 0).trim(), hasSeparator: separator !== null };
  }
  return null;
}

function offersIn(block: Block, { rest, hasSeparator }: PhraseMatch): Offers {
  const linked = block.links.filter(({ text }) => rest.includes(text) && text !== "");
  const linkedLength = linked.reduce((sum, { text }) => sum + text.length, 0);
  if (linked.length > 0 && (hasSeparator || linkedLength > rest.length * 0.6)) {
    return linked.map(({ text, href }) => ({ title: text, href }));
  }
  if (!hasSeparator) return [];
  return rest
    .split("\n")
    .map((title) => title.trim())
    .filter((title) => title !== "" && title.length <= TITLE_LIMIT)
    .map((title) => ({ title, href: null }));
}

/** What follows a phrase that stands alone: the items of the list, or the lines that are nothing but a link. */
function offersAfter(blocks: readonly Block[], index: number, end: number): Offers {
  const self = blocks[index] as Block;
  const after: Block[] = [];
  for (let next = index + 1; next < end; next++) {
    const block = blocks[next] as Block;
    const isItem = block.kind === "listItem" && block.list !== self.list;
    if (!isItem && !isOnlyLinks(block)) break;
    after.push(block);
  }
  return offersFrom(after);
}

function offersFrom(blocks: readonly Block[]): Offers {
  return blocks.flatMap((block): Offers => {
    if (block.links.length > 0)
      return block.links.filter(({ text }) => text !== "").map(({ text, href }) => ({ title: text, href }));
    const isTitle = block.kind === "listItem" && block.text.length <= TITLE_LIMIT;
    return isTitle ? [{ title: block.text, href: null }] : [];
  });
}

function isOnlyLinks(block: Block): boolean {
  const linked = block.links.reduce((sum, { text }) => sum + text.length, 0);
  return block.links.length > 0 && linked >= block.text.replaceAll("\n", "").length * 0.8;
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\s]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}
