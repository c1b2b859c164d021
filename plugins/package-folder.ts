import { resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The package's own folder: above `plugins` in the repository, above `dist`, however deep, in the package. */
const PACKAGE = folderAbove(fileURLToPath(import.meta.url));

/** Path of something the package ships: `packageFolder("_includes")`. */
export function packageFolder(name: string): string {
  return resolve(PACKAGE, name);
}

function folderAbove(module: string): string {
  const at = module.lastIndexOf(`${sep}${module.endsWith(".ts") ? "plugins" : "dist"}${sep}`);
  return module.slice(0, at);
}
