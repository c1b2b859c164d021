/**
 * Writes docs/licences.md from package-lock.json: whose work a site is built
 * with, and on what terms.
 *
 *     npx tsx bench/licences.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { compareText } from "../plugins/problem.ts";

/** An entry of the lockfile, as far as it is asked. */
export interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly peer?: boolean;
  readonly hasInstallScript?: boolean;
}

export type LockedPackages = Readonly<Record<string, LockedPackage>>;

/** Terms of packages whose manifest states none, as their licence file says. */
const STATED: Readonly<Record<string, string>> = { duplexer: "MIT" };

const HEAD = `# Licences

What \`npm ci --omit=dev\` installs beside Vervain (MIT), and on what terms. Made by \`npx tsx bench/licences.ts\`; a test holds it to package-lock.json. Of packages for one system each, an installation has those of its own.

No package asks that a site built with it be published on any terms. Two terms ask something of who passes the program itself on, changed:

- **MPL-2.0** (the drawing of cards): whoever changes files of these packages and passes them on publishes those files. Vervain changes none.
- **LGPL-3.0-or-later** (libvips, which decodes pictures): a library of its own, loaded when it is needed, which you may replace by another build of it.
`;

/** The page, with every package that is not for development only, by its terms. */
export function licencesPage(packages: LockedPackages): string {
  const byTerms = new Map<string, string[]>();
  for (const [path, { version = "", license, dev = false }] of Object.entries(packages)) {
    if (path === "" || dev) continue;
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
