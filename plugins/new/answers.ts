import { IANAZone } from "luxon";
import { toSlug } from "../article/anchors.ts";
import { isLanguageTag } from "../article/language-tag.ts";
import { quote } from "../problem.ts";

/** Hosts for which a new site brings what they need. */
export const HOSTS = ["github", "netlify", "cloudflare", "other"] as const;
export type Host = (typeof HOSTS)[number];

/** What is asked of whoever makes a new site. */
export interface Answers {
  /** Name of the blog. */
  readonly title: string;
  /** Address without slash at the end: "https://blog.example". */
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

/** The questions in order; `folder` names the blog until its owner does. */
export function questions(folder: string): readonly Question[] {
  return [
    { name: "title", ask: "What is your blog called?", usual: titleOf(folder), fault: wordsFault },
    {
      name: "url",
      ask: "At which address will it stand? (You can change it later.)",
      usual: "https://blog.example",
      fault: addressFault,
    },
    { name: "lang", ask: "In which language do you write?", usual: "en", fault: languageFault },
    { name: "author", ask: "Who writes? (your name, or the publication's)", usual: "", fault: anyWords },
    { name: "host", ask: "Where will it be hosted?", usual: "other", fault: hostFault },
  ];
}

/**
 * The answers of a command line, the usual ones where it is silent.
 *
 * @throws {RangeError} naming every answer that cannot be, one a line
 */
export function takeAnswers(
  given: Readonly<Partial<Record<Question["name"], string>>>,
  folder: string,
  timeZone: string,
): Answers {
  const asked = questions(folder).map((question) => ({
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
    url: answers.url.replace(/\/+$/, ""),
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
  const isAddress = URL.canParse(answer) && /^https?:\/\/[^/?#]+[^?#]*$/.test(answer);
  return isAddress ? null : "expected an address such as https://blog.example";
}
