import { test } from "uvu";
import * as assert from "uvu/assert";
import { copiesTo } from "../../plugins/theme/guest-pages.ts";

const files = ["public/robots.txt", "src/icons/favicon.svg", "src/icons/big/touch.png", "src/humans.txt"];
const disk = {
  exists: (path: string) => files.some((file) => file === path || file.startsWith(`${path}/`)),
  list: (folder: string) =>
    files.flatMap((file) => (file.startsWith(`${folder}/`) ? [file.slice(folder.length + 1)] : [])),
};

for (const [from, to, path, isCopied] of [
  ["./public/", "/", "/robots.txt", true],
  ["public", "/", "/favicon.svg", false],
  ["public", "files", "/files/robots.txt", true],
  ["public", "files", "/robots.txt", false],
  ["src/icons/*", "/", "/favicon.svg", true],
  ["src/icons/**/*.png", "/", "/touch.png", true],
  ["src/icons/*", "/", "/manifest.json", false],
  ["src/humans.txt", true, "/humans.txt", true],
  ["src/icons/**/*", true, "/icons/big/touch.png", true],
] as const) {
  test(`copiesTo: ${from} to ${to}: ${path}`, () => {
    assert.is(copiesTo(path, { from, to, input: "./src/", disk }), isCopied);
  });
}

test.run();
