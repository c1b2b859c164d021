/**
 * Each plugin alone in other people's sites: does it build, and which bytes of
 * the site are others than without it?
 *
 *     npm run guests                  the sites in test/guests/sites
 *     npm run guests -- FOLDER…       any Eleventy site whose dependencies are installed
 */
import { readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { PLUGINS, SITES, visit } from "./try.ts";

const given = process.argv.slice(2).map((folder) => resolve(folder));
const folders = given.length > 0 ? given : readdirSync(SITES).map((name) => join(SITES, name));
const visits = folders.map((folder) => ({ name: basename(folder), ...visit(folder) }));
console.log(`| plugin | ${visits.map(({ name, files }) => `${name} (${files} files)`).join(" | ")} |`);
console.log(`|---|${visits.map(() => "---").join("|")}|`);
for (const plugin of PLUGINS) {
  const cells = visits.map(({ results }) => {
    const own = results.filter((result) => result.plugin === plugin);
    const fault = own.find((result) => result.fault !== null)?.fault;
    if (fault) return `does not build: ${fault.slice(0, 200)}`;
    const differ = new Set(own.flatMap(({ changed, gone }) => [...changed.map(({ path }) => path), ...gone]));
    const added = Math.max(...own.map((result) => result.added.length));
    return `builds, ${differ.size} changed${differ.size > 0 ? ` (${[...differ].slice(0, 3).join(", ")})` : ""}, ${added} added`;
  });
  console.log(`| ${plugin} | ${cells.join(" | ")} |`);
}
