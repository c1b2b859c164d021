import { Document } from "yaml";
import { toSlug } from "../article/anchors.ts";
import { toPermalink } from "../build/permalink.ts";
import { writtenDate } from "./dates.ts";
import { describe } from "./describe.ts";
import { folded } from "./escape.ts";
import { permalinkOf } from "./transfer/old-address.ts";
import type { Imported } from "./types.ts";

/** What whoever imports says of an article; it goes before what the page says. */
export interface GivenFacts {
  /** Id in `_data/people`; null: not given. */
  readonly author: string | null;
  /** ISO 8601, checked; null: not given. */
  readonly date: string | null;
  /** Wins over the page's own. */
  readonly title: string | null;
  readonly tags: readonly string[];
}

/** An article as it will be written. */
export interface ArticleFile {
  /** File name without folder: a slug and ".md". */
  readonly name: string;
  readonly content: string;
  readonly title: string;
  /** Front matter fields that nobody gave; not empty in a draft. */
  readonly missing: readonly string[];
}

/** The title that stands in while there is none. */
const UNTITLED = "Untitled";

/**
 * The Markdown file of an imported article, with the date, the lead picture and
 * the path that its page names. Without author, date or title it is a draft
 * whose first lines say what is missing.
 *
 * @param source name of the imported file without folders, for the file name of an article without title
 */
export function articleFile(imported: Imported, given: GivenFacts, source: string): ArticleFile {
  const title = folded(given.title ?? imported.title ?? "");
  const date = given.date ?? writtenDate(imported.date ?? "");
  const { image } = imported;
  const missing = [title === "" ? "title" : "", date ? "" : "date", given.author ? "" : "author"].filter(
    Boolean,
  );
  const description = describe(imported.description, imported.lead);
  const slug = fileSlug(title || source.replace(/\.[^.]*$/, ""));
  const path = imported.canonical === null ? null : permalinkOf(imported.canonical);
  const fields = {
    title: title || UNTITLED,
    ...(description === null ? {} : { description }),
    ...(date === null ? {} : { date }),
    ...(given.author === null ? {} : { author: given.author }),
    ...(given.tags.length === 0 ? {} : { tags: given.tags }),
    ...(image !== null && /^https?:/i.test(image.src) ? { image: { src: image.src, alt: image.alt } } : {}),
    ...(path === null || path === toPermalink(slug) ? {} : { permalink: path }),
    ...(imported.lang === null ? {} : { lang: imported.lang }),
    ...(missing.length === 0 ? {} : { draft: true }),
  };
  return {
    name: `${slug}.md`,
    content: `---\n${frontMatter(fields, missing)}---\n\n${imported.markdown}\n`,
    title: title || UNTITLED,
    missing,
  };
}

function frontMatter(fields: Readonly<Record<string, unknown>>, missing: readonly string[]): string {
  const document = new Document(fields);
  if (missing.length > 0) {
    document.commentBefore = ` Imported without ${listed(missing)}. Say ${missing.length > 1 ? "them" : "it"} here and take out "draft".`;
  }
  return document.toString({ lineWidth: 0 });
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** A slug that is a file name on every system: Windows keeps "con", "nul" and their kind for devices. */
function fileSlug(text: string): string {
  const slug = toSlug(text);
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(slug) ? `${slug}-article` : slug;
}
