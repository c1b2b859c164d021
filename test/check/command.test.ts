import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type CheckCommandOptions, checkCommand } from "../../plugins/cli/check.ts";
import { filesOf, smallSite } from "./site/site.ts";

const test = suite<{ dir: string }>("command");

test.before.each((context) => {
  context.dir = mkdtempSync(join(tmpdir(), "vervain-check-"));
});
test.after.each(({ dir }) => rmSync(dir, { recursive: true }));

function write(dir: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
}

/** Runs the command with what it prints caught. */
async function run(
  dir: string,
  options: CheckCommandOptions = {},
): Promise<{ code: number; out: string; err: string }> {
  const caught = { out: "", err: "" };
  const [out, err] = [process.stdout.write, process.stderr.write];
  const keep = (into: "out" | "err") => (text: string | Uint8Array) => {
    caught[into] += String(text);
    return true;
  };
  process.stdout.write = keep("out");
  process.stderr.write = keep("err");
  try {
    return { code: await checkCommand(dir, { today: "2026-06-01", ...options }), ...caught };
  } finally {
    [process.stdout.write, process.stderr.write] = [out, err];
  }
}

test("check: exits 0 on a site without errors and counts what it saw", async ({ dir }) => {
  write(dir, filesOf(smallSite()));
  const { code, out } = await run(dir);
  assert.is(code, 0);
  assert.is(out, "7 pages: 0 errors, 0 warnings, 0 notes\n");
});

test("check: prints page, rule and what to do, and exits 1 on errors", async ({ dir }) => {
  const site = smallSite();
  site.html["policy/index.html"] = site.html["policy/index.html"]!.replace(
    `id="corrections"`,
    `id="errata"`,
  ).replace(/<title>.*<\/title>/, "");
  write(dir, filesOf(site));
  const { code, out } = await run(dir);
  assert.is(code, 1);
  assert.match(
    out,
    "\npolicy/index.html: title: expected a <title>, received none. Add one that names the page.\n",
  );
  assert.match(
    out,
    `index.html: graph-anchor: Organization.correctionsPolicy: expected an element with id="corrections" in policy/index.html`,
  );
});

test("check --json: gives counts and findings as data", async ({ dir }) => {
  write(dir, {
    "index.html":
      "<!doctype html><html lang=en><head><meta charset=utf-8><title>x</title></head><body><h1>x</h1></body></html>",
  });
  const { code, out } = await run(dir, { json: true });
  const { pages, errors, findings } = JSON.parse(out) as {
    pages: number;
    errors: number;
    findings: { page: string; rule: string }[];
  };
  assert.is(code, 1);
  assert.equal([pages, errors], [1, 1]);
  assert.ok(findings.some((finding) => finding.rule === "viewport" && finding.page === "index.html"));
});

test("check --rule: changes the level of a rule", async ({ dir }) => {
  write(dir, {
    "index.html":
      "<!doctype html><html lang=en><head><meta charset=utf-8><title>x</title></head><body><h1>x</h1></body></html>",
  });
  assert.is((await run(dir, { rule: ["viewport=warning"] })).code, 0);
  assert.match(
    (await run(dir, { rule: ["view-port=off"] })).err,
    `expected the name of a rule, received "view-port". Did you mean "viewport"?`,
  );
  assert.match((await run(dir, { rule: ["viewport=loud"] })).err, "expected error, warning, note or off");
  assert.match((await run(dir, { rule: ["viewport"] })).err, "expected name=level");
});

test("check: says what is wrong with the folder or the address, without a stack", async ({ dir }) => {
  assert.equal(await run(join(dir, "none")), {
    code: 2,
    out: "",
    err: `check: expected a folder with a built site, received "${join(dir, "none")}". Build the site first.\n`,
  });
  assert.match((await run(dir)).err, "expected HTML pages");
  write(dir, { "index.html": "x" });
  assert.match((await run(dir, { url: "example.org" })).err, "expected an absolute address");
});

test.run();
