/**
 * Writes docs/licences.md from package-lock.json: whose work a site is built
 * with, and on what terms.
 *
 *     npx tsx bench/licences.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { ALL_NEEDS, packagesFor } from "../plugins/needs.ts";
import { compareText } from "../plugins/problem.ts";

/** An entry of the lockfile, as far as it is asked. */
export interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly peer?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export type LockedPackages = Readonly<Record<string, LockedPackage>>;

/** Packages whose code stands in ours. */
const JOINED = ["zod"];

/** Terms of packages whose manifest states none, as their licence file says. */
const STATED: Readonly<Record<string, string>> = { duplexer: "MIT" };

const HEAD = `# Licences

What is installed beside Vervain (MIT), with every package that only some sites use, and on what terms. Made by \`npx tsx bench/licences.ts\`; a test holds it to package-lock.json. Of packages for one system each, an installation has those of its own.

No package asks that a site built with it be published on any terms. Two terms ask something of who passes the program itself on, changed:

- **MPL-2.0** (the drawing of cards): whoever changes files of these packages and passes them on publishes those files. Vervain changes none.
- **LGPL-3.0-or-later** (libvips, which decodes pictures): a library of its own, loaded when it is needed, which you may replace by another build of it.
`;

/** Paths of packages and of all that they need, each found as Node finds it: in its own folder first, then further up. */
function neededBy(
  packages: LockedPackages,
  names: readonly string[],
  from = "",
  known = new Set<string>(),
): Set<string> {
  for (const name of names) {
    const path = placeOf(packages, name, from);
    if (path === null || known.has(path)) continue;
    known.add(path);
    const { dependencies = {}, optionalDependencies = {} } = packages[path] as LockedPackage;
    neededBy(packages, Object.keys({ ...dependencies, ...optionalDependencies }), path, known);
  }
  return known;
}

function placeOf(packages: LockedPackages, name: string, from: string): string | null {
  const path = `${from === "" ? "" : `${from}/`}node_modules/${name}`;
  if (path in packages) return path;
  return from === ""
    ? null
    : placeOf(packages, name, from.slice(0, Math.max(0, from.lastIndexOf("/node_modules/"))));
}

/** The page, with every package that is not for development only or that some sites use, by its terms. */
export function licencesPage(packages: LockedPackages): string {
  const byTerms = new Map<string, string[]>();
  const used = neededBy(packages, [...Object.keys(packagesFor(ALL_NEEDS)), ...JOINED]);
  for (const [path, { version = "", license, dev = false }] of Object.entries(packages)) {
    if (path === "" || (dev && !used.has(path))) continue;
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const terms = license ?? STATED[name] ?? "not stated";
    byTerms.set(terms, [...(byTerms.get(terms) ?? []), `${name} ${version}`]);
  }
  const sections = [...byTerms].sort(([a], [b]) => compareText(a, b));
  return [HEAD, ...sections.map(([terms, names]) => sectionOf(terms, [...new Set(names)]))].join("\n");
}

function sectionOf(terms: string, names: readonly string[]): string {
  return `## ${terms}\n\n${[...names].sort(compareText).join(" · ")}\n`;
}

export function readLock(path = "package-lock.json"): LockedPackages {
  return (JSON.parse(readFileSync(path, "utf8")) as { readonly packages: LockedPackages }).packages;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  writeFileSync("docs/licences.md", licencesPage(readLock()));
