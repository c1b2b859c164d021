/** One hostile input, put into a site of its own name. */
export interface HostileCase {
  readonly group: string;
  /** Why it could do harm, in a line. */
  readonly why: string;
  /** Files by path; "@" is the case's own name, so that many stand in one site. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Links, pipes and folders to make: path → what it leads to; "pipe" or "folder". */
  readonly special?: Readonly<Record<string, string>>;
  /** `built`: it is a page. `refused`: an error names its file. Without: either. */
  readonly expect?: "built" | "refused";
  /** Words that its page must have. */
  readonly shows?: string;
  /** Faults that are said before articles are read: they get a site of their own. */
  readonly isEarly?: boolean;
}

/** What hostile code would do: leave a file that the run looks for. */
export const RUN = 'process.getBuiltinModule("node:fs").writeFileSync(process.env.HOSTILE_MARK, "ran")';

/** The same as a Nunjucks expression. */
export const NUNJUCKS = `{{ range.constructor(${JSON.stringify(RUN)})() }}`;

/** An article file of one author, with lines of front matter after title and date. */
export function article(title: string, body = "Text.", more = ""): string {
  return `---\ntitle: ${JSON.stringify(title)}\ndate: 2026-01-01\nauthor: journal\n${more}---\n\n${body}\n`;
}

/** Cases that are one article each. */
export function articles(
  group: string,
  entries: readonly (readonly [
    why: string,
    source: string,
    expect?: HostileCase["expect"],
    shows?: string,
  ])[],
): readonly HostileCase[] {
  return entries.map(([why, source, expect, shows]) => ({
    group,
    why,
    files: { "src/articles/@.md": source },
    ...(expect === undefined ? {} : { expect }),
    ...(shows === undefined ? {} : { shows }),
  }));
}
