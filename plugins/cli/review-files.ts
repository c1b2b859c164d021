import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fieldLineOf, openArticle, readArticle } from "../article/read.ts";
import type { ExtractionRule } from "../benefits/extraction-rule.ts";
import { titleReader } from "../benefits/languages.ts";
import type { Lexicon } from "../benefits/lexicon.ts";
import { listFields, readBenefits, withoutEveryday } from "../benefits/read.ts";
import type { Site } from "../corpus/types.ts";
import type { Problem } from "../problem.ts";
import { readMarks } from "../review/marks.ts";
import type { SiteArticle } from "../review/types.ts";

/** An article file and the id it has on the site. */
export interface ArticlePath {
  readonly path: string;
  readonly id: string;
}

const ARTICLE = /\.(?:md|markdown)$/i;
/** Everything up to a folder that holds articles by custom is no part of the id. */
const ABOVE_ID = /^(?:.*\/)?(?:articles|posts|blog)\//;

/** The article files that a path of the command line means: itself, or all below it; faults are added to `problems`. */
export function listArticles(path: string, problems: Problem[]): readonly ArticlePath[] {
  if (!existsSync(path)) {
    problems.push(fault(path, "expected a file or folder that exists, received none of this name."));
    return [];
  }
  if (statSync(path).isDirectory()) {
    return readdirSync(path, { recursive: true, encoding: "utf8" })
      .filter((name) => ARTICLE.test(name) && statSync(join(path, name)).isFile())
      .sort()
      .map((name) => ({ path: join(path, name), id: toId(name) }));
  }
  if (ARTICLE.test(path) && statSync(path).isFile())
    return [{ path, id: toId(shown(path).replace(ABOVE_ID, "")) }];
  problems.push(
    fault(
      path,
      "expected a Markdown article, received another kind of file. Import it first: vervain import.",
    ),
  );
  return [];
}

/** Reads one article as a build does, with its benefits and its marks; null where its front matter is at fault. */
export function readReviewed(
  { path, id }: ArticlePath,
  lexicon: Lexicon,
  {
    timeZone,
    lang,
    publishFrom,
    now,
    ownRules,
  }: Pick<Site, "timeZone" | "lang" | "publishFrom"> & {
    readonly now: string;
    readonly ownRules: readonly ExtractionRule[];
  },
  problems: Problem[],
): SiteArticle | null {
  const opened = openArticle(readFileSync(path), shown(path));
  if ("problem" in opened) {
    problems.push(opened.problem);
    return null;
  }
  const read = readArticle(opened, {
    id,
    timeZone,
    lang,
    readTitle: titleReader(lexicon.terms),
  });
  const { article, faulty } = read;
  problems.push(...read.problems.filter(({ severity }) => severity === "error"));
  if (faulty.size > 0) return null;
  const said = readBenefits(article, lexicon, { ownRules, fields: listFields(opened.data), publishFrom });
  problems.push(
    ...said.ruleFaults,
    ...said.problems
      .filter(({ severity }) => severity === "error")
      .map((problem) => ({ ...problem, line: fieldLineOf(opened, problem.field.split(".")) })),
  );
  return {
    article: withoutEveryday(article, said, lexicon),
    benefits: said.published,
    proposals: said.proposals,
    droppedCount: said.droppedCount,
    against: said.against,
    marks: readMarks(opened.body, opened.bodyLine),
    lineOf: (field) => fieldLineOf(opened, [field]),
    isHidden: article.frontMatter.draft || Date.parse(article.frontMatter.date) > Date.parse(now),
  };
}

function toId(name: string): string {
  return name.split(sep).join("/").replace(ARTICLE, "");
}

function shown(path: string): string {
  return relative(".", path).split(sep).join("/");
}

function fault(path: string, message: string): Problem {
  return { file: shown(path) || path, line: 0, field: "file", message, severity: "error" };
}
