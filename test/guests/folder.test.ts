// @ts-expect-error Eleventy 3.1 ships no types.
import { HtmlBasePlugin } from "@11ty/eleventy";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { EleventyConfig } from "../../plugins/eleventy.ts";
import { related } from "../../plugins/related/plugin.ts";
import { theme } from "../../plugins/vervain/theme.ts";
import { buildGuest, cleanGuests } from "./site.ts";

test.after(cleanGuests);

const POST = (title: string, body: string): string =>
  `---\ntitle: ${title}\ndate: 2026-01-01\nlayout: own.njk\n---\n\n${body}\n\n## Benefits\n\n### Reduces stress\n\nMay lower stress.\n\n### Improves sleep\n\nMay help sleep.\n`;

const FILES = {
  "src/_includes/own.njk":
    '<!doctype html><html><body><a href="/outside/">o</a><a href="{{ "/" | url }}">h</a>{{ content | safe }}</body></html>',
  "src/posts/a.md": POST("A nap for sleep", '[b](/posts/b/)\n\n{% alsoRead "b" %}'),
  "src/posts/b.md": POST("A walk for sleep", "Text."),
};

const site = { title: "Guest", url: "https://user.example" };

/** A guest's configuration, whose host lies in a folder. */
const configure =
  (more: (config: EleventyConfig) => void = () => {}) =>
  (config: EleventyConfig): void => {
    config.addPlugin(theme, { site });
    config.addPlugin(related, { site });
    more(config);
  };

const hrefs = (html = ""): string[] =>
  [...html.matchAll(/ (?:href|src|action)="(\/[^"]*)"/g)].map(([, address = ""]) => address);

test("guests: in a folder the theme's pages lie there with all they name; of the owner's pages only what is ours", async () => {
  const { pages, fault } = await buildGuest(FILES, configure(), "/repo/");
  assert.is(fault, null);
  for (const [url, html] of pages)
    if (!url.startsWith("/posts/") && html.includes("<body")) {
      assert.ok(hrefs(html).length > 2, url);
      assert.equal(
        hrefs(html).filter((address) => !address.startsWith("/repo/")),
        [],
        url,
      );
    }
  assert.equal(hrefs(pages.get("/posts/a/")), ["/outside/", "/repo/", "/posts/b/", "/repo/posts/b/"]);
  assert.match(pages.get("/posts/a/") ?? "", '<p class="also"><b>Also read</b> <a href="/repo/posts/b/">');
});

test("guests: where Eleventy's HTML base plugin puts every page there, nothing is put there twice", async () => {
  const { pages, fault } = await buildGuest(
    FILES,
    configure((config) => config.addPlugin(HtmlBasePlugin)),
    "/repo/",
  );
  assert.is(fault, null);
  for (const [url, html] of pages)
    if (html.includes("<body") && !url.startsWith("/posts/"))
      assert.equal(
        hrefs(html).filter((address) => !/^\/repo\/(?!repo\/)/.test(address)),
        [],
        url,
      );
  assert.equal(hrefs(pages.get("/posts/a/")).at(-1), "/repo/posts/b/");
});

test.run();
