import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Build, OpenedFile, Registration } from "../../plugins/build/build.ts";
import { decideOnce } from "../../plugins/build/decide.ts";
import type { Corpus } from "../../plugins/corpus/corpus.ts";

const FILE = "src/articles/calm.md";

/** Characters of articles that are held when all is decided: as opened, and as Eleventy took them. */
async function heldAfter(isRepeated: boolean): Promise<number> {
  const opened = { id: "calm", file: FILE, raw: "title: Calm", body: "Rest. ".repeat(99), data: {} };
  const files = (): Map<string, OpenedFile> => new Map([[FILE, opened as unknown as OpenedFile]]);
  const build = {
    opened: files(),
    byId: new Map(),
    problems: [],
    faulty: new Map(),
    deciding: null,
    isRepeated,
  };
  const registration = {
    options: {},
    stages: [],
    pageProblems: new Map(),
    readings: { save: () => undefined, damaged: () => [] },
    delivered: files(),
    gather: () => ({ problems: [], records: new Map() }) as unknown as Corpus,
  };
  await decideOnce(build as unknown as Build, [], registration as unknown as Registration);
  return [...build.opened.values(), ...registration.delivered.values()].reduce(
    (sum, { raw, body }) => sum + raw.length + body.length,
    0,
  );
}

test("decideOnce: no text of an article is held once all is decided, but where a build is repeated", async () => {
  assert.is(await heldAfter(false), 0);
  assert.ok((await heldAfter(true)) > 0);
});

test.run();
