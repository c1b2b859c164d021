import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Project, smallProject } from "../project.ts";
import type { HostileCase } from "./case.ts";
import { CORPUS } from "./corpus.ts";

/** What became of a case. */
export interface Verdict {
  readonly name: string;
  readonly hostile: HostileCase;
  readonly outcome: "built" | "refused" | "lost";
  /** Why it did not hold; null: it held. */
  readonly fault: string | null;
}

/** All verdicts, and what went wrong that belongs to no case. */
export interface Outcome {
  readonly verdicts: readonly Verdict[];
  readonly faults: readonly string[];
  /** The folder of the site that was built, for a browser; whoever asks for it cleans it. */
  readonly project: Project;
}

/** Longest time that a build of all cases may take, in ms. */
const TIME_LIMIT = 600_000;
const MARK = "ran.mark";

/**
 * Builds the cases as sites of their own kind: what is said before articles are
 * read in one, the rest in another, first all of it, then what was not refused,
 * then that with the check of its pages.
 */
export function runCorpus(cases: readonly HostileCase[] = CORPUS): Outcome {
  const named = cases.map((hostile, index) => ({ name: `h${String(index).padStart(3, "0")}`, hostile }));
  const faults: string[] = [];
  const early = named.filter(({ hostile }) => hostile.isEarly);
  const late = named.filter(({ hostile }) => !hostile.isEarly);
  const verdicts = [...(early.length > 0 ? runEarly(early, faults) : [])];
  const { project, found } = runLate(late, faults);
  return { verdicts: [...verdicts, ...found], faults, project };
}

interface Named {
  readonly name: string;
  readonly hostile: HostileCase;
}

function runEarly(cases: readonly Named[], faults: string[]): readonly Verdict[] {
  const project = smallProject();
  for (const one of cases) lay(project, one);
  const output = build(project, [], 1, faults);
  project.clean();
  return cases.map((one) => judge(one, output, null));
}

function runLate(cases: readonly Named[], faults: string[]): { project: Project; found: readonly Verdict[] } {
  const project = smallProject();
  for (const one of cases) lay(project, one);
  const { refused, said } = takeOutRefused(project, cases, faults);
  build(project, [], 0, faults);
  const checked = build(project, ["--check"], 0, faults);
  const found = cases.map((one) =>
    refused.has(one) ? judge(one, said, null) : judge(one, checked, (url) => page(project, url)),
  );
  return { project, found };
}

/** Builds, and takes out what was refused, until no file is: what must not be opened is said before what must not be shown. */
function takeOutRefused(
  project: Project,
  cases: readonly Named[],
  faults: string[],
): { readonly refused: ReadonlySet<Named>; readonly said: string } {
  const refused = new Set<Named>();
  const outputs: string[] = [];
  for (let round = 0; round < 4; round++) {
    const isRefusalDue = round === 0 && cases.some(({ hostile }) => hostile.expect === "refused");
    const output = build(project, [], isRefusalDue ? 1 : null, faults);
    outputs.push(output);
    const news = cases.filter((one) => !refused.has(one) && pathsOf(one).some((path) => says(output, path)));
    if (news.length === 0) break;
    for (const one of news) {
      refused.add(one);
      for (const path of pathsOf(one)) project.remove(path);
    }
  }
  return { refused, said: outputs.join("\n") };
}

function pathsOf({ name, hostile }: Named): readonly string[] {
  return [...Object.keys(hostile.files), ...Object.keys(hostile.special ?? {})].map((path) =>
    fill(path, name),
  );
}

/** The case's name where an "@" stands; "@@" is an "@". */
function fill(text: string, name: string): string {
  return text.replace(/@@?/g, (mark) => (mark === "@@" ? "@" : name));
}

function lay(project: Project, one: Named): void {
  for (const [path, content] of Object.entries(one.hostile.files)) {
    const isPath = path.includes("src/articles/") && typeof content === "string";
    project.write(fill(path, one.name), isPath ? inPaths(content, one.name) : content);
  }
  for (const [path, to] of Object.entries(one.hostile.special ?? {})) {
    const file = join(project.folder, fill(path, one.name));
    mkdirSync(dirname(file), { recursive: true });
    rmSync(file, { force: true });
    if (to === "folder") mkdirSync(file);
    else if (to === "pipe") spawnSync("mkfifo", [file]);
    else symlinkSync(fill(to, one.name), file);
  }
}

/** The case's name in paths of its header; an "@" elsewhere is an "@". */
function inPaths(content: string, name: string): string {
  return content.replace(/^(?:permalink|redirectFrom):.*$/gm, (line) => fill(line, name));
}

/** Runs `vervain build` and holds it to what no input may do. */
function build(project: Project, values: readonly string[], code: 0 | 1 | null, faults: string[]): string {
  const mark = join(project.folder, MARK);
  const before = listing(project.folder);
  process.env.HOSTILE_MARK = mark;
  const started = performance.now();
  const result = project.vervain("build", "--verbose", ...values);
  const ms = performance.now() - started;
  const what = ["build", ...values].join(" ");
  if (existsSync(mark)) faults.push(`${what}: code of an article ran`);
  rmSync(mark, { force: true });
  if (/\n\s+at .+:\d+:\d+/.test(result.output))
    faults.push(`${what}: printed a stack\n${result.output.slice(-3000)}`);
  if (code !== null && result.code !== code)
    faults.push(`${what}: expected exit ${code}, received ${result.code}\n${result.output.slice(-3000)}`);
  if (ms > TIME_LIMIT) faults.push(`${what}: took ${Math.round(ms / 1000)} s`);
  const strange = listing(project.folder).filter((path) => !before.includes(path));
  if (strange.length > 0) faults.push(`${what}: wrote ${strange.join(", ")}`);
  return result.output;
}

/** Files of the project but for what a build makes, and what lies beside the project. */
function listing(folder: string): readonly string[] {
  const made = new Set(["_site", "_site.next", "_site.old", ".cache", "_server", "node_modules", MARK]);
  const inside = readdirSync(folder)
    .filter((name) => !made.has(name) && !name.startsWith("_site"))
    .flatMap((name) =>
      statSync(join(folder, name)).isDirectory()
        ? readdirSync(join(folder, name), { recursive: true, encoding: "utf8" }).map(
            (path) => `${name}/${path}`,
          )
        : [name],
    );
  const above = readdirSync(dirname(folder)).filter((name) => /^(?:x|index)\.html$/.test(name));
  return [...inside, ...above.map((name) => `../${name}`)];
}

/** Whether a line of a report is an error of this file. */
function says(output: string, path: string): boolean {
  return output.split("\n").some((line) => line.startsWith(`error ${path}:`));
}

function judge(one: Named, output: string, pageOf: ((name: string) => string | null) | null): Verdict {
  const { name, hostile } = one;
  const isSaid = pathsOf(one).some((path) => says(output, path));
  const verdict = (outcome: Verdict["outcome"], fault: string | null): Verdict => ({
    name,
    hostile,
    outcome,
    fault,
  });
  if (pageOf === null)
    return isSaid
      ? verdict("refused", hostile.expect === "built" ? `refused: ${lineOf(output, one)}` : null)
      : verdict("lost", "nothing was said of it");
  const blamed = output.split("\n").find((line) => line.startsWith("error ") && line.includes(name));
  if (blamed !== undefined) return verdict("refused", `the check blames it: ${blamed}`);
  if (hostile.expect === "refused")
    return verdict("built", "expected an error that names its file, received a page");
  const html = pageOf(name);
  if (html === null) return verdict("lost", "neither page nor error");
  if (hostile.shows !== undefined && !html.includes(hostile.shows))
    return verdict("built", `expected ${JSON.stringify(hostile.shows)} on its page`);
  return verdict("built", null);
}

function lineOf(output: string, one: Named): string {
  return (
    output.split("\n").find((line) => pathsOf(one).some((path) => line.startsWith(`error ${path}:`))) ?? ""
  );
}

/** HTML of a case's page: the one whose path has its name. */
function page(project: Project, name: string): string | null {
  const folder = join(project.folder, "_site");
  if (!existsSync(folder)) return null;
  const found = readdirSync(folder).find((entry) => entry.includes(name));
  if (found === undefined) return null;
  return project.read(found.endsWith(".html") ? `_site/${found}` : `_site/${found}/index.html`);
}

/** The report: groups with what held, then each fault in a line. */
export function reportOf({ verdicts, faults }: Omit<Outcome, "project">): string {
  const groups = [...new Set(verdicts.map(({ hostile }) => hostile.group))];
  const rows = groups.map((group) => {
    const own = verdicts.filter(({ hostile }) => hostile.group === group);
    const held = own.filter(({ fault }) => fault === null).length;
    const built = own.filter(({ outcome }) => outcome === "built").length;
    return `${group.padEnd(22)} ${String(held).padStart(4)} of ${own.length} held (${built} built, ${own.length - built} refused)`;
  });
  const wrong = verdicts
    .filter(({ fault }) => fault !== null)
    .map(({ name, hostile, fault }) => `  ${name} ${hostile.group}: ${hostile.why}: ${fault}`);
  const held = verdicts.filter(({ fault }) => fault === null).length;
  return [
    ...rows,
    `all ${held} of ${verdicts.length} held`,
    ...wrong,
    ...faults.map((fault) => `  ${fault}`),
  ].join("\n");
}
