/**
 * Is a warm build ever another than a cold one? Changes a site at random, round
 * after round, builds it with all that earlier builds kept, and beside it the
 * same files in a folder that was never built; compares every byte and what is said:
 *
 *     npm run stale                      200 rounds of one to three changes; 15 minutes
 *     npm run stale -- 20 --seed=7       fewer, others
 *
 * Exit 1 at the first difference, with what was changed.
 */
import { pick, seeded } from "../random.ts";
import { CHANGES, EDITS } from "./changes.ts";
import { build, differences, freshCopy, staleSite, write } from "./site.ts";

const values = process.argv.slice(2);
const rounds = values.map(Number).find((number) => number > 0) ?? 200;
const seed = Number(values.find((value) => value.startsWith("--seed="))?.slice(7) ?? 18);
const random = seeded(seed);
const { site, packages, clean } = staleSite(30);
const names = Object.keys(CHANGES);
let failed = 0;
let same = 0;
let keptCount = 0;
let pageCount = 0;
let unchangedCount = 0;
let last: ReadonlyMap<string, number> = new Map();
try {
  for (let round = 0; round < rounds; round++) {
    for (const undo of site.undo.splice(0)) undo();
    for (const undo of site.later.splice(0)) {
      if (random() < 0.7) undo();
      else site.later.push(undo);
    }
    // What the owner's code reads is another in every round.
    write(site, "word.txt", `word ${round}`);
    const count = round === 0 ? 0 : 1 + Math.floor(random() ** 2 * 3);
    // Every other round leaves most pages as they are.
    const changes = Array.from({ length: count }, () => pick(round % 2 === 0 ? names : EDITS, random));
    for (const name of changes) CHANGES[name]?.({ site, packages, random, round });
    const cold = freshCopy(site);
    const [warm, fresh] = await Promise.all([build(site.folder, site.package), build(cold, site.package)]);
    if (fresh.code !== 0) {
      failed++;
      console.log(`round ${round} (${changes.join(", ")}): ${/^error .*/m.exec(fresh.said)?.[0]}`);
    } else {
      pageCount += warm.pages.size;
      keptCount += [...warm.pages].filter(([path, number]) => last.get(path) === number).length;
      last = warm.pages;
    }
    const found =
      fresh.code === 0 || warm.code !== fresh.code
        ? differences(warm, fresh)
        : differences({ ...warm, files: fresh.files }, fresh);
    // Once more with nothing changed: most often nothing is made then, and what is there and said is the same.
    const again = warm.code === 0 && found.length === 0 ? await build(site.folder, site.package) : null;
    const different = again === null ? found : differences(again, fresh).map((one) => `again: ${one}`);
    if (again?.isUnchanged) unchangedCount++;
    if (different.length === 0) {
      same++;
      continue;
    }
    console.log(
      `round ${round} (${changes.join(", ") || "first"}): ${different.length} differ: ${different.slice(0, 8).join(", ")}`,
    );
    if (warm.said !== fresh.said) console.log(`warm:\n${warm.said}\ncold:\n${fresh.said}`);
    process.exitCode = 1;
    break;
  }
} finally {
  console.log(
    `stale: ${same} rounds alike, ${failed} of them builds that both refused; ${keptCount} of ${pageCount} pages taken over, ${unchangedCount} builds of nothing new made nothing (seed ${seed})`,
  );
  if (process.exitCode !== 1 || !values.includes("--keep")) clean();
  else console.log(site.folder);
}
