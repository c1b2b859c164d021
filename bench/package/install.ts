import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../../plugins/package-folder.ts";

/** Packs the package. @returns the tarball's path */
export function pack(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const said = execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], {
    cwd: packageFolder("."),
    encoding: "utf8",
  });
  return join(folder, said.trim().split("\n").at(-1) as string);
}

/**
 * Puts a packed package into a folder as `npm install` would: itself unpacked,
 * what it needs linked, the Eleventy that is given beside it.
 *
 * @param eleventy folder of an installed Eleventy's `node_modules`; null: the repository's own
 */
export function install(folder: string, tarball: string, eleventy: string | null): void {
  const modules = join(folder, "node_modules");
  const own = join(modules, "vervain");
  mkdirSync(own, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "-C", own, "--strip-components=1"]);
  link(packageFolder("node_modules"), modules, (name) => name !== "vervain" && name !== "@11ty");
  mkdirSync(join(modules, "@11ty"));
  if (eleventy !== null) symlinkSync(join(eleventy, "@11ty/eleventy"), join(modules, "@11ty/eleventy"));
  link(packageFolder("node_modules/@11ty"), join(modules, "@11ty"), () => true);
}

function link(from: string, to: string, isMeant: (name: string) => boolean): void {
  for (const name of readdirSync(from))
    if (!name.startsWith(".") && isMeant(name) && !existsSync(join(to, name)))
      symlinkSync(join(from, name), join(to, name));
}
