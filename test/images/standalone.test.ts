import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
// @ts-expect-error Eleventy 3.1 ships no types.
import Eleventy from "@11ty/eleventy";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { EleventyConfig } from "../../plugins/eleventy.ts";
import { images } from "../../plugins/images/plugin.ts";
import { imageSize } from "../../plugins/page/image-size.ts";
import { picture } from "./made.ts";

const home = process.cwd();
const folder = mkdtempSync(join(tmpdir(), "vervain-images-"));
process.chdir(folder);
test.after(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function eleventy() {
  return new Eleventy("src", "out", {
    quietMode: true,
    configPath: null,
    config(config: EleventyConfig) {
      config.addPassthroughCopy({ "src/photos": "img" });
      config.addPlugin(images, {
        site: { title: "Ann", url: "https://ann.example", images: { widths: [160], formats: ["webp"] } },
      });
    },
  });
}

test("images alone: a site with layouts of its own gets pictures in its text, a lead and a card", async () => {
  write("src/photos/cup.png", await picture(200, 150).toFormat("png").toBuffer());
  write(
    "src/_includes/post.njk",
    '<meta property="og:image" content="{{ page.url | socialCard }}">{{ page.url | leadPicture | safe }}<main>{{ content | safe }}</main>',
  );
  write(
    "src/posts/rest.md",
    '---\nlayout: post.njk\ntitle: 3 ways to rest\ndate: 2026-01-01\nimage: { src: /img/cup.png, alt: "A cup & saucer" }\n---\n\n![A cup](/img/cup.png)\n',
  );
  await eleventy().write();
  const html = readFileSync("out/posts/rest/index.html", "utf8");
  assert.match(
    html,
    /<picture><source type="image\/webp" srcset="\/pictures\/cup-[0-9a-f]{10}-160\.webp 160w" sizes="[^"]+"><img src="\/pictures\/cup-[0-9a-f]{10}-160\.png" width="160" height="120" alt="A cup &amp; saucer" fetchpriority="high"><\/picture><main>/,
  );
  assert.match(html, /<p><picture>.*loading="lazy" decoding="async"><\/picture><\/p>/);
  const card = /content="https:\/\/ann\.example(\/pictures\/card-[0-9a-f]{16}\.png)"/.exec(html)?.[1] ?? "";
  assert.equal(imageSize(readFileSync(join("out", card))), { width: 1200, height: 630 });
  for (const [, src = ""] of html.matchAll(/(?:src|srcset)="(\/pictures\/[^" ]+)/g))
    assert.ok(existsSync(join("out", src)), src);
});

test("images alone: commands that only look make nothing and say what is missing", async () => {
  rmSync(".cache", { recursive: true, force: true });
  const pages = (await eleventy().toJSON()) as readonly { readonly url: string; readonly content: string }[];
  assert.match(
    pages.find(({ url }) => url === "/posts/rest/")?.content ?? "",
    /<img src="\/pictures\/cup-[0-9a-f]{10}-200\.png"/,
  );
  assert.not.ok(existsSync(".cache"));
});

test.run();
