import { lookup } from "mrmime";

/** Types whose bytes are text; without a charset some browsers and servers take Latin-1. */
const TEXT = /^text\/|[/+](?:xml|json|javascript)$/;

/** What every file may be called without harm: browsers show none of it and run none of it. */
const UNKNOWN = "application/octet-stream";

/** `Content-Type` of a file by its ending. Text is UTF-8, as everything that Vervain writes is. */
export function fileType(path: string): string {
  const type = lookup(path) ?? UNKNOWN;
  return TEXT.test(type) ? `${type}; charset=utf-8` : type;
}
