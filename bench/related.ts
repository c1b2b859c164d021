/**
 * Times the ranking alone on made-up articles of 160 words, each size in a
 * process of its own, with the growth per doubling and a warm start.
 *
 *     npx tsx bench/related.ts                  1,250 to 10,000 articles
 *     npx tsx bench/related.ts 100000           other sizes
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import {
  decodeMemory,
  encodeMemory,
  type RelatedDocument,
  rankRelated,
  rankRemembering,
  rankSite,
  rerank,
} from "../plugins/related/index.ts";
import { seeded } from "./random.ts";

const DEFAULT_SIZES = [1250, 2500, 5000, 10_000];
const WORD_COUNT = 160;
const VOCABULARY = 20_000;
/** Subjects that articles are about; each has words of its own beside the common ones. */
const SUBJECTS = 200;
const SUBJECT_WORDS = 60;
const SUBJECT_SHARE = 0.25;

/** What one run took. */
interface Timing {
  readonly size: number;
  readonly coldCpuMs: number;
  readonly coldMs: number;
  readonly maxRssMiB: number;
  /** One article of all edited, the memory read back from bytes. */
  readonly warmMs: number;
  /** The same edit where all is still in memory, as while serving. */
  readonly againMs: number;
  readonly scoredCount: number;
  readonly memoryMiB: number;
}

/** Articles with words as common as in running text (Zipf), part of them on a subject; the same for a size. */
export function rankingCorpus(size: number): RelatedDocument[] {
  const random = seeded(20_261_121);
  const letters = "abcdefghijklmnopqrstuvwxyz";
  const word = (): string =>
    Array.from({ length: 2 + Math.floor(random() * 8) }, () => letters[Math.floor(random() * 26)]).join("");
  const words = Array.from({ length: VOCABULARY }, word);
  const subjects = Array.from({ length: SUBJECTS }, () =>
    Array.from({ length: SUBJECT_WORDS }, () => words[Math.floor(random() * VOCABULARY)]!),
  );
  const common = (): string => words[Math.floor(VOCABULARY ** random()) - 1]!;
  return Array.from({ length: size }, (_, index) => {
    const subject = subjects[Math.floor(random() * SUBJECTS)]!;
    const next = (): string =>
      random() < SUBJECT_SHARE ? subject[Math.floor(random() * SUBJECT_WORDS)]! : common();
    return {
      id: `article-${index}`,
      title: Array.from({ length: 7 }, next).join(" "),
      text: Array.from({ length: WORD_COUNT }, next).join(" "),
      date: new Date(Date.UTC(2016, 0, 1) + Math.floor(random() * 3900) * 86_400_000)
        .toISOString()
        .slice(0, 10),
    };
  });
}

function time(size: number): Timing {
  const documents = rankingCorpus(size);
  const cpu = process.cpuUsage();
  const start = performance.now();
  rankRelated(documents);
  const coldMs = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  const maxRssMiB = process.resourceUsage().maxRSS / 1024;
  return { size, coldCpuMs: (user + system) / 1000, coldMs, maxRssMiB, ...timeWarm(documents) };
}

function timeWarm(
  documents: readonly RelatedDocument[],
): Pick<Timing, "warmMs" | "againMs" | "scoredCount" | "memoryMiB"> {
  const site = rankSite(documents);
  const bytes = encodeMemory(site.memory);
  const at = Math.floor(documents.length / 2);
  const changed = { ...documents[at]!, text: `${documents[at]!.text} ${documents[0]!.text.slice(0, 60)}` };
  const edited = documents.with(at, changed);
  const start = performance.now();
  const { scoredCount } = rankRemembering(edited, {}, decodeMemory(bytes));
  const warmMs = performance.now() - start;
  const again = performance.now();
  rerank(site, { set: [changed] });
  const againMs = performance.now() - again;
  return { warmMs, againMs, scoredCount, memoryMiB: bytes.length / 2 ** 20 };
}

function report(timings: readonly Timing[]): void {
  console.log(`Ranking, ${WORD_COUNT} words an article, Node ${process.version}\n`);
  console.log(
    "articles   CPU s  wall s    MiB   × per doubling   one edit s  in memory s  scored  memory MiB",
  );
  timings.forEach((timing, at) => {
    const before = timings[at - 1];
    const doublings = before ? Math.log2(timing.size / before.size) : 0;
    const growth = before ? ((timing.coldCpuMs / before.coldCpuMs) ** (1 / doublings)).toFixed(2) : "–";
    const cells = [
      String(timing.size).padStart(8),
      (timing.coldCpuMs / 1000).toFixed(2).padStart(7),
      (timing.coldMs / 1000).toFixed(2).padStart(7),
      timing.maxRssMiB.toFixed(0).padStart(6),
      growth.padStart(16),
      (timing.warmMs / 1000).toFixed(2).padStart(12),
      (timing.againMs / 1000).toFixed(2).padStart(12),
      String(timing.scoredCount).padStart(7),
      timing.memoryMiB.toFixed(1).padStart(11),
    ];
    console.log(cells.join(" "));
  });
}

/** Times each size in a fresh process and prints a table. */
export function benchRelated(sizes: readonly number[] = DEFAULT_SIZES): void {
  const file = fileURLToPath(import.meta.url);
  report(
    sizes.map((size) => {
      const child = spawnSync(process.execPath, [...process.execArgv, file, "--one", String(size)], {
        encoding: "utf8",
        maxBuffer: 2 ** 20,
      });
      if (child.status !== 0) throw new Error(`related: ${size} articles: ${child.stderr}`);
      return JSON.parse(child.stdout) as Timing;
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sizes = process.argv
    .slice(2)
    .filter((argument) => /^\d+$/.test(argument))
    .map(Number);
  if (process.argv.includes("--one")) console.log(JSON.stringify(time(sizes[0]!)));
  else benchRelated(sizes.length > 0 ? sizes : DEFAULT_SIZES);
}
