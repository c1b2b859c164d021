/**
 * Part of `npm run compile`: joins the compiled modules behind each export of
 * the package. Loading 350 small files through Eleventy's module hooks takes a
 * third of a second; a dozen files take 0.2. Types stay one file a module.
 */
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { build } from "esbuild";
import { packageFolder } from "../plugins/package-folder.ts";

/** The part of package.json that names modules. */
interface Manifest {
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { readonly default: string }>>;
}

/** Started by their paths: threads that rank and draw. */
const THREADS = ["dist/related/worker.js", "dist/images/cards/worker.js"];

const dist = packageFolder("dist");
const manifest = JSON.parse(readFileSync(packageFolder("package.json"), "utf8")) as Manifest;
const exported = Object.values(manifest.exports).flatMap((entry) =>
  typeof entry === "string" ? [] : [entry.default],
);
const entries = [...exported, ...Object.values(manifest.bin), ...THREADS];
const { metafile } = await build({
  entryPoints: entries.map((entry) => packageFolder(entry)),
  outdir: dist,
  outbase: dist,
  chunkNames: "shared/[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  packages: "external",
  allowOverwrite: true,
  metafile: true,
});
const written = new Set(Object.keys(metafile.outputs).map((path) => relative(dist, packageFolder(path))));
for (const file of readdirSync(dist, { recursive: true, encoding: "utf8" }))
  if (file.endsWith(".js") && !written.has(file.split(sep).join("/"))) rmSync(join(dist, file));
console.log(`bundle: ${written.size} files for ${entries.length} entries`);
