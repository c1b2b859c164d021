import { test } from "uvu";
import * as assert from "uvu/assert";
import type { VervainOptions } from "../../plugins/index.ts";
import { article, PEOPLE, sites } from "../safety/site.ts";

const { build, clean } = sites();
test.after(clean);

const FILES = {
  ...PEOPLE,
  "src/articles/a.md": article("A"),
  "src/articles/draft.md": article("Draft", "Text.", "draft: true\n"),
  "src/articles/later.md": article("Later").replace("2026-01-01", "2999-01-01"),
  "src/note.md": "---\ntitle: Note\ndraft: true\n---\n\nText.\n",
};

async function shown(options: VervainOptions = {}): Promise<readonly string[]> {
  const { pages, refused } = await build(FILES, options);
  assert.is(refused, null, refused?.join("\n"));
  return pages
    .map(({ url }) => url)
    .filter((url) => /^\/(?:a|draft|later|note)\/$/.test(url))
    .sort();
}

test("build: drafts and what is dated later are left out, articles and pages", async () =>
  assert.equal(await shown(), ["/a/"]));

test("build: the owner may have them shown", async () =>
  assert.equal(await shown({ drafts: true }), ["/a/", "/draft/", "/later/", "/note/"]));

test("build: one error is enough to refuse it", async () => {
  const { refused } = await build({ ...FILES, "src/articles/b.md": article("B").replace("pub", "pubb") });
  assert.equal(
    refused?.map((line) => line.replace(/^site\d+\//, "")),
    ['src/articles/b.md:4: author: expected an id in _data/people, received "pubb". Did you mean "pub"?'],
  );
});

test.run();
