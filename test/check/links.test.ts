import { test } from "uvu";
import * as assert from "uvu/assert";
import { linkKey } from "../../plugins/check/page/lookup.ts";

const BASE = "https://example.org/page/";

test("linkKey: an address written by its letters and one written by its bytes are one", () => {
  for (const [letters, bytes] of [
    ["/睡眠/", "https://example.org/%E7%9D%A1%E7%9C%A0/"],
    ["/{{ x }}/", "https://example.org/%7B%7B%20x%20%7D%7D/"],
    ["/a&b/", "https://example.org/a&b/"],
    ["/it's/", "https://example.org/it's/"],
  ] as const)
    assert.is(linkKey(letters, BASE), linkKey(bytes, BASE));
});

test.run();
