import { readFileSync } from "node:fs";
import { isCancel, log, outro, select } from "@clack/prompts";
import pc from "picocolors";
import { type Problem, quote } from "../problem.ts";
import { setLink } from "../related/linking/set-link.ts";
import type { LinkSuggestion } from "../related/linking/types.ts";
import type { ArticleLinks, LinksFound } from "./links-found.ts";
import { suggestionLines } from "./links-print.ts";
import { replaceFile } from "./write-file.ts";

type Suggestion = ArticleLinks["suggestions"][number];

/**
 * Writes links into articles: those that the writer takes when asked on a
 * terminal, or those to the articles in `accept`. Faults are added to `problems`.
 *
 * @param article the one article as it was named; null: all
 */
export async function writeLinks(
  found: LinksFound,
  article: string | null,
  accept: readonly string[],
  problems: Problem[],
): Promise<void> {
  if (accept.length > 0) acceptGiven(found, article, accept, problems);
  else if (process.stdin.isTTY && process.stdout.isTTY) await ask(found, problems);
  else
    problems.push(
      fault(
        "--write",
        "expected a terminal to ask on, received none. List suggestions with --json, take them with --accept TARGET and one article.",
      ),
    );
}

function acceptGiven(
  { articles, titleOf }: LinksFound,
  article: string | null,
  accept: readonly string[],
  problems: Problem[],
): void {
  const [one] = articles;
  if (article === null || one === undefined) {
    problems.push(fault("--accept", "expected one article to write into, received none. Name it."));
    return;
  }
  const targets = one.suggestions.map(({ target }) => target);
  const unknown = accept.filter((target) => !targets.includes(target));
  for (const target of unknown) {
    const known = targets.join(", ") || "nothing, as no link is suggested";
    problems.push(fault("--accept", `expected ${known}, received ${quote(target)}.`));
  }
  if (unknown.length === 0)
    save(
      one,
      one.suggestions.filter(({ target }) => accept.includes(target)),
      titleOf,
      problems,
    );
}

/** Asks article by article; what was taken before the writer stops is written. */
async function ask({ articles, titleOf }: LinksFound, problems: Problem[]): Promise<void> {
  const waiting = articles.filter(({ suggestions }) => suggestions.length > 0);
  if (waiting.length === 0) {
    outro("There is nothing to suggest.");
    return;
  }
  for (const article of waiting) {
    const { taken, isStopped } = await askArticle(article, titleOf);
    save(article, taken, titleOf, problems);
    if (isStopped) return;
  }
  outro("That was all.");
}

async function askArticle(
  { title, file, suggestions }: ArticleLinks,
  titleOf: LinksFound["titleOf"],
): Promise<{ readonly taken: readonly Suggestion[]; readonly isStopped: boolean }> {
  const taken: Suggestion[] = [];
  log.step(`${pc.bold(title)}  ${file}`);
  for (const suggestion of suggestions) {
    log.message(suggestionLines(suggestion, titleOf).join("\n"));
    const choice = await select({
      message: "Set this link?",
      options: [
        { value: "skip", label: "No", hint: "nothing is written" },
        { value: "set", label: "Yes, set it" },
        { value: "stop", label: "Stop here", hint: "keeps what you took" },
      ],
    });
    if (isCancel(choice) || choice === "stop") return { taken, isStopped: true };
    if (choice === "set") taken.push(suggestion);
  }
  return { taken, isStopped: false };
}

/** Writes all links that were taken in one file, whole or not at all. */
function save(
  { file }: ArticleLinks,
  taken: readonly Suggestion[],
  titleOf: LinksFound["titleOf"],
  problems: Problem[],
): void {
  if (taken.length === 0) return;
  const message = saveLinks(file, taken);
  if (message !== null) problems.push({ ...fault("links", message), file });
  else
    for (const { phrase, target } of taken) console.log(`${file}: “${phrase}” leads to ${titleOf(target)}`);
}

/**
 * Sets links in a file that holds these bytes; why not, where one of them cannot be set, and then none is.
 *
 * @throws {Error} what the disk says
 */
export function saveLinks(
  file: string,
  taken: readonly Pick<LinkSuggestion & { readonly url: string }, "place" | "url" | "line">[],
  bytes: Uint8Array = readFileSync(file),
): string | null {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return "expected UTF-8, received other bytes. Save the file as UTF-8.";
  }
  for (const { place, url, line } of taken) {
    const set = setLink(text, place, url);
    if ("fault" in set) return `line ${line}: ${set.fault}`;
    text = set.text;
  }
  return replaceFile(file, bytes, text)
    ? null
    : "expected the file as it was read, received one that was saved meanwhile. Look at it again.";
}

function fault(field: string, message: string): Problem {
  return { file: "links", line: 0, field, message, severity: "error" };
}
