import { test } from "uvu";
import * as assert from "uvu/assert";
import { eleventyNames, hostNames } from "../../plugins/eleventy-names.ts";
import { eleventyPackage } from "../../plugins/eleventy-package.ts";

test("eleventyNames: from 4 on a configuration has a new name, which counts before the old ones", () => {
  const [three, four] = [eleventyNames("3.1.8"), eleventyNames("4.0.0-alpha.10")];
  assert.not.ok(three.configs.some((name) => name.startsWith("buildawesome")));
  assert.is(four.configs[0], "buildawesome.config.js");
  assert.equal(four.configs.slice(-three.configs.length), three.configs);
});

test("eleventyNames: 4 runs .server.js and reads .data.json, 3 does neither", () => {
  const [three, four] = [eleventyNames("3.1.8"), eleventyNames("4.0.0-alpha.10")];
  assert.not(three.scripts.includes("server.js"));
  assert.not(three.dataSuffixes.includes(".data"));
  for (const ending of ["server.js", "server.cts", "11ty.js", "11ty.mts"])
    assert.ok(four.scripts.includes(ending), ending);
  assert.equal(four.dataSuffixes, [".data", ".11tydata", ""]);
});

test("eleventyNames: of a version that says nothing all names count: what may run is closed to articles", () => {
  assert.equal(eleventyNames(""), eleventyNames("4.0.0"));
});

test("hostNames: those of the Eleventy beside us", () => {
  assert.equal(hostNames(), eleventyNames(eleventyPackage().version));
});

test.run();
