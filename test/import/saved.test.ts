import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import * as assert from "uvu/assert";
import type { SourceOptions } from "../../plugins/cli/import-source.ts";
import type { Ledger } from "../../plugins/import/ledger.ts";
import { type Context, importAndRead, importSuite, type Outcome, put } from "./importing.ts";

const test = importSuite("a folder of saved pages");

const TEXT = "Warm water calms the feet, and a calm foot lets the whole body sleep a little sooner.";
const HOST = "https://old.example";

interface Page {
  readonly head?: string;
  readonly body?: string;
  readonly title?: string;
  readonly names?: string;
}

function page({ head = "", body = `<p>${TEXT}</p>`, title = "Warm feet", names = "" }: Page): string {
  return `<!DOCTYPE html>
<html lang="en"><head><title>${title} - Old Blog</title>${head}</head><body class="${names}">
<header><nav><a href="/">Home</a></nav></header>
<main><article><h1>${title}</h1>${body}</article></main>
<footer><h4>Also Read</h4><ul><li><a href="/f/">Foot baths</a></li></ul></footer></body></html>`;
}

function head(path: string, more = ""): string {
  return `<link rel="canonical" href="${HOST}${path}"><meta property="og:type" content="article"><meta property="article:published_time" content="2020-01-02T10:00:00+00:00"><meta name="author" content="Ann Example">${more}`;
}

interface Ran extends Outcome {
  readonly ledger: Ledger;
  read(path: string): string;
  has(path: string): boolean;
}

async function run(
  { folder }: Context,
  pages: Readonly<Record<string, string>>,
  options: SourceOptions = {},
  path = "",
): Promise<Ran> {
  put(join(folder, "saved"), pages);
  const { files, ...ran } = await importAndRead(folder, [join("saved", path)], options);
  const read = (name: string): string => files.get(name) ?? "";
  return { ...ran, read, has: (name) => files.has(name) };
}

const said = (id: string, name: string, rest: string, kind = "comment"): string =>
  `<li id="comment-${id}" class="${kind} even depth-1"><article id="div-comment-${id}" class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><img class="avatar" src="https://faces.example/1.jpg" alt=""> <b class="fn">${name}</b> <span class="says">says:</span></div><div class="comment-metadata"><a href="#comment-${id}"><time datetime="2020-02-0${id}T10:00:00+00:00">then</time></a></div></footer><div class="comment-content"><p>Words of ${name.replace(/<[^<>]*>/g, "")}.</p></div><div class="reply"><a href="#">Reply</a></div></article>${rest}</li>`;

test("readers' comments come over in their threads, without addresses and faces; links from other sites are named", async (context) => {
  const list = `<div id="comments"><h2>3 comments</h2><ol class="comment-list">${said("1", '<a class="url" href="https://bo.example/">Bo</a>', `<ol class="children">${said("2", "Cy cy@post.example", "")}</ol>`)}${said("3", "Elsewhere", "", "pingback")}</ol></div>`;
  const cited =
    '<section class="comments"><div class="u-comment h-cite" id="c9"><a class="p-author h-card" href="https://di.example">Di</a> <time class="dt-published" datetime="2020-03-01T08:00:00Z">x</time><div class="e-content"><p>Cited words.</p></div></div></section>';
  const item = (name: string, inner: string): string =>
    `<li class="comment"><article itemscope itemtype="https://schema.org/Comment"><span itemprop="author"><span itemprop="name">${name}</span></span> <time itemprop="datePublished" datetime="2020-03-02T08:00:00Z"></time><div itemprop="text">Marked ${name}.</div></article>${inner}</li>`;
  const ran = await run(context, {
    "index.html": page({ title: "Old Blog", names: "home blog" }),
    "a/index.html": page({ title: "One", head: head("/a/") }).replace("</main>", `${list}</main>`),
    "b/index.html": page({ title: "Two", head: head("/b/") }).replace("</main>", `${cited}</main>`),
    "c/index.html": page({ title: "Three", head: head("/c/") }).replace(
      "</main>",
      `<section class="comments"><ul>${item("Em", `<ul class="children">${item("Fo", "")}</ul>`)}</ul></section></main>`,
    ),
  });
  assert.is(ran.code, 0, ran.printed);
  const comment = (path: string) => JSON.parse(ran.read(path) || "{}") as Record<string, string | null>;
  const first = comment("src/comments/a/saved-1.json");
  assert.equal(
    [first.author, first.url, first.body, first.parent, first.date, first.status],
    ["Bo", "https://bo.example/", "Words of Bo.", null, "2020-02-01T10:00:00+00:00", "approved"],
  );
  const second = comment("src/comments/a/saved-2.json");
  assert.equal([second.parent, second.body], ["saved-1", "Words of Cy (address removed)."]);
  assert.not.ok(ran.has("src/comments/a/saved-3.json"));
  assert.is(comment("src/comments/b/saved-1.json").body, "Cited words.");
  assert.is(comment("src/comments/b/saved-1.json").author, "Di");
  assert.is(comment("src/comments/c/saved-2.json").parent, "saved-1");
  assert.is(comment("src/comments/c/saved-2.json").body, "Marked Fo.");
  assert.equal(ran.ledger.balance.comment, { in: 6, out: 5, named: 1 });
  for (const path of ["src/articles/a.md", "src/articles/b.md", "src/articles/c.md"])
    assert.not.match(ran.read(path), /Words of|Cited|Marked|post\.example|faces/, path);
});

test("each page keeps its address, date, author and picture; lists lead to this site's own", async (context) => {
  const meta = `<meta property="og:image" content="/pics/tub.jpg"><link rel="shortlink" href="${HOST}/?p=7"><meta property="article:modified_time" content="2021-03-04T10:00:00+00:00">`;
  const body = `<p><img src="/pics/tub.jpg" alt="A tub"></p><p>${TEXT}</p><p><a href="../cold-feet/index.html">Cold feet</a>, <a href="https://old.example/tag/feet/">all</a>, <img src="../../pics/sock.png" alt="A sock"></p><p class="meta"><a rel="tag" href="/tag/feet/">Feet</a></p>`;
  const pages = {
    "index.html": page({ title: "Old Blog", names: "home blog" }),
    "2020/warm-feet/index.html": page({ head: head("/2020/warm-feet/", meta), body }),
    "2020/cold-feet/index.html": page({ title: "Cold feet", head: head("/2020/cold-feet/") }),
    "about/index.html": page({ title: "About us", head: `<link rel="canonical" href="${HOST}/about/">` }),
    "tag/feet/index.html": page({ title: "Feet", names: "archive tag" }),
    "author/ann/index.html": page({ title: "Ann Example", names: "archive author" }),
    "old-name/index.html":
      '<!doctype html><html><head><meta http-equiv="refresh" content="0; url=/2020/warm-feet/"></head></html>',
    "404.html": page({ title: "Not found" }),
    "part.html": "<p>A piece.</p>",
    "damaged.html": "<!doctype html><html>\u0000",
    "pics/tub.jpg": "tub",
    "pics/sock.png": "sock",
    "style.css": "p {}",
  };
  const { code, printed, ledger, read, has } = await run(context, pages);
  assert.is(code, 0, printed);
  const warm = read("src/articles/warm-feet.md");
  for (const line of [
    "title: Warm feet",
    "date: 2020-01-02T10:00:00+00:00",
    "updated: 2021-03-04T10:00:00+00:00",
    "author: ann-example",
    "  - Feet",
    "  src: /images/pics/tub.jpg",
    "permalink: /2020/warm-feet/",
    "  - /old-name/",
  ])
    assert.match(warm, `${line}\n`);
  assert.match(warm, "[Cold feet](/2020/cold-feet/)");
  assert.match(warm, "![A sock](/images/pics/sock.png)");
  assert.not.match(warm, /draft|Also Read|!\[A tub\]/);
  assert.ok(has("src/images/pics/tub.jpg") && has("src/images/pics/sock.png"));
  assert.match(read("src/pages/about.md"), "permalink: /about/");
  assert.equal(JSON.parse(read("_data/people.json")), { "ann-example": { name: "Ann Example" } });
  assert.equal(ledger.redirects, {
    "/?p=7": "/2020/warm-feet/",
    "/author/ann/": "/",
    "/tag/feet/": "/tags/feet/",
  });
  assert.equal(ledger.balance.item, { in: 9, out: 3, named: 6 });
  const again = await run(context, {});
  assert.match(again.printed, "files: 0 new, 0 updated");
});

test("films and sounds of an article are links, frames of others are not; a fetched still stands above its link", async (context) => {
  const player =
    '<iframe title="Warm feet in a minute" src="https://www.youtube.com/embed/abcdefghijk"></iframe>';
  const pages = {
    "a/index.html": page({
      title: "One",
      head: head("/a/"),
      body: `<p>${TEXT}</p>${player}<iframe src="https://ads.example/x"></iframe><video src="/pics/bath.mp4" poster="/pics/bath.jpg"></video><audio src="/pics/talk.mp3"></audio>`,
    }),
    "pics/bath.mp4": "film",
    "pics/bath.jpg": "still",
    "pics/talk.mp3": "sound",
  };
  const { read, ledger } = await run(context, pages);
  const text = read("src/articles/a.md");
  assert.match(text, "\n\n[Warm feet in a minute](https://www.youtube.com/watch?v=abcdefghijk)\n\n");
  assert.match(text, "![](/images/pics/bath.jpg) [/pics/bath.mp4](/images/pics/bath.mp4)");
  assert.match(text, "(/images/pics/talk.mp3)");
  assert.not.match(text, /ads\.example|ytimg/);
  const still = "https://i.ytimg.com/vi/abcdefghijk/hqdefault.jpg";
  const part = ledger.items[0]?.parts.find(({ what }) => what === still);
  assert.match(part?.why ?? "", "--fetch-images i.ytimg.com");
  const kept = join(context.folder, "site/.cache/vervain/fetched");
  mkdirSync(kept, { recursive: true });
  writeFileSync(join(kept, "1.bin"), "still");
  writeFileSync(
    join(kept, "1.json"),
    JSON.stringify({ address: still, from: "1.bin", path: "i.ytimg.com/still.jpg" }),
  );
  const again = await run(context, {});
  assert.match(
    again.read("src/articles/a.md"),
    "\n\n[![](/images/i.ytimg.com/still.jpg) Warm feet in a minute](https://www.youtube.com/watch?v=abcdefghijk)\n\n",
  );
  assert.ok(again.has("src/images/i.ytimg.com/still.jpg"));
});

test("a site whose name no page says keeps its paths, and no made-up name gets out", async (context) => {
  const meta = '<meta property="article:published_time" content="2020-01-02">';
  const { read, ledger } = await run(context, {
    "a/index.html": page({ title: "One", head: `<link rel="canonical" href="/a/">${meta}` }),
    "b/index.html": page({ title: "Two", head: meta, body: `<p>${TEXT}</p><p><a href="/a/">One</a></p>` }),
  });
  assert.is(ledger.site, null);
  assert.match(read("src/articles/b.md"), "[One](/a/)");
  assert.not.match(read("src/articles/b.md") + read("import-report.json"), "old.invalid");
});

test("a site below a folder of its host is told by what its pages call themselves, and by its links", async (context) => {
  const links = (folder: string): string => `<p>${TEXT}</p><p><a href="${folder}/b.html">Two</a></p>`;
  const named = await run(context, {
    "a.html": page({ title: "One", head: head("/blog/a.html"), body: links("/blog") }),
    "b.html": page({ title: "Two", head: head("/blog/b.html") }),
  });
  assert.is(named.ledger.site, `${HOST}/blog`);
  assert.match(named.read("src/articles/a.md"), "[Two](/blog/b.html)");
  const other = { folder: join(context.folder, "other") };
  const linked = await run(other, {
    "a.html": page({ title: "One", head: head("/a.html"), body: links("/repository") }),
    "b.html": page({ title: "Two", head: head("/b.html") }),
  });
  assert.match(linked.read("src/articles/a.md"), "[Two](/b.html)");
});

test("pages that all call themselves the front page keep the addresses of their places", async (context) => {
  const { read, ledger } = await run(context, {
    "a/index.html": page({ title: "One", head: head("/") }),
    "b/index.html": page({ title: "Two", head: head("/") }),
  });
  assert.equal(ledger.balance.item, { in: 2, out: 2, named: 0 });
  assert.equal([ledger.items[0]?.address, ledger.items[1]?.address], ["/a/", "/b/"]);
  assert.match(read("src/articles/a.md"), "title: One");
});

test("HTTrack's folder of a host is no part of addresses; --site goes before", async (context) => {
  const meta = '<meta property="article:published_time" content="2020-01-02">';
  const pages = {
    "index.html":
      '<html><head><meta http-equiv="refresh" content="0; url=www.old.example/a/index.html"></head></html>',
    "www.old.example/a/index.html": page({ title: "One", head: meta }),
  };
  const { ledger } = await run(context, pages);
  assert.is(ledger.site, "https://www.old.example");
  assert.is(ledger.items[0]?.address, "/a/");
  const { ledger: second } = await run({ folder: join(context.folder, "2") }, pages, { site: `${HOST}/x` });
  assert.is(second.site, `${HOST}/x`);
  assert.is(second.items[0]?.address, "/x/a/");
});

test("an article whose original stands elsewhere says so, and one without a date is a page", async (context) => {
  const { read } = await run(context, {
    "a/index.html": page({ title: "One", head: head("/a/") }),
    "b/index.html": page({ title: "Two", head: head("/b/").replace(HOST, "https://elsewhere.example") }),
    "c/index.html": page({
      title: "Three",
      head: head("/c/").replace(/<meta property="article:published[^>]*>/, ""),
    }),
    "d/index.html": page({ title: "Four", head: head("/d/") }),
  });
  assert.match(read("src/articles/b.md"), "canonical: https://elsewhere.example/b/");
  assert.match(read("src/pages/c.md"), "title: Three");
});

test("a published folder inside a blog of known software is read as pages when it alone is given", async (context) => {
  const { code, printed } = await run(
    context,
    {
      "hugo.toml": 'baseURL = "https://old.example"',
      "content/post/x.md": "---\ntitle: X\ndate: 2020-01-01\n---\nText.",
      "public/a/index.html": page({ title: "One", head: head("/a/") }),
    },
    {},
    "public",
  );
  assert.is(code, 0, printed);
  assert.match(printed, "imported saved pages (public): 1 items");
});

test("whatever a page holds: sums agree, nothing throws", async (context) => {
  const piece = fc.constantFrom(
    "<p>Text of an article, long enough to be one.</p>",
    "<h1>",
    "</main>",
    "<article>",
    '<a rel="tag" href="/tag/%zz/">t</a>',
    '<meta http-equiv="refresh" content="0;url=//">',
    '<link rel="canonical" href="http://[bad">',
    '<link rel=canonical href="?x">',
    '<script type="application/ld+json">{"@type":["Article",7],"keywords":[1,"k"],"author":[null]}</script>',
    '<img src="a%2.png">',
    '<meta property="article:published_time" content="yes">',
    '<h2><a href="b/">b</a></h2>',
    "{{ x }}{% y %}",
  );
  let count = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(piece, { maxLength: 12 }), { minLength: 1, maxLength: 4 }),
      async (pages) => {
        const files = pages.map((pieces, index) => [
          `${index}/index.html`,
          `<!doctype html><html>${pieces.join("")}`,
        ]);
        const { code, ledger } = await run(
          { folder: join(context.folder, String(count++)) },
          Object.fromEntries(files),
        );
        assert.is(code, 0);
        assert.is(ledger.balance.item.in, pages.length);
      },
    ),
    { numRuns: 30, seed: 1 },
  );
});

test.run();
