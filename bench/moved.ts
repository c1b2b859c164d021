/**
 * Builds the same articles with the code of two commits, to see that a move
 * changed no byte of a site. Exit code 1 where a file differs.
 *
 *     npx tsx bench/moved.ts HEAD~1               1,000 made-up articles, against the work tree
 *     npx tsx bench/moved.ts 2cae63a~1 2cae63a 50
 */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeCorpus } from "./corpus.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** What a build reads of the repository. */
const PARTS = ["plugins", "_includes", "_data", "package.json", "tsconfig.json"];
const given = process.argv.slice(2);
const count = Number(given.find((value) => /^\d{1,6}$/.test(value)) ?? 1000);
const [before, after = null] = given.filter((value) => !/^\d{1,6}$/.test(value));
if (before === undefined)
  throw new RangeError("moved: expected a commit, received none. npx tsx bench/moved.ts HEAD~1");
const root = mkdtempSync(join(tmpdir(), "vervain-moved-"));
const [old, current] = [built("before", before), built("after", after)];
const differing = [...new Set([...old.keys(), ...current.keys()])].filter(
  (name) => old.get(name)?.equals(current.get(name) ?? Buffer.alloc(0)) !== true,
);
rmSync(root, { recursive: true, force: true });
for (const name of differing.slice(0, 10)) console.log(`differs: ${name}`);
console.log(`${count} articles: ${current.size} files, ${differing.length} differ`);
process.exitCode = differing.length > 0 ? 1 : 0;

/** The files of a site that the code of a commit builds; of the work tree where none is named. */
function built(name: string, commit: string | null): ReadonlyMap<string, Buffer> {
  // At one path: names of files are made of where they lie, too.
  const code = join(root, "code");
  if (commit === null)
    for (const part of PARTS) cpSync(join(ROOT, part), join(code, part), { recursive: true });
  else run("git", ["-C", ROOT, "worktree", "add", "--detach", code, commit]);
  symlinkSync(join(ROOT, "node_modules"), join(code, "node_modules"));
  const site = join(root, name);
  mkdirSync(join(site, "_data"), { recursive: true });
  mkdirSync(join(site, "_includes"));
  writeCorpus(join(site, "src/articles"), count);
  writeFileSync(join(site, "package.json"), '{ "type": "module" }');
  writeFileSync(join(site, "_data/people.json"), '{ "bench": { "type": "Organization", "name": "Bench" } }');
  // The day is the same, whenever it is built.
  writeFileSync(
    join(site, "eleventy.config.js"),
    `import { vervain } from ${JSON.stringify(join(code, "plugins/index.ts"))};
export default function (config) {
  config.addPlugin(vervain, {
    now: "2026-06-01T00:00:00Z",
    site: { title: "Bench", url: "https://example.org", publisher: "bench", features: { search: false, socialCards: false } },
  });
  return { dir: { input: "src", data: "../_data", includes: "../_includes" }, markdownTemplateEngine: false };
}
`,
  );
  symlinkSync(join(ROOT, "node_modules"), join(site, "node_modules"));
  const loader = import.meta.resolve("tsx");
  run(process.execPath, ["--import", loader, join(code, "plugins/cli/main.ts"), "build"], site);
  if (commit === null) rmSync(code, { recursive: true });
  else run("git", ["-C", ROOT, "worktree", "remove", "--force", code]);
  const output = join(site, "_site");
  const files = readdirSync(output, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return new Map(
    files.map(({ parentPath, name: file }) => {
      const path = join(parentPath, file);
      return [path.slice(output.length + 1), readFileSync(path)];
    }),
  );
}

function run(program: string, values: readonly string[], cwd = ROOT): void {
  const { status, stdout, stderr } = spawnSync(program, values, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ${values.join(" ")}\n${stdout}${stderr}`);
}
