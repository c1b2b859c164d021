import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { licencesPage, readLock } from "../bench/licences.ts";
import { ELEVENTYS } from "../plugins/build/host-checks.ts";
import { ROOT } from "./project.ts";

const read = (name: string): string => readFileSync(join(ROOT, name), "utf8");
const packages = readLock(join(ROOT, "package-lock.json"));
const installed = Object.entries(packages).filter(([path]) => path !== "");

test("supply: the lockfile pins the bytes of every package, those for other systems too", () => {
  const loose = installed.filter(([, { integrity = "" }]) => !/^sha512-[\w+/]{86}==$/.test(integrity));
  assert.equal(
    loose.map(([path]) => path),
    [],
    "npm view NAME@VERSION dist.integrity gives it",
  );
});

test("supply: the Eleventys that package.json names for npm and for plugin lists are those that a build takes unwarned", () => {
  const manifest = JSON.parse(read("package.json")) as {
    readonly "11ty": { readonly compatibility: string };
    readonly peerDependencies: Readonly<Record<string, string>>;
  };
  assert.is(manifest["11ty"].compatibility, ELEVENTYS);
  assert.is(manifest.peerDependencies["@11ty/eleventy"], ELEVENTYS);
});

test("supply: SECURITY.md names every package that brings an install script, none of which is needed", () => {
  const named = /install scripts?[^.]*: ([^.]*)\./.exec(read("SECURITY.md"))?.[1] ?? "";
  const scripts = installed
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ""));
  assert.equal(
    [...named.matchAll(/`([^`]+)`/g)].map(([, name]) => name).sort(),
    [...new Set(scripts)].sort(),
  );
});

test("supply: docs/licences.md is what bench/licences.ts makes of the lockfile, and no terms are unknown", () => {
  const page = licencesPage(packages);
  assert.is(read("docs/licences.md"), page);
  assert.not.match(page, "not stated");
  // New terms are read by a person before they are listed.
  assert.equal(
    [...page.matchAll(/^## (.*)$/gm)].map(([, terms]) => terms),
    KNOWN_TERMS,
  );
});

const KNOWN_TERMS = [
  "0BSD",
  "Apache-2.0",
  "Apache-2.0 AND LGPL-3.0-or-later",
  "Apache-2.0 AND LGPL-3.0-or-later AND MIT",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "LGPL-3.0-or-later",
  "MIT",
  "MPL-2.0",
  "Python-2.0",
];

test("supply: DESIGN.md gives a reason for each package that is depended on, and for no other", () => {
  const part = read("DESIGN.md").split("\n## Dependencies\n")[1]?.split("\n## ")[0] ?? "";
  const told = part
    .split("\n")
    .filter((line) => /^\| `/.test(line))
    .flatMap((line) => [...(line.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  const { dependencies, devDependencies } = JSON.parse(read("package.json")) as {
    readonly dependencies: object;
    readonly devDependencies: object;
  };
  assert.equal(told.sort(), [...Object.keys(dependencies), ...Object.keys(devDependencies)].sort());
});

test("supply: the fonts that cards are drawn in are files of @fontsource/bitter, with its licence", () => {
  const bytes = (path: string): Buffer => readFileSync(join(ROOT, path));
  const cards = readdirSync(join(ROOT, "_includes/fonts/cards"));
  assert.ok(cards.length > 0);
  for (const name of cards) {
    const source = `node_modules/@fontsource/bitter/files/${name.replace(".woff", "-normal.woff")}`;
    assert.ok(bytes(`_includes/fonts/cards/${name}`).equals(bytes(source)), name);
  }
  assert.ok(bytes("_includes/fonts/OFL.txt").equals(bytes("node_modules/@fontsource/bitter/LICENSE")));
});

test("supply: what knip is told not to see stands in the code", () => {
  const { ignoreDependencies } = JSON.parse(read("knip.json")) as { readonly ignoreDependencies: string[] };
  const code = ["plugins", "bench", "scripts", "test"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.endsWith("supply.test.ts"))
      .map((name) => readFileSync(join(ROOT, folder, name), "utf8")),
  );
  // The fonts are compared above.
  const unseen = ignoreDependencies.filter((name) => name !== "@fontsource/bitter");
  assert.equal(
    unseen.filter((name) => !code.some((text) => new RegExp(`["'\`/]${name}["'\`/]`).test(text))),
    [],
  );
});

test("supply: every version that is depended on is an exact one", () => {
  const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<
    string,
    Record<string, string>
  >;
  const ranges = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, one]) => !/^\d+\.\d+\.\d+$/.test(one),
  );
  assert.equal(ranges, []);
});

test.run();
