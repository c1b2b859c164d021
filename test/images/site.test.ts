import { existsSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { article, type Project, smallProject } from "../project.ts";
import { bomb, PLACE, picture, sharp } from "./made.ts";

/** A project whose site is told `images` options. */
function project(options = "", more = ""): Project {
  return smallProject(
    `site: { title: "Small", description: "A small site.", url: "https://small.example", publisher: "journal", ${options} }, ${more}`,
  );
}

const MANY = "features: { socialCards: false }, images: { widths: [160, 320] }";

/** Folder of a build's pictures: name → bytes. */
function pictures(site: Project): readonly string[] {
  const folder = join(site.folder, "_site/pictures");
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

test("images: lead, text and portrait are offered in widths and formats, without what the camera noted", async () => {
  const site = project(MANY, 'publish: { needs: [{ "img-src": ["https://other.example"] }] },');
  const photo = await picture(400, 300).withExif(PLACE).toFormat("jpeg").toBuffer();
  assert.ok((await sharp(photo).metadata()).exif, "the photograph says where it was taken");
  site.write("src/images/lead.jpg", photo);
  site.write("src/articles/near.jpg", photo);
  site.write("src/images/ann.jpg", await picture(300, 300).toFormat("jpeg").toBuffer());
  site.write("src/images/d.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"/>');
  site.write(
    "_data/people.json",
    '{ "journal": { "type": "Organization", "name": "The Journal", "image": { "src": "/images/ann.jpg", "alt": "" } } }',
  );
  site.write(
    "src/articles/rest.md",
    article(
      {
        title: "Rest",
        date: "2026-01-01",
        image: { src: "/images/lead.jpg", alt: "A chair by a window", credit: "Ann" },
      },
      "![A cup](near.jpg)\n\n![A line](/images/d.svg) ![Elsewhere](https://other.example/x.png)\n",
    ),
  );
  const { code, output } = site.vervain("build", "--check");
  assert.is(code, 0, output);
  const html = site.read("_site/rest/index.html");
  const lead = /<figure class="lead-image">[\s\S]*?<\/figure>/.exec(html)?.[0] ?? "";
  assert.match(
    lead,
    /<picture><source type="image\/avif" srcset="\/pictures\/lead-[0-9a-f]{10}-160\.avif 160w, \/pictures\/lead-[0-9a-f]{10}-320\.avif 320w" sizes="[^"]+">/,
  );
  assert.match(lead, /<img src="\/pictures\/lead-[0-9a-f]{10}-320\.jpeg" srcset="[^"]+ 160w, [^"]+ 320w"/);
  assert.match(lead, 'width="320" height="240" fetchpriority="high"');
  assert.not.match(lead, "lazy");
  const inText =
    /<picture><source[^>]*>.*?near-.*?<\/picture>/.exec(html.slice(html.indexOf("prose")))?.[0] ?? "";
  assert.match(inText, /alt="A cup"[^>]* loading="lazy" decoding="async">/);
  assert.match(
    html,
    /<img src="\/pictures\/d-[0-9a-f]{10}-40\.svg" alt="A line" width="40" height="20" loading="lazy" decoding="async">/,
  );
  assert.match(
    html,
    '<img src="https://other.example/x.png" alt="Elsewhere" loading="lazy" decoding="async">',
  );
  assert.match(html, /<div class="person"><picture><source type="image\/avif" srcset="\/pictures\/ann-/);
  assert.not.match(html, / style=|\/images\//);
  for (const name of pictures(site).filter((one) => !one.endsWith(".svg"))) {
    const { exif, width } = await sharp(readFileSync(join(site.folder, "_site/pictures", name))).metadata();
    assert.is(exif, undefined, name);
    assert.match(name, `-${width}.`);
  }
  const feed = JSON.parse(site.read("_site/feed.json")) as {
    items: [{ image: string; content_html: string }];
  };
  assert.match(feed.items[0].image, /^https:\/\/small\.example\/pictures\/lead-[0-9a-f]{10}-320\.jpeg$/);
  assert.not.match(feed.items[0].content_html, /srcset|<source|<picture|sizes=/);
  assert.match(feed.items[0].content_html, 'src="https://small.example/pictures/near-');
  site.clean();
});

test("images: the next build makes nothing anew and gives the same bytes; without the cache too", async () => {
  const site = project(MANY);
  site.write("src/images/a.jpg", await picture(400, 300).toFormat("jpeg").toBuffer());
  site.write(
    "src/articles/rest.md",
    article({ title: "Rest", date: "2026-01-01" }, "![A cup](/images/a.jpg)\n"),
  );
  const bytes = (): readonly string[] =>
    pictures(site).map(
      (name) => `${name} ${readFileSync(join(site.folder, "_site/pictures", name)).toString("base64")}`,
    );
  assert.is(site.vervain("build").code, 0);
  const first = bytes();
  assert.is(first.length, 6);
  const kept = join(site.folder, ".cache/vervain/images");
  const times = (): readonly number[] =>
    readdirSync(kept)
      .sort()
      .map((name) => statSync(join(kept, name)).mtimeMs);
  const made = times();
  assert.is(site.vervain("build").code, 0);
  assert.equal(times(), made);
  assert.equal(bytes(), first);
  site.remove(".cache");
  assert.is(site.vervain("build").code, 0);
  assert.equal(bytes(), first);
  // A file of the cache that a killed machine cut short is made again.
  const some = readdirSync(kept).find((name) => name.endsWith(".avif")) ?? "";
  site.write(join(".cache/vervain/images", some), "cut");
  assert.is(site.vervain("build").code, 0);
  assert.equal(bytes(), first);
  site.clean();
});

test("images: one before the first heading is fetched first where the page shows none before it", async () => {
  const site = project(MANY);
  site.write("src/images/a.png", await picture(40, 30).toFormat("png").toBuffer());
  site.write(
    "src/articles/rest.md",
    article(
      { title: "Rest", date: "2026-01-01" },
      "![One](/images/a.png)\n\n## Part\n\n![Two](/images/a.png)\n",
    ),
  );
  assert.is(site.vervain("build").code, 0);
  const html = site.read("_site/rest/index.html");
  assert.match(html, /alt="One"[^>]* loading="eager" fetchpriority="high">/);
  assert.match(html, /alt="Two"[^>]* loading="lazy" decoding="async">/);
  site.clean();
});

test("images: every fault is said with file, line and field, none with a stack", async () => {
  const site = project(MANY);
  const whole = await picture(400, 300).toFormat("jpeg").toBuffer();
  site.write("src/images/cut.jpg", whole.subarray(0, whole.length / 2));
  site.write("src/images/bomb.png", bomb(40_000, 40_000));
  site.write("src/images/text.png", "This is text and not an image, whatever its name says.");
  site.write("src/images/phone.jpg", Buffer.from("\0\0\0\u0018ftypheic".padEnd(64, "\0"), "latin1"));
  site.write(
    "_data/people.json",
    '{\n  "journal": { "type": "Organization", "name": "The Journal",\n    "image": { "src": "/images/gone.png", "alt": "" } }\n}',
  );
  site.write("src/pages/about.md", "---\ntitle: About\n---\n\nUs.\n\n![Us](/images/us.png)\n");
  site.write(
    "src/articles/rest.md",
    article(
      { title: "Rest", date: "2026-01-01", image: { src: "/images/missing.png", alt: "A chair" } },
      ["cut.jpg", "bomb.png", "text.png", "phone.jpg"].map((name) => `![A](/images/${name})`).join("\n\n"),
    ),
  );
  const { code, output } = site.vervain("build");
  assert.is(code, 1);
  const said = output.split("\n").filter((line) => line.startsWith("error"));
  assert.equal(said, [
    'error _data/people.json:3: journal.image.src: expected an image file, received "/images/gone.png", which is not there. Add the file or correct the address.',
    'error src/articles/rest.md:5: image.src: expected an image file, received "/images/missing.png", which is not there. Add the file or correct the address.',
    'error src/articles/rest.md:8: image: expected an image that can be read, received "/images/cut.jpg", which cannot (VipsJpeg: Premature end of input file). Save it again.',
    'error src/articles/rest.md:10: image: expected at most 200 megapixels, received "/images/bomb.png", which has 40000 × 40000 pixels. Save a smaller one.',
    'error src/articles/rest.md:12: image: expected JPEG, PNG, WebP, AVIF, GIF or SVG, received "/images/text.png", which is none of them. Replace it.',
    'error src/articles/rest.md:14: image: expected JPEG, PNG, WebP, AVIF, GIF or SVG, received "/images/phone.jpg", which is HEIC. Save it as JPEG.',
    'error src/pages/about.md:7: image: expected an image file, received "/images/us.png", which is not there. Add the file or correct the address.',
  ]);
  assert.not.match(output, /^\s+at /m);
  site.clean();
});

test("images: a link that leads out of the project, and a folder, are refused", async () => {
  const site = project(MANY);
  const outside = project(MANY);
  outside.write("private.png", await picture(40, 30).toFormat("png").toBuffer());
  site.write("src/images/b.png/inside.txt", "x");
  symlinkSync(join(outside.folder, "private.png"), join(site.folder, "src/images/a.png"));
  site.write(
    "src/articles/rest.md",
    article({ title: "Rest", date: "2026-01-01" }, "![A](/images/a.png)\n\n![B](/images/b.png)\n"),
  );
  const { code, output } = site.vervain("build");
  assert.is(code, 1);
  for (const name of ["a.png", "b.png"])
    assert.match(
      output,
      `image: expected a file in this project, received "/images/${name}", a folder or a link that leads out of it. Copy the file here.`,
    );
  site.clean();
  outside.clean();
});

test("images: a huge one is made smaller, in its own proportions", async () => {
  const site = project('features: { socialCards: false }, images: { widths: [320], formats: ["webp"] }');
  site.write("src/images/huge.png", bomb(12_000, 9_000));
  site.write(
    "src/articles/rest.md",
    article({ title: "Rest", date: "2026-01-01" }, "![A wall](/images/huge.png)\n"),
  );
  const { code, output } = site.vervain("build");
  assert.is(code, 0, output);
  const [name = ""] = pictures(site).filter((one) => one.endsWith(".png"));
  const { width, height } = await sharp(readFileSync(join(site.folder, "_site/pictures", name))).metadata();
  assert.equal([width, height], [320, 240]);
  site.clean();
});

test("images: switched off they stay as they are, and one that is not there can be a warning", async () => {
  const off = project("features: { socialCards: false }, images: { responsive: false }");
  off.write("src/images/a.png", await picture(40, 30).toFormat("png").toBuffer());
  off.write(
    "src/articles/rest.md",
    article({ title: "Rest", date: "2026-01-01" }, "![One](/images/a.png)\n"),
  );
  assert.is(off.vervain("build").code, 0);
  assert.match(
    off.read("_site/rest/index.html"),
    '<img src="/images/a.png" alt="One" loading="lazy" decoding="async" width="40" height="30">',
  );
  assert.equal(readdirSync(join(off.folder, ".cache/vervain")), ["articles", "last", "pages"]);
  off.clean();
  const lenient = project('features: { socialCards: false }, images: { missing: "warning" }');
  lenient.write(
    "src/articles/rest.md",
    article({ title: "Rest", date: "2026-01-01" }, "![One](/cdn/a.png)\n"),
  );
  const { code, output } = lenient.vervain("build");
  assert.is(code, 0, output);
  assert.match(
    output,
    'warning src/articles/rest.md:7: image: expected an image file, received "/cdn/a.png"',
  );
  assert.match(lenient.read("_site/rest/index.html"), '<img src="/cdn/a.png"');
  lenient.clean();
});

test("images: options that are wrong are named", () => {
  const site = project('images: { widths: ["wide"], path: "pictures" }');
  const { code, output } = site.vervain("build");
  assert.is(code, 1);
  assert.match(
    output,
    'site.images.path: expected a folder of the site such as /pictures/, received "pictures".',
  );
  site.clean();
});

test.run();
