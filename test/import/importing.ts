import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { suite, type Test } from "uvu";
import { importCommand } from "../../plugins/cli/import.ts";
import type { SourceOptions } from "../../plugins/cli/import-source.ts";
import type { Ledger } from "../../plugins/import/ledger.ts";

/** What each test has to itself. */
export interface Context {
  folder: string;
}

/** Files by path, with their words or bytes. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** What an import came to. */
export interface Outcome {
  readonly code: number;
  /** Without the folder of the test. */
  readonly printed: string;
}

/** Tests that have an empty folder each. */
export function importSuite(name: string): Test<Context> {
  const test = suite<Context>(name);
  test.before.each((context) => {
    context.folder = mkdtempSync(join(tmpdir(), "vervain-import-"));
  });
  test.after.each(({ folder }) => rmSync(folder, { recursive: true, force: true }));
  return test;
}

export function put(root: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

/** What an import came to, with what lies in the project. */
export interface Ran extends Outcome {
  /** Files of the project with their words. */
  readonly files: ReadonlyMap<string, string>;
  readonly ledger: Ledger;
}

/** Imports files of a test's folder into `folder/site`. */
export async function importInto(
  folder: string,
  paths: readonly string[],
  options: SourceOptions = {},
): Promise<Outcome> {
  const printed: string[] = [];
  const { log, error } = console;
  console.log = (line: string) => void printed.push(line);
  console.error = (line: string) => void printed.push(line);
  try {
    const files = paths.map((path) => join(folder, path));
    const code = await importCommand(files, { into: join(folder, "site"), ...options });
    return { code, printed: printed.join("\n").replaceAll(folder, "") };
  } finally {
    console.log = log;
    console.error = error;
  }
}

/** The same, with the files and the ledger; both are empty where the import refused its source. */
export async function importAndRead(
  folder: string,
  paths: readonly string[],
  options: SourceOptions = {},
): Promise<Ran> {
  const outcome = await importInto(folder, paths, options);
  const files = written(join(folder, "site"));
  return { ...outcome, files, ledger: JSON.parse(files.get("import-report.json") ?? "{}") as Ledger };
}

export function written(root: string): ReadonlyMap<string, string> {
  if (!existsSync(root)) return new Map();
  const names = readdirSync(root, { recursive: true, encoding: "utf8" }).sort();
  return new Map(
    names
      .filter((name) => statSync(join(root, name)).isFile())
      .map((name) => [name, readFileSync(join(root, name), "utf8")]),
  );
}
