import { test } from "uvu";
import * as assert from "uvu/assert";
import { decodeText } from "../../plugins/files/decode.ts";

const bytes = (text: string, ...more: number[]): Uint8Array =>
  Uint8Array.from([...new TextEncoder().encode(text), ...more]);

for (const [what, given, expected] of [
  ["text", bytes("a\nß 睡"), { text: "a\nß 睡" }],
  ["nothing", bytes(""), { text: "" }],
  ["a zero byte", bytes("a\nb\u0000c"), { expected: "expected text", received: "a zero byte", line: 2 }],
  [
    "UTF-16",
    Uint8Array.from([0xff, 0xfe, 0x61, 0]),
    { expected: "expected UTF-8", received: "UTF-16", line: 1 },
  ],
  [
    "a byte of another encoding",
    bytes("a\nb\n", 0xe9, 0x61),
    { expected: "expected UTF-8", received: "byte 0xe9 at position 5", line: 3 },
  ],
  [
    "half a letter at the end",
    bytes("a\n", 0xe7, 0x9d),
    { expected: "expected UTF-8", received: "byte 0xe7 at position 3", line: 2 },
  ],
] as const) {
  test(`decodeText: ${what}`, () => assert.equal(decodeText(given), expected));
}

test.run();
