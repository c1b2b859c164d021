import type { Headers } from "../headers.ts";

/** A file of a site that goes out to readers. */
export interface SiteFile {
  /** Path below the site's root, with "/" and without one at the start: "massage/index.html". */
  readonly path: string;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hash: string;
  readonly sizeBytes: number;
  /** What it is sent with, `Content-Type` among it. */
  readonly headers: Headers;
}

/** Every file of a site as it was built, in the order of their paths. */
export interface Manifest {
  readonly files: readonly SiteFile[];
}

/** Path as a browser asks for the file: "/massage/" for "massage/index.html", encoded. */
export function addressOf(path: string): string {
  const parts = path.replace(/(^|\/)index\.html$/, "$1").split("/");
  return `/${parts.map(encodeURIComponent).join("/")}`;
}

/** Whether a file is a page that readers open. */
export function isPage(path: string): boolean {
  return /\.html?$/i.test(path);
}
