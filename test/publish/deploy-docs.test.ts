import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { hostFiles } from "../../plugins/new/hosts.ts";
import { headerRules } from "../../plugins/publish/headers.ts";
import { TARGET_NAMES, targetFiles } from "../../plugins/publish/targets.ts";
import { PLAIN, snippets } from "./sample.ts";

/** Text of a file of the project. */
const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

test("deploy.md: every target of the options has its row, and its files are named there", () => {
  const page = read("docs/deploy.md");
  for (const target of TARGET_NAMES) {
    const row = page.split("\n").find((line) => line.startsWith(`| \`${target}\``));
    assert.ok(row, target);
    for (const { name } of targetFiles(target, headerRules(PLAIN))) assert.match(row ?? "", `\`${name}\``);
  }
});

test("deploy.md: the workflows that it links are there", () => {
  const links = [
    ...read("docs/deploy.md").matchAll(/\]\(((?:\.\.\/\.github\/)?workflows\/[\w-]+\.yml)\)/g),
  ].map(([, link]) => link);
  assert.ok(links.length >= 4);
  for (const link of links) assert.ok(existsSync(new URL(`../../docs/${link}`, import.meta.url)), link);
});

test("deploy.md: the Worker is the one that a new site has", () => {
  const [shown = "{}"] = snippets("json");
  const [, made = "{}"] = hostFiles("cloudflare").find(([path]) => path === "wrangler.jsonc") ?? [];
  const { $schema: _, ...worker } = JSON.parse(made);
  assert.equal(JSON.parse(shown), worker);
});

test("deploy.md: every shell snippet is one that a shell reads", () => {
  for (const script of snippets("sh")) assert.is(spawnSync("bash", ["-n", "-c", script]).status, 0, script);
});

test("deploy.md: Netlify builds with the command and folder of this repository", () => {
  const { scripts } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  const [toml = ""] = snippets("toml");
  assert.match(toml, /command = "npm run build"\n\s+publish = "_site"/);
  assert.ok(scripts.build);
});

test.run();
