import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { once } from "../once.ts";
import { packageFolder } from "../package-folder.ts";

/**
 * A name for the code that runs: another with every byte of the package's
 * modules, with the Node that runs them and what it knows of languages. Null
 * where the package runs from its sources, which change under it.
 */
export const codeVersion = once((): string | null => {
  if (fileURLToPath(import.meta.url).endsWith(".ts")) return null;
  const folder = dirname(packageFolder("dist/index.js"));
  const modules = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".js"),
  );
  const hash = createHash("sha256").update(readFileSync(packageFolder("package.json")));
  for (const name of modules.sort()) hash.update(name).update(readFileSync(join(folder, name)));
  const { node, icu, v8 } = process.versions;
  return hash.update(`${node} ${icu} ${v8}`).digest("base64url");
});
