import { test } from "uvu";
import * as assert from "uvu/assert";
import { callerReference, forgottenPaths } from "../../plugins/publish/stores/cloudfront.ts";

test("cloudfront: two requests of one release have names of their own: a second run may name other addresses", () => {
  const [first, second] = [callerReference("R1"), callerReference("R1")];
  assert.is.not(first, second);
  assert.match(first, /^R1-[0-9a-f]{8}$/);
});

test("cloudfront: of a page both addresses are forgotten, the reader's and that of the function behind it", () => {
  assert.equal(forgottenPaths(["/", "/rest/", "/feed.xml"], "/repo"), [
    "/repo/",
    "/repo/index.html",
    "/repo/rest/",
    "/repo/rest/index.html",
    "/repo/feed.xml",
  ]);
});

test("cloudfront: above a thousand paths, both counted, everything below the site's folder is forgotten as one", () => {
  const pages = Array.from({ length: 501 }, (_, at) => `/page-${at}/`);
  assert.equal(forgottenPaths(pages, "/repo"), ["/repo/*"]);
  assert.is(forgottenPaths(pages.slice(1), "").length, 1000);
});

test.run();
