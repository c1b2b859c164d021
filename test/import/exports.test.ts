import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import * as assert from "uvu/assert";
import type { SourceOptions } from "../../plugins/cli/import-source.ts";
import { csvRows } from "../../plugins/import/archives/csv.ts";
import { openZip, ZipRefusal } from "../../plugins/import/archives/zip.ts";
import { type Context, importAndRead, importSuite, put, type Ran } from "./importing.ts";

const test = importSuite("exports of other hosts");

/** Writes an export and imports it into `folder/site`. */
async function run(
  { folder }: Context,
  name: string,
  content: string | Uint8Array,
  options: SourceOptions = {},
): Promise<Ran> {
  put(folder, { [name]: content });
  return importAndRead(folder, [name], options);
}

/** Sums agree, no secret stands in any file, and a second run writes nothing. */
async function sound(
  context: Context,
  name: string,
  content: string | Uint8Array,
  secrets: RegExp,
  options: SourceOptions = {},
): Promise<Ran> {
  const first = await run(context, name, content, options);
  assert.is(first.code, 0, first.printed);
  for (const [kind, { in: all, out, named }] of Object.entries(first.ledger.balance))
    assert.is(all, out + named, kind);
  for (const [path, words] of first.files) assert.not.match(`${path} ${words}`, secrets, path);
  const second = await run(context, name, content, options);
  assert.match(second.printed, /files: 0 new, 0 updated/);
  assert.equal(second.files, first.files);
  return first;
}

const GHOST = {
  db: [
    {
      data: {
        posts: [
          {
            id: "1",
            title: "A warm bath",
            slug: "warm-bath",
            html: '<p>Run it. See <a href="__GHOST_URL__/tea/">tea</a>. Ask ann@desk.example.</p><figure class="kg-card kg-embed-card"><iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe></figure><img src="__GHOST_URL__/content/images/2019/tub.jpg" alt="A tub">',
            status: "published",
            visibility: "public",
            type: "post",
            published_at: "2019-03-02T10:00:00.000Z",
            updated_at: "2020-01-01T00:00:00.000Z",
            custom_excerpt: "Why warm water helps.",
            feature_image: "__GHOST_URL__/content/images/2019/bath.jpg",
            author_id: "9",
          },
          {
            id: "2",
            title: "Tea",
            slug: "tea",
            html: null,
            plaintext: "A cup.\n\nAnd <another>.",
            status: "published",
            visibility: "public",
            type: "post",
            published_at: "2019-04-01 10:00:00",
          },
          {
            id: "3",
            title: "Members",
            slug: "members",
            html: "<p>Unseen.</p>",
            status: "published",
            visibility: "paid",
            type: "post",
            published_at: "2019-05-01T00:00:00.000Z",
          },
          {
            id: "4",
            title: "Mail",
            slug: "mail",
            html: "<p>Unseen.</p>",
            status: "sent",
            visibility: "public",
            type: "post",
            published_at: "2019-05-01T00:00:00.000Z",
          },
          {
            id: "5",
            title: "Draft",
            slug: "draft",
            html: "<p>Unseen.</p>",
            status: "draft",
            visibility: "public",
            type: "post",
          },
          {
            id: "6",
            title: "About",
            slug: "about",
            html: "<p>Who we are.</p>",
            status: "published",
            visibility: "public",
            type: "page",
            published_at: "2019-01-01T00:00:00.000Z",
          },
          { id: "1", title: "Twice", slug: "twice", html: "<p>Again.</p>", status: "published" },
        ],
        posts_meta: [{ post_id: "1", feature_image_alt: "A bath", meta_title: "Baths" }],
        tags: [
          { id: "t1", name: "Bath", slug: "bath" },
          { id: "t2", name: "#hidden", slug: "hash-hidden", visibility: "internal" },
        ],
        posts_tags: [
          { post_id: "1", tag_id: "t1", sort_order: 0 },
          { post_id: "1", tag_id: "t2", sort_order: 1 },
        ],
        users: [{ id: "9", name: "Ann Maker", slug: "ann", email: "ann@desk.example" }],
        posts_authors: [{ post_id: "1", author_id: "9" }],
        members: [{ email: "reader@post.example" }],
        settings: [{ key: "title", value: "Quiet" }],
      },
    },
  ],
};

test("Ghost: posts, pages, tags and people; members' posts hidden, mail addresses nowhere", async (context) => {
  const ran = await sound(context, "ghost.json", JSON.stringify(GHOST), /@desk|@post|old\.invalid|__GHOST/, {
    site: "https://old.example",
  });
  assert.is(
    ran.files.get("src/articles/warm-bath.md"),
    `---
title: A warm bath
description: Why warm water helps.
date: 2019-03-02T10:00:00Z
updated: 2020-01-01T00:00:00Z
author: ann-maker
tags:
  - Bath
image:
  src: https://old.example/content/images/2019/bath.jpg
  alt: A bath
guid: "1"
seoTitle: Baths
---

Run it. See [tea](/tea/). Ask (address removed).

[https://www.youtube.com/watch?v=abcdefghijk](https://www.youtube.com/watch?v=abcdefghijk)

![A tub](https://old.example/content/images/2019/tub.jpg)
`,
  );
  assert.match(ran.files.get("src/articles/tea.md")!, "A cup.\n\nAnd \\<another>.");
  assert.match(ran.files.get("src/pages/about.md")!, "permalink: /about/");
  for (const [name, why] of [
    ["members", "for paying members only at the source"],
    ["mail", "sent by mail only at the source"],
    ["draft", "a draft at the source"],
  ] as const)
    assert.match(
      ran.files.get(`src/articles/${name}.md`)!,
      new RegExp(`Hidden: ${why}[\\s\\S]*\ndraft: true\n`),
    );
});

test("Ghost: a site whose address nobody says keeps its paths and names no host", async (context) => {
  const ran = await sound(context, "ghost.json", JSON.stringify(GHOST), /old\.invalid|__GHOST/);
  assert.match(
    ran.files.get("src/articles/warm-bath.md")!,
    "<!-- picture that the source does not hold: /content/images/2019/tub.jpg (A tub) -->",
  );
  assert.equal(ran.ledger.remote.map(({ address }) => address).sort(), [
    "/content/images/2019/bath.jpg",
    "/content/images/2019/tub.jpg",
  ]);
  assert.is(ran.ledger.site, null);
});

const entry = (kind: string, id: string, rest: string): string =>
  `<entry><id>tag:blogger.com,1999:blog-7.post-${id}</id><published>2019-03-02T10:00:00.000-05:00</published><updated>2019-03-02T11:00:00.000-05:00</updated><category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#${kind}"/>${rest}</entry>`;
const person = (name: string, mail: string): string =>
  `<author><name>${name}</name><email>${mail}</email><uri>https://www.blogger.com/profile/1</uri></author>`;
const BLOGGER = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://purl.org/atom/app#" xmlns:thr="http://purl.org/syndication/thread/1.0">
<title>Quiet</title><link rel="alternate" type="text/html" href="https://quiet.blogspot.example/"/><generator>Blogger</generator>
${entry("settings", "s", '<title>BLOG_NAME</title><content type="text">Quiet</content>')}
${entry("post", "1", `<category scheme="http://www.blogger.com/atom/ns#" term="Bath"/><title type="text">A warm bath</title><content type="html">&lt;p&gt;Run it.&lt;/p&gt;</content><link rel="alternate" href="https://quiet.blogspot.example/2019/03/warm-bath.html"/>${person("Ann Maker", "ann@desk.example")}`)}
${entry("post", "2", `<app:control><app:draft>yes</app:draft></app:control><title>Secret</title><content type="html">Unseen.</content>${person("Ann Maker", "ann@desk.example")}`)}
${entry("page", "3", '<title>About</title><content type="html">Who we are.</content><link rel="alternate" href="https://quiet.blogspot.example/p/about.html"/>')}
${entry("comment", "4", `<title>c</title><content type="html">It helped. bo@post.example</content><thr:in-reply-to ref="tag:blogger.com,1999:blog-7.post-1"/>${person("Bo", "bo@post.example")}`)}
${entry("comment", "5", `<title>c</title><content type="html">Thanks.</content><thr:in-reply-to ref="tag:blogger.com,1999:blog-7.post-1"/><link rel="related" href="https://www.blogger.com/feeds/7/1/comments/default/4"/>${person("Ann Maker", "ann@desk.example")}`)}
${entry("comment", "6", `<title>c</title><content type="html">Lost.</content><thr:in-reply-to ref="tag:blogger.com,1999:blog-7.post-99"/>${person("Cy", "cy@post.example")}`)}
</feed>`;

test("Blogger: posts with their addresses and labels, comments in threads, no mail address anywhere", async (context) => {
  const ran = await sound(context, "blog.xml", BLOGGER, /@desk|@post/);
  assert.is(
    ran.files.get("src/articles/warm-bath.md"),
    `---
title: A warm bath
date: 2019-03-02T10:00:00-05:00
author: ann-maker
tags:
  - Bath
permalink: /2019/03/warm-bath.html
guid: tag:blogger.com,1999:blog-7.post-1
---

Run it.
`,
  );
  assert.match(ran.files.get("src/articles/secret.md")!, "draft: true");
  assert.match(ran.files.get("src/pages/about.md")!, "permalink: /p/about.html");
  const comments = [...ran.files]
    .filter(([name]) => name.startsWith("src/comments/"))
    .map(([, words]) => JSON.parse(words) as { parent: string; author: string; body: string });
  assert.equal(
    comments.map(({ parent, author, body }) => [parent, author, body]),
    [
      [null, "Bo", "It helped. (address removed)"],
      ["blogger-4", "Ann Maker", "Thanks."],
    ],
  );
  assert.equal(ran.ledger.balance.comment, { in: 3, out: 2, named: 1 });
  assert.match(ran.files.get("_data/redirects.json")!, '"/search/label/Bath/": "/tags/bath/"');
});

const FEED = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Quiet</title><link>https://quiet.example/</link><language>de</language>
<item><title>A warm bath</title><link>https://quiet.example/post/warm-bath</link><guid isPermaLink="false">g1</guid><pubDate>Sat, 02 Mar 2019 10:00:00 +0100</pubDate><author>ann@desk.example (Ann Maker)</author><category>Bath</category><category>bath</category><content:encoded><![CDATA[<p>Run it.</p><script>x</script>]]></content:encoded></item>
<item><title>Short</title><link>https://quiet.example/post/short</link><pubDate>Sun, 03 Mar 2019 10:00:00 +0100</pubDate><description>It begins…</description></item>
</channel></rss>`;

test("a feed: full texts come over, beginnings are drafts and said, an author is a name", async (context) => {
  const ran = await sound(context, "feed.xml", FEED, /@desk|<script/);
  assert.is(
    ran.files.get("src/articles/warm-bath.md"),
    `---
title: A warm bath
date: 2019-03-02T10:00:00+01:00
author: ann-maker
tags:
  - Bath
permalink: /post/warm-bath/
lang: de
guid: g1
---

Run it.
`,
  );
  assert.match(
    ran.files.get("src/articles/short.md")!,
    "Hidden: the feed holds only the beginning of the text",
  );
});

test("an Atom feed: XHTML keeps its words in their order", async (context) => {
  const ran = await sound(
    context,
    "atom.xml",
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Quiet</title><link href="https://quiet.example/"/><entry><title>Tea</title><id>urn:1</id><link href="https://quiet.example/tea/"/><published>2019-04-01T00:00:00Z</published><author><name>Ann</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A <em>hot</em> cup<br/>of &lt;tea&gt;.</p></div></content></entry></feed>`,
    /@/,
  );
  assert.match(ran.files.get("src/articles/tea.md")!, "A _hot_ cup\\\nof \\<tea>.\n");
});

const MEDIUM = (id: string, title: string, body: string): string =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body><article class="h-entry"><header><h1 class="p-name">${title}</h1></header><section data-field="subtitle" class="p-summary">Why warm water helps.</section><section data-field="body" class="e-content"><section class="section"><div class="section-inner"><h3 class="graf graf--h3 graf--title">${title}</h3><p class="graf graf--p">${body}</p><h3 class="graf graf--h3">Then</h3><h4 class="graf graf--h4">Rest</h4><p class="graf">Sleep.</p></div></section></section><footer><p>By <a href="https://medium.com/@ann" class="p-author h-card">Ann Maker</a> on <a href="https://medium.com/p/${id}"><time class="dt-published" datetime="2019-03-02T10:00:00.000Z">March 2</time></a>.</p><p><a href="https://medium.com/@ann/x-${id}" class="p-canonical">Canonical link</a></p></footer></article></body></html>`;

test("Medium: the archive's texts, links between them, drafts, nothing of the account", async (context) => {
  const zip = zipSync({
    "posts/2019-03-02_A-warm-bath-abcdef123456.html": strToU8(
      MEDIUM("abcdef123456", "A warm bath", 'See <a href="https://medium.com/p/fedcba654321">tea</a>.'),
    ),
    "posts/2019-03-03_Tea-fedcba654321.html": strToU8(MEDIUM("fedcba654321", "Tea", "A cup.")),
    "posts/draft_Secret-0123456789ab.html": strToU8(MEDIUM("0123456789ab", "Secret", "Unseen.")),
    "profile/profile.html": strToU8("<p>ann@desk.example</p>"),
    "ips/ips-0001.html": strToU8("203.0.113.7"),
  });
  const ran = await sound(context, "medium.zip", zip, /@desk|203\.0/);
  assert.is(
    ran.files.get("src/articles/a-warm-bath.md"),
    `---
title: A warm bath
description: Why warm water helps.
date: 2019-03-02T10:00:00Z
author: ann-maker
guid: https://medium.com/p/abcdef123456
---

See [tea](/tea/).

## Then

### Rest

Sleep.
`,
  );
  assert.match(ran.files.get("src/articles/secret.md")!, "draft: true");
});

test("Substack: free posts are public, paid ones hidden, subscribers are not opened", async (context) => {
  const zip = zipSync({
    "posts.csv": strToU8(
      'post_id,post_date,is_published,email_sent_at,type,audience,title,subtitle\n101.warm-bath,2019-03-02T10:00:00.000Z,true,2019-03-02T10:00:00.000Z,newsletter,everyone,"A ""warm"" bath, again",Why\n102.paid,2019-03-03T10:00:00.000Z,true,,newsletter,only_paid,Paid,\n103.draft,,false,,newsletter,everyone,Draft,\n104.gone,2019-03-04T10:00:00.000Z,true,,newsletter,everyone,Gone,\n',
    ),
    "posts/101.warm-bath.html": strToU8(
      '<p>Run it.</p><div class="subscription-widget-wrap"><form><input type="email"></form></div>',
    ),
    "posts/102.paid.html": strToU8("<p>Unseen.</p>"),
    "posts/103.draft.html": strToU8("<p>Unseen.</p>"),
    "email_list.quiet.csv": strToU8("email\nreader@post.example\n"),
  });
  const ran = await sound(context, "substack.zip", zip, /@post/, { site: "https://quiet.substack.example" });
  assert.is(
    ran.files.get("src/articles/warm-bath.md"),
    `---\ntitle: A "warm" bath, again\ndescription: Why\ndate: 2019-03-02T10:00:00Z\npermalink: /p/warm-bath/\n---\n\nRun it.\n`,
  );
  assert.match(ran.files.get("src/articles/paid.md")!, "Hidden: for only paid at the source");
  assert.match(ran.files.get("src/articles/draft.md")!, "draft: true");
  assert.is(ran.ledger.items.find(({ title }) => title === "Gone")?.why, "the archive holds no page of it");
});

test("Ghost: a text in its own format only is a draft, a sound of a site without a name is words", async (context) => {
  const post = {
    status: "published",
    visibility: "public",
    type: "post",
    published_at: "2019-03-02T10:00:00.000Z",
  };
  const words = '{"root":{"children":[{"type":"paragraph","children":[{"type":"text","text":"Unread."}]}]}}';
  const none = '{"root":{"children":[{"type":"paragraph","children":[]}]}}';
  const posts = [
    { ...post, id: "1", title: "Own", slug: "own", html: null, lexical: words },
    { ...post, id: "2", title: "Blank", slug: "blank", html: null, lexical: none },
    {
      ...post,
      id: "3",
      title: "Sound",
      slug: "sound",
      html: '<audio src="__GHOST_URL__/content/media/talk.mp3"></audio><p>See the <a href="__GHOST_URL__/content/files/plan.pdf">plan</a>.</p>',
    },
  ];
  const ran = await sound(
    context,
    "ghost.json",
    JSON.stringify({ db: [{ data: { posts } }] }),
    /old\.invalid|__GHOST/,
  );
  assert.match(ran.files.get("src/articles/own.md")!, "Hidden: its words are in Ghost's own format only");
  assert.not.match(ran.files.get("src/articles/blank.md")!, "draft:");
  assert.match(ran.files.get("src/articles/sound.md")!, "\n\n/content/media/talk.mp3\n\nSee the plan.\n");
  assert.equal(ran.ledger.remote.map(({ address }) => address).sort(), [
    "/content/files/plan.pdf",
    "/content/media/talk.mp3",
  ]);
});

test("Medium: code keeps its lines, and the line over the first part goes", async (context) => {
  const body =
    '<section class="section section--first"><div class="section-divider"><hr></div><p>One.</p></section><section class="section"><div class="section-divider"><hr></div><pre class="graf">ten<br>minutes</pre></section>';
  const name = "posts/2019-03-02_A-warm-bath-abcdef123456.html";
  const zip = zipSync({ [name]: strToU8(MEDIUM("abcdef123456", "A warm bath", body)) });
  const ran = await sound(context, "medium.zip", zip, /@desk/);
  assert.match(ran.files.get("src/articles/a-warm-bath.md")!, "One.\n\n* * *\n\n```\nten\nminutes\n```\n");
  assert.not.match(ran.files.get("src/articles/a-warm-bath.md")!, /---\n\n\* \* \*/);
});

test("Substack: an episode links to what it lets hear", async (context) => {
  const zip = zipSync({
    "posts.csv": strToU8(
      "post_id,post_date,is_published,type,audience,title,subtitle,podcast_url\n1.talk,2019-03-02T10:00:00.000Z,true,podcast,everyone,A talk,,https://sound.example/talk.mp3\n",
    ),
    "posts/1.talk.html": strToU8("<p>Listen.</p>"),
  });
  const ran = await sound(context, "substack.zip", zip, /@/);
  assert.match(
    ran.files.get("src/articles/talk.md")!,
    "[A talk](https://sound.example/talk.mp3)\n\nListen.\n",
  );
});

test("a zip of a repository is the blog in it", async (context) => {
  const zip = zipSync({
    "blog-main/_config.yml": strToU8("url: https://q.example\n"),
    "blog-main/_posts/2019-01-01-a.md": strToU8("---\ntitle: A\n---\n![x](/img/x.png)\n"),
    "blog-main/img/x.png": new Uint8Array([1, 2, 3]),
  });
  const ran = await sound(context, "blog.zip", zip, /@/);
  assert.match(ran.files.get("src/articles/a.md")!, "![x](/images/img/x.png)");
  assert.ok(ran.files.has("src/images/img/x.png"));
});

/** An archive of one file with the size that it says of itself changed. */
function lying(content: Uint8Array, size: number): Uint8Array {
  const zip = zipSync({ "posts.csv": content });
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  for (let at = 0; at + 4 < zip.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, size, true);
  }
  return zip;
}

test("zip bombs, damaged archives and false sizes are refused or bounded, and nothing is written", async (context) => {
  const bomb = zipSync({ "posts/a.html": new Uint8Array(60_000_000) });
  const ran = await run(context, "bomb.zip", bomb);
  assert.is(ran.code, 1);
  assert.match(
    ran.printed,
    "export: expected an export, received an archive that unpacks to more than it can hold (posts/a.html).",
  );
  assert.is(ran.files.size, 0);
  const damaged = await run(context, "damaged.zip", bomb.subarray(0, 40));
  assert.match(damaged.printed, "export: expected a zip archive, received one that is damaged.");
  const small = openZip(lying(new Uint8Array(1_000_000), 10), "a.zip");
  assert.ok(small.bytes("posts.csv").length <= 10);
  assert.throws(
    () => openZip(lying(strToU8("x"), 4_000_000_000), "a.zip"),
    (error: unknown) => error instanceof ZipRefusal,
  );
});

test("names in a zip lead nowhere outside", () => {
  const tree = openZip(
    zipSync({
      "../../evil.md": strToU8("x"),
      "/abs.md": strToU8("x"),
      "ok/a.md": strToU8("x"),
      "C:/b.md": strToU8("x"),
    }),
    "a.zip",
  );
  assert.equal(tree.files, ["ok/a.md"]);
});

test("csvRows: quotes, commas and lines within cells", () => {
  assert.equal(csvRows('a,b\r\n"x ""y""","1,\n2"\r\n,\nz'), [
    { a: 'x "y"', b: "1,\n2" },
    { a: "z", b: "" },
  ]);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1 }), (rows) => {
      const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
      const text = `a,b\n${rows.map(([a, b]) => `${cell(a)},${cell(b)}`).join("\n")}\n`;
      assert.equal(
        csvRows(text),
        rows.filter(([a, b]) => a !== "" || b !== "").map(([a, b]) => ({ a, b })),
      );
    }),
    { seed: 15 },
  );
});

for (const [name, content] of Object.entries({
  "ghost.json":
    '{"db":[{"data":{"posts":[{"id":1},{"id":{}},null,{"id":2,"title":[],"html":5,"slug":"../x","status":"published","published_at":"never"}],"tags":5,"users":[null]}}]}',
  "blog.xml":
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:blogger="http://schemas.google.com/blogger/2018"><entry/><entry><blogger:type>POST</blogger:type><blogger:status>SOFT_TRASHED</blogger:status></entry></feed>',
  "feed.xml":
    '<rss version="2.0"><channel><item/><item><link>not an address</link><pubDate>soon</pubDate></item></channel></rss>',
}))
  test(`${name} with faults everywhere: no crash, sums agree`, async (context) => {
    await sound(context, name, content, /@/);
  });

test.run();
