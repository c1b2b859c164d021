import { existsSync, readFileSync } from "node:fs";
import { basename, extname } from "node:path";
import { bundleAssets, type Entry } from "../assets/bundle.ts";
import { sourcesOf, stylesIn } from "../assets/plugin.ts";
import { keyOf, type Precompiled, unpack } from "../assets/precompiled.ts";
import { DESK } from "../desk/types.ts";
import { packageFolder } from "../package-folder.ts";

const PATH = `${DESK}assets/`;
const ENTRIES: readonly Entry[] = [
  { logical: "styles/desk.css", file: packageFolder("_includes/desk/desk.scss") },
  { logical: "styles/panel.css", file: packageFolder("_includes/desk/panel.scss") },
  { logical: "scripts/desk.js", file: packageFolder("_includes/desk/desk.ts") },
  { logical: "scripts/panel.js", file: packageFolder("_includes/desk/panel.ts") },
];

/** Styles and scripts of desk and panel by the last part of their address; they are in no site's output. */
export type DeskAssets = ReadonlyMap<string, Uint8Array>;

let made: Promise<DeskAssets> | null = null;

/** What the package ships, or compiled of its sources on first use. */
export function deskAssets(): Promise<DeskAssets> {
  made ??= shipped() ?? compiled();
  return made;
}

/** Changes with every byte that the assets are made of. */
export function deskKey(): string {
  const own = ENTRIES.map(({ logical, file }) => ({ name: logical, bytes: readFileSync(file) }));
  return keyOf([...own, ...sourcesOf(packageFolder("_includes"))], PATH);
}

function shipped(): Promise<DeskAssets> | null {
  const file = packageFolder("dist/desk.json");
  if (!existsSync(file)) return null;
  const packed = JSON.parse(readFileSync(file, "utf8")) as Precompiled;
  // The package does without the sources: nobody replaces them.
  const isSource = ENTRIES.every((entry) => existsSync(entry.file));
  const bundle = unpack(packed, isSource ? deskKey() : packed.key, sourcesOf(packageFolder("_includes")));
  return bundle && Promise.resolve(new Map(bundle.files.map(({ path, bytes }) => [path, bytes])));
}

async function compiled(): Promise<DeskAssets> {
  const { urls, files } = await bundleAssets(ENTRIES, stylesIn([packageFolder("_includes/styles")]), PATH);
  const fonts = files.filter(({ path }) => extname(path) === ".woff2");
  const byPath = new Map(files.map(({ path, bytes }) => [path, bytes]));
  const named = ENTRIES.flatMap(({ logical }): [string, Uint8Array][] => {
    const bytes = byPath.get(urls.get(logical) ?? "");
    return bytes
      ? [
          [
            basename(logical),
            withPlainNames(
              bytes,
              fonts.map(({ path }) => basename(path)),
            ),
          ],
        ]
      : [];
  });
  return new Map([
    ...named,
    ...fonts.map(({ path, bytes }): [string, Uint8Array] => [plainName(basename(path)), bytes]),
  ]);
}

/** Nothing here is kept by a browser, so names need no hash and pages can name a font before its style does. */
function plainName(name: string): string {
  return name.replace(/\.[A-Z0-9]{8}(?=\.)/, "");
}

function withPlainNames(bytes: Uint8Array, names: readonly string[]): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  return new TextEncoder().encode(names.reduce((all, name) => all.replaceAll(name, plainName(name)), text));
}
