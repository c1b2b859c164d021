import { EventEmitter } from "node:events";
import { resolve } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { hearFromHere, rerunForNames } from "../../plugins/cli/serve-watch.ts";

/** What Eleventy hears of what a watcher in `cwd` tells. */
function heard(cwd: string | undefined, ...events: readonly (readonly [string, string])[]): string[] {
  const watcher = Object.assign(new EventEmitter(), { options: cwd === undefined ? {} : { cwd } });
  const found: string[] = [];
  for (const event of ["add", "change", "unlink", "ready"])
    watcher.on(event, (path: string) => found.push(`${event} ${path}`));
  hearFromHere(watcher);
  for (const [event, path] of events) watcher.emit(event, path);
  return found;
}

test("hearFromHere: names from a folder above are names from here, as they are for a watcher of here", () => {
  const project = resolve(".").split("/").at(-1);
  assert.equal(heard(resolve(".."), ["add", `${project}/src/a.md`], ["change", "package/_includes/b.njk"]), [
    "add src/a.md",
    "change ../package/_includes/b.njk",
  ]);
  assert.equal(heard("/", ["change", `${resolve(".").slice(1)}/src/a.md`]), ["change src/a.md"]);
  assert.equal(heard(undefined, ["change", "./src/a.md"], ["ready", "x/y"]), [
    "change src/a.md",
    "ready x/y",
  ]);
});

test("hearFromHere: a deleted file is a change too, of the same name", () => {
  const project = resolve(".").split("/").at(-1);
  assert.equal(heard(resolve(".."), ["unlink", `${project}/src/a.md`]), [
    "unlink src/a.md",
    "change src/a.md",
  ]);
});

test("hearFromHere: what is saved during a build is heard after it, a configuration last", async () => {
  const watcher = new EventEmitter();
  const found: string[] = [];
  let isBuilding = true;
  for (const event of ["change", "ready"])
    watcher.on(event, (path: string) => {
      found.push(`${event} ${path}`);
      // As Eleventy does: it builds at once.
      if (event === "change") setTimeout(() => (isBuilding = true));
    });
  hearFromHere(watcher, {
    isRunning: () => isBuilding,
    isConfiguration: (path) => path === "./eleventy.config.js",
  });
  for (const path of ["eleventy.config.js", "src/a.md", "src/b.md"]) watcher.emit("change", path);
  watcher.emit("ready", "x");
  await new Promise((resolve) => setTimeout(resolve, 60));
  assert.equal(found, ["ready x"]);
  isBuilding = false;
  await new Promise((resolve) => setTimeout(resolve, 60));
  assert.equal(found, ["ready x", "change src/a.md", "change src/b.md", "change eleventy.config.js"]);
  watcher.emit("change", "src/c.md");
  isBuilding = false;
  await new Promise((resolve) => setTimeout(resolve, 60));
  assert.is(found.at(-1), "change src/c.md");
});

test("rerunForNames: the configuration runs again for its own files, and for others than it saw", () => {
  let areSame = true;
  const asked: { shouldTriggerConfigReset(files: readonly string[]): boolean; readonly own: string } = {
    own: "./eleventy.config.js",
    shouldTriggerConfigReset(files) {
      return files.includes(this.own);
    },
  };
  assert.is(
    rerunForNames(asked, () => areSame),
    true,
  );
  assert.is(asked.shouldTriggerConfigReset(["./a.njk"]), false);
  assert.is(asked.shouldTriggerConfigReset(["./a.njk", "./eleventy.config.js"]), true);
  areSame = false;
  assert.is(asked.shouldTriggerConfigReset(["./a.njk"]), true);
});

test("rerunForNames: an Eleventy that does not ask is left as it is, and that is said", () => {
  const other = {};
  assert.is(
    rerunForNames(other, () => false),
    false,
  );
  assert.equal(other, {});
});

test.run();
