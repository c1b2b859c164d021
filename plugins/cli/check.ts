import { lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import {
  type CheckOptions,
  checkSite,
  type Finding,
  formatFinding,
  type PageSource,
  type SiteFile,
} from "../check/index.ts";
import { compareText, type Severity } from "../problem.ts";

/** What `vervain check` takes from the command line. */
export interface CheckCommandOptions {
  /** Print findings as JSON. */
  readonly json?: boolean;
  /** Absolute address at which the folder is served; default: what most canonical links say. */
  readonly url?: string;
  /** `name=level` each; levels: error, warning, note, off. */
  readonly rule?: readonly string[];
  /** Print notes too; they are always in the JSON. */
  readonly notes?: boolean;
  /** ISO date of the check; default: today. */
  readonly today?: string;
}

/** Files that rules read as text, besides pages. */
const READ = /(?:\.(?:xml|rss|atom|webmanifest)|(?:^|\/)(?:feed|manifest)\.json|^robots\.txt|^_redirects)$/i;
const PAGE = /\.html?$/i;
/** A page larger than this is not a page. */
const PAGE_LIMIT_BYTES = 50_000_000;

/**
 * Checks the built site in `dir` and prints what it finds, a line each.
 * 0: no errors; 1: errors; 2: the folder or an option cannot be used.
 */
export async function checkCommand(dir: string, options: CheckCommandOptions = {}): Promise<number> {
  try {
    return run(dir, options);
  } catch (error) {
    if (!(error instanceof RangeError) && !isSystemError(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

function run(dir: string, options: CheckCommandOptions): number {
  const { findings, pageCount } = checkFolder(dir, options);
  print(findings, pageCount, options);
  return findings.some((finding) => finding.severity === "error") ? 1 : 0;
}

/** What the rules find in a folder with a built site. @throws {RangeError} for a folder without pages */
export function checkFolder(
  dir: string,
  options: CheckCommandOptions,
  more: Pick<CheckOptions, "levels" | "ownRules" | "onPage"> = {},
): { readonly findings: readonly Finding[]; readonly pageCount: number } {
  if (statSync(dir, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new RangeError(
      `check: expected a folder with a built site, received "${dir}". Build the site first.`,
    );
  }
  const paths = filesIn(dir);
  const pages = paths.filter((path) => PAGE.test(path));
  if (pages.length === 0)
    throw new RangeError(
      `check: expected HTML pages in "${dir}", received none. Name the folder the site is built into.`,
    );
  const files = paths
    .filter((path) => !PAGE.test(path))
    .map(
      (path): SiteFile => ({ path, text: READ.test(path) ? readFileSync(join(dir, path), "utf8") : null }),
    );
  return {
    findings: checkSite(readPages(dir, pages), { ...checkOptions(options, files), ...more }),
    pageCount: pages.length,
  };
}

function checkOptions(
  { url, today, rule = [] }: CheckCommandOptions,
  files: readonly SiteFile[],
): CheckOptions {
  const levels = Object.fromEntries(rule.map(levelOf));
  return {
    ...(url === undefined ? {} : { url }),
    today: today ?? new Date().toISOString().slice(0, 10),
    levels,
    files,
  };
}

function levelOf(text: string): readonly [string, Severity | "off"] {
  const [name, level, ...rest] = text.split("=");
  if (level === undefined || rest.length > 0)
    throw new RangeError(
      `check: --rule: expected name=level, received "${text}". Write for example title-length=off.`,
    );
  return [name!, level as Severity | "off"];
}

function* readPages(dir: string, paths: readonly string[]): Generator<PageSource> {
  for (const path of paths) {
    const size = statSync(join(dir, path)).size;
    if (size > PAGE_LIMIT_BYTES)
      throw new RangeError(
        `check: ${path}: expected a page of at most ${PAGE_LIMIT_BYTES} bytes, received ${size}.`,
      );
    yield { path, html: readFileSync(join(dir, path), "utf8") };
  }
}

/** Paths of the plain files below a folder, with `/`, in order; links and what starts with a dot are left out, but for `.well-known`. */
function filesIn(dir: string): readonly string[] {
  const found: string[] = [];
  const open = [dir];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const name of readdirSync(folder)) {
      if (name.startsWith(".") && name !== ".well-known") continue;
      const path = join(folder, name);
      const stat = lstatSync(path);
      if (stat.isDirectory()) open.push(path);
      else if (stat.isFile()) found.push(relative(dir, path).split(sep).join("/"));
    }
  }
  return found.sort(compareText);
}

function print(
  findings: readonly Finding[],
  pageCount: number,
  { json = false, notes = false }: CheckCommandOptions,
): void {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const counts = {
    pages: pageCount,
    errors: count("error"),
    warnings: count("warning"),
    notes: count("note"),
  };
  if (json) {
    process.stdout.write(`${JSON.stringify({ ...counts, findings }, null, 2)}\n`);
    return;
  }
  const shown = findings.filter((finding) => notes || finding.severity !== "note");
  const lines = shown.map(
    (finding) => `${formatFinding(finding)}${finding.severity === "error" ? "" : ` (${finding.severity})`}`,
  );
  const hint = counts.notes > 0 && !notes ? " (--notes shows them)" : "";
  lines.push(
    `${plural(pageCount, "page")}: ${plural(counts.errors, "error")}, ${plural(counts.warnings, "warning")}, ${plural(counts.notes, "note")}${hint}`,
  );
  process.stdout.write(`${lines.join("\n")}\n`);
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error && "syscall" in error;
}
