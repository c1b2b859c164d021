import { copyFileSync, createReadStream, writeFileSync } from "node:fs";
import { join } from "node:path";
import pc from "picocolors";
import { frugalHeap } from "../engine/collector.ts";
import type { EarlierImport } from "../import/earlier.ts";
import { withFetched } from "../import/fetched.ts";
import { balanceFaults, type Ledger, ledgerPieces } from "../import/ledger.ts";
import { ledgerPage } from "../import/ledger-page.ts";
import { type Source, UNKNOWN_SITE } from "../import/model.ts";
import { type Output, type Transfer, transfer } from "../import/transfer/transfer.ts";
import { decodeXml } from "../import/wordpress/decode.ts";
import { type ExportFile, openWordPress } from "../import/wordpress/read.ts";
import { XmlRefusal } from "../import/wordpress/xml.ts";
import { formatProblem, type Problem } from "../problem.ts";
import { fetchedBefore, fetchImages, readFetched } from "./import-fetch.ts";
import { addPeople, addRedirects, ledgerFor, readProject } from "./import-project.ts";
import { ImportWriter, writeIfChanged } from "./import-writer.ts";

/** Options of an import of a whole blog. */
export interface SourceOptions {
  /** Folder of the project. */
  readonly into?: string;
  /** Show all and write nothing. */
  readonly plan?: boolean;
  /** Folder with the old site's media files (wp-content/uploads). */
  readonly media?: string;
  /** Address of the old site, where a source does not say it. */
  readonly site?: string;
  /** Fetch pictures: from these hosts, separated by commas; true: from the old site's own. */
  readonly fetchImages?: string | true;
  /** Post types to make articles of, separated by commas. */
  readonly types?: string;
}

/**
 * Imports a WordPress export, in one file or several. Exit code: 0; or 1 when
 * it cannot be read or when what went in is not what came out and was named.
 */
export async function importWordPress(files: readonly string[], options: SourceOptions): Promise<number> {
  const letters = { illegalCount: 0, brokenCount: 0 };
  const exports = files.map(
    (path): ExportFile => ({ name: path, open: () => decodeXml(createReadStream(path), letters) }),
  );
  try {
    const types = (options.types ?? "")
      .split(",")
      .map((type) => type.trim())
      .filter(Boolean);
    return await importSource(await openWordPress(exports, { types }), options);
  } catch (error) {
    if (!(error instanceof XmlRefusal)) throw error;
    return refuse({
      file: files.join(", "),
      line: error.line,
      field: "export",
      message: `${error.message}. Export it anew.`,
      severity: "error",
    });
  }
}

/** Says why nothing is imported. */
export function refuse(problem: Problem): number {
  console.error(`${pc.red("error")} ${formatProblem(problem)}`);
  return 1;
}

/** Runs an import from any source into a project, and keeps its account. */
export async function importSource(opened: Source, options: SourceOptions): Promise<number> {
  const into = options.into ?? ".";
  const source = await withPictures(opened, into, options);
  const { survey } = source;
  const { name: reportName, earlier } = ledgerFor(into, survey.source, survey.siteUrl);
  const project = readProject(into, earlier, options.media ?? null);
  const moving = transfer(source, project);
  const heap = frugalHeap();
  heap.now();
  const isPlan = options.plan ?? false;
  const writer = new ImportWriter(into, earlier?.written ?? {}, isPlan);
  if (!isPlan && earlier === null) begin(join(into, reportName), source, moving);
  for await (const outputs of moving.outputs()) {
    for (const output of outputs) take(writer, output, source, options.media ?? "");
    heap.whenGrown();
  }
  writer.nameGone();
  const ledger: Ledger = { ...moving.ledger(), untouched: writer.untouched, written: writer.written };
  if (!isPlan) keep(into, reportName, ledger, moving, earlier);
  return report(ledger, writer, isPlan ? null : reportName);
}

/** The source with pictures at hand that were fetched, now where that is asked for, or by an earlier run. */
async function withPictures(source: Source, into: string, options: SourceOptions): Promise<Source> {
  const { survey } = source;
  const read = (from: string): Uint8Array => readFetched(into, from);
  if (options.fetchImages === undefined || options.plan)
    return withFetched(source, fetchedBefore(into), read);
  const { earlier } = ledgerFor(into, survey.source, survey.siteUrl);
  const looking = transfer(source, readProject(into, earlier, options.media ?? null));
  for await (const _outputs of looking.outputs());
  const faults = await fetchImages(into, looking.ledger(), options.fetchImages);
  const all = { ...source, survey: { ...survey, parts: [...survey.parts, ...faults] } };
  return withFetched(all, fetchedBefore(into), read);
}

/** Says where everything will be before the first file is written: a run that is cut short goes on from there. */
function begin(path: string, { survey }: Source, { places }: Transfer): void {
  const items = survey.outlines.map(({ key, title, file, line }) => ({
    key,
    title,
    at: `${file}:${line}`,
    outcome: "imported" as const,
    to: places.get(key)!.file,
    parts: [],
  }));
  const none = { in: 0, out: 0, named: 0 };
  const begun: Ledger = {
    version: 1,
    source: survey.source,
    site: survey.siteUrl === UNKNOWN_SITE ? null : survey.siteUrl,
    balance: { item: none, author: none, comment: none, field: none, term: none },
    redirects: {},
    remote: [],
    parts: [],
    items,
    untouched: {},
    written: {},
  };
  writeIfChanged(path, ledgerPieces(begun));
}

function take(writer: ImportWriter, output: Output, source: Source, mediaFolder: string): void {
  if ("content" in output) writer.put(output.path, output.content);
  else if ("bytes" in output) writer.copy(output.path, (target) => writeFileSync(target, output.bytes));
  else if ("media" in output)
    writer.copy(output.path, (target) => copyFileSync(join(mediaFolder, output.media), target));
  else writer.copy(output.path, (target) => writeFileSync(target, source.files!.read(output.from)));
}

function keep(
  into: string,
  name: string,
  ledger: Ledger,
  { people }: Transfer,
  earlier: EarlierImport | null,
): void {
  addPeople(into, people.added);
  addRedirects(into, ledger.redirects, earlier?.redirects ?? {});
  writeIfChanged(join(into, name), ledgerPieces(ledger));
  writeIfChanged(join(into, name.replace(/json$/, "html")), ledgerPage(ledger));
}

function report(ledger: Ledger, { tally, untouched }: ImportWriter, name: string | null): number {
  const { item, comment } = ledger.balance;
  const drafts = ledger.items.filter(({ outcome }) => outcome === "draft").length;
  console.log(`${pc.green(name === null ? "would import" : "imported")} ${ledger.source}: ${item.in} items`);
  console.log(`  ${item.out - drafts} imported, ${drafts} kept as drafts, ${item.named} left out and named`);
  console.log(
    `  comments: ${comment.in} in the source, ${comment.out} imported, ${comment.named} left out and named`,
  );
  console.log(`  files: ${tally.added} new, ${tally.updated} updated, ${tally.unchanged} as they were`);
  if (ledger.remote.length > 0)
    console.log(`  ${pc.yellow(`${ledger.remote.length} pictures and files are not in the source`)}`);
  for (const [path, why] of Object.entries(untouched))
    console.log(`  ${pc.yellow("not touched")} ${path}: ${why}`);
  if (name !== null) console.log(`  all of it: ${name}`);
  const faults = balanceFaults(ledger.balance);
  for (const fault of faults)
    console.error(`${pc.red("error")} import: sums: expected as much out as in, received ${fault}.`);
  return faults.length > 0 ? 1 : 0;
}
