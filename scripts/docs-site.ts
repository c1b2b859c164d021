/**
 * Builds README, docs and their neighbours as a site with Vervain's own theme,
 * into `_docs`; the site is laid out in `.cache/docs-site` first.
 *
 *     npm run docs              # builds and checks
 *     npm run docs -- serve     # shows it on loopback, in its folder of the host
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { docsPage, TOP_DOCS, titleIn, workflowPage } from "./docs-pages.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PARTS = join(ROOT, "scripts/docs-site");

/** Lays the site out in an empty folder below the repository: documents where they lie there, so that their links lead on. */
export function layDocsSite(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(PARTS, folder, { recursive: true });
  for (const [file, text] of docsSources()) write(join(folder, "src", file), text);
  for (const pictures of ["docs/pictures", "docs/images"])
    cpSync(join(ROOT, pictures), join(folder, "src", pictures), { recursive: true });
}

/** Every page's source by its path below the input folder, in order. */
export function docsSources(): ReadonlyMap<string, string> {
  const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");
  const inFolder = (folder: string, ending: string): readonly string[] =>
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith(ending))
      .sort()
      .map((name) => `${folder}/${name}`);
  const files = [...TOP_DOCS, ...inFolder("docs", ".md")];
  const titles = new Map(files.map((file) => [basename(file), titleIn(read(file))]));
  const titleOf = (name: string): string | null => titles.get(name) ?? null;
  return new Map([
    ...files.map((file) => [file, docsPage(file, read(file), titleOf)] as const),
    ...inFolder("docs/workflows", ".yml").map(
      (file) => [file.replace(/yml$/, "md"), workflowPage(file, read(file))] as const,
    ),
  ]);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** A site that was built, or was not. */
export interface BuiltDocs {
  readonly folder: string;
  /** Where the pages are, inside `folder`. */
  readonly output: string;
  readonly code: number;
  /** All that the build said. */
  readonly said: string;
}

/** Lays the site out in a folder below the repository, and builds and checks it there, in `_site`. */
export function buildDocsSite(folder: string): BuiltDocs {
  layDocsSite(folder);
  const { status, stdout, stderr } = vervain(folder, "pipe", "build", "--check", "--verbose");
  return { folder, output: join(folder, "_site"), code: status ?? 1, said: `${stdout}${stderr}` };
}

/** Runs a command of Vervain's own, from its sources, in the folder. */
function vervain(folder: string, stdio: "pipe" | "inherit", ...values: readonly string[]) {
  const command = join(ROOT, "plugins/cli/main.ts");
  return spawnSync(process.execPath, ["--import", import.meta.resolve("tsx"), command, ...values], {
    cwd: folder,
    encoding: "utf8",
    stdio,
    env: stdio === "pipe" ? { ...process.env, CI: "true", NO_COLOR: "1", FORCE_COLOR: "0" } : process.env,
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = join(ROOT, ".cache/docs-site");
  layDocsSite(folder);
  const command =
    process.argv[2] === "serve" ? ["serve"] : ["build", "--check", "--output", join(ROOT, "_docs")];
  process.exitCode = vervain(folder, "inherit", ...command).status ?? 1;
}
