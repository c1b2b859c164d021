import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { parseDocument } from "yaml";
import { splitFrontMatter } from "../article/split.ts";
import { parseYaml } from "../article/yaml.ts";
import { toPermalink } from "../build/permalink.ts";
import { type EarlierImport, earlierFromLines, earlierOf } from "../import/earlier.ts";
import type { Ledger } from "../import/ledger.ts";
import { UNKNOWN_SITE } from "../import/model.ts";
import type { Project } from "../import/transfer/transfer.ts";
import { PAGE_FAMILIES, SITE_FILES } from "../page/families.ts";
import { fileLines } from "./file-lines.ts";
import { writeIfChanged } from "./import-writer.ts";

/** Where an import keeps its account, for people and for its next run. */
const REPORT = "import-report.json";

/**
 * What an earlier import of one source into a folder left, and the name of its
 * account: each source has one of its own, the second is `import-report-2.json`.
 * A source is known by its site's address, where it has one; one that had none
 * may be given one later (`--site`).
 *
 * @throws {SyntaxError} where one is damaged
 */
export function ledgerFor(
  into: string,
  source: string,
  siteUrl: string | null,
): { readonly name: string; readonly earlier: EarlierImport | null } {
  const site = siteUrl === UNKNOWN_SITE ? null : siteUrl;
  for (let count = 1; ; count++) {
    const name = count === 1 ? REPORT : REPORT.replace(".json", `-${count}.json`);
    const path = join(into, name);
    if (!existsSync(path)) return { name, earlier: null };
    const earlier =
      earlierFromLines(fileLines(path)) ?? earlierOf(JSON.parse(readFileSync(path, "utf8")) as Ledger);
    const isSame =
      site === null || earlier.site === null
        ? earlier.source === source && earlier.site === null
        : earlier.site === site;
    if (isSame) return { name, earlier };
  }
}

/** What an import must know of the project in a folder. */
export function readProject(
  into: string,
  earlier: EarlierImport | null,
  mediaFolder: string | null,
): Project {
  const own = new Map([...(earlier?.files ?? [])].filter(([, file]) => file.endsWith(".md")));
  const imported = new Set(own.values());
  const files = listFiles(join(into, "src")).filter((path) =>
    /\.(?:md|markdown|njk|html|liquid)$/i.test(path),
  );
  const others = files.map((path) => `src/${path}`).filter((path) => !imported.has(path));
  const addresses = new Set<string>([
    "/",
    ...PAGE_FAMILIES.map(({ name }) => `/${name}/`),
    ...SITE_FILES.map(({ url }) => url),
  ]);
  for (const path of others) addresses.add(addressOf(into, path).toLowerCase().normalize("NFC"));
  return {
    taken: { files: new Set(others), addresses, earlier: own },
    people: readPeople(into),
    media: new Set(mediaFolder === null ? [] : listFiles(mediaFolder)),
  };
}

/** Files below a folder, with "/", sorted; none where there is no folder. */
function listFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile())
    .map((name) => name.split(sep).join("/"))
    .sort();
}

/** The path on the site of a file that is there already. */
function addressOf(into: string, path: string): string {
  const { raw } = splitFrontMatter(readFileSync(join(into, path), "utf8"));
  const parsed = raw === null ? null : parseYaml(raw);
  const permalink = parsed && "data" in parsed ? parsed.data.permalink : null;
  if (typeof permalink === "string") return permalink;
  return toPermalink(path.replace(/^src\/(?:(?:articles|posts|blog)\/)?/, "").replace(/\.\w+$/, ""));
}

const PEOPLE = ["json", "yaml", "yml"].map((ending) => `_data/people.${ending}`);

function peopleFile(into: string): string {
  return PEOPLE.find((name) => existsSync(join(into, name))) ?? "_data/people.json";
}

/** Names of the project's people by id. */
export function readPeople(into: string): ReadonlyMap<string, string> {
  const path = join(into, peopleFile(into));
  const parsed = existsSync(path) ? parseYaml(readFileSync(path, "utf8")) : { data: {} };
  if (!("data" in parsed)) return new Map();
  return new Map(
    Object.entries(parsed.data).map(([id, person]) => [
      id,
      String((person as { readonly name?: unknown } | null)?.name ?? ""),
    ]),
  );
}

/** Adds people to the project's file; who is there stays as written. True where something was written. */
export function addPeople(into: string, people: ReadonlyMap<string, { readonly name: string }>): boolean {
  if (people.size === 0) return false;
  const name = peopleFile(into);
  const path = join(into, name);
  const text = existsSync(path) ? readFileSync(path, "utf8") : "{}";
  if (name.endsWith(".json")) {
    const all = { ...(JSON.parse(text) as object), ...Object.fromEntries(people) };
    return writeIfChanged(path, `${JSON.stringify(all, null, 2)}\n`);
  }
  const document = parseDocument(text);
  for (const [id, person] of people) document.set(id, person);
  return writeIfChanged(path, document.toString());
}

/** Adds redirects to the project's file; the owner's own and edited ones stay. True where something was written. */
export function addRedirects(
  into: string,
  redirects: Ledger["redirects"],
  earlier: Ledger["redirects"],
): boolean {
  const path = join(into, "_data/redirects.json");
  const there = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Record<string, string>) : {};
  const merged = { ...there };
  for (const [from, to] of Object.entries(redirects))
    if (merged[from] === undefined || merged[from] === earlier[from]) merged[from] = to;
  if (Object.keys(merged).length === 0) return false;
  return writeIfChanged(path, `${JSON.stringify(merged, null, 2)}\n`);
}
