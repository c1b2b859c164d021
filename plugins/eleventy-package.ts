import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { once } from "./once.ts";

/** What the Eleventy beside this package says of itself. */
export interface EleventyPackage {
  /** Address of its main module, from which what it depends on is found. */
  readonly url: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly engines: { readonly node?: string };
}

/** Its package.json; several plugins ask, and another thread answers. @throws {Error} (`ERR_MODULE_NOT_FOUND`) where there is none */
export const eleventyPackage = once((): EleventyPackage => {
  const url = import.meta.resolve("@11ty/eleventy");
  const said = createRequire(url)(fileURLToPath(new URL("../package.json", url))) as Partial<EleventyPackage>;
  return { version: "", dependencies: {}, engines: {}, ...said, url };
});

/** What to do where this Node is older than the oldest that Eleventy runs on; null: it is not. */
export function nodeFault(
  { version, engines }: Pick<EleventyPackage, "version" | "engines">,
  node: string,
): string | null {
  const oldest = /^>=\s*(\d+)(?:\.(\d+))?/.exec(engines.node ?? "");
  const [major = 0, minor = 0] = node.split(".").map(Number);
  const [wantedMajor, wantedMinor] = [Number(oldest?.[1] ?? 0), Number(oldest?.[2] ?? 0)];
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return null;
  return `Node: expected ${engines.node} for Eleventy ${version}, received ${node}. Update Node, or stay with Eleventy 3.`;
}
