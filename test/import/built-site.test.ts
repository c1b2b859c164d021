import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type MadePost, type MadeSite, wxrPieces } from "../../bench/wxr.ts";
import { smallProject } from "../project.ts";

const POST: MadePost = {
  type: "post",
  status: "publish",
  password: "",
  title: "A warm bath",
  slug: "warm-bath",
  date: "2019-03-02 23:30:00",
  offset: -300,
  author: 0,
  content: "Run the water early. Ask ann@desk.example.",
  categories: ["Evening"],
  tags: ["Bath"],
  fields: [],
  comments: [],
};
const COMMENT = {
  author: "Reader",
  mail: "reader@post.example",
  network: "203.0.113.7",
  approved: "1",
  type: "comment",
  parent: null,
  words: "It helped me. reader@post.example, 203.0.113.7",
} as const;
const MADE: MadeSite = {
  url: "https://old.example",
  version: "1.2",
  prefix: "wp",
  permalinks: "date",
  people: [{ login: "ann", name: "Ann", mail: "ann@desk.example" }],
  posts: [
    { ...POST, comments: [COMMENT, { ...COMMENT, approved: "0", words: "Heldback" }] },
    {
      ...POST,
      type: "page",
      title: "What we are",
      slug: "what-we-are",
      content: "A page.",
      comments: [COMMENT],
    },
    { ...POST, slug: "unlisted", title: "Unlisted", fields: [["_yoast_wpseo_meta-robots-noindex", "1"]] },
    { ...POST, type: "page", status: "private", title: "Secretpage", slug: "secretpage" },
    { ...POST, status: "draft", title: "Secretdraft", slug: "secretdraft", comments: [COMMENT] },
    { ...POST, password: "sesame99", title: "Secretlocked", slug: "secretlocked" },
    { ...POST, slug: "睡眠", title: "睡眠", content: "茶" },
  ],
};

test("an imported blog is built: old addresses answer, nothing hidden and no address gets out", () => {
  const project = smallProject();
  try {
    project.write("export.xml", [...wxrPieces(MADE)].join(""));
    assert.is(project.vervain("import", "export.xml").code, 0);
    const { code, output } = project.vervain("build");
    assert.is(code, 0, output);
    const root = join(project.folder, "_site");
    for (const path of [
      "2019/03/02/warm-bath",
      "what-we-are",
      "2019/03/02/睡眠",
      "category/evening",
      "tag/bath",
    ])
      assert.ok(existsSync(join(root, path, "index.html")), path);
    for (const name of readdirSync(root, { recursive: true, encoding: "utf8" })) {
      if (!statSync(join(root, name)).isFile()) continue;
      const words = `${name} ${readFileSync(join(root, name), "utf8")}`;
      assert.not.match(words, /secret|sesame99|heldback|(?:reader|ann)@|203\.0\.113\.7/i, name);
    }
    assert.match(project.read("_site/2019/03/02/warm-bath/index.html"), "It helped me.");
    assert.match(project.read("_site/2019/03/02/warm-bath/index.html"), "March 2, 2019");
    assert.match(project.read("_site/what-we-are/index.html"), "It helped me.");
    assert.match(
      project.read("_site/2019/03/02/unlisted/index.html"),
      '<meta name="robots" content="noindex">',
    );
    assert.match(project.read("_site/feed.xml"), "<id>https://old.example/?p=100</id>");
    assert.match(project.read("_site/_redirects"), "/ p=100 /2019/03/02/warm-bath/ 301\n");
    assert.match(project.read("_site/_redirects"), "/tag/bath/ /tags/bath/ 301\n");
    assert.not.match(project.read("_site/sitemap.xml"), "unlisted");
  } finally {
    project.clean();
  }
});

test("an imported folder is built: old addresses answer, nothing hidden gets out, no tag is left in the text", () => {
  const project = smallProject();
  try {
    const post = (fields: string, body: string): string => `---\n${fields}\n---\n\n${body}\n`;
    for (const [path, text] of Object.entries({
      "_config.yml": "url: https://old.example\npermalink: pretty\n",
      "_posts/2019-03-02-warm-bath.md": post(
        "title: A warm bath\nredirect_from: /old-bath/\ncustom: secretfield",
        "# A warm bath\n\nRun it. {% include ad.html code='secretcode' %}\n\n## Why? It helps\n\nSee [why](#why-it-helps) and [tea]({% post_url 2019-04-01-tea %}).\n\n{% if site.x %}secretbranch{% endif %}",
      ),
      "_posts/2019-04-01-tea.md": post("title: Tea", "A cup.\n{:.secretclass}"),
      "_posts/2019-05-01-off.md": post("title: Secretpost\npublished: false", "Secretwords."),
      "_drafts/idea.md": post("title: Secretdraft", "Secretidea."),
      "off.md": post("title: Secretpage\npublished: false", "Secretwords."),
    }))
      project.write(`old/${path}`, text);
    const imported = project.vervain("import", "old");
    assert.is(imported.code, 0, imported.output);
    const { code, output } = project.vervain("build", "--check");
    assert.is(code, 0, output);
    const root = join(project.folder, "_site");
    for (const path of ["2019/03/02/warm-bath", "2019/04/01/tea", "old-bath"])
      assert.ok(existsSync(join(root, path, "index.html")), path);
    for (const name of readdirSync(root, { recursive: true, encoding: "utf8" })) {
      if (!statSync(join(root, name)).isFile()) continue;
      assert.not.match(
        `${name} ${readFileSync(join(root, name), "utf8")}`,
        name.endsWith(".html") ? /secret|\{%/i : /secret/i,
        name,
      );
    }
  } finally {
    project.clean();
  }
});

test.run();
