import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
// @ts-expect-error Eleventy 3.1 ships no types.
import Eleventy from "@11ty/eleventy";
import type { EleventyConfig } from "../../plugins/eleventy.ts";
import { type VervainOptions, vervain } from "../../plugins/index.ts";
import { ContentError } from "../../plugins/problem.ts";

/** A page as Eleventy would write it. */
export interface MadePage {
  readonly inputPath: string;
  readonly url: string;
  readonly outputPath: string;
  readonly content: string;
}

/** What a build in memory came to: its pages, or the lines of its one report. */
export interface Made {
  readonly pages: readonly MadePage[];
  /** Lines of the report of a build that was refused; null when it was not. */
  readonly refused: readonly string[] | null;
}

export const PEOPLE = { "_data/people.json": '{"pub":{"type":"Organization","name":"Pub & Co"}}' };

/** An article file whose header holds `more`, line by line, after title, date and author. */
export function article(title: string, body = "Text.", more = ""): string {
  return `---\ntitle: ${JSON.stringify(title)}\ndate: 2026-01-01\nauthor: pub\n${more}---\n\n${body}\n`;
}

/** Owners' own set-up, beside the plugin. */
export type Configure = (
  config: EleventyConfig & {
    setIncludesDirectory(path: string): void;
    setDataDirectory(path: string): void;
    setFreezeReservedData(isFrozen: boolean): void;
    addTemplateFormats(format: string): void;
  },
) => void;

/** Makes sites in folders of their own and builds them in memory; `globalThis.ran` is where hostile code reports. */
export function sites(): {
  build(
    files: Readonly<Record<string, string | Uint8Array>>,
    options?: VervainOptions,
    configure?: Configure,
    /** Folder below the root, which may hold files already. */
    folder?: string,
  ): Promise<Made>;
  readonly root: string;
  clean(): void;
} {
  const root = mkdtempSync(join(tmpdir(), "vervain-safety-"));
  process.chdir(root);
  let count = 0;
  return {
    root,
    clean: () => rmSync(root, { recursive: true, force: true }),
    async build(files, options = {}, configure = () => undefined, folder = `site${++count}`) {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      const eleventy = new Eleventy(`${folder}/src`, `${folder}/out`, {
        quietMode: true,
        configPath: null,
        config(config: Parameters<Configure>[0]) {
          config.setIncludesDirectory("../_includes");
          config.setDataDirectory("../_data");
          configure(config);
          config.addPlugin(vervain, {
            site: { title: "Site", url: "https://e.example", publisher: "pub" },
            ...options,
          });
        },
      });
      eleventy.disableLogger();
      try {
        return { pages: (await eleventy.toJSON()) as readonly MadePage[], refused: null };
      } catch (error) {
        return { pages: [], refused: reportOf(error) };
      }
    },
  };
}

/** The report of a refused build. @throws whatever is no report of ours */
function reportOf(error: unknown): readonly string[] {
  for (
    let next = error as (Error & { originalError?: unknown }) | undefined;
    next;
    next = (next.originalError ?? next.cause) as Error
  )
    if (next instanceof ContentError) return next.message.split("\n");
  throw error;
}

/** Whether code of an article ran since the last question. */
export function hasRun(): boolean {
  const scope = globalThis as { ran?: unknown };
  const did = scope.ran !== undefined;
  delete scope.ran;
  return did;
}

/** Expression that runs code in a Nunjucks template. */
export const NUNJUCKS = '{{ range.constructor("globalThis.ran = 1")() }}';
