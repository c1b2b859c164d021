/**
 * Compiles the ranking's innermost loops into plugins/related/arithmetic/code.ts:
 *
 *     npx tsx scripts/arithmetic.ts
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";
import { packageFolder } from "../plugins/package-folder.ts";

const SOURCE = "plugins/related/arithmetic/assembly/pairs.ts";
const CODE = "plugins/related/arithmetic/code.ts";
/** All that a 32-bit address reaches, in pages of 64 KiB; a memory is made as large as its ranking needs. */
const MOST_PAGES = 0x10000;
const OPTIONS = [
  ...["-O3", "--noAssert", "--runtime", "stub", "--enable", "simd", "--enable", "threads"],
  ...["--importMemory", "--sharedMemory", "--initialMemory", "0", "--maximumMemory", String(MOST_PAGES)],
];

/** The module that {@link SOURCE} comes to. @throws {Error} with the compiler's words where the source is wrong */
export async function compiledArithmetic(): Promise<string> {
  const files: (string | Uint8Array)[] = [];
  const { error, stderr } = await asc.main(
    [SOURCE, "--outFile", "pairs.wasm", "--baseDir", packageFolder("."), ...OPTIONS],
    { writeFile: (_name, contents) => void files.push(contents) },
  );
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  const [code] = files;
  return `/** Made from assembly/pairs.ts by scripts/arithmetic.ts. */
export const CODE =
  "${Buffer.from(code!).toString("base64")}";
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(packageFolder(CODE), await compiledArithmetic());
