import { openPlace } from "../article/open-places.ts";

/** What a new article's front matter begins with. */
export interface NewArticle {
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Id in `_data/people`; "" for none. */
  readonly author: string;
}

/** Text of a new article: a draft, with its front matter in the order of docs/writing.md. */
export function articleFile({ title, date, author }: NewArticle, body: readonly string[]): string {
  const fields = [
    `title: ${JSON.stringify(title)}`,
    "# What result lists show; without it the first paragraph stands in.",
    "# description: ",
    `date: ${date}`,
    ...(author === "" ? [] : [`author: ${author}`]),
    "draft: true",
    "# What you have read:",
    "# sources:",
    '#   - title: ""',
    "#     url: https://",
  ];
  return `---\n${fields.join("\n")}\n---\n\n${body.join("\n")}\n`;
}

/** One line a section, as a help: what a careful article on a benefit holds. */
export const SECTIONS: readonly string[] = [
  openPlace("what it is, and for whom"),
  "",
  "## Benefits",
  "",
  openPlace("one heading a benefit: what it may do, who says so, how sure anybody can be"),
  "",
  "## Who should take care",
  "",
  openPlace("who should ask a doctor first, and when to get help"),
];
