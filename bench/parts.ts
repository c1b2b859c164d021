/**
 * Times the parts of a build by themselves, in this process, after a warm-up:
 * what one article or page costs each.
 *
 *     npx tsx bench/parts.ts            300 articles
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Article } from "../plugins/article/types.ts";
import type { Corpus } from "../plugins/corpus/corpus.ts";
import { benchImages } from "./images.ts";
import { line } from "./line.ts";
import { makeSites, measure } from "./site.ts";

/** Builds a site of `count` articles and prints a line per part. */
export async function benchParts(count = 300): Promise<void> {
  const { vervain, remove } = makeSites(count, true);
  const home = process.cwd();
  try {
    measure(vervain);
    process.chdir(vervain.folder);
    await timeParts(vervain.folder);
  } finally {
    process.chdir(home);
    remove();
  }
}

async function timeParts(folder: string): Promise<void> {
  const read = await import("../plugins/article/read.ts");
  const { extractBenefits } = await import("../plugins/benefits/extract.ts");
  const { loadLexicon } = await import("../plugins/cli/benefits.ts");
  const { reviewFully } = await import("../plugins/review/review.ts");
  const { checkFolder } = await import("../plugins/cli/check.ts");
  const { withCorpus } = await import("../plugins/engine/decided.ts");
  const { viewsOf } = await import("../plugins/page/views-of.ts");

  const articles = join(folder, "src/articles");
  const opened = readdirSync(articles).flatMap((name) => {
    const file = read.openArticle(readFileSync(join(articles, name)), name);
    return "problem" in file ? [] : [file];
  });
  const models: Article[] = [];
  report("article model (front matter, Markdown)", "article", opened.length, () => {
    models.length = 0;
    for (const file of opened) {
      const { article } = read.readArticle(file, { id: file.file, timeZone: "UTC", lang: "en" });
      if (article) models.push(article);
    }
  });
  const lexicon = loadLexicon(undefined, []);
  report("benefits, all rules", "article", models.length, () => {
    for (const model of models) extractBenefits(model, lexicon);
  });
  const context = { now: "2026-11-21T00:00:00Z", people: new Map() };
  report("health review, all rules of an article", "article", models.length, () => {
    for (const model of models) reviewFully(model, context);
  });
  await withCorpus(undefined, async (corpus: Corpus) => {
    const views = [...(viewsOf(corpus)?.byUrl.values() ?? [])];
    report("schema.org graph, as text", "page", views.length, () => {
      for (const view of views) void view.graph;
    });
  });
  let pageCount = 1;
  const ms = median(() => {
    ({ pageCount } = checkFolder(join(folder, "_site"), {}));
  });
  line("check, all rules, reading included", "page", ms / pageCount);
  await benchImages();
}

function report(name: string, unit: string, count: number, run: () => void): void {
  line(name, unit, median(run) / count);
}

/** Median of five runs after two to warm up, milliseconds. */
function median(run: () => void): number {
  run();
  run();
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return times.sort((a, b) => a - b)[2] as number;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await benchParts();
