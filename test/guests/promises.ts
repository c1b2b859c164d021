import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { PLUGINS, SITES, visit } from "../../bench/guests/try.ts";

/** Files that each plugin is asked for; those of a plugin that is not here make none. */
const ASKED: Readonly<Record<string, RegExp>> = {
  assets: /^assets\//,
  images: /^pictures\//,
  publish: /^_headers$/,
  search: /^pagefind\//,
  theme:
    /^(?:assets\/.+|_redirects|favicon\.svg|robots\.txt|site\.webmanifest|feed\.(?:xml|json)|sitemap.*\.xml|404\.html|index\.html|(?:tags|authors|search|benefits|therapies|conditions|matrix)\/.*)$/,
};

/**
 * Holds every plugin to what a guest promises in one site: it builds, and not a
 * byte of what the owner has is another.
 *
 * @param changes what a plugin may change where it is asked to, by plugin: path → what is left when it is taken out again
 */
export function promises(
  site: string,
  changes: Readonly<Record<string, (path: string, after: string) => string>> = {},
): void {
  const { results } = visit(join(SITES, site));
  for (const plugin of PLUGINS) {
    for (const { order, fault, changed, gone, added } of results.filter((one) => one.plugin === plugin)) {
      const name = `guests: ${site}: ${plugin} alone, added ${order},`;
      test(`${name} builds`, () => assert.is(fault, null));
      test(`${name} changes nothing of the owner's`, () => {
        const restored = changes[plugin] ?? ((_path: string, after: string) => after);
        for (const { path, before, after } of changed) assert.is(restored(path, after), before, path);
        assert.equal(gone, []);
      });
      test(`${name} makes what it is asked for`, () => {
        const asked = ASKED[plugin];
        assert.equal(
          added.filter((path) => !asked?.test(path)),
          [],
        );
        if (asked) assert.ok(added.length > 0);
      });
    }
  }
}
