import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../../test/project.ts";

/** The same blog made by Hugo, for the steps that its server has too. */
export interface HugoSite {
  /** Writes the article's file; its page is at "/bath/". */
  write(body: string): void;
  serve(port: number): ChildProcess;
  /** Builds the site. @throws {Error} where it cannot */
  build(): void;
  remove(): void;
}

/** A site with the layouts that `npm run bench` measures; null where Hugo is not installed. */
export function makeHugoSite(): HugoSite | null {
  if (spawnSync("hugo", ["version"]).status !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), "vervain-desk-hugo-"));
  cpSync(join(ROOT, "bench/hugo"), folder, { recursive: true });
  mkdirSync(join(folder, "content/articles"), { recursive: true });
  return {
    write: (body) =>
      writeFileSync(
        join(folder, "content/articles/bath.md"),
        `---\ntitle: "4 benefits of a warm bath"\ndate: 2026-01-01\n---\n${body}`,
      ),
    serve: (port) =>
      spawn(
        "hugo",
        ["server", "--bind", "127.0.0.1", "--port", String(port), "--baseURL", `http://localhost:${port}/`],
        {
          cwd: folder,
          stdio: ["ignore", "pipe", "pipe"],
        },
      ),
    build: () => {
      const { status, stdout, stderr } = spawnSync("hugo", ["--quiet", "--destination", "_site"], {
        cwd: folder,
        encoding: "utf8",
      });
      if (status !== 0) throw new Error(stdout + stderr);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
