import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { type Browser, chromium as playwright } from "playwright-core";
import { packedChromium } from "./packed-chromium.ts";
import { ROOT } from "./root.ts";

/** Where Debian, Ubuntu and macOS put a browser that is installed. */
const INSTALLED = [
  process.env.CHROMIUM_PATH ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The unpacked program, with its libraries and fonts; `npm ci` takes it away with the version it came from. */
const OWN_CHROMIUM = join(ROOT, "node_modules", ".cache", "chromium");

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A real Chromium: the installed one, else the one that comes with npm. `npm: true` asks for that one. */
export async function openBrowser({
  npm = false,
  args = [],
}: {
  readonly npm?: boolean;
  readonly args?: readonly string[];
} = {}): Promise<Browser> {
  const installed = npm ? undefined : INSTALLED.find((path) => path !== "" && existsSync(path));
  if (installed) return playwright.launch({ executablePath: installed, args: [...QUIET, ...args] });
  const executablePath = await packedChromium(OWN_CHROMIUM);
  return playwright.launch({ executablePath, args: [...QUIET, ...args] });
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".xml": "application/xml",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
  ".wasm": "application/wasm",
  ".png": "image/png",
};

/** Serves a built site on loopback as a host would, in its folder `below`; `headers` go with every answer. */
export async function serveSite(
  folder: string,
  headers: Readonly<Record<string, string>> = {},
  below = "",
): Promise<{ origin: string; close: () => Promise<void> }> {
  const server: Server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
    const asked = path.startsWith(`${below}/`)
      ? join(folder, path.slice(below.length))
      : join(folder, "nowhere");
    const file = existsSync(asked) && statSync(asked).isDirectory() ? join(asked, "index.html") : asked;
    const isThere = existsSync(file) && statSync(file).isFile();
    const type = TYPES[extname(isThere ? file : "404.html")] ?? "application/octet-stream";
    response.writeHead(isThere ? 200 : 404, { "content-type": type, ...headers });
    if (isThere) createReadStream(file).pipe(response);
    else response.end(existsSync(join(folder, "404.html")) ? readFileSync(join(folder, "404.html")) : "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
