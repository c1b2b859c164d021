import { test } from "uvu";
import * as assert from "uvu/assert";
import { linkStoppedPictures } from "../../plugins/build/stopped-pictures.ts";
import { escapeHtml } from "../../plugins/page/escape.ts";
import { article, type Project, smallProject } from "../project.ts";

const policy = { loads: (src: string) => !src.startsWith("https://") };

for (const [why, html, wanted] of [
  ["a picture of the site stays", '<p><img src="/a.png" alt="A"></p>', '<p><img src="/a.png" alt="A"></p>'],
  [
    "one of another host becomes a link of its description",
    '<p>x <img src="https://e.example/a.png?a=1&amp;b=2" alt="A &lt;b&gt;"> y</p>',
    '<p>x <a href="https://e.example/a.png?a=1&amp;b=2">A &lt;b&gt;</a> y</p>',
  ],
  [
    "without a description its title stands, or the name of its file",
    '<img src="https://e.example/a.png" alt="" title="T"><img src="https://e.example/x/b.png?w=1/2"><img src="https://e.example/">',
    '<a href="https://e.example/a.png">T</a><a href="https://e.example/x/b.png?w=1/2">b.png</a><a href="https://e.example/">e.example</a>',
  ],
  [
    "in a link its words alone stand: a link holds no other",
    '<a href="/b/"><em><img src="https://e.example/a.png" alt="A"></em></a>',
    '<a href="/b/"><em>A</em></a>',
  ],
  [
    "a <picture> goes as a whole",
    '<picture><source srcset="https://e.example/a.avif"><img src="https://e.example/a.png" alt="A"></picture>!',
    '<a href="https://e.example/a.png">A</a>!',
  ],
  [
    "a picture of the site keeps only the address that is loaded",
    '<picture><source srcset="https://e.example/a.avif 2x"><img src="/a.png" alt="A"></picture>' +
      '<img src="/b.png" srcset="/b.png 1x, https://e.example/b.png 2x" sizes="9px" alt="B">',
    '<img src="/a.png" alt="A"><img src="/b.png" alt="B">',
  ],
  [
    "the forms of a picture of the site stay",
    '<picture><source srcset="/a-1.avif 320w, /a-2.avif 640w"><img src="/a.png" srcset="/a.png 640w"></picture>',
    '<picture><source srcset="/a-1.avif 320w, /a-2.avif 640w"><img src="/a.png" srcset="/a.png 640w"></picture>',
  ],
  [
    "what stands as code stays",
    '<code>&lt;img src="https://e"&gt;</code>',
    '<code>&lt;img src="https://e"&gt;</code>',
  ],
] as const) {
  test(`linkStoppedPictures: ${why}`, () => {
    assert.is(linkStoppedPictures(html, policy, escapeHtml), wanted);
  });
}

test("linkStoppedPictures: an address that is none of the web becomes words, never a link", () => {
  const nothing = { loads: () => false };
  assert.is(linkStoppedPictures('<img src="javascript:alert(1)" alt="A">', nothing, escapeHtml), "A");
  assert.is(linkStoppedPictures('<img src="data:text/html,x" alt="A">', nothing, escapeHtml), "A");
  assert.is(linkStoppedPictures('<img src="data:text/html,x/y" alt="">', nothing, escapeHtml), "");
});

const PICTURES = {
  "src/articles/rest.md": article(
    { title: "Rest", date: "2026-01-01", image: { src: "https://a.example/lead.png", alt: "Lead" } },
    [
      "First.",
      "![A *cup*](https://a.example/cup.png) ![Own](/images/own.svg)",
      "[![A tile](//b.example/tile.png)](/)",
      '<figure><img src="http://b.example/x.png" alt="A &amp; B"></figure>',
      "![Again][ref]\n\n[ref]: https://a.example/again.png",
    ].join("\n\n"),
  ),
  "src/page.md": "---\ntitle: Page\n---\n\n![Map](https://c.example/map.png)\n",
  "src/images/own.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"/>',
  "_data/people.json":
    '{ "journal": { "type": "Organization", "name": "The Journal",\n "image": { "src": "https://d.example/j.png", "alt": "" } } }',
};

function project(options: string): Project {
  const site = smallProject(
    `site: { title: "Small", description: "A small site.", url: "https://small.example", publisher: "journal", features: { socialCards: false } }, ${options}`,
  );
  for (const [name, content] of Object.entries(PICTURES)) site.write(name, content);
  return site;
}

const STOPPED = [
  'warning _data/people.json:2: journal.image.src: expected a picture of this site, received one of https://d.example, which the site\'s headers keep browsers from loading. It is not shown; save it in the site, or let its host through: publish: { needs: [{ "img-src": ["https://d.example"] }] }.',
  "warning src/articles/rest.md:5: image.src: expected a picture of this site, received one of https://a.example",
  "warning src/articles/rest.md:10: image: expected a picture of this site, received one of https://a.example, which the site's headers keep browsers from loading. It becomes a link",
  "So does 1 other.",
  "warning src/articles/rest.md:12: image: expected a picture of this site, received one of https://b.example",
  "warning src/page.md:5: image: expected a picture of this site, received one of https://c.example",
];

test("pictures that the site's headers stop are links in articles and pages, nowhere claimed, and said by line", () => {
  const site = project("");
  const { code, output } = site.vervain("build", "--check");
  assert.is(code, 0, output);
  for (const line of STOPPED) assert.match(output, line);
  assert.not.match(output, "readers see a gap");
  const html = site.read("_site/rest/index.html");
  const text = html.slice(html.indexOf('class="prose'), html.indexOf("</article>"));
  assert.match(text, '<a href="https://a.example/cup.png">A cup</a>');
  assert.match(text, '<a href="/">A tile</a>');
  assert.match(text, '<figure><a href="http://b.example/x.png">A &amp; B</a></figure>');
  assert.match(text, '<a href="https://a.example/again.png">Again</a>');
  assert.match(text, /<img src="\/pictures\/own-/);
  assert.match(site.read("_site/page/index.html"), '<a href="https://c.example/map.png">Map</a>');
  for (const name of ["_site/rest/index.html", "_site/index.html", "_site/authors/journal/index.html"]) {
    assert.not.match(site.read(name), /<img[^>]*(?:https?:)?\/\/[a-d]\.example/);
    assert.not.match(site.read(name), /lead\.png|j\.png/);
  }
  site.clean();
});

test("pictures of hosts that the owner lets through are shown as written, and of those alone", () => {
  const site = project(
    'publish: { needs: [{ "img-src": ["https://a.example", "https://c.example", "https://d.example"] }] },',
  );
  const { code, output } = site.vervain("build");
  assert.is(code, 0, output);
  assert.not.match(output, /one of https:\/\/[acd]\.example/);
  const html = site.read("_site/rest/index.html");
  assert.match(html, '<img src="https://a.example/cup.png"');
  assert.match(html, '<img src="https://a.example/lead.png"');
  assert.not.match(html, /<img[^>]*b\.example/);
  assert.match(site.read("_site/page/index.html"), '<img src="https://c.example/map.png"');
  site.clean();
});

test("without headers of ours nothing stops a picture, and it stays", () => {
  const site = project("publish: { targets: [] },");
  const { code, output } = site.vervain("build");
  assert.is(code, 0, output);
  assert.not.match(output, "expected a picture of this site");
  assert.match(site.read("_site/rest/index.html"), '<img src="http://b.example/x.png"');
  site.clean();
});

test("raw HTML that its owner vouches for stays as written, and what the headers stop of it is said", () => {
  const site = project("trustsHtml: true,");
  const { code, output } = site.vervain("build");
  assert.is(code, 0, output);
  assert.match(site.read("_site/rest/index.html"), '<img src="http://b.example/x.png"');
  assert.match(
    output,
    "expected pictures of this site, received pictures of other hosts, which the policy stops",
  );
  assert.match(output, '"img-src": ["https://a.example",');
  site.clean();
});

test.run();
