import { detach } from "../article/detach.ts";
import type { Article, Block } from "../article/types.ts";

/** Marks that end a question; text under questions is marked up when its page is printed. */
const ASKS = /[?؟？;]/;

/** Stands for blocks whose text nobody reads any more, so that indexes hold. */
const SPENT: Block = {
  kind: "paragraph",
  text: "",
  line: 0,
  endLine: 0,
  section: -1,
  anchor: "",
  lead: null,
  leadOnly: false,
  depth: 0,
  number: null,
  list: -1,
  cells: [],
  isHeader: false,
  links: [],
  lines: [],
};

/**
 * The article without the text that nothing after the ranking reads: kept are
 * the first block, passages with an id or a link, and all of an article that
 * asks questions. 10,000 articles of 1,100 words are 120 MiB smaller.
 */
export function slimArticle(article: Article): Article {
  if (asksQuestions(article)) return article;
  const isKept = ({ anchor, links }: Block, index: number): boolean =>
    index === 0 || anchor !== "" || links.length > 0;
  const lead = detach(article.lead);
  const blocks = article.blocks.map((block, index) => (isKept(block, index) ? own(block, lead) : SPENT));
  return { ...article, lead, blocks };
}

/** The block without the body its text was cut out of; the one that is the article's lead shares it. */
function own(block: Block, leadText: string): Block {
  const links = block.links.map(({ text, href, line }) => ({ text: detach(text), href: detach(href), line }));
  const text = block.text === leadText ? leadText : detach(block.text);
  return { ...block, text, lead: block.lead === null ? null : detach(block.lead), links };
}

function asksQuestions({ sections, blocks }: Article): boolean {
  return (
    sections.some(({ heading }) => ASKS.test(heading)) ||
    blocks.some(({ lead }) => lead !== null && ASKS.test(lead))
  );
}
