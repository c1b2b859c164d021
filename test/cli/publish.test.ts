import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { markFinished, markUnfinished } from "../../plugins/publish/output/mark.ts";
import { ROOT } from "../project.ts";

const folder = mkdtempSync(join(tmpdir(), "vervain-publish-cli-"));
const TSX = import.meta.resolve("tsx");

test.before(() => {
  for (const name of ["_site", "src"]) mkdirSync(join(folder, name));
  configure('to: { folder: "www" }, verify: false');
});
test.after(() => rmSync(folder, { recursive: true, force: true }));

/** A site that has the plugin `publish` alone. */
function configure(options: string): void {
  writeFileSync(
    join(folder, "eleventy.config.ts"),
    `import { publish } from ${JSON.stringify(join(ROOT, "plugins/publish/plugin.ts"))};
export default function (config: object) {
  config.addPlugin(publish, { ${options} });
  return { dir: { input: "src", output: "_site" } };
}
`,
  );
}

function run(...values: string[]): {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
} {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", TSX, join(ROOT, "plugins/cli/main.ts"), "publish", ...values],
    { cwd: folder, encoding: "utf8", env: { ...process.env, NO_COLOR: "1", CI: "1" } },
  );
  return { status, out: stdout, err: stderr };
}

test("publish: without a built site it says so", () => {
  const { status, err } = run();
  assert.is(status, 1);
  assert.match(err, 'publish: expected a built site in "_site", received nothing. Build it first.');
  assert.not.match(err, "    at ");
});

test("publish: a plan as text and as JSON changes nothing; the JSON is applied, once", () => {
  writeFileSync(join(folder, "_site/index.html"), "<h1>Rest</h1>");
  const text = run("--plan");
  assert.is(text.status, 0, text.err);
  assert.match(text.out, "www: 1 added, 13 bytes, 0 unchanged\n  + index.html  (home)\n");
  const json = run("--plan", "--json");
  assert.not.ok(existsSync(join(folder, "www")));
  writeFileSync(join(folder, "plan.json"), json.out);
  const applied = run("--apply", "plan.json");
  assert.is(applied.status, 0, applied.err);
  assert.match(applied.out, /^published www · 1 added, 13 bytes, 0 unchanged · [\d.]+ s\n$/);
  assert.is(readFileSync(join(folder, "www/current/index.html"), "utf8"), "<h1>Rest</h1>");
  const again = run("--apply", "plan.json");
  assert.is(again.status, 1);
  assert.match(
    again.err,
    "expected www as it was planned, received it changed: somebody published meanwhile.",
  );
});

test("publish: an unchanged site is nothing to do; a change comes live, and the way back undoes it", () => {
  assert.is(JSON.parse(run("--json").out).sentCount, 0);
  writeFileSync(join(folder, "_site/index.html"), "<h1>Sleep</h1>");
  assert.is(JSON.parse(run("--json").out).sentCount, 1);
  const { status, err } = run("--rollback");
  assert.is(status, 0, err);
  assert.is(readFileSync(join(folder, "www/current/index.html"), "utf8"), "<h1>Rest</h1>");
});

test("publish: a way back on which files are lost is refused with their count, unless that is said", () => {
  writeFileSync(join(folder, "_site/index.html"), "<h1>Walk</h1>");
  run();
  rmSync(join(folder, "www/.vervain/kept"), { recursive: true });
  const { status, err } = run("--rollback");
  assert.is(status, 1);
  assert.match(err, "expected all files of the release before at www, received 1 fewer");
  assert.match(err, "--allow-deletes 1");
  assert.is(run("--rollback", "--allow-deletes", "1").status, 0);
  assert.is(readFileSync(join(folder, "www/current/index.html"), "utf8"), "<h1>Walk</h1>");
});

test("publish: a built folder that has lost files since, or was never finished, is not what goes out", () => {
  markFinished(join(folder, "_site"));
  assert.is(run().status, 0);
  renameSync(join(folder, "_site/index.html"), join(folder, "kept.html"));
  const { status, err } = run();
  assert.is(status, 1);
  assert.match(err, 'expected "_site" as it was built, received it without 1 of its files. Build again');
  renameSync(join(folder, "kept.html"), join(folder, "_site/index.html"));
  markUnfinished(join(folder, "_site"));
  assert.match(run().err, "received a build that did not come to its end");
  rmSync(join(folder, "_site/.vervain"));
});

test("publish: two ways at once, a count that is none, and a target that is none are refused", () => {
  assert.match(
    run("--plan", "--rollback").err,
    "expected one of --plan, --apply and --rollback, received more.",
  );
  assert.match(run("--allow-deletes", "all").err, 'expected a count, received "all"');
  configure("");
  assert.match(run().err, "publish: to: expected where the site goes, received nothing.");
  configure('to: { folder: "www", bucket: "my-blog" }');
  assert.match(run().err, "publish: to: expected one of folder and bucket");
});

test.run();
