/**
 * Imports made-up WordPress exports and measures it: 10,000 posts, and a file
 * of 200 MB. Five exports of different seeds hold what real ones do. Each must
 * add up, hold no address, and write nothing the second time.
 *
 *     npm run bench:import
 *     npm run bench:import -- EXPORT.xml …    the same of exports of your own
 */
import { spawnSync } from "node:child_process";
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Ledger } from "../plugins/import/ledger.ts";
import { pick, seeded } from "./random.ts";
import { type MadePost, type MadeSite, wxrPieces } from "./wxr.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const WORDS = "warm bath sleep rest tea breath walk slow evening 睡眠 чай café quiet C# hand foot".split(" ");

function made(seed: number, count: number, words: number): MadeSite {
  const random = seeded(seed);
  const text = (length: number): string => Array.from({ length }, () => pick(WORDS, random)).join(" ");
  const posts = Array.from({ length: count }, (_, index): MadePost => {
    const paragraphs = Array.from({ length: Math.max(1, Math.round(words / 60)) }, () => text(60));
    const extras = pick(
      [
        "",
        '[gallery ids="1,2"]',
        "<ul>\n<li>one\n<li>two</ul>",
        '[box a="]"]x[/box]',
        "<!-- wp:paragraph --><p>b</p><!-- /wp:paragraph -->",
        "a ]]> b",
        "<table><tr><td>a</td><td>b</td></tr></table>",
      ],
      random,
    );
    return {
      type: random() < 0.05 ? "page" : "post",
      status: pick(
        ["publish", "publish", "publish", "publish", "draft", "private", "future", "pending", "trash"],
        random,
      ),
      password: random() < 0.02 ? "sesame99" : "",
      title: text(4),
      slug: random() < 0.05 ? "same" : `${text(3).replace(/[ #]/g, "-")}-${index}`,
      date: `20${10 + (index % 14)}-0${1 + (index % 9)}-1${index % 10} 1${index % 10}:30:00`,
      offset: pick([null, 0, 60, -300, 345], random),
      author: index % 3,
      content: [...paragraphs, extras].join("\n\n"),
      categories: [pick(["Sleep", "Rest", "Uncategorized"], random)],
      tags: [pick(WORDS, random)],
      fields: [
        ["_edit_last", "1"],
        ["x", 'a:1:{s:1:"k";s:5:"a]]>b";}'],
      ],
      comments: Array.from({ length: Math.floor(random() * 4) }, (_one, at) => ({
        author: text(2),
        mail: `reader${index}.${at}@mail.example`,
        network: `203.0.113.${index % 250}`,
        approved: pick(["1", "1", "0", "spam"] as const, random),
        type: "comment",
        parent: at > 0 ? at - 1 : null,
        words: random() < 0.1 ? `mail reader${index}.${at}@mail.example` : text(20),
      })),
    };
  });
  const people = ["Ann", "Bo", "睡眠"].map((name, at) => ({
    login: `user${at}`,
    name,
    mail: `user${at}@desk.example`,
  }));
  return {
    url: "https://old.example",
    version: pick(["1.0", "1.1", "1.2"], random),
    prefix: "wp",
    permalinks: pick(["date", "name", "plain", "html"], random),
    people,
    posts,
  };
}

function writeExport(path: string, site: MadeSite): void {
  const handle = openSync(path, "w");
  for (const piece of wxrPieces(site)) writeSync(handle, piece);
  closeSync(handle);
}

interface Usage {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly maxRssMiB: number;
}

function importOnce(
  source: string,
  into: string,
): { readonly code: number | null; readonly printed: string; readonly usage: Usage } {
  const usageFile = join(into, "..", "usage.json");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      "--import",
      "tsx",
      "--import",
      join(ROOT, "bench/usage.mjs"),
      join(ROOT, "plugins/cli/main.ts"),
      "import",
      source,
      "--into",
      into,
    ],
    { encoding: "utf8", env: { ...process.env, BENCH_USAGE: usageFile, NO_COLOR: "1" } },
  );
  return {
    code: status,
    printed: stdout + stderr,
    usage: JSON.parse(readFileSync(usageFile, "utf8")) as Usage,
  };
}

/** E-mail and network addresses of people in the export that stand in a written file. */
function leaks(source: string, into: string): number {
  const addresses = new Set<string>();
  const fields = /<\w+:(?:author_email|comment_author_email|comment_author_IP)>(?:<!\[CDATA\[)?([^<\]]*)/g;
  for (const [, address = ""] of readFileSync(source, "utf8").matchAll(fields))
    if (/@|\d\.\d/.test(address)) addresses.add(address.toLowerCase());
  let found = 0;
  for (const name of readdirSync(into, { recursive: true, encoding: "utf8" })) {
    if (!statSync(join(into, name)).isFile()) continue;
    for (const [token] of readFileSync(join(into, name), "utf8")
      .toLowerCase()
      .matchAll(/[\w.+'-]+@[\w.-]+\w|\d{1,3}(?:\.\d{1,3}){3}/g))
      if (addresses.has(token)) found++;
  }
  return found;
}

function measure(name: string, source: string, folder: string, checksLeaks: boolean): void {
  const into = join(folder, "site");
  const first = importOnce(source, into);
  const ledger = JSON.parse(readFileSync(join(into, "import-report.json"), "utf8")) as Ledger;
  const { item, comment } = ledger.balance;
  const again = importOnce(source, into);
  const writes = /files: (\d+) new, (\d+) updated/.exec(again.printed);
  const megabytes = (statSync(source).size / 1e6).toFixed(1);
  console.log(
    `${name.padEnd(34)} ${megabytes.padStart(6)} MB ${(first.usage.wallMs / 1000).toFixed(1).padStart(6)} s ${(first.usage.cpuMs / 1000).toFixed(1)} s CPU ${first.usage.maxRssMiB.toFixed(0).padStart(5)} MiB  exit ${first.code}, items ${item.in} = ${item.out} + ${item.named}, comments ${comment.in} = ${comment.out} + ${comment.named}, second run ${writes?.[1]} + ${writes?.[2]} writes${checksLeaks ? `, ${leaks(source, into)} addresses` : ""}`,
  );
  rmSync(into, { recursive: true, force: true });
}

const folder = mkdtempSync(join(tmpdir(), "vervain-bench-import-"));
try {
  const own = process.argv.slice(2);
  for (const path of own) measure(path.split("/").at(-1)!, path, folder, true);
  if (own.length === 0) {
    const source = join(folder, "export.xml");
    for (const seed of [1, 2, 3, 4, 5]) {
      writeExport(source, made(seed, 300, 200));
      measure(`seed ${seed}, 300 posts`, source, folder, true);
    }
    writeExport(source, made(6, 10_000, 400));
    measure("10,000 posts of 400 words", source, folder, true);
    writeExport(source, made(7, 8_000, 3_600));
    measure("a large export", source, folder, false);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
