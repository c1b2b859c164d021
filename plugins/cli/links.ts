import { readFileSync } from "node:fs";
import { openArticle } from "../article/read.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { withCorpus } from "../engine/decided.ts";
import { formatProblem, type Problem } from "../problem.ts";
import { indexCorpus } from "../related/decide.ts";
import { findArticle } from "../related/offers.ts";
import { articleNotFound } from "./article-not-found.ts";
import { gatherLinks, type LinksFound } from "./links-found.ts";
import { printLinks } from "./links-print.ts";
import { recordScore } from "./links-record.ts";
import { writeLinks } from "./links-write.ts";
import { endQuietly } from "./pipe.ts";

/** Options of `vervain links`. */
export interface LinksOptions {
  readonly config?: string;
  readonly json?: boolean;
  /** Ask about each suggestion and write those that are taken. */
  readonly write?: boolean;
  /** Ids of articles that the one named is to lead to, without asking. */
  readonly accept?: readonly string[];
  /** Put today's score into the file that keeps it. */
  readonly record?: boolean;
}

/**
 * Suggests links between the articles of this project and scores those that
 * there are. Exit code 1 where no article is meant or something could not be written.
 *
 * @param article its id, path, file or title; "" for all
 */
export function linksCommand(article = "", options: LinksOptions = {}): Promise<number> {
  endQuietly(process.stdout);
  return withCorpus(options.config, async (corpus) => {
    const problems: Problem[] = [];
    const found = findLinks(corpus, article, problems);
    const { accept = [], write = false, json = false, record = false } = options;
    if (found !== null) {
      if (write || accept.length > 0)
        await writeLinks(found, article === "" ? null : article, accept, problems);
      else printLinks(found, { isJson: json, isWhole: article === "" });
      if (record) problems.push(...recordScore(found.score, corpus.now, corpus.site.timeZone));
    }
    for (const problem of problems) console.error(formatProblem(problem));
    return problems.length > 0 ? 1 : 0;
  });
}

/** Reads suggestions and score; null, and a problem, where no article is meant. */
function findLinks(corpus: Corpus, article: string, problems: Problem[]): LinksFound | null {
  const index = indexCorpus(corpus);
  const id = article === "" ? null : findArticle(index, article);
  if (id !== null && typeof id !== "string") {
    problems.push(articleNotFound("links", article, id, index));
    return null;
  }
  return gatherLinks(corpus, index, { only: id }, readSource);
}

/** The Markdown of an article's file as it stands now. */
function readSource({ article: { file } }: { readonly article: { readonly file: string } }) {
  const opened = openArticle(readFileSync(file), file);
  if ("problem" in opened) throw new RangeError(formatProblem(opened.problem));
  return opened;
}
