import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { joinedPackage } from "./bundle-package.ts";
import { ROOT } from "./root.ts";

export { ROOT } from "./root.ts";

const PARTS = ["_includes", "_data", "src", "eleventy.config.ts", "package.json", "tsconfig.json"];

/** A folder of its own with a project in it, and ways to work there as its owner would. */
export interface Project {
  readonly folder: string;
  write(path: string, text: string | Uint8Array): void;
  read(path: string): string;
  edit(path: string, change: (text: string) => string): void;
  remove(path: string): void;
  /** Runs `vervain …` there, with the variables given beside the values; stdout and stderr together. */
  vervain(...values: readonly (string | Readonly<Record<string, string>>)[]): {
    readonly code: number | null;
    readonly output: string;
  };
  start(...values: readonly string[]): ChildProcess;
  clean(): void;
  /** Ends what `start` began, waits until it writes no more, and cleans. */
  end(): Promise<void>;
}

/** A copy of the sample site, with the repository's modules joined. */
export function sampleProject(): Project {
  const project = emptyProject(joinedCommand(), TYPESCRIPT);
  for (const part of PARTS) cpSync(join(ROOT, part), join(project.folder, part), { recursive: true });
  project.write(
    "plugins/index.ts",
    `export * from ${JSON.stringify(join(joinedPackage(), "dist/index.js"))};\n`,
  );
  return project;
}

/** A copy of the sample site as a clone has it, run from its own modules. */
export function clonedProject(): Project {
  const project = emptyProject((folder) => join(folder, "plugins/cli/main.ts"), TYPESCRIPT);
  for (const part of [...PARTS, "plugins"])
    cpSync(join(ROOT, part), join(project.folder, part), { recursive: true });
  return project;
}

/**
 * A site with nothing but a configuration in JavaScript and one author,
 * "journal"; add articles to `src/articles`. Node runs it by itself: a loader
 * for TypeScript is half of a small build's processor time.
 */
export function smallProject(options = ""): Project {
  const project = emptyProject(joinedCommand(), []);
  project.write("package.json", '{ "type": "module" }');
  project.write("_data/people.json", '{ "journal": { "type": "Organization", "name": "The Journal" } }');
  project.write(
    "eleventy.config.js",
    `import { vervain } from ${JSON.stringify(join(joinedPackage(), "dist/index.js"))};
export default function (config) {
  config.addPlugin(vervain, {
    site: { title: "Small", description: "A small site.", url: "https://small.example", publisher: "journal" },
    ${options}
  });
  return { dir: { input: "src", data: "../_data", includes: "../_includes" }, markdownTemplateEngine: false };
}
`,
  );
  project.write("src/articles/rest.md", article({ title: "Rest", date: "2026-01-01" }, "Rest is good.\n"));
  return project;
}

/** An article file. */
export function article(fields: Readonly<Record<string, unknown>>, body: string): string {
  const lines = Object.entries({ author: "journal", ...fields }).map(
    ([key, value]) => `${key}: ${JSON.stringify(value)}`,
  );
  return `---\n${lines.join("\n")}\n---\n\n${body}`;
}

function joinedCommand(): (folder: string) => string {
  const path = join(joinedPackage(), "dist/cli/main.js");
  return () => path;
}

/** What Node needs to read a configuration, or a plugin, in TypeScript. */
const TYPESCRIPT = ["--import", "tsx"];

function emptyProject(main: (folder: string) => string, loader: readonly string[]): Project {
  const folder = mkdtempSync(join(tmpdir(), "vervain-"));
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  const command = (values: readonly string[]): string[] => [...loader, main(folder), ...values];
  const write = (path: string, text: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const read = (path: string): string => readFileSync(join(folder, path), "utf8");
  const started: ChildProcess[] = [];
  const clean = (): void => rmSync(folder, { recursive: true, force: true });
  const env = { ...process.env, CI: "true", NO_COLOR: "1", FORCE_COLOR: "0" };
  return {
    folder,
    write,
    read,
    edit: (path, change) => write(path, change(read(path))),
    remove: (path) => rmSync(join(folder, path), { recursive: true, force: true }),
    vervain: (...given) => {
      const values = given.filter((value) => typeof value === "string");
      const variables = given.filter((value) => typeof value !== "string");
      const { status, stdout, stderr } = spawnSync(process.execPath, command(values), {
        cwd: folder,
        env: Object.assign({}, env, ...variables),
        encoding: "utf8",
      });
      return { code: status, output: stdout + stderr };
    },
    start: (...values) => {
      const child = spawn(process.execPath, command(values), {
        cwd: folder,
        env,
        stdio: ["ignore", "pipe", "pipe"],
      });
      started.push(child);
      return child;
    },
    clean,
    end: async () => {
      await Promise.all(started.map(ended));
      clean();
    },
  };
}

/** Resolves when a process is gone; one that runs is killed. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
