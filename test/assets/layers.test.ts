import { test } from "uvu";
import * as assert from "uvu/assert";
import { joinLayers } from "../../plugins/assets/layers.ts";

const bare = (css: string): string => css.replace(/\s+/g, "");

for (const [name, css, expected] of [
  ["neighbours join", "@layer a {x{y:1}}\n@layer a {z{y:2}}", "@layera{x{y:1}z{y:2}}"],
  [
    "another layer parts them",
    "@layer a{x{}}@layer b{y{}}@layer a{z{}}",
    "@layera{x{}}@layerb{y{}}@layera{z{}}",
  ],
  ["a rule without a layer parts them", "@layer a{x{}}p{q:1}@layer a{z{}}", "@layera{x{}}p{q:1}@layera{z{}}"],
  ["an order of layers is no block", "@layer a, b;\n@layer a{x{}}", "@layera,b;@layera{x{}}"],
  [
    "braces in strings and comments",
    '@layer a{x{content:"}"}/* } */}@layer a{z{}}',
    '@layera{x{content:"}"}/*}*/z{}}',
  ],
  ["media inside a layer", "@layer a{@media p{x{}}}@layer a{z{}}", "@layera{@mediap{x{}}z{}}"],
  ["nothing", "", ""],
] as const) {
  test(`joinLayers: ${name}`, () => assert.is(bare(joinLayers(css)), expected));
}

test.run();
