import type { ArticleRule, Hit } from "../types.ts";

const MADE =
  /\b(?:written|generated|created|made|drafted|produced|edited|illustrated|images?|pictures?) (?:\w+ ){0,3}(?:by|with|using) (?:\w+ ){0,3}(?:ai|artificial intelligence|chatgpt|gpt-?\d?|gemini|copilot|midjourney|dall-?e|an? (?:large )?language model)\b|\bai-(?:generated|written|assisted)\b/;
const TRIGGERS: readonly string[] =
  "ai artificial chatgpt gpt gpt-4 gemini copilot midjourney dall-e model ai-generated ai-written ai-assisted".split(
    " ",
  );

export const aiDeclared: ArticleRule = {
  name: "ai-declared",
  number: 23,
  level: "note",
  scope: "article",
  language: "en",
  expected: "madeWithAi in front matter where the text says that AI helped",
  why: "Readers ask how a text was made, and the page shows what is declared",
  source: "Google, “How the content was created”",
  todo: "Declare it: madeWithAi: “Drafted with …, checked by …”.",
  check: ({ article, prose }) => {
    if (article.frontMatter.madeWithAi !== null) return [];
    return prose
      .withAny(TRIGGERS)
      .filter(
        ({ lower, place }) =>
          place !== "title" && MADE.test(lower) && !/\bnot\b|n't\b|\bno\b|\bnever\b|\?$/.test(lower),
      )
      .map(({ text, line }): Hit => ({ words: text, line }))
      .slice(0, 1);
  },
};
