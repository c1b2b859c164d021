import { EventEmitter } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { hearInNewFolders } from "../../plugins/cli/serve-folders.ts";

const root = mkdtempSync(join(tmpdir(), "vervain-folders-"));
test.after(() => rmSync(root, { recursive: true, force: true }));

/** Folder and files that are made, and what is heard of them: events that the watcher tells, then what is told beside. */
async function heard(
  folder: string,
  files: readonly string[],
  told: readonly (readonly [event: string, path: string])[],
  cwd?: string,
): Promise<readonly string[]> {
  mkdirSync(join(root, folder), { recursive: true });
  for (const name of files) writeFileSync(join(root, folder, name), "x");
  const watcher = Object.assign(new EventEmitter(), cwd === undefined ? {} : { options: { cwd } });
  const found: string[] = [];
  for (const event of ["add", "addDir", "change"])
    watcher.on(event, (path: string) => found.push(`${event} ${path}`));
  hearInNewFolders(watcher);
  for (const [event, path] of told) watcher.emit(event, path);
  await new Promise((resolve) => setTimeout(resolve, 700));
  return found;
}

test("hearInNewFolders: a file that the watcher missed is told of, one that it told of is not told twice", async () => {
  assert.equal(
    await heard(
      "new",
      ["missed.njk", "told.njk", ".hidden.njk"],
      [
        ["addDir", "new"],
        ["add", "new/told.njk"],
      ],
      root,
    ),
    ["addDir new", "add new/told.njk", "add new/missed.njk"],
  );
});

test("hearInNewFolders: names are those of the watcher's folder, or from here", async () => {
  const here = relative(".", join(root, "named"));
  assert.equal(await heard("named", ["a.md"], [["addDir", here]]), [`addDir ${here}`, `add ${here}/a.md`]);
});

test("hearInNewFolders: nothing is told of a folder that is no longer new, or went again", async () => {
  assert.equal(await heard("old", ["a.md"], [["change", "old/a.md"]], root), ["change old/a.md"]);
  assert.equal(await heard("kept", [], [["addDir", "gone"]], root), ["addDir gone"]);
});

test.run();
