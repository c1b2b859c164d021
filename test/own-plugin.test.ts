import { test } from "uvu";
import * as assert from "uvu/assert";
import { PLUGINS } from "../bench/guests/try.ts";
import * as vervain from "../plugins/index.ts";
import { isSetupError } from "../plugins/problem.ts";

const ALL = { ...vervain } as unknown as Readonly<
  Record<string, (config: unknown, options?: object) => void>
>;

test("plugins: one that is called instead of given to Eleventy says which line to write", () => {
  const site = { title: "T", url: "https://blog.example" };
  for (const name of [...PLUGINS, "vervain"])
    for (const [given, received] of [
      [undefined, "nothing"],
      [{ site }, "something else"],
    ] as const)
      try {
        ALL[name]?.(given);
        assert.unreachable(`${name} took it.`);
      } catch (error) {
        assert.ok(isSetupError(error), `${name}: ${error}`);
        assert.is(
          error.message,
          `${name}: expected the configuration of Eleventy, received ${received}. A plugin is given to Eleventy, which calls it: config.addPlugin(${name}, { … }), not config.addPlugin(${name}({ … })).`,
        );
      }
});

test.run();
