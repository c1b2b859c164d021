import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { foreignEntries, readMark } from "../../plugins/publish/output/mark.ts";
import { entriesBelow } from "../../plugins/publish/output/walk.ts";
import { joinedPackage } from "../../test/bundle-package.ts";
import { article, type Project, ROOT, smallProject } from "../../test/project.ts";

const TSX = import.meta.resolve("tsx");

/** What a run of the command gave. */
export interface Ran {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

export interface RunOptions {
  /** Modules loaded before the command. */
  readonly preloads?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds until it is killed (`kill -9`); never by default. */
  readonly killAfterMs?: number;
  /** Program and values in front of Node. */
  readonly under?: readonly string[];
}

/** A small blog that two articles tell in two ways, "A" and "B"; cards and pictures on. */
export function tortureProject(): Project {
  const project = smallProject();
  for (let index = 0; index < 12; index++)
    project.write(
      `src/articles/walk-${index}.md`,
      article(
        { title: `Walk ${index} for sleep`, date: `2026-02-${10 + index}`, tags: ["walks"] },
        `A walk eases stress in garden ${index}.\n\n![A path](/images/path.png)\n`,
      ),
    );
  project.write("src/images/path.png", readFileSync(join(ROOT, pngIn(ROOT))));
  tell(project, "A");
  return project;
}

/** Any picture of the sample site. */
function pngIn(root: string): string {
  const folder = "src/images";
  const name = readdirSync(join(root, folder)).find((one) => one.endsWith(".png"));
  if (name === undefined) throw new Error(`${folder}: expected a PNG`);
  return join(folder, name);
}

/** Writes the version that the next build shall show. */
export function tell(project: Project, word: string): void {
  for (const name of ["rest", "calm"])
    project.write(
      `src/articles/${name}.md`,
      article({ title: `${name} ${word}`, date: "2026-01-01" }, `It is ${word}.\n`),
    );
}

/** Runs `vervain …` in the project's folder. */
export function run(project: Project, values: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { preloads = [], env = {}, killAfterMs, under = [] } = options;
  const command = [
    ...under,
    process.execPath,
    "--import",
    TSX,
    ...preloads.flatMap((path) => ["--import", path]),
    join(joinedPackage(), "dist/cli/main.js"),
    ...values,
  ];
  const child = spawn(command[0] as string, command.slice(1), {
    cwd: project.folder,
    env: { ...process.env, CI: "true", NO_COLOR: "1", FORCE_COLOR: "0", ...env },
  });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output += chunk;
  });
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfterMs);
  return new Promise((resolve) => {
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, output });
    });
  });
}

/** A name for all bytes of a folder and their paths; "none" when there is none. */
export function digest(folder: string, without: (path: string) => boolean = () => false): string {
  if (!existsSync(folder)) return "none";
  const hash = createHash("sha256");
  for (const path of pathsIn(folder)) {
    if (without(path)) continue;
    hash.update(`${path}\0`);
    hash.update(
      createHash("sha256")
        .update(readFileSync(join(folder, path)))
        .digest(),
    );
  }
  return hash.digest("hex").slice(0, 12);
}

export function pathsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true, encoding: "utf8" })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1))
    .sort();
}

/** All that is the owner's in the project. */
export function ownersDigest(project: Project): string {
  return digest(project.folder, (path) => /^(?:_site|\.cache|node_modules|_server)/.test(path));
}

/** Whether the mark of the site knows all that is in it. */
export function isMarked(folder: string): boolean {
  const mark = readMark(folder);
  return mark !== null && foreignEntries(entriesBelow(folder), mark).length === 0;
}

/** The digests of the two versions, each built whole. @throws {Error} when one cannot be */
export async function bothDigests(project: Project): Promise<Readonly<Record<"A" | "B", string>>> {
  const built = { A: "", B: "" };
  for (const word of ["B", "A"] as const) {
    tell(project, word);
    const { code, output } = await run(project, ["build"]);
    if (code !== 0) throw new Error(output);
    built[word] = digest(join(project.folder, "_site"));
  }
  return built;
}
