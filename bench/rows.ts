import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { oddsBorneOut } from "../plugins/benefits/english/borne-out.ts";
import type { Group } from "../plugins/benefits/english/group.ts";
import { groupsOf } from "../plugins/benefits/english/groups.ts";
import { openReading, type Reading } from "../plugins/benefits/english/reading.ts";
import { stemsOf } from "../plugins/benefits/english/stems.ts";
import { titleReader } from "../plugins/benefits/languages.ts";
import type { Lexicon } from "../plugins/benefits/lexicon.ts";
import { readLeniently } from "../plugins/import/lenient.ts";
import { HELD } from "./held.ts";
import type { Example } from "./learn.ts";
import { rowFacts } from "./row-facts.ts";

/** Rows of one source that readers judged. */
export interface JudgedRows {
  readonly source: string;
  readonly examples: readonly Example[];
  /** Rows that the article has no more, or not as they were read. */
  readonly lostCount: number;
  /** What its articles say, as stems: a list for each heading and block. */
  readonly texts: readonly (readonly string[])[];
}

/** Whether each row lists benefits (1 or 0), by source, path and {@link rowKey}. */
type RowLabels = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, 0 | 1>>>>>>;

/** Names a row in its article: what it is made of, the line of its first item and how many it has. */
export function rowKey({ kind, items }: Group): string {
  return `${kind} ${items[0]?.candidate.line ?? 0} ${items.length}`;
}

/**
 * Rows of articles that were judged one by one, without the rest of the article
 * (`bench/labels/rows`). `articles` holds the texts as `owner/name/path`.
 *
 * @throws {Error} naming the first text that is missing
 */
export function readRows(
  articles: string,
  lexicon: Lexicon,
  file: string = join(HELD, "rows", "judged.json"),
): JudgedRows[] {
  if (!existsSync(file)) return [];
  const labels = JSON.parse(readFileSync(file, "utf8")) as RowLabels;
  return Object.entries(labels).map(([name, paths]) => {
    const [source = ""] = name.split("@");
    const examples: Example[] = [];
    const texts: string[][] = [];
    let lostCount = 0;
    for (const [path, rows] of Object.entries(paths)) {
      const text = readFileSync(join(articles, source, path), "utf8");
      const { article } = readLeniently(path, text, titleReader(lexicon.terms));
      const reading = openReading(article, lexicon);
      texts.push(...textsOf(reading));
      const groups = new Map(groupsOf(reading).map((group) => [rowKey(group), group]));
      for (const [key, isTrue] of Object.entries(rows)) {
        const group = groups.get(key);
        if (!group) lostCount++;
        else
          examples.push({
            facts: rowFacts(reading, group),
            odds: oddsBorneOut(reading, group),
            isTrue: isTrue === 1,
            weight: 1,
          });
      }
    }
    return { source, examples, lostCount, texts };
  });
}

function textsOf({ article, tokensOf }: Reading): string[][] {
  const headings = article.sections.map(({ heading }) => heading);
  const blocks = article.blocks.flatMap(({ kind, text }) => (kind === "code" ? [] : [text]));
  return [...headings, ...blocks].map((text) => stemsOf(tokensOf(text)));
}
