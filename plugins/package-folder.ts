import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The package's own folder: the nearest above this module with a package.json, in `plugins` and in `dist` alike. */
const PACKAGE = nearestPackage(dirname(fileURLToPath(import.meta.url)));

/** Path of something the package ships: `packageFolder("_includes")`. */
export function packageFolder(name: string): string {
  return resolve(PACKAGE, name);
}

function nearestPackage(folder: string): string {
  return existsSync(join(folder, "package.json")) || dirname(folder) === folder
    ? folder
    : nearestPackage(dirname(folder));
}
