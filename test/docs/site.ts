import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { takeAnswers } from "../../plugins/new/answers.ts";
import { siteFiles } from "../../plugins/new/site-files.ts";
import { bundlePackage } from "../bundle-package.ts";
import { ROOT } from "../project.ts";

/** A folder as a reader of the docs has it, with the package by its name. */
export interface Site {
  readonly folder: string;
  write(path: string, text: string | Uint8Array): void;
  read(path: string): string;
  /** Runs a module of ours or of a dependency there; standard output and errors together. */
  /** `script` may have options of Node before it. */
  run(
    script: string | readonly string[],
    ...values: readonly string[]
  ): { readonly code: number | null; readonly output: string };
  vervain(...values: readonly string[]): { readonly code: number | null; readonly output: string };
}

const root = mkdtempSync(join(tmpdir(), "vervain-docs-"));
let modules: string | null = null;

/** A folder with nothing but what `npm install` leaves. */
export function emptySite(name: string): Site {
  const folder = join(root, name);
  mkdirSync(folder);
  modules ??= installed();
  symlinkSync(modules, join(folder, "node_modules"));
  const run: Site["run"] = (script, ...values) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, values].flat(), {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, CI: "true", NO_COLOR: "1", FORCE_COLOR: "0" },
    });
    return { code: status, output: stdout + stderr };
  };
  return {
    folder,
    write: (path, text) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    read: (path) => readFileSync(join(folder, path), "utf8"),
    run,
    vervain: (...values) => run(join(root, "node_modules/vervain/dist/cli/main.js"), ...values),
  };
}

/** What `vervain new my-blog` makes, with an author that the docs know. */
export function newSite(name: string): Site {
  const site = emptySite(name);
  const answers = takeAnswers({ url: "https://blog.example" }, { folder: name, repository: null }, "UTC");
  for (const [path, text] of siteFiles(answers, { vervain: "0.0.0", eleventy: "0.0.0" }, "2026-05-01"))
    site.write(path, text);
  site.write("_data/people.json", PEOPLE);
  return site;
}

/** Who the docs' examples name. */
export const PEOPLE =
  '{ "vervain-journal": { "type": "Organization", "name": "The Journal", "description": "Reading on rest." }, "me": { "type": "Organization", "name": "Me" } }';

/** Removes all of them. */
export function cleanSites(): void {
  rmSync(root, { recursive: true, force: true });
}

/** The package by its name as it is published, made of the repository's own code, beside what it needs. */
function installed(): string {
  const folder = join(root, "node_modules");
  const own = join(folder, "vervain");
  mkdirSync(own, { recursive: true });
  for (const name of readdirSync(join(ROOT, "node_modules")))
    if (!name.startsWith(".") && name !== "vervain")
      symlinkSync(join(ROOT, "node_modules", name), join(folder, name));
  bundlePackage(own);
  for (const name of ["package.json", "_includes", "_data"]) symlinkSync(join(ROOT, name), join(own, name));
  const styles = join(ROOT, "dist/assets.json");
  if (existsSync(styles)) symlinkSync(styles, join(own, "dist/assets.json"));
  return folder;
}
