import { test } from "uvu";
import * as assert from "uvu/assert";
import { openPages } from "../../plugins/page/pages.ts";
import type { PagePlan } from "../../plugins/page/plan.ts";
import type { PageView } from "../../plugins/page/types.ts";

/** Plans of pages that count how often each is made. */
function planned(names: readonly string[]): {
  readonly plans: readonly PagePlan[];
  readonly made: readonly string[];
} {
  const made: string[] = [];
  const plans = names.map(
    (name): PagePlan => ({
      kind: "tag",
      url: `/${name}/`,
      isIndexed: true,
      modified: null,
      make: () => {
        made.push(name);
        return { kind: "tag", url: `/${name}/`, graph: "" } as PageView;
      },
    }),
  );
  return { plans, made };
}

test("pages: known before any is made, made when asked for, once while it is kept", () => {
  const { plans, made } = planned(["a", "b", "c"]);
  const pages = openPages(plans);
  assert.equal(
    pages.outlines.map(({ url }) => url),
    ["/a/", "/b/", "/c/"],
  );
  assert.ok(pages.has("/b/"));
  assert.equal(made, []);
  assert.is(pages.get("/b/"), pages.get("/b/"));
  assert.is(pages.get("/none/"), undefined);
  assert.equal(made, ["b"]);
});

test("pages: of a large site the first made is forgotten, and made again", () => {
  const { plans, made } = planned(["a", "b", "c"]);
  const pages = openPages(plans, 2);
  for (const url of ["/a/", "/b/", "/a/", "/c/", "/b/", "/a/"]) pages.get(url);
  assert.equal(made, ["a", "b", "c", "a"]);
});

test("pages: what a later stage changes is changed on views made before, and made after", () => {
  const { plans } = planned(["a", "b"]);
  const pages = openPages(plans, 1);
  pages.get("/a/");
  pages.amend(
    (view) => {
      view.graph = `graph of ${view.url}`;
    },
    () => "",
  );
  assert.equal(
    ["/a/", "/b/", "/a/"].map((url) => pages.get(url)?.graph),
    ["graph of /a/", "graph of /b/", "graph of /a/"],
  );
  assert.equal(
    [...pages.values()].map(({ url }) => url),
    ["/a/", "/b/"],
  );
});

test.run();
