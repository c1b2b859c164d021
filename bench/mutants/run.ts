/**
 * Breaks the code one line at a time, in a copy of the project, and runs the
 * tests that must notice. Exit code 1 when a mutant survives, when what it
 * changes is not there any more, or when its tests fail without it.
 *
 *     npm run mutants                     all of them: half an hour
 *     npm run mutants -- related shield   those whose name or file holds a word
 *     npm run mutants -- --list           what each is for
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Mutant } from "./mutant.ts";
import { MUTANTS } from "./table.ts";
import { type Outcome, openWorkshop, type Workshop } from "./workshop.ts";

/** The longest file takes a third of it on a slow machine. */
const ALONE_LIMIT_MS = 600_000;
/** A file that takes as many times as long as it does alone has noticed that something is wrong … */
const LATE_SHARE = 3;
/** … and none is ended before. */
const SHORTEST_LIMIT_MS = 30_000;

const { values, positionals } = parseArgs({
  options: { list: { type: "boolean", default: false } },
  allowPositionals: true,
});
const wanted = MUTANTS.filter(
  ({ name, file }) =>
    positionals.length === 0 || positionals.some((word) => name.includes(word) || file.includes(word)),
);
if (values.list) for (const { name, file, why } of wanted) console.log(`${name} (${file})\n  ${why}`);
else process.exitCode = await judgeAll(wanted);

async function judgeAll(mutants: readonly Mutant[]): Promise<number> {
  const workshop = openWorkshop(fileURLToPath(new URL("../..", import.meta.url)));
  const alone = runAlone(workshop);
  const fates: Fate[] = [];
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => {
      workshop.remove();
      process.exit(1);
    });
  try {
    for (const mutant of mutants) {
      const fate = await judge(workshop, mutant, alone);
      fates.push(fate);
      console.log(wordFate(mutant, fate));
    }
  } finally {
    workshop.remove();
  }
  const count = (kind: Fate["kind"]): number => fates.filter((fate) => fate.kind === kind).length;
  console.log(
    `${count("killed")} of ${fates.length} died, ${count("survived")} survived, ${count("unfit")} could not be tried`,
  );
  return fates.length > 0 && count("killed") === fates.length ? 0 : 1;
}

/** How a file of tests fares while nothing is broken, asked once: a death by one that fails then means nothing. */
function runAlone({ run }: Workshop): (file: string) => Promise<Outcome> {
  const known = new Map<string, Promise<Outcome>>();
  return (file) => {
    const answer = known.get(file) ?? run(file, ALONE_LIMIT_MS);
    known.set(file, answer);
    return answer;
  };
}

type Fate =
  | { readonly kind: "killed"; readonly by: string; readonly file: string; readonly seconds: number }
  | { readonly kind: "survived"; readonly seconds: number }
  | { readonly kind: "unfit"; readonly why: string };

async function judge(
  workshop: Workshop,
  { file, change, tests }: Mutant,
  alone: (file: string) => Promise<Outcome>,
): Promise<Fate> {
  let seconds = 0;
  for (const test of tests.flatMap(workshop.testFiles)) {
    const whole = await alone(test);
    if (!whole.isGreen) return { kind: "unfit", why: `${test} fails without it: ${whole.failed[0] ?? ""}` };
    const mend = workshop.apply(file, change);
    if (mend === null) return { kind: "unfit", why: "what it changes is not there, or not once" };
    const limitMs = Math.max(SHORTEST_LIMIT_MS, LATE_SHARE * whole.seconds * 1000);
    const broken = await workshop.run(test, limitMs).finally(mend);
    seconds += broken.seconds;
    if (broken.isGreen) continue;
    const by = broken.isLate ? `no end after ${(limitMs / 1000).toFixed(0)} s` : (broken.failed[0] ?? "");
    return { kind: "killed", by, file: test, seconds };
  }
  return { kind: "survived", seconds };
}

function wordFate({ name, file, why }: Mutant, fate: Fate): string {
  if (fate.kind === "unfit") return `! ${name} (${file}): ${fate.why}`;
  const time = `${fate.seconds.toFixed(1)} s`;
  if (fate.kind === "survived") return `✗ ${name} (${file}) survived · ${time}\n    ${why}`;
  return `✓ ${name} · ${time} · ${fate.file}: ${fate.by}`;
}
