import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { parseSite, type SiteOptions } from "../../plugins/corpus/site.ts";
import { headerRules, headersFor } from "../../plugins/publish/headers.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".avif": "image/avif",
  ".webp": "image/webp",
  ".jpg": "image/jpeg",
  ".png": "image/png",
};
/** Types that a host compresses; the others are compressed already. */
const TEXT = /^(?:text\/|image\/svg|application\/(?:json|xml|manifest|feed))/;

/** A site as a visitor of a good host gets it. */
export interface Host {
  /** "http://127.0.0.1:40123" */
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Serves a built site on loopback, compressed and under the headers that the
 * package writes for hosts. One header differs: `upgrade-insecure-requests`
 * would ask for https, which a loopback address has not.
 */
export async function openHost(
  folder: string,
  options: SiteOptions,
  encoding: "gzip" | "br" = "gzip",
): Promise<Host> {
  const rules = headerRules(parseSite(options));
  const bodies = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = fileOf(folder, path);
    const type = TYPES[extname(file ?? "404.html")] ?? "application/octet-stream";
    const headers: Record<string, string> = { "Content-Type": type, ...headersFor(rules, path) };
    const policy = headers["Content-Security-Policy"];
    if (policy) headers["Content-Security-Policy"] = policy.replace(/;? ?upgrade-insecure-requests/, "");
    const known = file ?? join(folder, "404.html");
    const isText = TEXT.test(type);
    const body =
      bodies.get(known) ?? (existsSync(known) ? pack(known, isText ? encoding : null) : Buffer.alloc(0));
    bodies.set(known, body);
    if (isText) headers["Content-Encoding"] = encoding;
    response.writeHead(file === null ? 404 : 200, { ...headers, "Content-Length": body.length });
    response.end(request.method === "HEAD" ? undefined : body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The file of a path; null where there is none. */
function fileOf(folder: string, path: string): string | null {
  const asked = join(folder, normalize(path));
  const file = existsSync(asked) && statSync(asked).isDirectory() ? join(asked, "index.html") : asked;
  return existsSync(file) && statSync(file).isFile() ? file : null;
}

function pack(file: string, encoding: "gzip" | "br" | null): Buffer {
  const bytes = readFileSync(file);
  if (encoding === null) return bytes;
  return encoding === "gzip" ? gzipSync(bytes, { level: 9 }) : brotliCompressSync(bytes);
}
