import { spawn, spawnSync } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Change, mutate } from "./mutant.ts";

/** A copy of the project in which code may be broken. */
export interface Workshop {
  /** Breaks one file or folder; gives what puts it right again, null where there is nothing to change. */
  apply(file: string, change: Change): (() => void) | null;
  /** Files of tests that a file or folder below `test/` stands for. */
  testFiles(name: string): readonly string[];
  /** Runs one file of tests, path from the project's root; one that takes longer than `limitMs` is ended, and what it started with it. */
  run(file: string, limitMs: number): Promise<Outcome>;
  /** Ends what runs and takes the copy away. */
  remove(): void;
}

/** What a file of tests came to. */
export interface Outcome {
  readonly isGreen: boolean;
  /** It was ended for taking too long. */
  readonly isLate: boolean;
  /** Names of the tests that failed, or the last words of a file that did not get so far. */
  readonly failed: readonly string[];
  readonly seconds: number;
}

/** Tests at work, each the head of a group of processes. */
const running = new Set<number>();

/** Packages that mutants change, and which are therefore copied instead of linked. */
const COPIED = "@11ty/eleventy";

/** Copies the project as Git knows it, changes included; packages are linked. */
export function openWorkshop(project: string): Workshop {
  const folder = mkdtempSync(join(tmpdir(), "vervain-mutants-"));
  copyTracked(project, folder);
  linkPackages(join(project, "node_modules"), join(folder, "node_modules"));
  // The theme's styles as the package has them, as `npm run unit` does.
  spawnSync(process.execPath, ["--import", "tsx", "scripts/precompile.ts"], { cwd: folder, stdio: "ignore" });
  return {
    apply: (file, change) => apply(join(folder, file), change),
    testFiles: (name) => testFiles(folder, name),
    run: (file, limitMs) => runTests(folder, file, limitMs),
    remove: () => {
      for (const pid of running) endGroup(pid);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function copyTracked(project: string, folder: string): void {
  const { stdout } = spawnSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: project,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  for (const path of stdout.split("\0").filter((name) => name !== "" && existsSync(join(project, name)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(join(project, path), join(folder, path));
  }
}

function linkPackages(from: string, to: string, scope = ""): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    const whole = `${scope}${name}`;
    if (whole === COPIED) cpSync(join(from, name), join(to, name), { recursive: true });
    else if (COPIED.startsWith(`${whole}/`)) linkPackages(join(from, name), join(to, name), `${whole}/`);
    else symlinkSync(join(from, name), join(to, name));
  }
}

function apply(path: string, change: Change): (() => void) | null {
  const files = statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".js"))
        .map((name) => join(path, name))
    : [path];
  const before = files.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    const mutated = mutate(text, change);
    return mutated === null ? [] : [{ file, text, mutated }];
  });
  if (before.length === 0) return null;
  for (const { file, mutated } of before) writeFileSync(file, mutated);
  return () => {
    for (const { file, text } of before) writeFileSync(file, text);
  };
}

function testFiles(folder: string, name: string): readonly string[] {
  const path = join("test", name);
  if (!statSync(join(folder, path)).isDirectory()) return [path];
  return readdirSync(join(folder, path), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts"))
    .sort()
    .map((file) => join(path, file));
}

function runTests(folder: string, file: string, limitMs: number): Promise<Outcome> {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["--import", "tsx", file], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
      // A group of its own, so that a server it has started ends with it.
      detached: true,
    });
    if (child.pid !== undefined) running.add(child.pid);
    let output = "";
    let isLate = false;
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        output += chunk;
      });
    const timer = setTimeout(() => {
      isLate = true;
      endGroup(child.pid);
    }, limitMs);
    child.on("close", (code) => {
      clearTimeout(timer);
      endGroup(child.pid);
      running.delete(child.pid ?? 0);
      const failed = [...output.matchAll(/^\s*FAIL\s[^"]*"(.*)"\s*$/gm)].map((match) => match[1] as string);
      const isGreen = code === 0 && /Total:\s+[1-9]/.test(output) && failed.length === 0;
      const last = output.trim().split("\n").slice(-1);
      const words = [...output.matchAll(/^\w*Error\b.*$/gm)].map(([line]) => line).slice(0, 1);
      resolve({
        isGreen,
        isLate,
        failed: isGreen || failed.length > 0 ? failed : words.length > 0 ? words : last,
        seconds: (performance.now() - started) / 1000,
      });
    });
  });
}

/** Ends what is left of a process and of those it started. */
function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
