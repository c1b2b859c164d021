import { readOffers } from "./also-read.ts";
import { withoutTitle } from "./body-title.ts";
import { MENU_WORD } from "./chrome.ts";
import { chromeRule, stripLines } from "./chrome-lines.ts";
import { statedDate } from "./dates.ts";
import { finish } from "./finish.ts";
import { inferHeadings } from "./headings.ts";
import { type TextLine, textLines, textPieces } from "./text-lines.ts";
import { cleanTitle, same, withoutSite } from "./title.ts";
import type { Imported, PageFacts, Stripped } from "./types.ts";

/** Lines at the top among which the title, the byline and the date are looked for. */
const TOP = 15;
const TITLE_LIMIT = 160;
const BYLINE =
  /^(?:(?:[Pp]osted|[Pp]ublished|[Ww]ritten) )?[Bb]y:? (\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3})(?=$| on |,| ?[|·•/–-])/u;

/**
 * The article of a plain-text dump: title from its first line, chrome left out
 * and reported, headings inferred where the text marks none. Never throws.
 */
export function readText(text: string): Imported {
  const all = textLines(text);
  const { lines, stripped } = withoutTop(all);
  const title = titleOfLines(lines);
  const untitled = withoutTitle(textPieces(lines), title);
  const offered = readOffers(untitled.pieces);
  const cleaned = stripLines(offered.pieces);
  const headed = inferHeadings(cleaned.pieces);
  return finish({
    facts: factsOf(all.slice(0, TOP)),
    title,
    pieces: headed.pieces,
    offers: offered.offers,
    stripped: [...stripped, ...untitled.stripped, ...cleaned.stripped, ...offered.stripped],
    inferred: headed.inferred,
  });
}

/** Chrome before the title: skip links, the words of a menu, breadcrumbs. */
function withoutTop(lines: readonly TextLine[]): { lines: readonly TextLine[]; stripped: Stripped[] } {
  const stripped: Stripped[] = [];
  for (const { text, line } of lines.slice(0, TOP)) {
    const rule = chromeRule(text) ?? (MENU_WORD.test(text) ? "navigation" : null);
    if (rule === null) break;
    stripped.push({ rule, text, line });
  }
  return { lines: lines.slice(stripped.length), stripped };
}

/** The first line where it reads as a title: short, and not a sentence of running text. */
function titleOfLines(lines: readonly TextLine[]): string | null {
  const first = lines[0]?.text.replace(/^(?:#{1,6}\s+|title:\s*)/i, "").replace(/^\*\*(.+)\*\*$/, "$1") ?? "";
  const title = cleanTitle(first);
  if (title === "" || title.length > TITLE_LIMIT || /\p{Ll}[.;,:]$/u.test(title)) return null;
  const bare = withoutSite(title, { siteName: null });
  const doubled = lines.slice(1, TOP).some(({ text }) => same(text, bare));
  return doubled || title.includes("|") ? bare : title;
}

/** What the lines round the title say of author and date, in so many words. */
function factsOf(lines: readonly TextLine[]): PageFacts {
  const author = lines.map(({ text }) => BYLINE.exec(text)?.[1]).find(Boolean) ?? null;
  const dated = lines.filter(({ text }) => chromeRule(text) === "post-meta");
  const date = dated.map(({ text }) => statedDate(text)).find((found) => found !== null) ?? null;
  return { description: null, author, date, lang: null, image: null, url: null, canonical: null };
}
