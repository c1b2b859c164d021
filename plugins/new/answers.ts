import { IANAZone } from "luxon";
import { toSlug } from "../article/anchors.ts";
import { isLanguageTag } from "../article/language-tag.ts";
import { isPlainFolder } from "../corpus/site-folder.ts";
import { quote } from "../problem.ts";
import { githubAddress } from "./github.ts";

/** Hosts for which a new site brings what they need. */
export const HOSTS = ["github", "netlify", "cloudflare", "other"] as const;
export type Host = (typeof HOSTS)[number];

/** What is asked of whoever makes a new site. */
export interface Answers {
  /** Name of the blog. */
  readonly title: string;
  /** Address without slash at the end: "https://blog.example", "https://ann.github.io/blog". */
  readonly url: string;
  /** BCP 47. */
  readonly lang: string;
  /** Who writes, as readers see it. */
  readonly author: string;
  readonly host: Host;
  /** IANA zone in which days end. */
  readonly timeZone: string;
}

/** One question: what it takes when nobody answers, and what is wrong with an answer (null: nothing). */
export interface Question {
  readonly name: "title" | "url" | "lang" | "author" | "host";
  readonly ask: string;
  readonly usual: string;
  readonly fault: (answer: string) => string | null;
}

/** What is known before anybody is asked. */
export interface Known {
  /** Name of the folder: the blog's, until its owner names it. */
  readonly folder: string;
  /** Repository on GitHub that the folder is a clone of, "ann/blog"; null for none. */
  readonly repository: string | null;
}

/** The questions in order; on GitHub the address may be told by the repository. */
export function questions({ folder, repository }: Known, host = "other"): readonly Question[] {
  const isGithub = host === "github";
  return [
    { name: "title", ask: "What is your blog called?", usual: titleOf(folder), fault: wordsFault },
    { name: "host", ask: "Where will it be hosted?", usual: "other", fault: hostFault },
    {
      name: "url",
      ask: isGithub
        ? "At which address will it stand? (OWNER/REPOSITORY for GitHub's own. You can change it later.)"
        : "At which address will it stand? (You can change it later.)",
      usual: (isGithub && repository !== null && githubAddress(repository)) || "https://blog.example",
      fault: (answer) => (isGithub && githubAddress(answer) !== null ? null : addressFault(answer)),
    },
    { name: "lang", ask: "In which language do you write?", usual: "en", fault: languageFault },
    { name: "author", ask: "Who writes? (your name, or the publication's)", usual: "", fault: anyWords },
  ];
}

/**
 * The answers of a command line, the usual ones where it is silent.
 *
 * @throws {RangeError} naming every answer that cannot be, one a line
 */
export function takeAnswers(
  given: Readonly<Partial<Record<Question["name"], string>>>,
  known: Known,
  timeZone: string,
): Answers {
  const asked = questions(known, given.host?.trim()).map((question) => ({
    ...question,
    answer: (given[question.name] ?? question.usual).trim(),
  }));
  const faults = asked.flatMap(({ name, answer, fault }) => {
    const wrong = fault(answer);
    return wrong === null ? [] : [`new: --${name}: ${wrong}, received ${quote(answer)}.`];
  });
  if (faults.length > 0) throw new RangeError(faults.join("\n"));
  const answers = Object.fromEntries(asked.map(({ name, answer }) => [name, answer])) as Record<
    Question["name"],
    string
  >;
  return {
    ...answers,
    url: (githubAddress(answers.url) ?? answers.url).replace(/\/+$/, ""),
    host: answers.host as Host,
    timeZone: IANAZone.isValidZone(timeZone) ? timeZone : "UTC",
  };
}

/** Id of who writes, in `_data/people.json`; "" for nobody. */
export function authorId({ author }: Pick<Answers, "author">): string {
  return author === ""
    ? ""
    : toSlug(author)
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-+|-+$/g, "") || "author";
}

/** "my-blog" → "My blog". */
function titleOf(folder: string): string {
  const words = folder.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  return words === "" ? "My blog" : words.charAt(0).toUpperCase() + words.slice(1);
}

const wordsFault = (answer: string): string | null =>
  /[\p{L}\p{N}]/u.test(answer) ? anyWords(answer) : "expected words";
const anyWords = (answer: string): string | null =>
  /\p{Cc}/u.test(answer) ? "expected one line of text" : null;
const languageFault = (answer: string): string | null =>
  isLanguageTag(answer) ? null : "expected a language tag such as en or pt-BR";
const hostFault = (answer: string): string | null =>
  (HOSTS as readonly string[]).includes(answer) ? null : `expected one of ${HOSTS.join(", ")}`;

function addressFault(answer: string): string | null {
  const isAddress = /^https?:\/\/[^/?#]/.test(answer) && isPlainFolder(answer);
  return isAddress ? null : "expected an address such as https://blog.example";
}
