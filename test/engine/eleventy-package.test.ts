import { test } from "uvu";
import * as assert from "uvu/assert";
import { eleventyPackage, nodeFault } from "../../plugins/eleventy-package.ts";

test("eleventyPackage: the Eleventy beside us says its version and what it depends on", () => {
  const { version, dependencies } = eleventyPackage();
  assert.match(version, /^\d+\.\d+\.\d+/);
  assert.ok("gray-matter" in dependencies || "@11ty/gray-matter" in dependencies);
  assert.is(nodeFault(eleventyPackage(), process.versions.node), null);
});

test("nodeFault: a Node older than Eleventy runs on is said with what to do, and no other", () => {
  const four = { version: "4.0.0", engines: { node: ">=22.15" } };
  assert.is(
    nodeFault(four, "20.19.0"),
    "Node: expected >=22.15 for Eleventy 4.0.0, received 20.19.0. Update Node, or stay with Eleventy 3.",
  );
  assert.match(nodeFault(four, "22.14.9") ?? "", "received 22.14.9");
  for (const node of ["22.15.0", "22.16.1", "24.0.0"]) assert.is(nodeFault(four, node), null);
  assert.is(nodeFault({ version: "9", engines: {} }, "18.0.0"), null);
});

test.run();
