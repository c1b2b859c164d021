import { readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import {
  brandCss,
  contrast,
  contrastFaults,
  PALETTE,
  withBrand,
  wordContrast,
} from "../../plugins/page/palette.ts";

test("contrast: black on white is 21, a colour on itself is 1", () => {
  assert.is(Math.round(contrast("#000000", "#ffffff") * 100) / 100, 21);
  assert.is(contrast("#74203f", "#74203f"), 1);
});

test("palette: every pair of text is AAA in both schemes", () => {
  assert.equal(contrastFaults(PALETTE, "AAA"), []);
});

test("palette: the style sheet prints the same colours", () => {
  const sheet = readFileSync(new URL("../../_includes/styles/_tokens.scss", import.meta.url), "utf8");
  const printed = Object.fromEntries(
    [...sheet.matchAll(/"([a-z0-9-]+)": \((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
      ([, name = "", light, dark]) => [name, { light, dark }],
    ),
  );
  assert.equal(printed, PALETTE);
});

test("contrastFaults: a pale link is named with its pair and ratio, and gets a readable dark form", () => {
  const palette = withBrand(PALETTE, { brand: null, link: "#7fb2ff" });
  assert.equal(contrastFaults(palette, "AA"), [
    { front: "link", back: "paper", scheme: "light", ratio: 2.09, need: 4.5 },
    { front: "link", back: "surface", scheme: "light", ratio: 1.94, need: 4.5 },
  ]);
});

test("wordContrast: names both colours and by how much they miss", () => {
  const palette = withBrand(PALETTE, { brand: null, link: "#7fb2ff" });
  const [fault] = contrastFaults(palette, "AA");
  assert.is(
    fault && wordContrast(fault, palette),
    "expected at least 4.5:1 for link #7fb2ff on paper #fafcfb in the light scheme, received 2.09:1, 2.41 too little. Choose a darker colour.",
  );
});

test("withBrand: any dark colour is lightened until it reads on dark paper", () => {
  for (const brand of ["#000000", "#330000", "#0b5d1e", "#1a1aff"]) {
    const { dark } = withBrand(PALETTE, { brand, link: null }).brand ?? { dark: "" };
    assert.ok(contrast(dark, PALETTE.paper.dark) >= 7, `${brand} → ${dark}`);
  }
});

test("brandCss: nothing for an owner without colours, only the given ones otherwise", () => {
  assert.is(brandCss({ brand: null, link: null }), "");
  assert.match(
    brandCss({ brand: "#0b5d1e", link: null }),
    /^:root\{--brand:#0b5d1e\}@supports .*light-dark\(#0b5d1e,#/,
  );
  assert.not.match(brandCss({ brand: "#0b5d1e", link: null }), /--link/);
});

test.run();
