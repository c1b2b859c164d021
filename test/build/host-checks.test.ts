import { test } from "uvu";
import * as assert from "uvu/assert";
import { ELEVENTYS, versionFault } from "../../plugins/build/host-checks.ts";
import type { EleventyConfig } from "../../plugins/eleventy.ts";

const configWith = (versionCheck?: (range: string) => void): EleventyConfig =>
  ({ versionCheck }) as unknown as EleventyConfig;

test("host: an Eleventy of the range, and one that cannot be asked, have no fault", () => {
  const asked: string[] = [];
  assert.is(versionFault(configWith((range) => void asked.push(range))), null);
  assert.equal(asked, [ELEVENTYS]);
  assert.is(versionFault(configWith()), null);
});

test("host: another Eleventy is told in its own words, and goes on", () => {
  const refuse = (): void => {
    throw new Error("We found Eleventy version '2.0.1' which does not meet the required version range");
  };
  assert.match(versionFault(configWith(refuse)) ?? "", "2.0.1");
});

test.run();
