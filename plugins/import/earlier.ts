import type { Ledger } from "./ledger.ts";

/** What an import must know of the one before it from the same source. */
export interface EarlierImport extends Pick<Ledger, "source" | "site" | "redirects" | "written"> {
  /** The file of each item, by key. */
  readonly files: ReadonlyMap<string, string>;
}

/** A part of a ledger's text: `  "items": [` … `  ]`, an entry a line. */
const OPENING = /^ {2}"(\w+)": ([[{])$/;
const FIELD = /^ {2}"(\w+)": (.+?),?$/;
const CLOSING = /^ {2}[\]}],?$/;

/**
 * What the lines of a ledger say, as an import writes them; null where somebody
 * has laid them out anew or one is damaged: then only the whole tells. A line at
 * a time, since most of a ledger is for people, and it may be 100 MB.
 */
export function earlierFromLines(lines: Iterable<string>): EarlierImport | null {
  try {
    return readLines(lines);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function readLines(lines: Iterable<string>): EarlierImport | null {
  const facts: Record<string, unknown> = {};
  const files = new Map<string, string>();
  const pairs: Readonly<Record<string, Record<string, string>>> = { redirects: {}, written: {} };
  let part = "";
  for (const line of lines) {
    if (line === "{" || line === "}" || line === "") continue;
    if (part === "") {
      const opening = OPENING.exec(line)?.[1];
      const field = opening === undefined ? FIELD.exec(line) : null;
      if (opening === undefined && field === null) return null;
      part = opening ?? "";
      if (field) facts[field[1]!] = JSON.parse(field[2]!);
    } else if (CLOSING.test(line)) part = "";
    else if (!line.startsWith("    ")) return null;
    else if (part in pairs) Object.assign(pairs[part]!, JSON.parse(`{${bare(line)}}`));
    else if (part === "items") noteFile(JSON.parse(bare(line)) as Ledger["items"][number], files);
  }
  if (facts.version !== 1) return null;
  const { source, site } = facts as unknown as Pick<Ledger, "source" | "site">;
  return { source, site, redirects: pairs.redirects!, written: pairs.written!, files };
}

/** The same of a ledger that was read as a whole. */
export function earlierOf({ source, site, redirects, written, items }: Ledger): EarlierImport {
  const files = new Map<string, string>();
  for (const item of items) noteFile(item, files);
  return { source, site, redirects, written, files };
}

function noteFile({ key, to }: Ledger["items"][number], files: Map<string, string>): void {
  if (to !== undefined) files.set(key, to);
}

function bare(line: string): string {
  return line.endsWith(",") ? line.slice(0, -1) : line;
}
