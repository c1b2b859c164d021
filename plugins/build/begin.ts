import { existsSync, readdirSync, realpathSync } from "node:fs";
import { basename, join, resolve, sep } from "node:path";
import { openArticle } from "../article/read.ts";
import { type Reference, readPeople, readTopics } from "../corpus/reference.ts";
import type { BuildEvent } from "../eleventy.ts";
import { parseJson } from "../files/json.ts";
import { fileProblem, readPlainFile, readTextFile } from "../files/plain-file.ts";
import { sha256 } from "../files/sha256.ts";
import { stampOf } from "../files/stamp.ts";
import { ContentError, type Problem, SetupError } from "../problem.ts";
import { type Build, type OpenedFile, projectPath } from "./build.ts";
import { dataFileProblems, dataNameProblem } from "./data-files.ts";
import { type EleventyEndings, sortFiles } from "./folder-files.ts";
import { outputGuard } from "./guard.ts";
import { openGuest } from "./guest.ts";
import { type ArticleSettings, fieldsOf, USUAL_FOLDERS } from "./options.ts";
import type { Readings } from "./readings.ts";

/** What a build is begun with. */
export interface Setting {
  readonly options: ArticleSettings;
  readonly endings: EleventyEndings;
  /** ISO 8601. */
  readonly now: string;
  readonly readings: Readings;
  /** By the clock, ms since 1970, whatever `now` says. */
  readonly startedMs: number;
}

/**
 * Opens every file of content and data before Eleventy does.
 *
 * @throws {ContentError} for what Eleventy would run or stop at: a template or a
 * script among articles, data that is broken or has the name of an order
 */
export function beginBuild({ directories, runMode }: BuildEvent, setting: Setting): Build {
  const { options } = setting;
  const problems: Problem[] = [];
  const roots = articleFolders(directories.input, options.folders);
  const early: Problem[] = isTrusted(options)
    ? []
    : [...roots.flatMap((root) => folderProblems(root, setting)), ...dataProblems(directories.data)];
  const opened = new Map<string, OpenedFile>();
  const byId = new Map<string, OpenedFile>();
  for (const root of roots) {
    const within = { path: root, real: realpathSync.native(root) };
    for (const name of listFiles(root)) {
      if (!/\.(?:md|markdown)$/i.test(name) || (options.isOwnSite && isHidden(name))) continue;
      const entry = options.isOwnSite
        ? openFile(within, name, { problems, early }, setting)
        : openGuestFile(within, name, problems);
      if (entry === null) continue;
      opened.set(entry.file, entry);
      byId.set(entry.id, entry);
    }
  }
  const broken = new Set(early.map(({ file }) => file));
  const reference = <Entry>(
    name: string,
    read: (source: string, file: string) => Reference<Entry>,
  ): ReadonlyMap<string, Entry> => {
    const { entries, problems: found } = readReference(directories.data, name, read, broken);
    problems.push(...found);
    return entries;
  };
  const people = reference("people", readPeople);
  const therapies = reference("therapies", readTopics);
  const conditions = reference("conditions", readTopics);
  if (early.length > 0) throw new ContentError([...early, ...problems]);
  return {
    roots: roots.map(projectPath),
    guard: outputGuard(directories.output),
    opened,
    byId,
    met: new Map(),
    articles: [],
    leftOut: [],
    draftPages: [],
    faulty: new Map(),
    problems,
    now: setting.now,
    showsHidden: options.drafts ?? runMode !== "build",
    isRepeated: runMode !== "build",
    people,
    therapies,
    conditions,
    deciding: null,
    corpus: null,
  };
}

/** On a site of the owner's own making, files in its folders are the owner's business. */
function isTrusted({ trustsFolders, isOwnSite }: ArticleSettings): boolean {
  return trustsFolders ?? !isOwnSite;
}

/** Folders that hold articles, absolute. @throws {RangeError} for one that is not there */
function articleFolders(input: string, folders: ArticleSettings["folders"]): readonly string[] {
  if (folders === undefined)
    return USUAL_FOLDERS.map((name) => resolve(input, name)).filter((path) => existsSync(path));
  return [folders].flat().map((folder) => {
    if (existsSync(folder)) return resolve(folder);
    throw new SetupError(`article: folders: expected a folder that exists, received "${folder}".`);
  });
}

/** Paths below a folder with "/", in one order on every machine. */
function listFiles(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(sep).join("/"))
    .sort();
}

/** An editor's lock or trash (".#rest.md", ".trash/rest.md"), which nobody wrote to be read. */
function isHidden(name: string): boolean {
  return /(?:^|\/)\./.test(name);
}

/** Where faults of a file go: `early` what Eleventy must not open, `problems` the rest. */
interface Faults {
  readonly problems: Problem[];
  readonly early: Problem[];
}

/** A folder of articles, and where it really lies. */
interface Root {
  readonly path: string;
  readonly real: string;
}

function openFile(
  root: Root,
  name: string,
  { problems, early }: Faults,
  { readings, startedMs }: Setting,
): OpenedFile {
  const path = join(root.path, name);
  const file = projectPath(path);
  const id = name.replace(/\.[a-z]+$/i, "");
  const stamp = readings.isHeld() ? stampOf(path, startedMs) : null;
  const same = readings.recallUnwritten(file, stamp);
  if (same !== null) return { ...same.opened, id, hash: same.hash };
  const read = readPlainFile(path, { inside: root.real }) ?? { fault: "a link to nothing" };
  if ("fault" in read) {
    early.push(fileProblem(file, read.fault));
    return unreadable(file, id);
  }
  const hash = sha256(read.bytes);
  const known = readings.recallOpened(file, hash, read.bytes);
  const result = known ?? openArticle(read.bytes, file);
  if (!("problem" in result)) {
    if (known === null) readings.rememberOpened(result, hash, read.bytes);
    readings.rememberUnwritten(file, stamp, result, hash);
    return { ...result, id, hash };
  }
  problems.push(result.problem);
  return unreadable(file, id);
}

/** A file of somebody else's, read along; what we cannot read, its owner's site may well. */
function openGuestFile(root: Root, name: string, problems: Problem[]): OpenedFile | null {
  const path = join(root.path, name);
  const file = projectPath(path);
  const read = readPlainFile(path, { inside: root.real }) ?? { fault: "a link to nothing" };
  const opened = "fault" in read ? null : openGuest(read.bytes, file, name.replace(/\.[a-z]+$/i, ""));
  const message = "expected a plain file in UTF-8, received another. It is in no list.";
  if (opened === null) problems.push({ file, line: 0, field: "file", message, severity: "note" });
  return opened;
}

/** Stands for a file that could not be opened, so that Eleventy passes it by. */
function unreadable(file: string, id: string): OpenedFile {
  return { file, id, raw: `\u0000${file}`, data: {}, body: "", bodyLine: 1 };
}

/** What must not lie among articles, or not as it is. */
function folderProblems(root: string, { options, endings }: Setting): readonly Problem[] {
  const { code, data } = sortFiles(listFiles(root), basename(root), endings);
  const fields = fieldsOf(options);
  return [
    ...code.map((name): Problem => {
      const message =
        "expected articles, images and plain data among articles, received a template or a script, which would run. Move it out, or let it run with the option trustsFolders.";
      return { file: projectPath(join(root, name)), line: 0, field: "file", message, severity: "error" };
    }),
    ...data.flatMap((name) => {
      const path = join(root, name);
      const file = projectPath(path);
      const read = readTextFile(path, file, { inside: "." });
      if (read === null) return [];
      return "problem" in read ? [read.problem] : dataFileProblems(read.text, file, fields);
    }),
  ];
}

/** Faults of the JSON that Eleventy is about to read as global data. */
function dataProblems(folder: string): readonly Problem[] {
  if (!existsSync(folder)) return [];
  return listFiles(folder).flatMap((name): readonly Problem[] => {
    const path = join(folder, name);
    const file = projectPath(path);
    if (!/\.(?:json|ya?ml)$/i.test(name)) return [];
    const misnamed = dataNameProblem(name, file);
    if (misnamed !== null) return [misnamed];
    if (!/\.json$/i.test(name)) return [];
    const read = readTextFile(path, file, { inside: "." });
    if (read === null) return [];
    if ("problem" in read) return [read.problem];
    const parsed = parseJson(read.text);
    return "fault" in parsed ? [jsonProblem(file, parsed)] : [];
  });
}

function jsonProblem(
  file: string,
  { fault, line }: { readonly fault: string; readonly line: number },
): Problem {
  return {
    file,
    line,
    field: "file",
    message: `expected JSON, received a fault (${fault}).`,
    severity: "error",
  };
}

function readReference<Entry>(
  folder: string,
  name: string,
  read: (source: string, file: string) => Reference<Entry>,
  broken: ReadonlySet<string>,
): Reference<Entry> {
  const path = ["json", "yaml", "yml"]
    .map((ending) => join(folder, `${name}.${ending}`))
    .find((candidate) => existsSync(candidate));
  const nothing = { entries: new Map<string, Entry>(), problems: [] };
  if (path === undefined || broken.has(projectPath(path))) return nothing;
  const file = projectPath(path);
  const source = readTextFile(path, file, { inside: "." });
  if (source === null) return nothing;
  if ("problem" in source) return { ...nothing, problems: [source.problem] };
  const parsed = path.endsWith(".json") ? parseJson(source.text) : null;
  if (parsed !== null && "fault" in parsed) return { ...nothing, problems: [jsonProblem(file, parsed)] };
  return read(source.text, file);
}
