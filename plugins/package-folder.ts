import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The package's own folder: two levels above `dist/x/y.js` and above `plugins/x/y.ts` alike. */
const PACKAGE = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** Path of something the package ships: `packageFolder("_includes")`. */
export function packageFolder(name: string): string {
  return resolve(PACKAGE, name);
}
