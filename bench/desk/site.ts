import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../../test/project.ts";

/** A new blog as a writer has it: made by the packed `create-vervain`, run by the packed `vervain`. */
export interface NewSite {
  readonly folder: string;
  read(path: string): string;
  write(path: string, text: string): void;
  /** Runs a command of the blog; stdout and stderr together. */
  run(...values: readonly string[]): { readonly code: number | null; readonly output: string };
  serve(port: number): ChildProcess;
  remove(): void;
}

/**
 * Packs both packages and makes a site with them. What `npm install` would bring
 * beside them is linked, so that no network is needed; installing is not timed.
 *
 * @param node the program that runs them
 */
export function makeNewSite(node = process.execPath): NewSite {
  const root = mkdtempSync(join(tmpdir(), "vervain-desk-"));
  const modules = join(root, "node_modules");
  mkdirSync(modules);
  for (const name of readdirSync(join(ROOT, "node_modules")))
    if (!name.startsWith(".")) symlinkSync(join(ROOT, "node_modules", name), join(modules, name));
  for (const [name, from] of [
    ["vervain", ROOT],
    ["create-vervain", join(ROOT, "create-vervain")],
  ] as const)
    unpack(from, root, join(modules, name));
  const made = spawnSync(
    node,
    [
      join(modules, "create-vervain/create.js"),
      "my-blog",
      "--yes",
      "--no-install",
      "--author",
      "Ann Example",
    ],
    { cwd: root, encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(made.stdout + made.stderr);
  const folder = join(root, "my-blog");
  // Where `npm install` puts them.
  renameSync(modules, join(folder, "node_modules"));
  const cli = join(folder, "node_modules/vervain/dist/cli/main.js");
  const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" };
  return {
    folder,
    read: (path) => readFileSync(join(folder, path), "utf8"),
    write: (path, text) => writeFileSync(join(folder, path), text),
    run: (...values) => {
      const { status, stdout, stderr } = spawnSync(node, [cli, ...values], {
        cwd: folder,
        env,
        encoding: "utf8",
      });
      return { code: status, output: stdout + stderr };
    },
    serve: (port) =>
      spawn(node, [cli, "serve", "--port", String(port)], {
        cwd: folder,
        env,
        stdio: ["ignore", "pipe", "pipe"],
      }),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

function unpack(from: string, root: string, to: string): void {
  const printed = execFileSync("npm", ["pack", "--silent", "--pack-destination", root], {
    cwd: from,
    encoding: "utf8",
  });
  const tarball = printed.trim().split("\n").at(-1) as string;
  mkdirSync(to);
  execFileSync("tar", ["-xzf", join(root, tarball), "-C", to, "--strip-components=1"]);
}
