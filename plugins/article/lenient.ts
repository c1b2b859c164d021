import { DateTime } from "luxon";
import { z } from "zod/mini";
import {
  type FieldProblem,
  type FrontMatterOptions,
  fieldNames,
  validateFrontMatter,
} from "./front-matter.ts";
import type { FrontMatter } from "./types.ts";

/** Somebody whom an owner's front matter names in words, where ours would hold an id. */
export interface NamedAuthor {
  readonly name: string;
  /** Their own page on the web; null where none is named. */
  readonly url: string | null;
}

/** An owner's front matter as far as it is understood. */
export interface LenientFields {
  /** Null without a title: such a page cannot be named anywhere. */
  readonly frontMatter: FrontMatter | null;
  /** Authors in the order in which they are named; `frontMatter.authors` holds their names. */
  readonly authors: readonly NamedAuthor[];
  /** What was left alone, in the words of an error. */
  readonly left: readonly FieldProblem[];
}

/** Fields that are the host's own: where the page lies and when it is shown was decided by it. */
const HOSTS: ReadonlySet<string> = new Set(["permalink", "date", "author", "authors", "draft", "tags"]);

/**
 * Reads the front matter of somebody else's site: what it says in other ways
 * than ours is taken in its own sense (`image: /a.jpg`, an author by name or as
 * an object, a date that YAML read), and what is not understood is left alone.
 *
 * @param data the fields that the page itself gives, as the host merged them
 * @param date when the host dates the page
 */
export function readLeniently(
  data: Readonly<Record<string, unknown>>,
  date: Date,
  options: FrontMatterOptions,
): LenientFields {
  const authors = authorsOf(data.authors ?? data.author);
  const fields: Record<string, unknown> = {};
  for (const name of fieldNames())
    if (!HOSTS.has(name) && data[name] != null) fields[name] = plain(data[name]);
  if (typeof fields.title === "number") fields.title = String(fields.title);
  if (typeof fields.image === "string") fields.image = { src: fields.image, alt: "" };
  fields.date = DateTime.fromJSDate(date, { zone: options.timeZone }).toISO() ?? "1970-01-01";
  fields.draft = data.draft === true || data.draft === "true";
  fields.tags = [data.tags ?? []].flat().filter((tag) => typeof tag === "string" || typeof tag === "number");
  const left: FieldProblem[] = [];
  for (let read = validateFrontMatter(fields, options); ; read = validateFrontMatter(fields, options)) {
    if ("frontMatter" in read) {
      const names = authors.map(({ name }) => name);
      return { frontMatter: { ...read.frontMatter, authors: names }, authors, left };
    }
    const faults = read.problems.filter(({ path: [name] }) => name !== "title");
    if (faults.length === 0) return { frontMatter: null, authors, left };
    left.push(...faults);
    for (const { path } of faults) delete fields[String(path[0])];
    // A fault in the title alone would be met again for ever.
    if (read.problems.length > faults.length) return { frontMatter: null, authors, left };
  }
}

/** YAML's own dates as they were written: those at midnight in UTC are days. */
function plain(value: unknown): unknown {
  if (!(value instanceof Date)) return value;
  const iso = Number.isNaN(value.getTime()) ? "" : value.toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso;
}

const author = z.union([
  z.pipe(
    z.string().check(z.trim(), z.minLength(1)),
    z.transform((name) => ({ name, url: null })),
  ),
  z.pipe(
    z.object({
      name: z.string().check(z.trim(), z.minLength(1)),
      url: z.catch(z.nullish(z.url({ protocol: /^https?$/ })), null),
    }),
    z.transform(({ name, url = null }) => ({ name, url })),
  ),
]);

/** "Ann, MD" is one person here: a list is written as one. */
function authorsOf(value: unknown): readonly NamedAuthor[] {
  return [value ?? []].flat().flatMap((one): readonly NamedAuthor[] => {
    const read = author.safeParse(one);
    return read.success ? [read.data] : [];
  });
}
