import { spawnSync } from "node:child_process";
import {
  appendFileSync,
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
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeCorpus } from "./corpus.ts";

/** Repository root. */
const ROOT = fileURLToPath(new URL("..", import.meta.url));

export interface Usage {
  readonly wallMs: number;
  readonly cpuMs: number;
  /** Largest resident set, MiB. */
  readonly maxRssMiB: number;
  readonly outputMiB: number;
  readonly files: number;
}

/** A site in a folder of its own that a command builds. */
export interface BenchSite {
  readonly name: string;
  readonly folder: string;
  readonly command: readonly string[];
  /** What runs it; Node when it is not said. */
  readonly program?: string;
}

/**
 * Bare Eleventy and Vervain over the same `count` articles.
 *
 * @param isSource true: Vervain from its sources, module by module, not the package
 */
export function makeSites(
  count: number,
  isSource = false,
): {
  readonly bare: BenchSite;
  readonly vervain: BenchSite;
  readonly hugo: BenchSite | null;
  remove(): void;
} {
  const root = mkdtempSync(join(tmpdir(), "vervain-bench-"));
  const corpus = join(root, "corpus");
  writeCorpus(corpus, count);
  const bare = join(root, "bare");
  cpSync(join(ROOT, "bench/bare"), bare, { recursive: true });
  const data = readFileSync(join(bare, "src/articles/articles.json"));
  writeCorpus(join(bare, "src/articles"), count, true);
  writeFileSync(join(bare, "src/articles/articles.json"), data);
  const vervain = join(root, "vervain");
  mkdirSync(join(vervain, "src"), { recursive: true });
  mkdirSync(join(vervain, "_data"));
  mkdirSync(join(vervain, "_includes"));
  cpSync(corpus, join(vervain, "src/articles"), { recursive: true });
  writeFileSync(join(vervain, "package.json"), '{ "type": "module" }');
  writeFileSync(
    join(vervain, "_data/people.json"),
    '{ "bench": { "type": "Organization", "name": "Bench" } }',
  );
  writeFileSync(
    join(vervain, "eleventy.config.js"),
    `import { vervain } from ${JSON.stringify(join(ROOT, isSource ? "plugins/index.ts" : "dist/index.js"))};
export default function (config) {
  config.addPlugin(vervain, { site: { title: "Bench", url: "https://example.org", publisher: "bench", features: { search: false, socialCards: false } } });
  return { dir: { input: "src", data: "../_data", includes: "../_includes" }, markdownTemplateEngine: false };
}
`,
  );
  const hugo = join(root, "hugo");
  const hasHugo = spawnSync("hugo", ["version"]).status === 0;
  if (hasHugo) {
    cpSync(join(ROOT, "bench/hugo"), hugo, { recursive: true });
    writeCorpus(join(hugo, "content/articles"), count, true);
  }
  for (const folder of [bare, vervain]) symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  return {
    bare: {
      name: "bare Eleventy",
      folder: bare,
      command: [join(ROOT, "node_modules/@11ty/eleventy/cmd.cjs"), "--quiet", "--config=eleventy.config.mjs"],
    },
    vervain: {
      name: "Vervain",
      folder: vervain,
      command: isSource
        ? ["--import", "tsx", join(ROOT, "plugins/cli/main.ts"), "build"]
        : [join(ROOT, "dist/cli/main.js"), "build"],
    },
    hugo: hasHugo
      ? { name: "Hugo", folder: hugo, command: ["--quiet", "--destination", "_site"], program: "hugo" }
      : null,
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Writes a sentence more at the end of the middle article of a site of Vervain's. */
export function editOne({ folder }: BenchSite): void {
  const articles = join(folder, "src/articles");
  const names = readdirSync(articles).sort();
  appendFileSync(join(articles, names[names.length >> 1] as string), "\nIt is a quiet hour.\n");
}

/**
 * Builds the site once and says what the process used.
 *
 * @param isWarm false: from nothing, with nothing kept; true: with what the last build left
 * @throws {Error} when the build fails
 */
export function measure({ name, folder, command, program }: BenchSite, isWarm = false): Usage {
  const output = join(folder, "_site");
  if (!isWarm)
    for (const name of ["_site", ".cache"]) rmSync(join(folder, name), { recursive: true, force: true });
  const usageFile = join(folder, "usage.json");
  rmSync(usageFile, { force: true });
  const own = [process.execPath, "--import", join(ROOT, "bench/usage.mjs")];
  // Of another program the child's own figures are those of the process that waits for it.
  const [command_, ...args] =
    program === undefined
      ? [...own, ...command]
      : [process.execPath, join(ROOT, "bench/usage-of.mjs"), program, ...command];
  const run = spawnSync(command_ as string, args, {
    cwd: folder,
    env: { ...process.env, BENCH_USAGE: usageFile, CI: "true" },
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0 || !existsSync(usageFile))
    throw new Error(`${name}: the build failed.\n${run.stdout}\n${run.stderr}`);
  const files = readdirSync(output, { recursive: true, encoding: "utf8" })
    .map((file) => statSync(join(output, file)))
    .filter((stat) => stat.isFile());
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return {
    ...(JSON.parse(readFileSync(usageFile, "utf8")) as Usage),
    outputMiB: bytes / 2 ** 20,
    files: files.length,
  };
}
