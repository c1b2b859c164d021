import { join } from "node:path";
import { browse } from "./browser.ts";
import { fuzzHeaders } from "./fuzz.ts";
import { reportOf, runCorpus } from "./run.ts";

// `npm run hostile`: every case under `vervain build` and `vervain build --check`,
// 1,000 made-up headers, and all pages that came of it in a real browser.
const outcome = runCorpus();
console.log(reportOf(outcome));
const fuzz = await fuzzHeaders(1000);
console.log(
  `${fuzz.count} made-up headers: ${fuzz.builtCount} built, ${fuzz.ranCount} ran, ${fuzz.outside.length} outside, ${fuzz.thrown.length} threw, longest ${Math.round(fuzz.longestMs)} ms`,
);
const browsed = [];
for (const hasPolicy of [true, false]) {
  const found = await browse(join(outcome.project.folder, "_site"), { hasPolicy });
  browsed.push(found);
  console.log(
    `${found.pageCount} pages in Chromium ${hasPolicy ? "with" : "without"} the policy: ${found.ran.length} ran code, ${found.reports.length} reports`,
  );
  for (const line of [...found.ran, ...found.reports]) console.log(`  ${line}`);
}
outcome.project.clean();
const isHeld =
  outcome.faults.length === 0 &&
  outcome.verdicts.every(({ fault }) => fault === null) &&
  fuzz.ranCount + fuzz.outside.length + fuzz.thrown.length === 0 &&
  fuzz.longestMs < 2000 &&
  browsed.every(({ ran, reports }) => ran.length + reports.length === 0);
process.exitCode = isHeld ? 0 : 1;
