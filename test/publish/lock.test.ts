import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { lockOutput } from "../../plugins/publish/output/lock.ts";
import { ROOT } from "../project.ts";

const TSX = import.meta.resolve("tsx");

test.before.each((context) => {
  context.root = mkdtempSync(join(tmpdir(), "vervain-lock-"));
  process.chdir(context.root);
});
test.after.each((context) => {
  process.chdir(tmpdir());
  rmSync(context.root, { recursive: true, force: true });
});

/** A lock as this process makes it, with other words in it, left at the place of `_site`'s. */
async function leaveLock(change: Readonly<Record<string, unknown>>): Promise<void> {
  const lock = await lockOutput("_site");
  const holder = JSON.parse(readlinkSync("_site.lock").replace(/^vervain:/, "")) as object;
  lock.release();
  symlinkSync(`vervain:${JSON.stringify({ ...holder, ...change })}`, "_site.lock");
}

function endedProcess(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}

async function fault(act: () => Promise<unknown>): Promise<string> {
  try {
    await act();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("it was not refused");
}

test("lock: the second waits until the first has ended, and is told once for whom", async () => {
  const first = await lockOutput("_site");
  const told: string[] = [];
  let isHeld = false;
  const second = lockOutput("_site", { onWait: (holder) => told.push(holder) }).then((lock) => {
    isHeld = true;
    return lock;
  });
  await new Promise((resolve) => setTimeout(resolve, 150));
  assert.equal([isHeld, told], [false, [`process ${process.pid}`]]);
  first.release();
  (await second).release();
  assert.equal(readdirSync("."), []);
});

test("lock: two folders are built side by side", async () => {
  const locks = [await lockOutput("_site"), await lockOutput("docs")];
  for (const lock of locks) lock.release();
});

test("lock: who does not want to wait is told whom for and what to do", async () => {
  const lock = await lockOutput("_site");
  assert.is(
    await fault(() => lockOutput("_site", { patienceMs: 0 })),
    `output: expected to be the only build into "_site", received process ${process.pid}, which is at it. Wait for it, or end it; if it is not running any more, delete "_site.lock".`,
  );
  lock.release();
});

for (const [what, change] of [
  ["a process that has ended", () => ({ pid: endedProcess() })],
  ["a process whose number another has now", () => ({ began: "1" })],
  ["a run of the machine before this one", () => ({ boot: "earlier" })],
] as const) {
  test(`lock: of ${what} is taken over`, async () => {
    await leaveLock(change());
    const lock = await lockOutput("_site", { patienceMs: 0 });
    lock.requireHeld();
    assert.equal(readdirSync("."), ["_site.lock"]);
    lock.release();
    assert.equal(readdirSync("."), []);
  });
}

test("lock: of another machine is never taken over, for nobody here knows whether it runs", async () => {
  await leaveLock({ where: "elsewhere pid:[1]", pid: 7 });
  assert.match(
    await fault(() => lockOutput("_site")),
    'into "_site", received process 7 on elsewhere, which is at it.',
  );
});

for (const [what, put] of [
  ["a file", () => writeFileSync("_site.lock", "mine")],
  ["an empty file", () => writeFileSync("_site.lock", "")],
  ["a folder", () => mkdirSync("_site.lock")],
  ["a link", () => symlinkSync("somewhere", "_site.lock")],
] as const) {
  test(`lock: ${what} of the owner's in its place is left and said`, async () => {
    put();
    assert.is(
      await fault(() => lockOutput("_site")),
      'output: expected nothing or Vervain\'s lock at "_site.lock", received something else. Move it away.',
    );
    assert.ok(lstatSync("_site.lock"));
  });
}

test("lock: who lost it is told before it swaps anything in, and leaves the new holder's alone", async () => {
  const lock = await lockOutput("_site");
  rmSync("_site.lock");
  await leaveLock({ pid: process.ppid, began: "" });
  assert.throws(() => lock.requireHeld(), /received another's lock/);
  lock.release();
  assert.is(existsSync("_site.lock") || lstatSync("_site.lock").isSymbolicLink(), true);
});

test("lock: many at once hold it one after another", async () => {
  let holders = 0;
  let most = 0;
  await leaveLock({ pid: endedProcess() });
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      const lock = await lockOutput("_site");
      most = Math.max(most, ++holders);
      await new Promise((resolve) => setTimeout(resolve, 1));
      holders--;
      lock.release();
    }),
  );
  assert.is(most, 1);
});

test("lock: of a build that was killed (kill -9) the next one knows, though nobody has asked how it ended", async () => {
  const module = pathToFileURL(join(ROOT, "plugins/publish/output/lock.ts")).href;
  const script = `import { lockOutput } from ${JSON.stringify(module)}; await lockOutput("_site"); console.log("held"); setInterval(() => {}, 1000);`;
  // A shell that never asks after its child keeps it as a zombie.
  const shell = spawn("sh", [
    "-c",
    `"$0" --import "$1" --input-type=module -e "$2" & echo $!; exec sleep 60`,
    process.execPath,
    TSX,
    script,
  ]);
  let printed = "";
  await new Promise<void>((resolve) => {
    shell.stdout.on("data", (chunk) => {
      printed += chunk;
      if (printed.includes("held")) resolve();
    });
  });
  const pid = Number(/^\d+$/m.exec(printed)?.[0]);
  assert.match(
    await fault(() => lockOutput("_site", { patienceMs: 0 })),
    `received process ${pid}, which is at it.`,
  );
  process.kill(pid, "SIGKILL");
  const lock = await lockOutput("_site", { patienceMs: 20_000 });
  if (existsSync(`/proc/${pid}/stat`)) assert.match(readFileSync(`/proc/${pid}/stat`, "utf8"), ") Z ");
  lock.release();
  shell.kill("SIGKILL");
});

test.run();
