import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, join, relative, sep } from "node:path";
import { DateTime } from "luxon";
import pc from "picocolors";
import { type ArticleFile, articleFile, type GivenFacts } from "../import/article-file.ts";
import { type Detected, detect, SAMPLE_BYTES, type SourceKind } from "../import/detect.ts";
import { decodePage } from "../import/encoding.ts";
import { readPage } from "../import/read-page.ts";
import { type People, peopleOf } from "../import/transfer/people.ts";
import type { Imported, Stripped } from "../import/types.ts";
import { compareProblems, formatProblem, type Problem, quote } from "../problem.ts";
import { importExport, importFolder } from "./import-exports.ts";
import { addPeople, readPeople } from "./import-project.ts";
import { importWordPress, type SourceOptions } from "./import-source.ts";
import { isFolder } from "./import-tree.ts";

/** Options of `vervain import`, as the command line gives them. */
export interface ImportOptions extends SourceOptions {
  /** Id in `_data/people`. */
  readonly author?: string;
  /** `YYYY-MM-DD`, or with a time. */
  readonly date?: string;
  /** Folder for the articles. */
  readonly out?: string;
  /** Title instead of the page's own; for one file only. */
  readonly title?: string;
  /** Separated by commas. */
  readonly tags?: string;
  /** Print everything that was left out, however much. */
  readonly verbose?: boolean;
}

/** Largest file that is read, in bytes. */
const SIZE_LIMIT = 50_000_000;
/** Lines of what was left out that are printed of one file. */
const STRIPPED_LIMIT = 40;

interface Planned {
  readonly source: string;
  readonly target: string;
  readonly imported: Imported;
  readonly article: ArticleFile;
}

/**
 * Writes each file as an article. Exit code: 0; or 1 with every problem in one
 * report and nothing written. Never overwrites.
 */
export async function importCommand(files: readonly string[], options: ImportOptions = {}): Promise<number> {
  const kinds = files.map(detectFile);
  const areAll = (wanted: SourceKind): boolean =>
    files.length > 0 && kinds.every((kind) => kind !== null && "kind" in kind && kind.kind === wanted);
  if (areAll("wordpress")) return importWordPress(files, options);
  const alone = kinds.length === 1 && kinds[0] && "kind" in kinds[0] ? kinds[0].kind : null;
  if (alone !== null && EXPORTS.has(alone)) return importExport(files[0]!, alone, options);
  if (files.length === 1 && isFolder(files[0]!)) return importFolder(files, options);
  if (areAll("markdown") && files.every(isMarkdownName)) return importFolder(files, options);
  const problems: Problem[] = optionProblems(files, options);
  const given = factsOf(options);
  const into = options.into ?? ".";
  const people = peopleOf([], readPeople(into));
  const folder = options.out ?? join(into, "src", "articles");
  const planned = files.flatMap((file) => {
    const plan = planFile(file, given, people, folder);
    if ("target" in plan) return [plan];
    problems.push(plan);
    return [];
  });
  problems.push(...conflicts(planned));
  if (problems.length === 0) problems.push(...planned.flatMap(write));
  if (problems.length > 0) return report(problems);
  addPeople(into, people.added);
  for (const plan of planned) describePlan(plan, options.verbose ?? false);
  return 0;
}

function factsOf({ author, date, title, tags }: ImportOptions): GivenFacts {
  const words = (tags ?? "").split(",").map((tag) => tag.trim());
  return {
    author: author ?? null,
    date: date ?? null,
    title: title ?? null,
    tags: [...new Set(words.filter(Boolean))],
  };
}

function problem(file: string, field: string, message: string): Problem {
  return { file, line: 0, field, message, severity: "error" };
}

function optionProblems(files: readonly string[], { author, date, title }: ImportOptions): Problem[] {
  const problems: Problem[] = [];
  if (files.length === 0)
    problems.push(problem("import", "files", "expected at least one file, received none."));
  if (date !== undefined && !isDate(date)) {
    problems.push(
      problem("import", "--date", `expected a date such as 2026-05-01, received ${quote(date)}.`),
    );
  }
  if (author !== undefined && !/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(author)) {
    problems.push(
      problem(
        "import",
        "--author",
        `expected the id of a person in _data/people, received ${quote(author)}.`,
      ),
    );
  }
  if (title !== undefined && title.trim() === "")
    problems.push(problem("import", "--title", 'expected words, received "".'));
  if (title !== undefined && files.length > 1) {
    problems.push(
      problem("import", "--title", `expected one file to give a title to, received ${files.length}.`),
    );
  }
  return problems;
}

function isDate(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(?:$|[T ])/.test(date) && DateTime.fromISO(date.replace(" ", "T")).isValid;
}

/** What will be written for one file, or why nothing can be. */
function planFile(file: string, given: GivenFacts, people: People, folder: string): Planned | Problem {
  const source = shown(file);
  const refused = refusal(file);
  if (refused !== null) return problem(source, "file", refused);
  const bytes = bytesOf(file);
  if (!(bytes instanceof Uint8Array)) return problem(source, "file", bytes.fault);
  const page = decodePage(bytes);
  if (!("text" in page))
    return problem(
      source,
      "encoding",
      `${page.expected}, received ${page.received}. Save the file as UTF-8.`,
    );
  const imported = readPage(page.text, basename(file));
  if (imported.markdown.trim() === "") {
    return problem(
      source,
      "body",
      "expected an article, received no text of one. Save the page with its content.",
    );
  }
  // Whom the page names is asked for an id only here: nobody is added for a page that is refused.
  const author = given.author ?? (imported.author === null ? null : people.idOf(imported.author));
  const article = articleFile(imported, { ...given, author }, basename(file));
  return { source, target: join(folder, article.name), imported, article };
}

/** What a file is by its beginning; null for what is no file. */
function detectFile(file: string): Detected | null {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) return null;
  const handle = openSync(file, "r");
  const start = Buffer.alloc(SAMPLE_BYTES);
  const length = readSync(handle, start);
  closeSync(handle);
  return detect(start.subarray(0, length));
}

/** Exports of a blog in one file. */
const EXPORTS: ReadonlySet<SourceKind> = new Set(["blogger", "feed", "ghost", "medium", "zip"]);

/** Sources that are imported by themselves, in words. */
const ALONE: Readonly<Record<string, string>> = {
  wordpress: "a WordPress export",
  blogger: "a Blogger export",
  feed: "a feed (RSS or Atom)",
  ghost: "a Ghost export",
  zip: "a zip archive",
  markdown: "Markdown with front matter",
};

function isMarkdownName(file: string): boolean {
  return /\.(?:md|mdx|markdown)$/i.test(file);
}

/** Why a file cannot become an article; null for a page or a text. */
function refusal(file: string): string | null {
  const detected = detectFile(file);
  if (detected === null) return null;
  if ("kind" in detected && detected.kind === "markdown" && !isMarkdownName(file)) return null;
  const source = "found" in detected ? undefined : ALONE[detected.kind];
  const found =
    "found" in detected ? detected.found : source && `${source} among other files. Import it by itself`;
  if (found === undefined || found === "an empty file" || found === "a binary file") return null;
  return `expected an export of a blog, a saved page or a text, received ${found}.`;
}

/** The bytes of an ordinary file, or what it is instead. */
function bytesOf(file: string): Uint8Array | { readonly fault: string } {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return { fault: "expected a file, received nothing of that name." };
  if (!found.isFile())
    return { fault: `expected a file, received ${found.isDirectory() ? "a folder" : "something else"}.` };
  if (found.size > SIZE_LIMIT)
    return { fault: `expected at most ${SIZE_LIMIT / 1e6} MB, received ${Math.ceil(found.size / 1e6)} MB.` };
  try {
    return readFileSync(file);
  } catch (error) {
    return {
      fault: `expected a file that can be read, received ${(error as NodeJS.ErrnoException).code ?? "an error"}.`,
    };
  }
}

/** Path relative to where the command runs, with `/`. */
function shown(path: string): string {
  const near = relative(process.cwd(), path);
  return (near.startsWith("..") || near === "" ? path : near).split(sep).join("/");
}

/** Targets that exist already or that two files share, case folded: some file systems fold it. */
function conflicts(planned: readonly Planned[]): Problem[] {
  const sources = new Map<string, string>();
  return planned.flatMap(({ source, target }) => {
    const key = target.toLowerCase();
    const first = sources.get(key);
    if (first !== undefined)
      return [
        problem(
          source,
          "title",
          `expected a title of its own, received that of ${first}. Give it one with --title.`,
        ),
      ];
    sources.set(key, source);
    return existsSync(target) ? [taken(target, source)] : [];
  });
}

function taken(target: string, source: string): Problem {
  return problem(
    shown(target),
    "file",
    `expected no file of that name, received one; ${source} was not imported. Move it, or give another --title or --out.`,
  );
}

function write({ source, target, article }: Planned): Problem[] {
  try {
    mkdirSync(join(target, ".."), { recursive: true });
    writeFileSync(target, article.content, { flag: "wx" });
    return [];
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" && existsSync(target)) return [taken(target, source)];
    return [problem(shown(target), "file", `expected a place to write to, received ${code ?? "an error"}.`)];
  }
}

function report(problems: readonly Problem[]): number {
  for (const one of [...problems].sort(compareProblems))
    console.error(`${pc.red("error")} ${formatProblem(one)}`);
  console.error(`\n${counted(problems.length, "problem")}. No file was overwritten.`);
  return 1;
}

function describePlan({ source, target, imported, article }: Planned, verbose: boolean): void {
  const { stripped, inferred, alsoRead } = imported;
  const found = [
    counted(inferred.length, "heading inferred", "headings inferred"),
    counted(alsoRead.length, "Also Read line"),
    `${stripped.length} left out`,
  ];
  console.log(
    `${pc.green("imported")} ${shown(target)} from ${source}: ${quote(article.title)}; ${found.join(", ")}`,
  );
  for (const field of article.missing)
    console.log(`  ${pc.yellow("missing")} ${field}${hint(field, imported)}`);
  for (const { rule, heading, level, line } of inferred)
    console.log(pc.dim(`  ${source}:${line}: heading ${level} (${rule}): ${quote(heading)}`));
  const printed = verbose ? stripped : stripped.slice(0, STRIPPED_LIMIT);
  for (const one of printed) console.log(pc.dim(strippedLine(source, one)));
  if (printed.length < stripped.length)
    console.log(pc.dim(`  … and ${stripped.length - printed.length} more; --verbose prints them`));
}

function strippedLine(source: string, { rule, text, line }: Stripped): string {
  return `  ${source}:${line}: left out (${rule}): ${quote(text)}`;
}

/** What the page itself says of a missing fact: for the importer to decide on. */
function hint(field: string, { date }: Imported): string {
  if (field === "date" && date !== null) return `; the page says ${quote(date)}: check it and give --date`;
  return field === "title" ? "; give --title" : `; give --${field}`;
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
