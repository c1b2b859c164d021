import { spawn } from "node:child_process";
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
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { joinedPackage } from "../../test/bundle-package.ts";
import { article } from "../../test/project.ts";
import { ROOT } from "../../test/root.ts";

/** What a site's owner can change, and what the harness keeps to name things by. */
export interface StaleSite {
  readonly folder: string;
  /** Options of `vervain` beside `site`, as JavaScript. */
  options: Record<string, unknown>;
  siteOptions: Record<string, unknown>;
  /** Folder of the package that the configuration imports. */
  package: string;
  /** Code of the owner's in the configuration. */
  ownCode: string;
  /** What the next round takes back before it begins: a site with an error refuses all that comes after. */
  readonly undo: (() => void)[];
  /** What is taken back some rounds later. */
  readonly later: (() => void)[];
  /** Ids of the articles that are there. */
  readonly articles: string[];
}

/** What a build gave: files by path, and what it said without the time it took. */
export interface Built {
  readonly code: number | null;
  readonly said: string;
  readonly files: ReadonlyMap<string, string>;
  /** Pages by what the disk knows them by. */
  readonly pages: ReadonlyMap<string, number>;
  /** Nothing was made: the site that was there is the one that would be. */
  readonly isUnchanged: boolean;
}

/** The package, and the same in another version whose theme says one thing otherwise. */
export function packages(root: string): readonly [string, string] {
  const own = joinedPackage();
  const other = join(root, "other-version");
  cpSync(own, other, { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(other, "node_modules"));
  const edit = (path: string, from: string, to: string): void => {
    const text = readFileSync(join(other, path), "utf8");
    if (!text.includes(from)) throw new Error(`${path}: expected ${from}`);
    writeFileSync(join(other, path), text.replace(from, to));
  };
  edit("package.json", '"version": "', '"version": "9.');
  edit("_includes/layouts/base.njk", "<body", '<body data-other="1"');
  return [own, other];
}

/** A blog of `count` articles with everything a page can be made of. */
export function staleSite(count: number): {
  readonly site: StaleSite;
  readonly packages: readonly [string, string];
  clean(): void;
} {
  const root = mkdtempSync(join(tmpdir(), "vervain-stale-"));
  const folder = join(root, "warm");
  mkdirSync(folder);
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  const both = packages(root);
  const site: StaleSite = {
    folder,
    options: {},
    siteOptions: {},
    package: both[0],
    ownCode: "",
    undo: [],
    later: [],
    articles: [],
  };
  write(site, "package.json", '{ "type": "module" }');
  write(site, "_data/people.json", '{ "journal": { "type": "Organization", "name": "The Journal" } }');
  writeConfig(site);
  for (const name of ["about", "privacy"])
    write(site, `src/${name}.md`, `---\ntitle: ${name}\nlayout: layouts/page.njk\n---\n\nOf ${name}.\n`);
  const names = readdirSync(join(ROOT, "src/articles"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .sort();
  for (const name of names.slice(0, count)) {
    const id = name.replace(/\.md$/, "").replaceAll("/", "-");
    write(
      site,
      `src/articles/${id}.md`,
      readFileSync(join(ROOT, "src/articles", name), "utf8")
        .replace(/^(?:author|reviewedBy|reviewed|image|therapies|conditions):.*\n(?: {2}.*\n)*/gm, "")
        .replace("---\n", "---\nauthor: journal\n"),
    );
    site.articles.push(id);
  }
  for (let index = names.length; index < count; index++) {
    const id = `walk-${index}`;
    write(
      site,
      `src/articles/${id}.md`,
      article(
        {
          title: `${3 + (index % 3)} benefits of walking, part ${index}`,
          date: `2026-01-${10 + (index % 18)}`,
          tags: ["walks", `t${index % 4}`],
        },
        `A walk may ease stress in garden ${index}.\n\n## Benefits\n\n### 1. Reduces stress\n\nWalking lowers stress.\n\n### 2. Improves sleep quality\n\nSleep comes sooner.\n\nAlso Read: Walking, part ${index - 1}\n`,
      ),
    );
    site.articles.push(id);
  }
  return { site, packages: both, clean: () => rmSync(root, { recursive: true, force: true }) };
}

export function write({ folder }: Pick<StaleSite, "folder">, path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Writes the configuration as the site's options stand. */
export function writeConfig(site: StaleSite): void {
  const options = {
    site: {
      title: "Stale",
      description: "A site that changes.",
      url: "https://stale.example",
      publisher: "journal",
      features: { search: false, socialCards: false },
      images: { missing: "warning" },
      ...site.siteOptions,
    },
    ...site.options,
  };
  write(
    site,
    "eleventy.config.js",
    `import { readFileSync, existsSync } from "node:fs";
import { vervain } from ${JSON.stringify(join(site.package, "dist/index.js"))};
export default function (config) {
  config.addPlugin(vervain, ${JSON.stringify(options, null, 2)});
  ${site.ownCode}
  return { dir: { input: "src", data: "../_data", includes: "../_includes" }, markdownTemplateEngine: false };
}
`,
  );
}

/** The same project in a folder of its own that has never been built. */
export function freshCopy(site: StaleSite): string {
  const folder = `${site.folder}-cold`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const name of readdirSync(site.folder))
    if (!["_site", ".cache", "node_modules"].includes(name))
      cpSync(join(site.folder, name), join(folder, name), { recursive: true, preserveTimestamps: true });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** Builds in a fresh process. */
export function build(folder: string, packageFolder: string, ...values: readonly string[]): Promise<Built> {
  const child = spawn(
    process.execPath,
    [join(packageFolder, "dist/cli/main.js"), "build", "--verbose", ...values],
    {
      cwd: folder,
      env: { ...process.env, CI: "true", NO_COLOR: "1", FORCE_COLOR: "0" },
    },
  );
  let said = "";
  const listen = (chunk: Buffer): void => {
    said += chunk;
  };
  child.stdout.on("data", listen);
  child.stderr.on("data", listen);
  return new Promise((resolve) => {
    child.on("close", (code) => {
      const lines = said
        .split("\n")
        .map((line) =>
          line.replace(/(?: · as it was)? · [\d.]+ s$| The last good site was left as it was\.$/, ""),
        )
        .filter((line) => !/^\[11ty\] Benchmark|^(?:Reading|Rendering|Checking|Swapping)/.test(line));
      const isUnchanged = / · as it was · /.test(said);
      resolve({ code, said: lines.join("\n"), isUnchanged, ...read(join(folder, "_site")) });
    });
  });
}

function read(folder: string): Pick<Built, "files" | "pages"> {
  if (!existsSync(folder)) return { files: new Map(), pages: new Map() };
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true, encoding: "utf8" })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");
  return {
    files: new Map(paths.map((path) => [path.slice(folder.length + 1), hash(path)])),
    pages: new Map(paths.filter((path) => path.endsWith(".html")).map((path) => [path, statSync(path).ino])),
  };
}

/** What differs, by path; "(what is said)" where the words do. */
export function differences(warm: Built, cold: Built): readonly string[] {
  const paths = new Set([...warm.files.keys(), ...cold.files.keys()]);
  return [
    ...(warm.code === cold.code ? [] : [`(exit code ${warm.code}, cold ${cold.code})`]),
    ...(warm.said === cold.said ? [] : ["(what is said)"]),
    ...[...paths].filter((path) => warm.files.get(path) !== cold.files.get(path)),
  ];
}
