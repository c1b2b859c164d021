import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
// @ts-expect-error Eleventy 3.1 ships no types.
import Eleventy from "@11ty/eleventy";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { EleventyConfig } from "../../plugins/eleventy.ts";
import { isShareable } from "../../plugins/images/shareable.ts";
import { type VervainOptions, vervain } from "../../plugins/index.ts";
import { picture } from "../images/made.ts";
import { article, smallProject } from "../project.ts";

const root = mkdtempSync(join(tmpdir(), "vervain-head-"));
process.chdir(root);
test.after(() => rmSync(root, { recursive: true, force: true }));

let count = 0;

/** Builds a tiny site in memory: pages by address. */
async function build(options: VervainOptions = {}): Promise<ReadonlyMap<string, string>> {
  const folder = `site${++count}`;
  for (const [path, text] of Object.entries({
    "_data/people.json": '{"pub":{"type":"Organization","name":"Pub"}}',
    "src/articles/a.md":
      '---\ntitle: "A & B"\ndescription: "Said \\"so\\"."\ndate: 2026-01-01\nupdated: 2026-02-01\nauthor: pub\n---\n\nText.\n',
    "src/articles/b.md": "---\ntitle: B\ndate: 2026-01-02\nauthor: pub\nnoindex: true\n---\n",
  })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const eleventy = new Eleventy(`${folder}/src`, `${folder}/out`, {
    quietMode: true,
    configPath: null,
    config(config: EleventyConfig & { setDataDirectory(path: string): void }) {
      config.setDataDirectory("../_data");
      config.addPlugin(vervain, {
        site: { title: "Site", url: "https://e.example", publisher: "pub", ...options.site },
        pages: options.pages,
      });
    },
  });
  const pages = (await eleventy.toJSON()) as readonly { url: string; content: string }[];
  return new Map(pages.map(({ url, content }) => [url, content]));
}

test("head: an article says what it is about, when it was published and changed, and lets its picture be shown large", async () => {
  const pages = await build();
  const a = pages.get("/a/") ?? "";
  assert.match(a, '<meta property="og:description" content="Said &quot;so&quot;.">');
  assert.match(a, '<meta property="article:published_time" content="2026-01-01T00:00:00Z">');
  assert.match(a, '<meta property="article:modified_time" content="2026-02-01T00:00:00Z">');
  assert.match(a, '<meta name="robots" content="max-image-preview:large">');
  const b = pages.get("/b/") ?? "";
  assert.match(b, '<meta name="robots" content="noindex">');
  assert.not.match(b, /max-image-preview|article:modified_time|og:description/);
  assert.not.match(pages.get("/") ?? "", "article:published_time");
});

test("head: both feeds are linked from every page, and one that is left out from none", async () => {
  const all = await build();
  for (const [url, page] of all)
    if (page.includes("<head>") && !page.includes("http-equiv")) {
      assert.match(page, 'type="application/atom+xml" title="Site" href="/feed.xml"', url);
      assert.match(page, 'type="application/feed+json" title="Site" href="/feed.json"', url);
    }
  const less = await build({ pages: { "feed-json": false } });
  assert.not.ok(less.has("/feed.json"));
  for (const [url, page] of less) assert.not.match(page, "feed.json", url);
});

test("security.txt: as RFC 9116 has it where the owner names a contact, and nowhere else", async () => {
  const site = {
    security: { contact: ["mailto:a@e.example", "https://e.example/report"], expires: "2099-01-01" },
  };
  const pages = await build({ site });
  assert.is(
    pages.get("/.well-known/security.txt"),
    "Contact: mailto:a@e.example\nContact: https://e.example/report\nExpires: 2099-01-01T00:00:00Z\nPreferred-Languages: en\nCanonical: https://e.example/.well-known/security.txt\n",
  );
  assert.not.ok((await build()).has("/.well-known/security.txt"));
});

for (const [security, expected] of [
  [
    { contact: ["a@e.example"], expires: "2099-01-01" },
    /site\.security\.contact.*expected an address such as mailto:/,
  ],
  [{ contact: ["mailto:a@e.example"], expires: "soon" }, /expected a day such as 2027-06-30/],
] as const) {
  test(`security.txt: ${JSON.stringify(security)} is refused`, () =>
    assert.throws(
      () =>
        vervain({ addPlugin: () => undefined } as unknown as EleventyConfig, {
          site: { security: { ...security, contact: [...security.contact] } },
        }),
      expected,
    ));
}

for (const [name, width, height, expected] of [
  ["a.jpg", 1280, 720, true],
  ["a.png", 1200, 630, true],
  ["a.webp", 1920, 1080, true],
  ["a.jpg", 1199, 675, false],
  ["a.jpg", 1600, 1200, false],
  ["a.jpg", 1280, 400, false],
  ["a.avif", 1280, 720, false],
  ["a.svg", 1280, 720, false],
  ["a.jpg", null, null, false],
] as const) {
  test(`shared picture: ${name} of ${width} × ${height} is ${expected ? "shared" : "no picture to share"}`, () =>
    assert.is(isShareable({ url: `https://e.example/${name}`, alt: "", width, height }), expected));
}

test("head: an article's own picture is shared where it is large and wide, else its card", async () => {
  const site = smallProject();
  site.write("src/wide.jpg", await picture(1600, 900).toFormat("jpeg").toBuffer());
  site.write("src/small.jpg", await picture(800, 450).toFormat("jpeg").toBuffer());
  for (const name of ["wide", "small"])
    site.write(
      `src/articles/${name}.md`,
      article({ title: name, date: "2026-01-01", image: { src: `/${name}.jpg`, alt: "A chair" } }, "Text.\n"),
    );
  const { code, output } = site.vervain("build", "--check");
  assert.is(code, 0, output);
  const wide = site.read("_site/wide/index.html");
  assert.match(wide, /og:image" content="https:\/\/small\.example\/pictures\/wide-[0-9a-f]{10}-1280\.jpeg">/);
  assert.match(wide, 'og:image:width" content="1280">\n<meta property="og:image:height" content="720">');
  assert.match(wide, 'og:image:alt" content="A chair">');
  assert.match(
    site.read("_site/small/index.html"),
    /og:image" content="https:\/\/small\.example\/pictures\/card-/,
  );
  site.clean();
});

test.run();
