/**
 * Part of `npm run compile`: joins the compiled modules behind each export of
 * the package. Loading 350 small files through Eleventy's module hooks takes a
 * third of a second; a dozen files take 0.2. Types stay one file a module.
 */
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
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
  // Half of it. Faults of content and options come without a stack; one of ours says its line in the joined file.
  minify: true,
  legalComments: "none",
  allowOverwrite: true,
  metafile: true,
});
const written = new Set(Object.keys(metafile.outputs).map((path) => relative(dist, packageFolder(path))));
// Data that modules import stands in them now; the theme's assets are read as a file.
const KEPT = new Set(["assets.json", "desk.json"]);
for (const file of readdirSync(dist, { recursive: true, encoding: "utf8" })) {
  const name = file.split(sep).join("/");
  if (/\.js(?:on)?$/.test(name) && !written.has(name) && !KEPT.has(name)) rmSync(join(dist, file));
}
// Types of what no export leads to are nobody's.
const typed = new Set<string>();
const follow = (path: string): void => {
  if (typed.has(path)) return;
  typed.add(path);
  const source = readFileSync(packageFolder(path), "utf8");
  for (const [, name = ""] of source.matchAll(/(?:from|import\()\s*"(\.[^"]+)\.[jt]s"/g))
    follow(join(dirname(path), `${name}.d.ts`));
};
for (const entry of exported) follow(join(entry.replace(/\.js$/, ".d.ts")));
for (const file of readdirSync(dist, { recursive: true, encoding: "utf8" }))
  if (file.endsWith(".d.ts") && !typed.has(join("dist", file))) rmSync(join(dist, file));
console.log(`bundle: ${written.size} files for ${entries.length} entries, ${typed.size} of types`);
