import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pc from "picocolors";
import { toSlug } from "../article/anchors.ts";
import { readPeople } from "../corpus/reference.ts";
import { articleFile, SECTIONS } from "../new/article-file.ts";
import { quote } from "../problem.ts";
import { loadSite } from "./review-site.ts";
import { shownPath } from "./shown-path.ts";

/** Options of `vervain article`, as the command line gives them. */
export interface ArticleOptions {
  /** Folder of articles. */
  readonly out: string;
  /** Folder of people and settings. */
  readonly data: string;
  /** Id in `_data/people`; default: the one person there is. */
  readonly author?: string;
}

/**
 * Makes a new article, a draft with today's date. Exit code 0.
 *
 * @throws {RangeError} for a title without words, an author that is not known and a file that is there
 */
export async function articleCommand(title: string, { out, data, author }: ArticleOptions): Promise<number> {
  const words = title.replace(/\s+/g, " ").trim();
  const name = toSlug(words);
  if (!/[\p{L}\p{N}]/u.test(words) || name === "")
    throw new RangeError(`article: title: expected words, received ${quote(title)}.`);
  const path = join(out, `${name}.md`);
  if (existsSync(path))
    throw new RangeError(
      `article: expected a new file, received "${shownPath(path)}", which is there. Choose another title.`,
    );
  const { timeZone } = await loadSite(data);
  const date = new Date().toLocaleDateString("sv-SE", { timeZone });
  mkdirSync(out, { recursive: true });
  writeFileSync(path, articleFile({ title: words, date, author: authorOf(author, data) }, SECTIONS), {
    flag: "wx",
  });
  console.log(
    `${pc.green("made")} ${shownPath(path)} · a draft: take out the line "draft: true" when it is whole`,
  );
  return 0;
}

/** The author named, else the one there is; "" where there is none, or more than one to choose from. */
function authorOf(named: string | undefined, data: string): string {
  const file = ["json", "yaml", "yml"]
    .map((ending) => join(data, `people.${ending}`))
    .find((path) => existsSync(path));
  const people = file === undefined ? [] : [...readPeople(readFileSync(file, "utf8"), file).entries.keys()];
  if (named === undefined) return people.length === 1 ? (people[0] as string) : "";
  if (people.includes(named)) return named;
  throw new RangeError(
    `article: --author: expected an id in ${data}/people, received ${quote(named)}. Known: ${people.join(", ") || "none"}.`,
  );
}
