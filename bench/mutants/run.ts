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
import { openWorkshop, type Workshop } from "./workshop.ts";

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
  const isGreenAlone = greenAlone(workshop);
  const fates: Fate[] = [];
  try {
    for (const mutant of mutants) {
      const fate = await judge(workshop, mutant, isGreenAlone);
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

/** Whether a file of tests passes while nothing is broken, asked once: a death by one that does not means nothing. */
function greenAlone({ run }: Workshop): (file: string) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>();
  return (file) => {
    const answer = known.get(file) ?? run(file).then(({ isGreen }) => isGreen);
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
  isGreenAlone: (file: string) => Promise<boolean>,
): Promise<Fate> {
  const mend = workshop.apply(file, change);
  if (mend === null) return { kind: "unfit", why: "what it changes is not there, or not once" };
  let seconds = 0;
  let killer: { readonly file: string; readonly by: string } | null = null;
  try {
    for (const test of tests.flatMap(workshop.testFiles)) {
      const { isGreen, failed, seconds: more } = await workshop.run(test);
      seconds += more;
      if (!isGreen) {
        killer = { file: test, by: failed[0] ?? "" };
        break;
      }
    }
  } finally {
    mend();
  }
  if (killer === null) return { kind: "survived", seconds };
  if (await isGreenAlone(killer.file)) return { kind: "killed", ...killer, seconds };
  return { kind: "unfit", why: `${killer.file} fails without it: ${killer.by}` };
}

function wordFate({ name, file, why }: Mutant, fate: Fate): string {
  if (fate.kind === "unfit") return `! ${name} (${file}): ${fate.why}`;
  const time = `${fate.seconds.toFixed(1)} s`;
  if (fate.kind === "survived") return `✗ ${name} (${file}) survived · ${time}\n    ${why}`;
  return `✓ ${name} · ${time} · ${fate.file}: ${fate.by}`;
}
