import type { Article, Block } from "../../article/types.ts";
import { isDisowned } from "../disowned.ts";
import { isExternal } from "../hosts.ts";
import { placeOf, type Sentence } from "../prose.ts";
import { isHealthArticle } from "../topics.ts";
import type { ArticleRule, Hit, Reading } from "../types.ts";

/** Words without which no pattern below can match. */
const TRIGGERS: readonly string[] =
  "study studies research researches researchers scientists trial trials evidence proven proved proves prove clinically scientifically scientific science shown found linked % percent".split(
    " ",
  );
const MANY =
  "(?:many |some |several |most |numerous |recent |new |other |early |small |large |clinical |scientific |medical |multiple |various |countless |more and more |a few )";
const SHOWS =
  "(?:show|shows|showed|have shown|has shown|suggest|suggests|suggested|have suggested|has suggested|find|finds|found|have found|has found|indicate|indicates|indicated|demonstrate|demonstrates|demonstrated|have demonstrated|has demonstrated|confirm|confirms|confirmed|has confirmed|have confirmed|prove|proves|proved|have proven|has proven|have proved|reveal|reveals|revealed|has revealed|have revealed|support|supports|report|reported|says?|link|links|linked|back up|backs up|(?:have|has|do)? ?(?:and )?continue to (?:show|back up|support|suggest))";
const STRONG = new RegExp(
  [
    `\\b${MANY}{0,3}(?:studies|researche?s?|researchers|scientists|trials?|a study|one study|science|evidence|meta-analys[ei]s)(?: on \\w+| of \\w+)? (?:also |clearly |now |consistently )?${SHOWS}\\b`,
    "\\b(?:clinically|scientifically|medically) (?:proven|proved|tested|shown|backed|supported|validated)\\b",
    "\\b(?:backed|supported|proven|proved|confirmed) by (?:science|research|studies|scientists|evidence|\\w+ studies)\\b",
    "\\b(?:has|have|is|are|was|were) (?:also |long |now )?been (?:scientifically |clinically |repeatedly )?(?:shown|found|proven|proved|demonstrated) to\\b",
    "\\b(?:is|are) (?:scientifically |clinically )?(?:shown|proven|proved) to\\b(?! be (?:too|a|an|popular|useful|difficult|hard)\\b)",
    "\\b(?:proven|proved) (?:benefits?|effects?|results?|remed(?:y|ies)|treatments?|ways?)\\b",
    "\\b(?:according to|in) (?:a|one|some|several|recent|many) (?:recent |new |clinical |small |large )?(?:study|studies|research|trials?)\\b",
  ].join("|"),
);
const SHARE = /\b\d{1,3}(?:\.\d{1,2})? ?(?:%|percent\b|per cent\b)/;
/** What a share of makes a claim about health; a share of fabric, humidity or cocoa is none. */
const ABOUT_PEOPLE =
  /\b(?:people|patients?|adults?|women|men|children|participants?|volunteers?|sufferers?|cases|population|risk|reduc\w*|decreas\w*|increas\w*|improv\w*|lower\w*|drop\w*|fell|rose|more likely|less likely|relief|symptoms?|recover\w*)\b/;
/** A footnote or a name with a year: "[3]", "(Smith, 2019)", "doi:10.…". */
const REFERENCE = /\[\^?\w{1,12}\]|\((?:[^()]{1,80}, ?)?(?:19|20)\d\d[a-z]?\)|\bdoi:\s?10\.|[¹²³⁴-⁹]/;

/** Names of sources that a paragraph is searched for. */
const READ_SOURCES = 100;

export const claimSource: ArticleRule = {
  name: "claim-source",
  number: 8,
  level: "warning",
  scope: "article",
  language: "en",
  expected: "a source beside a strong claim",
  why: "Readers must be able to check what research is said to show",
  source: "HONcode, justifiability",
  todo: "Link the study in this paragraph, or say it more carefully.",
  check: (reading, context) => {
    const sections = new Map<number, boolean>();
    const isHealth = isHealthArticle(reading, context);
    return reading.prose.withAny([...TRIGGERS, ...shares(reading)]).flatMap((sentence): Hit[] => {
      const at = claimAt(reading.article, sentence, isHealth);
      if (at < 0 || isDisowned(reading.article, reading.prose, sentence, at)) return [];
      if (hasSource(reading.article, sentence, sections)) return [];
      return [{ words: sentence.text, ...placeOf(sentence) }];
    });
  },
};

/** "90%" is one word of the index, so a share is looked up by its sign. */
function shares({ prose }: Reading): readonly string[] {
  return prose.words.filter((word) => word.endsWith("%"));
}

function claimAt({ sources }: Article, { lower, place }: Sentence, isHealth: boolean): number {
  // Title and description sum up a text whose claims are checked where they stand, so only listed sources are asked for.
  if ((place === "title" || place === "description" || place === "keyFact") && sources.length > 0) return -1;
  const strong = lower.search(STRONG);
  if (strong >= 0) return strong;
  return isHealth && ABOUT_PEOPLE.test(lower) ? lower.search(SHARE) : -1;
}

/** Which sections hold a source; their blocks are read once, however many claims they make. */
function hasSource(article: Article, { section }: Sentence, known: Map<number, boolean>): boolean {
  const answer = known.get(section) ?? blocksOf(article, section).some((block) => isSourced(block, article));
  known.set(section, answer);
  return answer;
}

function blocksOf({ sections, blocks }: Article, section: number): readonly Block[] {
  return blocks.slice(...(sections[section]?.blocks ?? [0, 0]));
}

/** True for a link out, a footnote, or the name of a source or publisher that front matter lists. */
function isSourced({ links, text }: Block, { sources }: Article): boolean {
  if (links.some((link) => isExternal(link) || /^#(?:fn|ref|source|note)/i.test(link.href))) return true;
  if (REFERENCE.test(text)) return true;
  return sources
    .slice(0, READ_SOURCES)
    .some(({ title, publisher }) => text.includes(title) || (publisher !== null && text.includes(publisher)));
}
