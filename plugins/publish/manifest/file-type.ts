import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** Types whose bytes are text; without a charset some browsers and servers take Latin-1. */
const TEXT = /^text\/|[/+](?:xml|json|javascript)$/;

/** What every file may be called without harm: browsers show none of it and run none of it. */
const UNKNOWN = "application/octet-stream";

/** `Content-Type` of a file by its ending. Text is UTF-8, as everything that Vervain writes is. */
export function fileType(path: string): string {
  // Loaded where a type is asked for first: most hosts know types themselves.
  const { lookup } = require("mrmime") as typeof import("mrmime");
  const type = lookup(path) ?? UNKNOWN;
  return TEXT.test(type) ? `${type}; charset=utf-8` : type;
}
