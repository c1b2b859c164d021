import { findAlsoRead } from "./also-read.ts";
import { uniqueSlugs } from "./anchors.ts";
import { outline } from "./blocks.ts";
import type { ClosedHtml } from "./closed-html.ts";
import { articleMarkdown } from "./markdown.ts";
import type { Article, FrontMatter, ReadTitle, TitleFacts } from "./types.ts";
import { countWords } from "./words.ts";

export interface ParseOptions {
  readonly id: string;
  readonly file: string;
  readonly frontMatter: FrontMatter;
  /** 1-based line of the file on which the body starts. */
  readonly bodyLine?: number;
  /** Reads what the title promises and names; without it nothing is promised. */
  readonly readTitle?: ReadTitle;
  /** Phrases of the site beside the known ones ("Lees ook"). */
  readonly alsoReadPhrases?: readonly string[];
  /** Takes what was closed for the author. */
  readonly closedHtml?: ClosedHtml[];
  /** Reading speed, words per minute (230: Brysbaert 2019, English non-fiction 238, rounded down). */
  readonly wordsPerMinute?: number;
}

const NO_FACTS: TitleFacts = { benefitCount: null, therapies: [], conditions: [] };
/** Makes the Article model of a Markdown body. Pure: the same body and options give equal articles. */
export function parseArticle(body: string, options: ParseOptions): Article {
  const { id, file, frontMatter, bodyLine = 1, readTitle = () => NO_FACTS, wordsPerMinute = 230 } = options;
  const env = { closedHtml: options.closedHtml };
  const { sections, blocks, rows } = outline(articleMarkdown().parse(body, env), bodyLine - 1, uniqueSlugs());
  const wordCount = blocks.reduce((sum, block) => sum + countWords(block.text, frontMatter.lang), 0);
  const named = readTitle(frontMatter.title, frontMatter.lang);
  return {
    id,
    file,
    lang: frontMatter.lang,
    title: frontMatter.title,
    titleFacts: {
      benefitCount: named.benefitCount,
      therapies: union(frontMatter.therapies, named.therapies),
      conditions: union(frontMatter.conditions, named.conditions),
    },
    lead: blocks.find(({ kind }) => kind === "paragraph")?.text ?? "",
    sections,
    blocks,
    alsoRead: findAlsoRead({ sections, blocks, rows }, options.alsoReadPhrases),
    sources: frontMatter.sources,
    frontMatter,
    wordCount,
    minutes: Math.max(1, Math.round(wordCount / wordsPerMinute)),
  };
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])];
}
