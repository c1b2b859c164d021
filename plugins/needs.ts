import { createRequire } from "node:module";
import { packageFolder } from "./package-folder.ts";
import { SetupError } from "./problem.ts";

const require = createRequire(import.meta.url);

/** What only some sites use, and the packages that it needs: a site that uses it installs them itself. */
const NEEDS = {
  pictures: ["@11ty/eleventy-img"],
  "social cards": ["satori", "@resvg/resvg-js"],
  search: ["pagefind"],
  "styles and scripts of your own": ["sass", "esbuild"],
  "Also Read in your language": ["@orama/stemmers"],
  import: ["linkedom", "turndown", "@mozilla/readability", "mdast-util-from-markdown", "fflate", "smol-toml"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Something that only some sites use. */
export type Need = keyof typeof NEEDS;

export const ALL_NEEDS = Object.keys(NEEDS) as readonly Need[];

/** The packages of some needs with the versions that this package is tested with. */
export function packagesFor(needs: readonly Need[]): Readonly<Record<string, string>> {
  return Object.fromEntries(needs.flatMap((need) => NEEDS[need].map((name) => [name, versionOf(name)])));
}

/**
 * Asks for what is needed all at once, before anything is built.
 *
 * @param owner who needs it: the first word of the sentence
 * @throws {RangeError} naming what is not installed, and the command that brings it
 */
export function requirePackages(owner: string, needs: readonly Need[]): void {
  const missing = needs.filter((need) => NEEDS[need].some((name) => !isInstalled(name)));
  if (missing.length > 0) throw new SetupError(sentence(owner, missing));
}

/** The same for a module that could not be found; null for one that no need names. @param message Node's */
export function needFault(message: string): string | null {
  const name = /Cannot find (?:package|module) '((?:@[^/']+\/)?[^/']+)/.exec(message)?.[1];
  const need = ALL_NEEDS.find((one) => NEEDS[one].some((known) => known === name));
  return need === undefined ? null : sentence("vervain", [need]);
}

function sentence(owner: string, needs: readonly Need[]): string {
  const missing = Object.entries(packagesFor(needs)).filter(([name]) => !isInstalled(name));
  const names = missing.map(([name]) => name).join(", ");
  const command = missing.map(([name, version]) => `${name}@${version}`).join(" ");
  return `${owner}: expected ${names} beside it for ${needs.join(", ")}, received none. Run npm install ${command}.`;
}

function isInstalled(name: string): boolean {
  try {
    require.resolve(name);
    return true;
  } catch (error) {
    // One without a main module, or with one for `import` alone, is there all the same.
    return (error as { readonly code?: unknown }).code === "ERR_PACKAGE_PATH_NOT_EXPORTED";
  }
}

/** "^6.0.4" */
function versionOf(name: string): string {
  const { peerDependencies } = require(packageFolder("package.json")) as {
    readonly peerDependencies: Readonly<Record<string, string>>;
  };
  return peerDependencies[name] ?? "latest";
}
