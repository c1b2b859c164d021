/**
 * One process a site: builds it bare and with each plugin alone, and tells what
 * differs. Started by `try.ts`.
 *
 *     tsx bench/guests/build.ts FOLDER PLUGIN…
 */
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { EleventyConfig } from "../../plugins/eleventy.ts";
import * as vervain from "../../plugins/index.ts";
import type { GuestResult, Order } from "./try.ts";

const OUTPUTS = ".guests-output";

/** A plugin as its owner adds it. */
type Plugin = (config: EleventyConfig, options?: object) => void;

interface Built {
  readonly files: ReadonlyMap<string, Buffer>;
  readonly fault: string | null;
  readonly said: readonly string[];
  readonly ms: number;
}

const plugins = new Map<string, unknown>(Object.entries(vervain));
const [folder = ".", ...names] = process.argv.slice(2);
process.chdir(folder);
freezeClock(Date.parse("2026-05-01T12:00:00Z"));
const require = createRequire(join(process.cwd(), "package.json"));
const { Eleventy } = (await import(pathToFileURL(require.resolve("@11ty/eleventy")).href)) as {
  Eleventy: new (input: undefined, output: string, options: object) => { write(): Promise<unknown> };
};

const bare = await build(null, "last");
if (bare.fault !== null) throw new Error(`${folder}: expected a site that builds.\n${bare.fault}`);
const again = await build(null, "first");
const noise = new Set([...bare.files].flatMap(([path, bytes]) => (isSame(again, path, bytes) ? [] : [path])));
const results: GuestResult[] = [];
for (const name of names)
  for (const order of ["first", "last"] as const)
    results.push(compare(name, order, await build(name, order)));
rmSync(OUTPUTS, { recursive: true, force: true });
console.log(`\u0001${JSON.stringify({ files: bare.files.size, bareMs: again.ms, results })}`);

function compare(plugin: string, order: Order, { files, fault, said, ms }: Built): GuestResult {
  const paths = [...bare.files.keys()];
  const changed = [...bare.files].flatMap(([path, bytes]) => {
    const now = files.get(path);
    return now === undefined || noise.has(path) || now.equals(bytes)
      ? []
      : [{ path, before: bytes.toString(), after: now.toString() }];
  });
  const added = [...files.keys()].filter((path) => !bare.files.has(path));
  return { plugin, order, fault, said, ms, changed, gone: paths.filter((path) => !files.has(path)), added };
}

function isSame({ files }: Built, path: string, bytes: Buffer): boolean {
  return files.get(path)?.equals(bytes) ?? false;
}

/** Builds the site as it is, with one plugin added before or after all that its configuration adds. */
async function build(name: string | null, order: Order): Promise<Built> {
  // A folder of its own for each build: other plugins remember what they have written.
  const output = join(OUTPUTS, `${name ?? "bare"}-${order}`);
  rmSync(output, { recursive: true, force: true });
  const plugin = name === null ? null : (plugins.get(name) as unknown as Plugin);
  const said: string[] = [];
  const { warn, log, error } = console;
  const listen = (...words: unknown[]): void => void said.push(words.join(" "));
  Object.assign(console, { warn: listen, log: listen, error: listen });
  const started = performance.now();
  let fault: string | null = null;
  try {
    await new Eleventy(undefined, output, {
      source: "cli",
      quietMode: true,
      configPath: ["eleventy.config.js", ".eleventy.js", "eleventy.config.mjs"].find((path) =>
        existsSync(path),
      ),
      config: (config: EleventyConfig & { on(event: string, callback: () => void): void }) => {
        if (plugin === null) return;
        if (order === "first") config.addPlugin(plugin, {});
        else config.on("eleventy.beforeConfig", () => config.addPlugin(plugin, {}));
      },
    }).write();
  } catch (thrown) {
    fault = wordsOf(thrown);
  }
  Object.assign(console, { warn, log, error });
  return { files: readOutput(output), fault, said, ms: performance.now() - started };
}

function wordsOf(thrown: unknown): string {
  const { message, originalError } = thrown as { message: string; originalError?: unknown };
  return originalError === undefined ? message : `${message} ${wordsOf(originalError)}`;
}

function readOutput(output: string): ReadonlyMap<string, Buffer> {
  if (!existsSync(output)) return new Map();
  const paths = readdirSync(output, { recursive: true, encoding: "utf8" }).sort();
  const files = paths.filter((path) => statSync(join(output, path)).isFile());
  return new Map(files.map((path) => [path.split(sep).join("/"), readFileSync(join(output, path))]));
}

/** Sites print when they were built. */
function freezeClock(time: number): void {
  globalThis.Date = class extends Date {
    constructor(...values: unknown[]) {
      super(...((values.length === 0 ? [time] : values) as [number]));
    }
    static override now(): number {
      return time;
    }
  } as DateConstructor;
}
