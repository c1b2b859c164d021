import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { ROOT } from "./root.ts";

/** What the joined modules read beside `dist`. */
const READ = ["package.json", "_includes", "_data", "dist/assets.json", "dist/desk.json"];

/** Joins the repository's modules into `folder/dist` as the package has them: a process starts in a third of the time. */
export function bundlePackage(folder: string): void {
  const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as Manifest;
  const exported = Object.values(manifest.exports).flatMap((entry) =>
    typeof entry === "string" ? [] : [entry.default],
  );
  buildSync({
    entryPoints: [...exported, ...Object.values(manifest.bin), ...THREADS].map((path) =>
      join(ROOT, path.replace(/^(?:\.\/)?dist\//, "plugins/").replace(/\.js$/, ".ts")),
    ),
    outdir: join(folder, "dist"),
    outbase: join(ROOT, "plugins"),
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    packages: "external",
  });
}

let joined: string | undefined;

/**
 * The repository as it stands now, its modules joined as the package has them:
 * a folder with `dist/index.js` and `dist/cli/main.js`, made once for each
 * state of the files. Loading 400 modules one by one is more than half of a
 * small build's processor time.
 */
export function joinedPackage(): string {
  joined ??= joinOnce();
  return joined;
}

function joinOnce(): string {
  const cache = join(ROOT, "node_modules/.cache/vervain-tests");
  const folder = join(cache, stateOf(["plugins", "test/bundle-package.ts", ...READ]));
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const made = mkdtempSync(join(cache, "new-"));
  for (const name of READ)
    if (existsSync(join(ROOT, name))) cpSync(join(ROOT, name), join(made, name), { recursive: true });
  bundlePackage(made);
  // Of two test files that begin at once, the first to be done stays.
  if (existsSync(folder)) rmSync(made, { recursive: true });
  else renameSync(made, folder);
  return folder;
}

/** A name for the state of these files and folders of the repository: their paths and bytes. */
function stateOf(names: readonly string[]): string {
  const hash = createHash("sha256");
  const add = (path: string): void => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) add(join(path, name));
      return;
    }
    hash.update(`${path}\0`).update(readFileSync(path)).update("\0");
  };
  for (const name of names) add(join(ROOT, name));
  return hash.digest("hex").slice(0, 16);
}

/** The part of package.json that names modules. */
interface Manifest {
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { readonly default: string }>>;
}

/** Started by their paths. */
const THREADS = ["dist/related/worker.js", "dist/images/cards/worker.js"];
