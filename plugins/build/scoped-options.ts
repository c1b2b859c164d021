/** What Eleventy gets of a file instead of reading it itself. */
export interface TakenFile {
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Options for the reader of front matter, as an owner sets them. */
export interface FrontMatterOptions {
  readonly excerpt?: unknown;
  readonly excerpt_separator?: unknown;
  readonly [name: string]: unknown;
}

/** The parts of the file object that gray-matter makes and Eleventy uses. */
interface ReadFile {
  data: unknown;
  content: string;
  excerpt: string;
  orig?: unknown;
}

/** A fence that no text begins with: half a letter, which no bytes decode to (WHATWG Encoding, section 4.1). */
const NO_FENCE = "\ud800";

/** What gray-matter may not be told, so that it reads nothing itself. */
const UNTOLD = ["delims", "parsers", "lang", "section", "sections"];

/** What gray-matter hands to a function for excerpts: what it was told, its engines filled in. */
interface ToldOptions extends FrontMatterOptions {
  /** Named by Eleventy. */
  readonly filePath?: string;
}

/** How Eleventy's own reader of headers is called. */
export type ReadMatter = (text: string, options: FrontMatterOptions) => object;

/**
 * Options by which Eleventy takes header and text of some files as `take` read
 * them, and reads all others as the owner's options say.
 *
 * gray-matter finds no fence in any file, whatever its text is, and calls the
 * function for excerpts, with the file's name among its options. That puts our
 * reading in the place of its own, or has the file read as the owner wishes.
 * Eleventy 4 copies the options for each template: nothing but the name tells
 * whose file it is.
 *
 * @param take gives the file's reading by its path as Eleventy knows it; null: not ours
 * @param wordFault words what an owner's YAML engine throws for a file that is not ours
 * @param readMatter Eleventy's own reader
 */
export function scopeOptions(
  owners: FrontMatterOptions,
  take: (filePath: string) => TakenFile | null,
  wordFault: (error: unknown, filePath: string) => unknown,
  readMatter: ReadMatter,
): FrontMatterOptions {
  const told = Object.entries(owners).filter(([name]) => !UNTOLD.includes(name));
  return {
    ...Object.fromEntries(told),
    delimiters: [NO_FENCE, NO_FENCE],
    excerpt: (file: ReadFile, { filePath = "", engines }: ToldOptions) => {
      const taken = filePath === "" ? null : take(filePath);
      if (taken !== null) return fill(file, taken, owners);
      const asOwner = {
        ...owners,
        filePath,
        engines: worded(engines, (error) => wordFault(error, filePath)),
      };
      Object.assign(file, readMatter(file.content, asOwner));
      // Eleventy cuts excerpts where the option is set, and it is set here for all.
      if (!owners.excerpt) file.excerpt = "";
    },
  };
}

type Engine = ((raw: string, options?: unknown) => unknown) | { readonly parse: Engine };

/** The engines; what the one for YAML throws is worded. */
function worded(engines: unknown, word: (error: unknown) => unknown): unknown {
  const { yaml } = (engines ?? {}) as { readonly yaml?: Engine };
  const parse = typeof yaml === "function" ? yaml : yaml?.parse;
  if (typeof parse !== "function") return engines;
  return {
    ...(engines as object),
    yaml: (raw: string, options: unknown) => {
      try {
        return parse(raw, options);
      } catch (error) {
        throw word(error);
      }
    },
  };
}

function fill(read: ReadFile, { data, body }: TakenFile, owners: FrontMatterOptions): void {
  // gray-matter keeps each file a second time, as bytes that nobody reads.
  read.orig = undefined;
  read.data = { ...data };
  read.content = body;
  read.excerpt = excerptOf(read, owners);
}

/** The text before the separator, as gray-matter finds it; "" where the owner wants no excerpts. */
function excerptOf(read: ReadFile, owners: FrontMatterOptions): string {
  const { excerpt, excerpt_separator: separator } = owners;
  if (typeof excerpt === "function") {
    excerpt(read, owners);
    return read.excerpt;
  }
  if (excerpt !== true && typeof excerpt !== "string" && typeof separator !== "string") return "";
  const mark = typeof excerpt === "string" ? excerpt : String(separator ?? "---");
  const end = read.content.indexOf(mark);
  return end < 0 ? "" : read.content.slice(0, end);
}
