import { test } from "uvu";
import * as assert from "uvu/assert";
import type { ImageView } from "../../../plugins/page/parts.ts";
import { ESCAPED, HOSTILE, render } from "./render.ts";

const image: Partial<ImageView> = {
  src: "/images/a.png",
  alt: HOSTILE,
  width: 800,
  height: 450,
  credit: "Photo: Ann",
  caption: null,
  sources: [],
};

test("image: its room is reserved, it is fetched first, and its credit stands below", () => {
  const html = render("image", { view: { image } });
  assert.match(html, `alt="${ESCAPED}"`);
  assert.match(html, 'width="800" height="450"');
  assert.match(html, 'fetchpriority="high"');
  assert.match(html, '<span class="credit">Photo: Ann</span>');
});

test("image: no caption, no empty one", () => {
  assert.not.match(render("image", { view: { image: { ...image, credit: null } } }), "figcaption");
});

test.run();
