import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Expected, Label, Labelled } from "./labels.ts";

/** Line from 1, first column from 0, column behind the last. */
type Place = readonly [line: number, from: number, to: number];

/** One entry of bench/labels/*.json, as its README says; what is empty is left out. */
interface HeldLabel {
  /** owner/name@commit */
  readonly source: string;
  readonly path: string;
  readonly split: Half;
  readonly class: string;
  readonly trap: boolean;
  readonly count: number | null;
  readonly therapies?: readonly string[];
  readonly therapiesOptional?: readonly string[];
  readonly conditions?: readonly string[];
  readonly conditionsOptional?: readonly string[];
  readonly benefits?: readonly { readonly at: Place; readonly canonical: readonly Expected[] }[];
  readonly optional?: readonly Place[];
  readonly prose: readonly Expected[] | null;
  readonly proseOptional?: readonly string[];
  readonly forbidden?: readonly string[];
  readonly alsoRead?: readonly Place[];
}

/** `dev`: may be looked into. `held`: only its sums. */
export type Half = "dev" | "held";

/** Sets whose closed half has been opened too. */
const USED_UP = ["held-a", "held-b", "held-c", "held-d"];
/** Sets opened later, of which sentences are learnt from: with their lists among the lessons those of others are read worse. */
const OPENED = ["held-e", "held-f"];

/** All that may be read and learnt from: the open half of every set, and both of those that are used up. */
export function readOpen(articles: string, labels: string = HELD): Labelled[] {
  return [
    ...readHeld(articles, "dev", labels),
    ...USED_UP.flatMap((set) => readHeld(articles, "held", labels, set)),
  ];
}

/** Those of which the sentences teach and the lists do not. */
export function readOpened(articles: string, labels: string = HELD): Labelled[] {
  return OPENED.flatMap((set) => readHeld(articles, "held", labels, set));
}

/** Where the labels lie. */
export const HELD = join("bench", "labels");

/**
 * Labelled articles of which only places are kept here. `articles` holds the
 * texts as `owner/name/path`; one that is missing throws and names the file.
 * `set` keeps those of one file ("held-b"); "" of all.
 */
export function readHeld(articles: string, half: Half, labels: string = HELD, set = ""): Labelled[] {
  return readdirSync(labels)
    .filter((name) => name.endsWith(".json") && name.startsWith(set))
    .sort()
    .flatMap((name) => entriesOf(join(labels, name)))
    .filter(([, { split }]) => split === half)
    .map(([id, label]) => toLabelled(id, label, articles));
}

function entriesOf(file: string): [string, HeldLabel][] {
  const prefix = basename(file, ".json");
  const entries = JSON.parse(readFileSync(file, "utf8")) as Record<string, HeldLabel>;
  return Object.entries(entries).map(([id, label]) => [`${prefix}/${id}`, label]);
}

function toLabelled(id: string, label: HeldLabel, articles: string): Labelled {
  const [source = ""] = label.source.split("@");
  const text = readFileSync(join(articles, source, label.path), "utf8");
  const lines = text.split(/\r?\n/);
  const words = ([line, from, to]: Place): string => bare((lines[line - 1] ?? "").slice(from, to));
  return { id, source, text, label: toLabel(label, words) };
}

function toLabel(held: HeldLabel, words: (place: Place) => string): Label {
  return {
    file: held.path,
    class: held.class,
    trap: held.trap,
    title: {
      count: held.count,
      therapies: held.therapies ?? [],
      therapiesOptional: held.therapiesOptional ?? [],
      conditions: held.conditions ?? [],
      conditionsOptional: held.conditionsOptional ?? [],
    },
    benefits: (held.benefits ?? []).map(({ at, canonical }) => ({ heading: words(at), canonical })),
    optionalAnchors: (held.optional ?? []).map(words),
    prose: held.prose?.map((canonical) => ({ canonical })) ?? null,
    proseOptional: held.proseOptional ?? [],
    forbidden: held.forbidden ?? [],
    alsoRead: (held.alsoRead ?? []).map(words),
  };
}

/** Words without the marks of Markdown and HTML; a link as its words. */
function bare(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\*\*|__|`|<[^>]+>/g, "")
    .trim();
}
