/**
 * Part of `npm run compile`: joins the compiled modules behind each export of
 * the package. Loading 400 small files through Eleventy's module hooks takes a
 * second; one file takes a third of it. Of types those stay that an export leads to.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { basename, dirname, join, relative, sep } from "node:path";
import { type OutputChunk, rolldown } from "rolldown";
import { dts } from "rolldown-plugin-dts";
import { packageFolder } from "../plugins/package-folder.ts";
import { ZOD_TYPES } from "./zod-types.ts";

/** The part of package.json that names modules. */
interface Manifest {
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { readonly default: string }>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

/** Started by their paths: threads that rank and draw. */
const THREADS = ["dist/related/worker.js", "dist/images/cards/worker.js"];

/** Dependencies of 95 small files, of which half is used: they stand in ours, with their licence beside. */
const JOINED = ["zod"];

const dist = packageFolder("dist");
const manifest = JSON.parse(readFileSync(packageFolder("package.json"), "utf8")) as Manifest;
const exported = Object.values(manifest.exports).flatMap((entry) =>
  typeof entry === "string" ? [] : [entry.default],
);
const entries = [...exported, ...Object.values(manifest.bin), ...THREADS];
/** What a configuration loads, whichever plugins it adds: one file. */
const index = packageFolder("dist/index.js");
const started = gather(index);
/** What a build loads beside it, by the capability that asks for it: one file each, and one of what several ask for. */
const fileOf = lazyFiles(started);
const bundle = await rolldown({
  input: Object.fromEntries(
    entries.map((entry) => [entry.replace(/^(?:\.\/)?dist\/|\.js$/g, ""), packageFolder(entry)]),
  ),
  platform: "node",
  plugins: [
    { name: "named", transform: (code, id) => (id === index ? named(code) : null) },
    { name: "addresses", transform: withoutRewriting },
  ],
  external: (id) => !/^[./]/.test(id) && !JOINED.some((name) => id === name || id.startsWith(`${name}/`)),
});
const { output } = await bundle.write({
  dir: dist,
  format: "esm",
  entryFileNames: "[name].js",
  chunkFileNames: "shared/[name].js",
  // Half of it. Faults of content and options come without a stack; one of ours says its line in the joined file.
  minify: { compress: { target: "es2023" }, mangle: true, codegen: true },
  codeSplitting: {
    groups: [
      { name: "vervain", test: (id) => started.has(id) || id.includes("/node_modules/") },
      { name: (id) => fileOf.get(id) ?? null, debugName: "lazy" },
    ],
  },
});
for (const name of JOINED)
  writeFileSync(
    join(dist, `LICENSE-${name}.txt`),
    readFileSync(packageFolder(`node_modules/${name}/LICENSE`)),
  );
const written = new Set(output.map(({ fileName }) => fileName));
// A minifier may bring helpers of its own ("</script>" in a tagged template): no site has them.
const known = new Set([...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)]);
for (const chunk of output)
  for (const id of chunk.type === "chunk" ? [...chunk.imports, ...chunk.dynamicImports] : []) {
    const name = id.split("/", id.startsWith("@") ? 2 : 1).join("/");
    if (/^[\w@]/.test(name) && !written.has(id) && !isBuiltin(id) && !known.has(name))
      throw new Error(`bundle: ${chunk.fileName}: expected a dependency of the package, received ${id}.`);
  }
leaveOutSigns(output.filter((chunk) => chunk.type === "chunk"));
// Data that modules import stands in them now; the theme's assets are read as a file.
const KEPT = new Set(["assets.json", "desk.json"]);
for (const file of readdirSync(dist, { recursive: true, encoding: "utf8" })) {
  const name = file.split(sep).join("/");
  if (/\.js(?:on)?$/.test(name) && !written.has(name) && !KEPT.has(name)) rmSync(join(dist, file));
}
const typedCount = await joinTypes();

/** Declarations that an export leads to, and no others; what a site would install zod for are types, and stand beside ours. */
async function joinTypes(): Promise<number> {
  const declared = exported.map((entry) => entry.replace(/\.js$/, ".d.ts"));
  const types = await rolldown({
    input: Object.fromEntries(
      declared.map((entry) => [entry.replace(/^\.\/dist\/|\.d\.ts$/g, ""), packageFolder(entry)]),
    ),
    plugins: [dts({ dtsInput: true })],
    external: (id) => !/^[./]/.test(id),
  });
  const { output } = await types.generate({
    format: "esm",
    chunkFileNames: "types/[name].js",
    // One file of what several lead to: in a file each their names are told again in every other.
    codeSplitting: { groups: [{ name: "shared.d", minShareCount: 2 }] },
  });
  const chunks = output.flatMap((chunk) => (chunk.type === "chunk" ? [chunk] : []));
  const named = new Set(chunks.flatMap(({ isEntry, code }) => (isEntry ? namesExported(code) : [])));
  for (const file of readdirSync(dist, { recursive: true, encoding: "utf8" }))
    if (file.endsWith(".d.ts")) rmSync(join(dist, file));
  writeFileSync(join(dist, "zod.d.ts"), ZOD_TYPES);
  for (const chunk of chunks) {
    const place = relative(dirname(chunk.fileName), "zod.js").split(sep).join("/");
    mkdirSync(join(dist, dirname(chunk.fileName)), { recursive: true });
    writeFileSync(
      join(dist, chunk.fileName),
      withoutInnerNotes(withoutPlaces(chunk.code), named).replaceAll(
        'from "zod/mini"',
        `from "${place.startsWith(".") ? place : `./${place}`}"`,
      ),
    );
  }
  return output.length;
}

/** Declarations without notes of which module each came from, and which speak of a module and stand before another's note. */
function withoutPlaces(code: string): string {
  return code.replace(/^\/\/ dist\/.*\n/gm, "").replace(/\/\*\*(?:(?!\*\/).)*\*\/\n(?=\/\*\*)/gs, "");
}

/** `export { type A, B as C }`: "A", "B". */
function namesExported(code: string): string[] {
  return [...code.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, names = ""]) =>
    names.split(",").map((name) =>
      name
        .trim()
        .replace(/^type /, "")
        .replace(/ as .*$/, ""),
    ),
  );
}

/** Declarations of which those that nobody can name have no notes: what a table of options says of each stays. */
function withoutInnerNotes(code: string, named: ReadonlySet<string>): string {
  return code.replace(
    /^(?:\/\*\*(?:(?!\*\/).)*\*\/\n)?(?:interface|type) ([\w$]+)[^\n]*(?:\n(?![/a-z}])[^\n]*)*/gms,
    (whole, name: string) =>
      named.has(name) ? whole : whole.replace(/[ \t]*\/\*\*(?:(?!\*\/).)*\*\/\n/gs, ""),
  );
}

/** A module whose exported functions keep their names: Eleventy says which plugin a fault came from. */
function named(code: string): string {
  return `${code}
import * as plugins from "./index.js";
for (const [name, value] of Object.entries(plugins))
  if (typeof value === "function" && name !== "default") Object.defineProperty(value, "name", { value: name });
`;
}

/**
 * Without what TypeScript puts around a module's name that is worked out, so that
 * "./x.ts" is found as "./x.js": ours are whole addresses, of files of the owner's.
 */
function withoutRewriting(code: string): string | null {
  const helper = /^var (__rewriteRelativeImportExtension) = .*?^};\n/ms;
  const [, name] = helper.exec(code) ?? [];
  return name === undefined ? null : `${code.replace(helper, "")}\nfunction ${name}(url) { return url; }\n`;
}

/** A module and all that it loads at once, but for those that are known. */
function gather(
  path: string,
  known: ReadonlySet<string> = new Set(),
  found = new Set<string>(),
): Set<string> {
  if (known.has(path) || found.has(path)) return found;
  found.add(path);
  for (const [, name = ""] of readFileSync(path, "utf8").matchAll(
    /^(?:import|export)\b[^;"=]*"(\.\.?\/[^"]+)"/gm,
  ))
    gather(join(dirname(path), name), known, found);
  return found;
}

/** Where the modules go that some others load when they are needed: the capability's file, or the shared one. */
function lazyFiles(loaders: ReadonlySet<string>): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const loader of loaders)
    for (const [, name = ""] of readFileSync(loader, "utf8").matchAll(/\bimport\("(\.\.?\/[^"]+)"\)/g)) {
      const root = join(dirname(loader), name);
      const capability = relative(dist, root).split(sep)[0] as string;
      for (const path of gather(root, loaders))
        files.set(path, (files.get(path) ?? capability) === capability ? capability : "shared");
    }
  return files;
}

/**
 * A file that only names what stands in another one costs a trip through the
 * hooks: who loads it takes the names there.
 */
function leaveOutSigns(chunks: readonly OutputChunk[]): void {
  const codes = new Map(chunks.map(({ fileName, code }) => [fileName, code]));
  for (const { fileName, isDynamicEntry } of chunks) {
    const sign = /^export\{([^}]*)\}from"\.\/([^"]+)";\s*$/.exec(codes.get(fileName) ?? "");
    if (!isDynamicEntry || sign === null) continue;
    const [, names = "", place = ""] = sign;
    const taken = names.split(",").map((name) => name.split(" as ").reverse().join(":_."));
    for (const [path, code] of codes)
      codes.set(
        path,
        code.replaceAll(
          new RegExp(`import\\(\`([./]*(?:shared/)?)${basename(fileName)}\`\\)`, "g"),
          (_, folder: string) => `import(\`${folder}${place}\`).then(_=>({${taken.join(",")}}))`,
        ),
      );
    codes.delete(fileName);
    written.delete(fileName);
  }
  for (const [path, code] of codes) writeFileSync(join(dist, path), withoutHints(code));
}

/** Nobody joins the package again: what tells that a call may be left out is 44 kB of it. */
function withoutHints(code: string): string {
  return code.replace(/([\w$]?)\/\* @__PURE__ \*\/ /g, (_, before: string) =>
    before === "" ? "" : `${before} `,
  );
}

console.log(`bundle: ${written.size} files for ${entries.length} entries, ${typedCount} of types`);
