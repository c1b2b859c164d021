/**
 * Times whole builds from nothing: Vervain with everything on, and beside it in
 * the same run bare Eleventy with the same templates' work; then Vervain again
 * with nothing changed, and with one article edited.
 *
 *     npm run bench                     100 and 1,000 articles, three times each; then the parts by themselves
 *     npm run bench -- 10000 --runs=1   other sizes; bare Eleventy takes minutes at 10,000
 */
import { spawnSync } from "node:child_process";
import { benchParts } from "./parts.ts";
import { benchRelated } from "./related.ts";
import { type BenchSite, editOne, makeSites, measure, type Usage } from "./site.ts";

const sizes = process.argv
  .slice(2)
  .filter((argument) => /^\d+$/.test(argument))
  .map(Number);
const runs = Number(process.argv.find((argument) => argument.startsWith("--runs="))?.slice(7) ?? 3);
const only = process.argv.find((argument) => argument.startsWith("--only="))?.slice(7);

spawnSync("npm", ["run", "--silent", "compile"], { stdio: "inherit" });
console.log(`Node ${process.version}, ${runs} runs each, medians; ratio pair by pair\n`);
for (const size of sizes.length > 0 ? sizes : [100, 1000]) {
  const { bare, vervain, hugo, remove } = makeSites(size);
  try {
    const pairs = Array.from({ length: runs }, () => ({
      bare: only === "vervain" ? null : measure(bare),
      vervain: only === "bare" ? null : inTurn(vervain),
      hugo: hugo === null || only !== undefined ? null : measure(hugo),
    }));
    console.log(`${size} articles`);
    report(
      "bare Eleventy",
      pairs.flatMap((pair) => pair.bare ?? []),
      size,
    );
    report(
      "Vervain",
      pairs.flatMap((pair) => pair.vervain?.cold ?? []),
      size,
    );
    for (const way of ["unchanged", "edited"] as const) {
      report(
        `  ${way}`,
        pairs.flatMap((pair) => pair.vervain?.[way] ?? []),
        size,
      );
      const shares = pairs.flatMap(({ vervain }) =>
        vervain ? [vervain[way].cpuMs / vervain.cold.cpuMs] : [],
      );
      if (shares.length > 0) console.log(`    ${way} ÷ cold: ${median(shares).toFixed(2)} (processor time)`);
    }
    report(
      "Hugo",
      pairs.flatMap((pair) => pair.hugo ?? []),
      size,
    );
    const ratios = pairs.flatMap((pair) =>
      pair.bare && pair.vervain ? [pair.vervain.cold.wallMs / pair.bare.wallMs] : [],
    );
    if (ratios.length > 0) console.log(`  Vervain ÷ bare: ${median(ratios).toFixed(2)} (wall)\n`);
  } finally {
    remove();
  }
}

if (sizes.length === 0) {
  console.log("Parts of a build, per article or page");
  await benchParts();
  console.log("\nRanking alone, articles of 160 words");
  benchRelated([10_000]);
}

/** Builds from nothing, again unchanged, and after an edit of one article, each in a process of its own. */
function inTurn(site: BenchSite): Readonly<Record<"cold" | "unchanged" | "edited", Usage>> {
  const cold = measure(site);
  const unchanged = measure(site, true);
  editOne(site);
  return { cold, unchanged, edited: measure(site, true) };
}

function report(name: string, usages: readonly Usage[], size: number): void {
  if (usages.length === 0) return;
  const of = (value: (usage: Usage) => number): number => median(usages.map(value));
  const wall = of(({ wallMs }) => wallMs);
  const parts = [
    `${(wall / 1000).toFixed(2)} s`,
    `${(wall / size).toFixed(2)} ms an article`,
    `${(of(({ cpuMs }) => cpuMs) / 1000).toFixed(2)} CPU s`,
    `${Math.round(of(({ maxRssMiB }) => maxRssMiB))} MiB`,
    `${of(({ files }) => files)} files`,
    `${of(({ outputMiB }) => outputMiB).toFixed(1)} MiB out`,
  ];
  console.log(`  ${name.padEnd(14)} ${parts.join(" · ")}`);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
