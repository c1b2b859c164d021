/**
 * The packed package under every Node and Eleventy that is promised: builds a
 * new site with the sample's articles by `vervain build --check` and by
 * Eleventy's own command, under Eleventy 4 also by its new names, and compares
 * every byte with the first cell.
 *
 *     npm run matrix                                  all; npm brings the versions, some 500 MB
 *     npm run matrix -- --node=20,22 --eleventy=3.1   some
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
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
import { join } from "node:path";
import { parseArgs } from "node:util";
import { eleventyNames } from "../../plugins/eleventy-names.ts";
import { type EleventyPackage, nodeFault } from "../../plugins/eleventy-package.ts";
import { takeAnswers } from "../../plugins/new/answers.ts";
import { siteFiles } from "../../plugins/new/site-files.ts";
import { packageFolder } from "../../plugins/package-folder.ts";
import { brought, broughtNode, KEPT } from "./brought.ts";
import { install, pack } from "./install.ts";

const { values } = parseArgs({
  options: {
    node: { type: "string", default: "20,22,24" },
    eleventy: { type: "string", default: "3.1,4.0.0-alpha.10" },
    keep: { type: "string" },
  },
});
const NODES = values.node.split(",");
const ELEVENTYS = values.eleventy.split(",");

/** Where a configuration notes the events that it was told of. */
const HEARD = "heard.txt";

const kept = values.keep ?? KEPT;
const root = mkdtempSync(join(tmpdir(), "vervain-matrix-run-"));
const tarball = pack(root);

/** One way to build, in one Node with one Eleventy. */
interface Cell {
  readonly name: string;
  readonly seconds: number;
  /** Hash by path; null: it did not build. */
  readonly files: ReadonlyMap<string, string> | null;
  readonly said: string;
}

const cells = ELEVENTYS.flatMap((eleventy) => NODES.flatMap((node) => buildBoth(node, eleventy)));
const [first] = cells;
for (const cell of cells) console.log(`${cell.name}: ${verdict(cell)} · ${cell.seconds.toFixed(1)} s`);
rmSync(root, { recursive: true, force: true });
process.exitCode = cells.every(({ files }) => isSame(files)) ? 0 : 1;

function verdict({ files, said }: Cell): string {
  if (files === null) return `does not build: ${firstFaults(said)}`;
  if (isSame(files)) return `${files.size} files, the same bytes`;
  const other = [...new Set([...files.keys(), ...(first?.files?.keys() ?? [])])].filter(
    (path) => files.get(path) !== first?.files?.get(path),
  );
  return `${other.length} of ${files.size} files differ: ${other.slice(0, 5).join(", ")}`;
}

/** Lines of a failed build that say why, the first few. */
function firstFaults(said: string): string {
  const lines = said
    .split("\n")
    .filter((line) => /\berror\b|Error|expected/.test(line) && !line.startsWith("warning"));
  return `\n${lines.slice(0, 3).join("\n")}\n`;
}

function isSame(files: Cell["files"]): boolean {
  const wanted = first?.files;
  if (!files || !wanted || files.size !== wanted.size) return false;
  return [...files].every(([path, hash]) => wanted.get(path) === hash);
}

function buildBoth(node: string, eleventy: string): readonly Cell[] {
  const binary = broughtNode(node, kept);
  const modules = brought(`eleventy-${eleventy}`, `@11ty/eleventy@${eleventy}`, kept);
  const eleventyPackage = JSON.parse(
    readFileSync(join(modules, "@11ty/eleventy/package.json"), "utf8"),
  ) as Pick<EleventyPackage, "version" | "engines">;
  const { version } = eleventyPackage;
  const runtime = spawnSync(binary, ["--version"], { encoding: "utf8" }).stdout.trim();
  const fault = nodeFault(eleventyPackage, runtime.slice(1));
  if (fault !== null) {
    console.log(`skipped: ${fault}`);
    return [];
  }
  const folder = join(root, `${eleventy}-${node}`.replace(/[^\w.-]/g, ""));
  mkdirSync(folder);
  makeSite(folder);
  install(folder, tarball, modules);
  const command = ["node_modules/vervain/dist/cli/main.js", "build", "--check"];
  const cells = [
    build("vervain build", command),
    build("eleventy", ["node_modules/@11ty/eleventy/cmd.cjs", "--quiet"]),
  ];
  const [newest] = eleventyNames(version).configs;
  if (newest === undefined || !newest.startsWith("buildawesome")) return cells;
  takeNewNames(folder, newest);
  const renamed = build(`vervain build, ${newest}`, command);
  const heard = existsSync(join(folder, HEARD)) ? readFileSync(join(folder, HEARD), "utf8") : "nothing";
  return [
    ...cells,
    heard === "before after " ? renamed : { ...renamed, files: null, said: `error: heard ${heard}` },
  ];

  function build(way: string, command: readonly string[]): Cell {
    rmSync(join(folder, "_site"), { recursive: true, force: true });
    const started = performance.now();
    const { status, stdout, stderr } = spawnSync(binary, command, {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, CI: "true", NO_COLOR: "1" },
    });
    const seconds = (performance.now() - started) / 1000;
    const files = status === 0 ? hashes(join(folder, "_site")) : null;
    return { name: `Node ${runtime}, Eleventy ${version}, ${way}`, seconds, files, said: stdout + stderr };
  }
}

/** The same site under Eleventy 4's names: of its configuration and of the events in it. */
function takeNewNames(folder: string, name: string): void {
  const text = readFileSync(join(folder, "eleventy.config.js"), "utf8");
  rmSync(join(folder, "eleventy.config.js"));
  writeFileSync(
    join(folder, name),
    `import { appendFileSync } from "node:fs";
${text.replace(
  "config.addPlugin(",
  `for (const name of ["before", "after"])
    config.on(\`buildawesome.\${name}\`, () => appendFileSync("${HEARD}", \`\${name} \`));
  config.addPlugin(`,
)}`,
  );
}

/** A new blog with the sample's articles and people; its time is fixed, so that bytes can be compared. */
function makeSite(folder: string): void {
  const answers = takeAnswers(
    { url: "https://blog.example", title: "Matrix" },
    { folder: "matrix", repository: null },
    "UTC",
  );
  for (const [path, text] of siteFiles(answers, { vervain: "0.0.0", eleventy: "0.0.0" }, "2026-05-01")) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(
      join(folder, path),
      path === "eleventy.config.js"
        ? text.replace("    site,", '    site,\n    now: "2026-11-01T12:00:00Z",')
        : text,
    );
  }
  cpSync(packageFolder("src/articles"), join(folder, "src/articles"), { recursive: true });
  cpSync(packageFolder("src/images"), join(folder, "src/images"), { recursive: true });
  for (const name of readdirSync(packageFolder("_data")))
    if (/\.(?:json|ya?ml)$/.test(name))
      cpSync(packageFolder(join("_data", name)), join(folder, "_data", name));
}

/** What lies in an output folder; the mark of `vervain build` and the search index, which carries its own clock, are left out. */
function hashes(output: string): ReadonlyMap<string, string> {
  const paths = readdirSync(output, { recursive: true, encoding: "utf8" }).sort();
  return new Map(
    paths
      .filter(
        (path) =>
          statSync(join(output, path)).isFile() && path !== ".vervain" && !path.startsWith("pagefind"),
      )
      .map((path) => [
        path,
        createHash("sha256")
          .update(readFileSync(join(output, path)))
          .digest("hex"),
      ]),
  );
}
