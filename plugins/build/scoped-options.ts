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

/** A fence that no text begins with: a zero byte is no text. */
const NO_FENCE = "\u0000vervain\u0000";

/** What gray-matter may be told; of an article it is told only this, so that it reads nothing. */
const UNTOLD = ["delims", "parsers", "lang", "section", "sections"];

// A class of its own: Eleventy copies plain objects of its configuration, values
// for getters, and hands others on as they are.
class ScopedOptions {
  filePath = "";
}

/**
 * Options by which Eleventy takes header and text of some files as `take` read
 * them, and reads all others as the owner's options say.
 *
 * Eleventy names the file in `filePath` before it calls gray-matter, which
 * copies the options: what they hold is decided by that name, file by file. Of
 * a taken file gray-matter finds no fence, whatever the text is; what it calls
 * for an excerpt puts our reading in the place of its own.
 *
 * @param take gives the file's reading by its path as Eleventy knows it; null: not ours
 * @param wordFault words what an owner's YAML engine throws for a file that is not ours
 */
export function scopeOptions(
  owners: FrontMatterOptions,
  take: (filePath: string) => TakenFile | null,
  wordFault: (error: unknown, filePath: string) => unknown,
): FrontMatterOptions {
  const scoped = new ScopedOptions();
  let path = "";
  let taken: TakenFile | null = null;
  const own = (name: string, of: (file: TakenFile) => unknown): void => {
    const get = (): unknown => (taken === null ? owners[name] : of(taken));
    Object.defineProperty(scoped, name, { get, enumerable: true, configurable: true });
  };
  Object.defineProperty(scoped, "filePath", {
    get: () => path,
    set: (next: string) => {
      path = next;
      taken = take(next);
    },
    enumerable: true,
  });
  for (const name of Object.keys(owners)) if (name !== "engines") own(name, () => owners[name]);
  for (const name of UNTOLD) own(name, () => undefined);
  Object.defineProperty(scoped, "engines", {
    get: () => (taken === null ? worded(owners.engines, (error) => wordFault(error, path)) : {}),
    enumerable: true,
  });
  own("language", () => "yaml");
  own("delimiters", () => [NO_FENCE, NO_FENCE]);
  own("excerpt", (file) => (read: ReadFile) => fill(read, file, owners));
  return scoped as unknown as FrontMatterOptions;
}

type Engine = ((raw: string, options?: unknown) => unknown) | { readonly parse: Engine };

/** The owner's engines; what the one for YAML throws is worded. */
function worded(engines: unknown, word: (error: unknown) => unknown): unknown {
  const { yaml } = (engines ?? {}) as { readonly yaml?: Engine };
  if (typeof yaml !== "function") return engines;
  return {
    ...(engines as object),
    yaml: (raw: string, options: unknown) => {
      try {
        return yaml(raw, options);
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
