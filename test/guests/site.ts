import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
// @ts-expect-error Eleventy 3.1 ships no types.
import Eleventy from "@11ty/eleventy";
import type { EleventyConfig } from "../../plugins/eleventy.ts";
import { ROOT } from "../project.ts";

/** What a site of somebody else's came to. */
export interface Made {
  /** HTML by address. */
  readonly pages: ReadonlyMap<string, string>;
  /** What was said of us. */
  readonly said: readonly string[];
  /** Why it was not built; null: it was. */
  readonly fault: string | null;
}

/** Sites of somebody else's, each in a folder of its own: Eleventy keeps layouts by path for the life of a process. */
const root = mkdtempSync(join(tmpdir(), "vervain-guest-"));
let count = 0;

/** Builds a site of somebody else's in memory. @param files by path */
export async function buildGuest(
  files: Readonly<Record<string, string>>,
  configure: (config: EleventyConfig) => void,
  pathPrefix?: string,
): Promise<Made> {
  const folder = `site${++count}`;
  process.chdir(root);
  if (count === 1) {
    writeFileSync("package.json", '{ "type": "module" }');
    symlinkSync(join(ROOT, "node_modules"), "node_modules");
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const said: string[] = [];
  const { warn } = console;
  console.warn = (...words: unknown[]): void => void said.push(words.join(" "));
  try {
    const site = new Eleventy(`${folder}/src`, `${folder}/_site`, {
      quietMode: true,
      configPath: null,
      pathPrefix,
      config: configure,
    });
    site.disableLogger();
    const made = (await site.toJSON()) as { url: string; content: string }[];
    return { pages: new Map(made.map(({ url, content }) => [url, content])), said, fault: null };
  } catch (thrown) {
    return { pages: new Map(), said, fault: wordsOf(thrown) };
  } finally {
    console.warn = warn;
  }
}

function wordsOf(thrown: unknown): string {
  const { message, originalError } = thrown as { message: string; originalError?: unknown };
  return originalError === undefined ? message : `${message} ${wordsOf(originalError)}`;
}

/** Removes what was built. */
export function cleanGuests(): void {
  rmSync(root, { recursive: true, force: true });
}
