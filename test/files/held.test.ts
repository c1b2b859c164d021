import { test } from "uvu";
import * as assert from "uvu/assert";
import { openHeld } from "../../plugins/files/held.ts";

test("held: a value is given again for the same key, and for no other", () => {
  const held = openHeld(100);
  const value = { title: "Rest" };
  held.remember("rest.md", "a", value, 10);
  assert.is(held.recall("rest.md", "a"), value);
  assert.is(held.recall("rest.md", "b"), undefined);
  assert.is(held.recall("walk.md", "a"), undefined);
});

test("held: what comes when it is full is not held, and what is replaced makes room", () => {
  const held = openHeld(100);
  held.remember("rest.md", "a", 1, 60);
  held.remember("walk.md", "a", 2, 60);
  assert.is(held.recall("walk.md", "a"), undefined);
  held.remember("rest.md", "b", 3, 30);
  held.remember("walk.md", "a", 2, 60);
  assert.is(held.recall("rest.md", "b"), 3);
  assert.is(held.recall("walk.md", "a"), 2);
});

test("held: a value too large for what is left is not kept under its old key either", () => {
  const held = openHeld(100);
  held.remember("rest.md", "a", 1, 60);
  held.remember("rest.md", "b", 2, 101);
  assert.is(held.recall("rest.md", "a"), undefined);
  assert.is(held.recall("rest.md", "b"), undefined);
});

test.run();
