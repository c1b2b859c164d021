import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where what npm brings is kept between runs. */
export const KEPT = join(tmpdir(), "vervain-matrix");

/** Another Node, as npm brings it: the path of its program. @param version "22", "24" */
export function broughtNode(version: string, kept = KEPT): string {
  const name = `node-${process.platform}-${process.arch}`;
  return join(brought(`node-${version}`, `${name}@${version}`, kept), name, "bin/node");
}

/** `node_modules` of a folder into which npm has put one package. @throws {Error} where npm cannot bring it */
export function brought(name: string, spec: string, kept = KEPT): string {
  const folder = join(kept, name.replace(/[^\w.-]/g, ""));
  const modules = join(folder, "node_modules");
  if (existsSync(join(modules, ".package-lock.json"))) return modules;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), "{}");
  const { status, stderr } = spawnSync(
    "npm",
    ["install", "--no-audit", "--no-fund", "--ignore-scripts", spec],
    { cwd: folder, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`bench: expected npm to bring ${spec}.\n${stderr}`);
  return modules;
}
