import { type Problem, quote } from "../problem.ts";
import { MOST_PIXELS } from "./convert.ts";
import type { ImageKind } from "./kind.ts";

/** Bytes a file may have: a camera's largest are a fifth of it. */
export const MOST_BYTES = 200_000_000;

/** Letters of a decoder's own words that are passed on. */
const DETAIL_LIMIT = 80;

const KINDS = "JPEG, PNG, WebP, AVIF, GIF or SVG";

/** What is wrong with an image file, whoever names it. */
export interface Fault {
  readonly severity: Problem["severity"];
  readonly expected: string;
  /** What it is, after the words by which it is named: "which is not there". */
  readonly received: string;
  readonly todo: string;
}

/** The fault in words; `src`: the image as the author names it. */
export function wordFault({ expected, received, todo }: Fault, src: string): string {
  return `expected ${expected}, received ${quote(src)}, ${received}. ${todo}`;
}

export function missingFault(severity: Problem["severity"]): Fault {
  return {
    ...fault("an image file", "which is not there", "Add the file or correct the address."),
    severity,
  };
}

/** A link, a folder, or a file outside the project. */
export const STRANGE = fault(
  "a file in this project",
  "a folder or a link that leads out of it",
  "Copy the file here.",
);

/** What keeps a file from being made into forms before it is opened; null when nothing does. */
export function kindFault(kind: ImageKind | null, byteCount: number): Fault | null {
  if (byteCount > MOST_BYTES)
    return fault(
      `at most ${MOST_BYTES / 1e6} MB`,
      `which has ${Math.round(byteCount / 1e6)}`,
      "Save a smaller one.",
    );
  if (kind === null) return fault(KINDS, "which is none of them", "Replace it.");
  if (kind.format === "heic") return fault(KINDS, "which is HEIC", "Save it as JPEG.");
  if (kind.size === null && kind.format !== "svg")
    return fault("an image with a width and a height", "which has none", "Save it again.");
  const { width = 0, height = 0 } = kind.size ?? {};
  if (width * height <= MOST_PIXELS) return null;
  return fault(
    `at most ${MOST_PIXELS / 1e6} megapixels`,
    `which has ${width} × ${height} pixels`,
    "Save a smaller one.",
  );
}

/** A file that cannot be read, or that the decoder gave up on. */
export function brokenFault(thrown: unknown): Fault {
  const words = (thrown instanceof Error ? thrown.message : String(thrown)).split("\n", 1)[0] ?? "";
  const detail = words.replace(/\s+/g, " ").trim().slice(0, DETAIL_LIMIT);
  return fault("an image that can be read", `which cannot (${detail})`, "Save it again.");
}

function fault(expected: string, received: string, todo: string): Fault {
  return { severity: "error", expected, received, todo };
}
