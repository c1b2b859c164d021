import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { packageFolder } from "../package-folder.ts";

/**
 * A name for the code that runs: another with every byte of the joined modules,
 * with the Node that runs them and what it knows of languages. Null where the
 * package runs from its sources, which change under it.
 */
export function codeVersion(): string | null {
  const own = fileURLToPath(import.meta.url);
  if (own.endsWith(".ts")) return null;
  const hash = createHash("sha256");
  // The second names the files that the first stands among, by their content.
  for (const path of [own, packageFolder("dist/index.js"), packageFolder("package.json")])
    hash.update(readFileSync(path));
  const { node, icu, v8 } = process.versions;
  return hash.update(`${node} ${icu} ${v8}`).digest("base64url");
}
