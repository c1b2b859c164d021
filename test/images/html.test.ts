import { test } from "uvu";
import * as assert from "uvu/assert";
import { imagesInHtml, replaceImages } from "../../plugins/article/html-images.ts";
import { article, type Project, smallProject } from "../project.ts";
import { picture } from "./made.ts";

function project(options = ""): Project {
  return smallProject(
    `site: { title: "Small", description: "A small site.", url: "https://small.example", publisher: "journal",
      features: { socialCards: false }, images: { widths: [160, 320], formats: ["webp"] } }, ${options}`,
  );
}

test("images: an <img> in raw HTML is offered as Markdown's are, its author's words and width kept", async () => {
  const site = project('publish: { needs: [{ "img-src": ["https://other.example"] }] },');
  site.write("src/images/cup.jpg", await picture(400, 300).toFormat("jpeg").toBuffer());
  site.write("src/articles/near.png", await picture(64, 32).toFormat("png").toBuffer());
  site.write(
    "src/articles/rest.md",
    article(
      { title: "Rest", date: "2026-01-01" },
      [
        '<figure class="wide">\n<img onerror="ran()" src="/images/cup.jpg" width="200" alt="A &quot;cup&quot;" srcset="/gone.jpg 2x">\n<figcaption>Mine</figcaption>\n</figure>',
        'Words <IMG SRC=near.png ALT="A tile"> and <picture><source srcset="/gone.webp" type="image/webp"> <img src="near.png" alt="Again"></picture>.',
        '<img src="https://other.example/x.png" alt="Elsewhere">',
      ].join("\n\n"),
    ),
  );
  const { code, output } = site.vervain("build", "--check");
  assert.is(code, 0, output);
  const html = site.read("_site/rest/index.html");
  const text = html.slice(html.indexOf('class="prose'), html.indexOf("</article>"));
  assert.match(
    text,
    /<figure class="wide">\n<picture><source type="image\/webp" srcset="\/pictures\/cup-[^"]+ 320w" sizes="200px" \/><img src="\/pictures\/cup-[0-9a-f]{10}-320\.jpeg" srcset="[^"]+" sizes="200px" width="200" height="150" alt="A &quot;cup&quot;" loading="eager" fetchpriority="high" \/?><\/picture>\n<figcaption>Mine/,
  );
  assert.is(text.match(/src="\/pictures\/near-/g)?.length, 2);
  assert.match(text, /alt="A tile" loading="lazy" decoding="async"/);
  assert.is(text.match(/<picture>/g)?.length, text.match(/<\/picture>/g)?.length);
  assert.not.match(text, /<picture>\s*<picture>|gone|ran\(|SRC|<\/source>/);
  assert.match(text, 'src="https://other.example/x.png" alt="Elsewhere"');
  assert.not.match(site.read("_site/feed.json"), /srcset|<picture/);
  site.clean();
});

test("images: what raw HTML names and is not there stops the build, by its own line", () => {
  const site = project();
  site.write(
    "src/articles/rest.md",
    article(
      { title: "Rest", date: "2026-01-01" },
      'First.\n\n<div>\n<p>Text\n<img src="x" onerror="ran()" alt="">\n</p>\n</div>\n\nOne\ntwo <b>three</b> <img src=y.png>\n\n<!-- <img src="z"> -->\n\n<b>x</b> <style><img src="z"></style>\n',
    ),
  );
  const { code, output } = site.vervain("build");
  assert.is(code, 1);
  assert.match(output, 'error src/articles/rest.md:11: image: expected an image file, received "x"');
  assert.match(output, 'error src/articles/rest.md:16: image: expected an image file, received "y.png"');
  assert.not.match(output, '"z"');
  site.clean();
});

test("images: raw HTML that its owner vouches for goes through as written", async () => {
  const site = project("trustsHtml: true,");
  site.write("src/images/cup.jpg", await picture(40, 30).toFormat("jpeg").toBuffer());
  const img = '<img src="/images/cup.jpg" style="border: 0" alt="A cup">';
  site.write("src/articles/rest.md", article({ title: "Rest", date: "2026-01-01" }, `${img}\n`));
  assert.is(site.vervain("build").code, 0);
  assert.match(site.read("_site/rest/index.html"), img);
  site.clean();
});

test("imagesInHtml: reads attributes as browsers do, and takes the author's <picture> for the image's place", () => {
  const html =
    '<!-- <img src=a> --><picture><source srcset=b><img src="c&amp;d" alt></picture><img alt=x><img src=" e ">';
  const found = imagesInHtml(html);
  assert.equal(
    found.map(({ src, start, end }) => [src, html.slice(start, end)]),
    [
      ["c&d", '<picture><source srcset=b><img src="c&amp;d" alt></picture>'],
      ["e", '<img src=" e ">'],
    ],
  );
  assert.is(
    replaceImages(html, ({ src }) => (src === "e" ? "E" : null)),
    html.replace('<img src=" e ">', "E"),
  );
});

test.run();
