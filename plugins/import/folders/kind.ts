import type { FieldRules } from "./facts.ts";
import type { Fields } from "./values.ts";

/** A file of content, as far as its path tells. */
export interface Entry {
  readonly path: string;
  /** null: an article where it has a date, a page where it has none. */
  readonly kind: "article" | "page" | null;
  /** True where it lies among drafts. */
  readonly isDraft: boolean;
  /** Date in the file's name; null where there is none. */
  readonly date: string | null;
  /** The file's name without date and ending; of an index, that of its folder. */
  readonly slug: string;
  readonly lang: string | null;
}

/** What an address is made of beside the path. */
export interface AddressFacts {
  readonly entry: Entry;
  readonly fields: Fields;
  readonly title: string | null;
  /** ISO 8601. */
  readonly date: string | null;
  readonly categories: readonly string[];
}

/** How one kind of blog software lays out content, reads it and gives it addresses. */
export interface BlogKind {
  /** In words for people: "a Jekyll blog". */
  readonly source: string;
  /** Front page, absolute, without slash at the end; null where the source does not say. */
  readonly url: string | null;
  readonly title: string | null;
  readonly lang: string | null;
  /** IANA zone of times without offset. */
  readonly zone: string;
  /** Who wrote what names nobody, as the source's own feed has it. */
  readonly author: string | null;
  readonly rules: FieldRules;
  /** Language of tags in texts. */
  readonly tags: "liquid" | "hugo" | "none";
  readonly isKramdown: boolean;
  /** Whether what is dated in the future is not shown yet. */
  readonly hidesFuture: boolean;
  /** What a file is: content, content that the source shows nobody (why), or none (null). */
  entryOf(path: string): Entry | { readonly why: string } | null;
  /** Front matter that folders or the configuration give a file. */
  defaultsOf(path: string): Fields;
  /** Path on the old site, from the root of its host; null where it had none or it cannot be known. */
  addressOf(facts: AddressFacts): string | null;
  /** Path below the front page at which a file that is no content was shown; null where it was not. */
  servedAt(path: string): string | null;
  /** Name of a person that texts name by a key. */
  nameOf(author: string): string;
  /** Value of an expression such as "site.title"; null where it is not known. */
  lookUp(expression: string): string | null;
  /** Text of a file that texts include; null where there is none. */
  includeOf(name: string): string | null;
  /** Feed identifier of an article; null where it is its address. */
  feedIdOf(facts: AddressFacts): string | null;
}

/** The date before a name: "2018-04-13-fasting" (Jekyll and Eleventy both read it). */
export function datedName(name: string): { readonly date: string | null; readonly slug: string } {
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})-(.+)$/.exec(name);
  if (!found) return { date: null, slug: name };
  const [, year, month = "", day = "", slug = ""] = found;
  return { date: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`, slug };
}

/** Endings of Markdown. */
export const MARKDOWN = /\.(?:md|markdown|mdown|mkdn?|mdx)$/i;
/** Files about a repository, which are no pages of a blog unless they say so themselves. */
export const REPOSITORYS =
  /^(?:readme|licen[cs]e|changelog|contributing|code_of_conduct|security|agents|claude|todo|authors|history)(?:\.[\w-]+)?\.(?:md|markdown|mdx)$/i;

/** Words of a text value parted at commas; a text without one is one word. */
export function atCommas(text: string): readonly string[] {
  return text
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);
}
