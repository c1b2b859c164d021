import { type Problem, quote } from "../article/problem.ts";
import { MOST_PIXELS } from "./convert.ts";
import type { ImageKind } from "./kind.ts";
import type { ImageReference } from "./references.ts";

/** Bytes a file may have: a camera's largest are a fifth of it. */
export const MOST_BYTES = 200_000_000;

/** Letters of a decoder's own words that are passed on. */
const DETAIL_LIMIT = 80;

/** What is wrong with an image, without saying where. */
export type Fault = Pick<Problem, "message" | "severity">;

export function missingFault({ src }: ImageReference, severity: Problem["severity"]): Fault {
  const message = `expected an image file, received ${quote(src)}, which is not there. Add the file or correct the address.`;
  return { message, severity };
}

/** A link, a folder, or a file outside the project. */
export function strangeFault(): Fault {
  return error(
    "expected a file in this project, received a folder or a link that leads out of it. Copy the file here.",
  );
}

/** What keeps a file from being made into forms before it is opened; null when nothing does. */
export function kindFault(kind: ImageKind | null, byteCount: number): Fault | null {
  if (byteCount > MOST_BYTES)
    return error(
      `expected at most ${MOST_BYTES / 1e6} MB, received ${Math.round(byteCount / 1e6)} MB. Save a smaller one.`,
    );
  if (kind === null)
    return error(
      "expected JPEG, PNG, WebP, AVIF, GIF or SVG, received a file that is none of them. Replace it.",
    );
  if (kind.format === "heic")
    return error("expected JPEG, PNG, WebP, AVIF, GIF or SVG, received HEIC. Save it as JPEG.");
  if (kind.size === null && kind.format !== "svg")
    return error("expected an image with a width and a height, received one without. Save it again.");
  const { width = 0, height = 0 } = kind.size ?? {};
  if (width * height > MOST_PIXELS)
    return error(
      `expected at most ${MOST_PIXELS / 1e6} megapixels, received ${width} × ${height} pixels. Save a smaller one.`,
    );
  return null;
}

/** A file that the decoder gave up on. */
export function brokenFault(thrown: unknown): Fault {
  const words = (thrown instanceof Error ? thrown.message : String(thrown)).split("\n", 1)[0] ?? "";
  const detail = words.replace(/\s+/g, " ").trim().slice(0, DETAIL_LIMIT);
  return error(
    `expected an image that can be read, received one that is damaged (${detail}). Save it again.`,
  );
}

function error(message: string): Fault {
  return { message, severity: "error" };
}
