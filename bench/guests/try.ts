import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Where the sites lie that are built as a guest's hosts: written for this, in the manner of well-known starters. */
export const SITES = join(ROOT, "test/guests/sites");

/** Every plugin that can be added alone. */
export const PLUGINS = [
  "article",
  "assets",
  "benefits",
  "check",
  "images",
  "publish",
  "related",
  "review",
  "schema",
  "search",
  "theme",
] as const;

/** Whether the plugin is added before or after what the site adds itself. */
export type Order = "first" | "last";

/** What one plugin did to a site, beside the same site without it. */
export interface GuestResult {
  readonly plugin: string;
  readonly order: Order;
  /** Why the site does not build; null: it does. */
  readonly fault: string | null;
  readonly changed: readonly { readonly path: string; readonly before: string; readonly after: string }[];
  readonly gone: readonly string[];
  readonly added: readonly string[];
  /** Lines that the build printed. */
  readonly said: readonly string[];
  readonly ms: number;
}

/** What all plugins did to one site. */
export interface Visit {
  /** Files of the site without any. */
  readonly files: number;
  readonly bareMs: number;
  readonly results: readonly GuestResult[];
}

/**
 * Builds a site bare and with each plugin alone.
 *
 * @param folder a site of `SITES`, which is copied first, or any folder with an Eleventy of its own
 * @throws {Error} for a site that does not build by itself
 */
export function visit(folder: string, plugins: readonly string[] = PLUGINS): Visit {
  const isOurs = folder.startsWith(SITES);
  const place = isOurs ? mkdtempSync(join(tmpdir(), "vervain-guest-")) : folder;
  if (isOurs) {
    cpSync(folder, place, { recursive: true });
    symlinkSync(join(ROOT, "node_modules"), join(place, "node_modules"));
  }
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), join(ROOT, "bench/guests/build.ts"), place, ...plugins],
    {
      cwd: ROOT,
      encoding: "utf8",
      maxBuffer: 1e9,
      env: { ...process.env, NODE_ENV: "production", ELEVENTY_ENV: "production" },
    },
  );
  if (isOurs) rmSync(place, { recursive: true, force: true });
  const told = stdout.split("\u0001")[1];
  if (told === undefined) throw new Error(`${folder}: ${stdout}${stderr}`);
  return JSON.parse(told) as Visit;
}
