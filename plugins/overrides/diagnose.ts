import { closest, didYouMean } from "../closest.ts";
import { compareText } from "../problem.ts";
import { lastOf, moveOf, type Rename } from "../renames.ts";
import { changesOf, wordsOf } from "./changes.ts";
import { kindOf, type ThemeKind } from "./kinds.ts";
import { hashOf, type Lock, type Origin, recordOf } from "./lock.ts";
import { conflictLine } from "./merge.ts";
import { lostFields, type Models } from "./models.ts";
import { partsOf } from "./template.ts";

/**
 * How an override stands:
 * - `dead`: nothing asks for it, or for a part of it;
 * - `conflict`: it holds marks of a merge;
 * - `broken`: it reads what pages no longer have;
 * - `stale`: what it was made from has changed;
 * - `moved`: it works under an old path until the next major version;
 * - `unrecorded`: a copy of which nobody knows what it was made from;
 * - `identical`: the theme's own file;
 * - `safe`: made from what the theme has today, or building on it.
 */
export type State = "dead" | "conflict" | "broken" | "stale" | "moved" | "unrecorded" | "identical" | "safe";

/** States that fail a check, worst first. */
export const FAILING: readonly State[] = ["dead", "conflict", "broken", "stale", "moved"];

/** One override as it was found. */
export interface Diagnosis {
  /** Path below `_includes`, or "pages/NAME". */
  readonly path: string;
  readonly state: State;
  /** What was found, one fact each. */
  readonly facts: readonly string[];
  /** What to do, as a sentence; "" where nothing is to be done. */
  readonly todo: string;
}

/** The theme as a release has it. */
export interface ThemeFiles {
  readonly version: string;
  /** Texts by path below `_includes`; pages, which have no file, as "". */
  readonly files: ReadonlyMap<string, string>;
  readonly models: Models;
  readonly renames: readonly Rename[];
}

/** What the owner has. */
export interface OwnFiles {
  /** Texts by path below the owner's `_includes`; templates that replace pages as "pages/NAME". */
  readonly files: ReadonlyMap<string, string>;
  readonly lock: Lock;
  /** The theme's file that an override was made from; null: not kept, or not as it was. */
  baseOf(path: string, origin: Origin): string | null;
  /** View models of a release; null: not kept. */
  modelsOf(version: string): Models | null;
}

/** Letters by which a path may miss a theme's path and still be meant for it. */
const NEAR = 2;

/** Every file of the owner's that replaces one of the theme's, did so, or looks as if it should; in order of path. */
export function diagnose(own: OwnFiles, theme: ThemeFiles): readonly Diagnosis[] {
  return [...own.files]
    .flatMap(([path, text]) => diagnoseFile(path, text.replaceAll("\r\n", "\n"), own, theme) ?? [])
    .sort((a, b) => compareText(a.path, b.path));
}

/** One file under examination. */
interface Case {
  readonly path: string;
  readonly kind: ThemeKind;
  readonly text: string;
  /** Where the theme has it today, and what stands there. */
  readonly target: string;
  readonly original: string;
  readonly origin: Origin | undefined;
  readonly own: OwnFiles;
  readonly theme: ThemeFiles;
}

function diagnoseFile(path: string, text: string, own: OwnFiles, theme: ThemeFiles): Diagnosis | null {
  const kind = kindOf(path);
  if (kind === null) return null;
  const record = recordOf(path, own.lock, theme.renames);
  const origin = record?.origin;
  const target = theme.files.has(path) ? path : languageOr(kind, path, lastOf(path, theme.renames), theme);
  const original = theme.files.get(target);
  if (original === undefined) return withoutTarget(path, text, origin, theme);
  if (target !== path && kind !== "texts" && !isKept(path, theme))
    return {
      path,
      state: "dead",
      facts: [
        `the theme moved it to ${target} in ${moveOf(path, theme.renames)?.since}, and the old path no longer counts`,
      ],
      todo: `Rename it to ${target}.`,
    };
  return diagnoseCase({ path, kind, text, target, original, origin, own, theme });
}

/** A language that the theme does not have is held to English. */
function languageOr(kind: ThemeKind, path: string, otherwise: string, { files }: ThemeFiles): string {
  return kind === "texts" && !files.has(path) && files.has("texts/en.json") ? "texts/en.json" : otherwise;
}

function isKept(path: string, { renames, version }: ThemeFiles): boolean {
  return moveOf(path, renames)?.since.split(".", 1)[0] === version.split(".", 1)[0];
}

function withoutTarget(
  path: string,
  text: string,
  origin: Origin | undefined,
  { files, version }: ThemeFiles,
): Diagnosis | null {
  if (origin !== undefined)
    return {
      path,
      state: "dead",
      facts: [`it was made from the theme's file of ${origin.version}, and ${version} has none of that path`],
      todo: `Bring what you changed to the file that does its work now, then delete it.${didYouMean(path, files.keys())}`,
    };
  const original = /@theme\/([^"'\s]+)/.exec(text)?.[1];
  const near = nearPath(path, files);
  if (near === null && original === undefined) return null;
  return {
    path,
    state: "dead",
    facts: [
      original !== undefined && !files.has(original)
        ? `it builds on "@theme/${original}", which the theme does not have`
        : "the theme has no file of that path, so nothing asks for it",
    ],
    todo:
      near === null
        ? "Build on a file that `vervain theme list` names."
        : `Did you mean "${near}"? Rename it.`,
  };
}

/** The theme's path that is off by a letter or two, or the same file in another folder; null: none. */
function nearPath(path: string, files: ReadonlyMap<string, string>): string | null {
  const folder = path.slice(0, path.lastIndexOf("/"));
  const beside = [...files.keys()].filter((name) => name.slice(0, name.lastIndexOf("/")) === folder);
  return closest(path, beside, NEAR);
}

function diagnoseCase(one: Case): Diagnosis {
  const { path, text, original, kind, target } = one;
  const line = conflictLine(text);
  if (line > 0)
    return {
      path,
      state: "conflict",
      facts: [`line ${line}: marks of a merge that was not ended`],
      todo: "Choose between the parts and take the marks out.",
    };
  if (kind === "page") return ended(one, "safe", ["it stands in the place of a generated page"]);
  if (text === original.replaceAll("\r\n", "\n"))
    return ended(
      one,
      "identical",
      ["it is the theme's own file, word for word, and stays behind when that changes"],
      "Delete it.",
    );
  const dead = kind === "texts" ? deadTexts(one) : deadBlocks(one);
  if (dead.length > 0)
    return { path, state: "dead", facts: dead, todo: `Look at \`vervain theme show ${target}\`.` };
  const lost = lostFields(
    kind,
    text,
    one.origin === undefined ? null : one.own.modelsOf(one.origin.version),
    one.theme.models,
  );
  const drift = driftOf(one);
  if (lost.length > 0)
    return {
      path,
      state: "broken",
      facts: [...lost, ...drift.facts],
      todo: drift.todo || `Look at \`vervain theme show ${target}\`.`,
    };
  return ended(one, drift.state, drift.facts, drift.todo);
}

/** With what is to be said of a file under an old path. */
function ended(
  { path, target, theme, kind }: Case,
  state: State,
  facts: readonly string[],
  todo = "",
): Diagnosis {
  const move = kind === "texts" ? undefined : moveOf(path, theme.renames);
  if (target === path || move === undefined) return { path, state, facts, todo };
  const moved = `the theme moved it to ${target} in ${move.since}; the old path counts until the next major version`;
  return {
    path,
    state: state === "stale" ? state : "moved",
    facts: [moved, ...facts],
    todo: `Rename it to ${target}.${todo === "" ? "" : ` ${todo}`}`,
  };
}

interface Drift {
  readonly state: "safe" | "stale" | "unrecorded";
  readonly facts: readonly string[];
  readonly todo: string;
}

/** How far the theme has gone since the file was taken. */
function driftOf({ path, kind, text, target, original, origin, own, theme }: Case): Drift {
  const builds = text.includes(`@theme/${target}`) || text.includes(`@theme/${path}`);
  const isPart = builds || kind === "texts";
  if (origin === undefined)
    return isPart
      ? {
          state: "safe",
          facts: [builds ? "it builds on the theme's file" : "each of its texts is one of the theme's"],
          todo: "",
        }
      : {
          state: "unrecorded",
          facts: ["nobody knows what it was made from, so no change of the theme can be named"],
          todo: `\`vervain theme eject --keep ${path}\` takes it as made for ${theme.version}.`,
        };
  if (origin.hash === hashOf(original))
    return {
      state: "safe",
      facts: [`made from the theme's file of ${origin.version}, which has not changed`],
      todo: "",
    };
  const base = own.baseOf(recordOf(path, own.lock, theme.renames)?.path ?? path, origin);
  if (base === null)
    return {
      state: "stale",
      facts: [
        `the theme's file has changed since ${origin.version}; what it was is not in .vervain/theme, so the changes cannot be named`,
      ],
      todo: `Compare it with \`vervain theme show ${target}\`, then \`vervain theme eject --keep ${path}\`.`,
    };
  const changes = builds ? changedBlocks(text, base, original) : changesOf(kind, base, original);
  if (builds && changes.length === 0)
    return {
      state: "safe",
      facts: [`no block that it replaces has changed since ${origin.version}`],
      todo: "",
    };
  return {
    state: "stale",
    facts: changes.map((change) => `since ${origin.version}: ${change}`),
    todo: builds
      ? `Look at \`vervain theme show ${target}\`, then \`vervain theme eject --keep ${path}\`.`
      : `\`vervain theme merge ${path}\` brings that into yours.`,
  };
}

/** Blocks that the override replaces and that the theme has changed. */
function changedBlocks(text: string, base: string, original: string): readonly string[] {
  const [before, now] = [partsOf(base).blocks, partsOf(original).blocks];
  return [...partsOf(text).blocks.keys()]
    .filter((name) => before.get(name) !== now.get(name))
    .map((name) => `the block "${name}", which it replaces, is another`);
}

/** Blocks of a template that builds on the theme's and that the theme does not have: nothing prints them. */
function deadBlocks({ text, target, path, theme }: Case): readonly string[] {
  if (!text.includes(`@theme/${target}`) && !text.includes(`@theme/${path}`)) return [];
  const known = blocksAbove(target, theme.files);
  const own = partsOf(text);
  // A block inside one of the owner's is theirs to name.
  const nested = new Set([...own.blocks.values()].flatMap((inner) => [...partsOf(inner).blocks.keys()]));
  return [...own.blocks.keys()]
    .filter((name) => !known.has(name) && !nested.has(name))
    .map(
      (name) =>
        `the theme has no block "${name}" there, so what it holds is printed nowhere.${didYouMean(name, known)}`,
    );
}

/** Blocks of a template and of all that it extends. */
function blocksAbove(
  path: string,
  files: ReadonlyMap<string, string>,
  seen: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const source = files.get(path);
  if (source === undefined || seen.has(path)) return new Set();
  const parent = /\{%-?\s*extends\s+["'](?:@theme\/)?([^"']+)["']/.exec(source)?.[1];
  const above =
    parent === undefined ? new Set<string>() : blocksAbove(parent, files, new Set([...seen, path]));
  return new Set([...partsOf(source).blocks.keys(), ...above]);
}

/** Texts that the theme no longer asks for. */
function deadTexts({ text, original, theme }: Case): readonly string[] {
  const known = new Set([
    ...wordsOf(original).keys(),
    ...wordsOf(theme.files.get("texts/en.json") ?? "").keys(),
  ]);
  return [...wordsOf(text).keys()]
    .filter((key) => !known.has(key))
    .map((key) => `the theme has no text "${key}".${didYouMean(key, known)}`);
}
