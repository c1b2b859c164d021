import { parseArticle } from "../../plugins/article/parse.ts";
import type { Article, FrontMatter } from "../../plugins/article/types.ts";

const FRONT_MATTER: FrontMatter = {
  title: "",
  description: null,
  date: "2024-01-01",
  updated: null,
  authors: [],
  reviewedBy: null,
  reviewed: null,
  tags: [],
  therapies: [],
  conditions: [],
  benefits: { add: [], confirm: [], drop: [], rename: {}, merge: [], hedged: [], grade: [] },
  alsoRead: { pin: [], exclude: [], none: false, hide: false, sameTherapy: false, count: null },
  sources: [],
  image: null,
  draft: false,
  permalink: null,
  redirectFrom: [],
  lang: "en",
  sponsor: null,
  keyFacts: [],
  silence: {},
  madeWithAi: null,
  emergency: null,
  actionNote: null,
};

/** An article of a Markdown body, its body on line 4 of "src/articles/ID.md". */
export function madeArticle(id: string, title: string, body: string): Article {
  return parseArticle(body, {
    id,
    file: `src/articles/${id}.md`,
    frontMatter: { ...FRONT_MATTER, title },
    bodyLine: 4,
  });
}
