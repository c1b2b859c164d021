import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import * as assert from "uvu/assert";
import { type MadePost, type MadeSite, postId, postUrl, wxrPieces } from "../../bench/wxr.ts";
import { openArticle, readArticle } from "../../plugins/article/read.ts";
import type { SourceOptions } from "../../plugins/cli/import-source.ts";
import type { Ledger } from "../../plugins/import/ledger.ts";
import { permalinkOf } from "../../plugins/import/transfer/old-address.ts";
import { parseComment } from "../../plugins/page/comments.ts";
import { type Context, importInto, importSuite, type Outcome, put, written } from "./importing.ts";

const test = importSuite("a WordPress export");

const POST: MadePost = {
  type: "post",
  status: "publish",
  password: "",
  title: "A warm bath",
  slug: "warm-bath",
  date: "2019-03-02 23:30:00",
  offset: -300,
  author: 0,
  content: "Run the water early.\n\nThen rest.",
  categories: [],
  tags: [],
  fields: [],
  comments: [],
};
const SITE: MadeSite = {
  url: "https://old.example",
  version: "1.2",
  prefix: "wp",
  permalinks: "date",
  people: [{ login: "ann@desk.example", name: "Ann Maker", mail: "ann@desk.example" }],
  posts: [POST],
};
const site = (posts: readonly Partial<MadePost>[], rest: Partial<MadeSite> = {}): MadeSite => ({
  ...SITE,
  ...rest,
  posts: posts.map((post) => ({ ...POST, ...post })),
});

const filesOf = ({ folder }: Context): ReadonlyMap<string, string> => written(join(folder, "site"));

/** Writes the export and imports it into `folder/site`. */
async function run(
  { folder }: Context,
  made: MadeSite | string | Uint8Array,
  options: SourceOptions = {},
): Promise<Outcome> {
  const isText = typeof made === "string" || made instanceof Uint8Array;
  put(folder, { "export.xml": isText ? made : [...wxrPieces(made)].join("") });
  return importInto(folder, ["export.xml"], options);
}

const ledgerOf = (context: Context): Ledger =>
  JSON.parse(filesOf(context).get("import-report.json") ?? "{}") as Ledger;

test("a post keeps its address, its clock, its author and its paragraphs", async (context) => {
  const { code } = await run(context, SITE);
  assert.is(code, 0);
  assert.is(
    filesOf(context).get("src/articles/warm-bath.md"),
    `---
title: A warm bath
date: 2019-03-02T23:30:00-05:00
author: ann-maker
permalink: /2019/03/02/warm-bath/
guid: https://old.example/?p=100
---

Run the water early.

Then rest.
`,
  );
  assert.equal(JSON.parse(filesOf(context).get("_data/people.json")!), {
    "ann-maker": { name: "Ann Maker" },
  });
  assert.equal(JSON.parse(filesOf(context).get("_data/redirects.json")!), {
    "/?p=100": "/2019/03/02/warm-bath/",
  });
});

for (const [status, password, why] of [
  ["draft", "", "a draft at the source"],
  ["pending", "", "waiting for review at the source"],
  ["private", "", "private at the source"],
  ["publish", "tea4two", "behind a password at the source; the password is not kept"],
] as const) {
  test(`what was hidden stays hidden: ${password === "" ? status : "a password"}`, async (context) => {
    await run(context, site([{ status, password }]));
    const file = filesOf(context).get("src/articles/warm-bath.md")!;
    assert.match(file, `# Hidden: ${why}.`);
    assert.match(file, "\ndraft: true\n");
    for (const words of filesOf(context).values()) assert.not.match(words, "tea4two");
    assert.is(ledgerOf(context).items[0]?.why, why);
  });
}

test("a hidden page is a draft too, and what is in the bin is named", async (context) => {
  await run(
    context,
    site([
      { type: "page", status: "private" },
      { status: "trash", slug: "gone" },
    ]),
  );
  assert.match(filesOf(context).get("src/pages/warm-bath.md")!, "draft: true");
  assert.equal(
    ledgerOf(context).items.map(({ outcome, why }) => [outcome, why]),
    [
      ["draft", "private at the source"],
      ["left-out", "in the bin at the source"],
    ],
  );
});

test("two of one address: both are there, the second is said", async (context) => {
  await run(context, site([{}, { title: "Another", content: "Other words." }]));
  assert.equal(
    ledgerOf(context).items.map(({ to, address }) => [to, address]),
    [
      ["src/articles/warm-bath.md", "/2019/03/02/warm-bath/"],
      ["src/articles/warm-bath-2.md", "/2019/03/02/warm-bath-2/"],
    ],
  );
  const moved = ledgerOf(context).items[1]?.parts.find(({ kind }) => kind === "link");
  assert.is(
    moved?.why,
    "/2019/03/02/warm-bath/ is the address of another page; this one stands at /2019/03/02/warm-bath-2/",
  );
});

test("comments come in threads, without addresses; spam and pingbacks are named", async (context) => {
  const base = {
    author: "Reader",
    mail: "reader@post.example",
    network: "203.0.113.7",
    approved: "1",
    type: "comment",
    parent: null,
    words: "Good.",
  } as const;
  await run(
    context,
    site([
      {
        comments: [
          { ...base, words: "Write to reader@post.example or other@post.example" },
          { ...base, approved: "spam" },
          { ...base, parent: 1, words: "An answer to spam" },
          { ...base, approved: "0" },
          { ...base, type: "pingback" },
          { ...base, parent: 0, words: 'See <a href="https://a.example/x">this</a>\n\nand &lt;b&gt;' },
        ],
      },
    ]),
  );
  const comments = [...filesOf(context)].filter(([name]) => name.startsWith("src/comments/"));
  for (const [name, words] of comments) assert.equal(parseComment(words, name, "warm-bath").problems, []);
  assert.equal(
    comments
      .map(([, words]) => JSON.parse(words) as { parent: string; status: string; body: string })
      .map(({ parent, status, body }) => [parent, status, body]),
    [
      [null, "approved", "Write to (address removed) or (address removed)"],
      [null, "approved", "An answer to spam"],
      [null, "pending", "Good."],
      ["wp-100001", "approved", "See this (https://a.example/x)\n\nand <b>"],
    ],
  );
  assert.equal(ledgerOf(context).balance.comment, { in: 6, out: 4, named: 2 });
});

test("links between texts lead to their new places; to hidden ones no more", async (context) => {
  const content =
    'To <a href="http://www.old.example/2019/03/02/other/#end">one</a>, <a href="/?p=101">by number</a>, <a href="https://old.example/?p=102">hidden</a>, <a href="https://else.example/">away</a>.';
  await run(context, site([{ content }, { slug: "other" }, { slug: "secret", status: "private" }]));
  assert.match(
    filesOf(context).get("src/articles/warm-bath.md")!,
    "To [one](/2019/03/02/other/#end), [by number](/2019/03/02/other/), hidden, [away](https://else.example/).",
  );
});

test("Squarespace: addresses without a host, films in a value, pictures once", async (context) => {
  const content =
    '<div class="sqs-block"><figure><noscript><img src="https://img.example/pot.jpg" alt="A pot"></noscript><img data-src="https://img.example/pot.jpg" alt="A pot"></figure></div><div class="sqs-video-wrapper" data-html="&lt;iframe src=&quot;//www.youtube.com/embed/abcdefghijk&quot;&gt;&lt;/iframe&gt;"></div><p>See <a href="/blog/on-rest">rest</a>.</p>';
  const wxr = [...wxrPieces(site([{ content, slug: "blog/on-tea" }, { slug: "blog/on-rest" }]))].join("");
  const bare = wxr.replace(
    /<link>https:\/\/old\.example\/2019\/03\/02\/blog%2f([\w-]+)\/<\/link>/g,
    "<link>/blog/$1</link>",
  );
  await run(context, bare);
  const tea = filesOf(context).get("src/articles/blog-on-tea.md")!;
  assert.match(tea, "permalink: /blog/on-tea/\n");
  assert.match(tea, "See [rest](/blog/on-rest/).");
  assert.is(tea.split("pot.jpg").length, 2, tea);
  assert.match(tea, "(https://www.youtube.com/watch?v=abcdefghijk)");
});

test("a text that only a page builder's field holds is named, a language that a field holds is kept", async (context) => {
  const fields = [["_elementor_data", '[{"elType":"widget"}]']] as const;
  await run(
    context,
    site([
      { content: "", fields },
      { slug: "full", fields },
      { slug: "langue", fields: [["_icl_lang_code", "pt_BR"]] },
    ]),
  );
  const files = filesOf(context);
  assert.match(
    files.get("src/articles/warm-bath.md")!,
    "<!-- empty in the export: a page builder keeps its words in the field _elementor_data",
  );
  assert.not.match(files.get("src/articles/full.md")!, "<!--");
  assert.match(files.get("src/articles/langue.md")!, "lang: pt-BR\n");
});

test("pictures come from the folder of media; those that are not there are named with who needs them", async (context) => {
  mkdirSync(join(context.folder, "uploads/2019/03"), { recursive: true });
  writeFileSync(join(context.folder, "uploads/2019/03/tea.jpg"), "jpeg");
  const src = (name: string): string =>
    `<img src="https://old.example/wp-content/uploads/2019/03/${name}" alt="Tea">`;
  for (const name of ["plan.pdf", "cup.pub"])
    writeFileSync(join(context.folder, "uploads/2019/03", name), name);
  const to = (name: string): string =>
    `<a href="https://old.example/wp-content/uploads/2019/03/${name}">${name}</a>`;
  const links = ["plan.pdf", "cup.pub", "tea.jpg", "gone.pdf"].map(to).join(", ");
  await run(context, site([{ content: `${src("tea-300x200.jpg")}\n\n${src("gone.jpg")}\n\n${links}` }]), {
    media: join(context.folder, "uploads"),
  });
  const file = filesOf(context).get("src/articles/warm-bath.md")!;
  assert.match(file, "![Tea](/images/2019/03/tea.jpg)");
  assert.match(file, "![Tea](https://old.example/wp-content/uploads/2019/03/gone.jpg)");
  assert.match(
    file,
    "[plan.pdf](/images/2019/03/plan.pdf), cup.pub, tea.jpg ![](/images/2019/03/tea.jpg), [gone.pdf](https://old.example/wp-content/uploads/2019/03/gone.pdf)",
  );
  assert.is(filesOf(context).get("src/images/2019/03/tea.jpg"), "jpeg");
  assert.is(filesOf(context).get("src/images/2019/03/plan.pdf"), "plan.pdf");
  assert.not.ok(filesOf(context).has("src/images/2019/03/cup.pub"));
  assert.equal(ledgerOf(context).remote, [
    { address: "https://old.example/wp-content/uploads/2019/03/gone.jpg", neededBy: ["post 100"] },
    { address: "https://old.example/wp-content/uploads/2019/03/gone.pdf", neededBy: ["post 100"] },
  ]);
});

test("run again it writes nothing; a changed export updates what the owner has not edited", async (context) => {
  const two = site([{}, { slug: "tea", title: "Tea" }]);
  await run(context, two);
  const first = filesOf(context);
  const stamp = (name: string): number => statSync(join(context.folder, "site", name)).mtimeMs;
  const stamps = [...first.keys()].map(stamp);
  assert.match((await run(context, two)).printed, "files: 0 new, 0 updated, 2 as they were");
  assert.equal(filesOf(context), first);
  assert.equal([...first.keys()].map(stamp), stamps);
  const edited = join(context.folder, "site/src/articles/tea.md");
  writeFileSync(edited, `${first.get("src/articles/tea.md")}Mine.\n`);
  const changed = site([{ content: "New words." }, { slug: "tea", title: "Tea", content: "New words." }]);
  const { printed } = await run(context, changed);
  assert.match(printed, "files: 0 new, 1 updated, 0 as they were");
  assert.match(
    printed,
    "not touched src/articles/tea.md: edited by the owner; the source has other words now",
  );
  assert.match(filesOf(context).get("src/articles/warm-bath.md")!, "New words.");
  assert.match(readFileSync(edited, "utf8"), "Mine.");
  const after = filesOf(context);
  await run(context, changed);
  assert.equal(filesOf(context), after);
});

test("a file of the owner's with the same name or address stays, and what the owner took away stays away", async (context) => {
  mkdirSync(join(context.folder, "site/src/articles"), { recursive: true });
  const mine = "---\ntitle: Mine\ndate: 2020-01-01\npermalink: /2019/03/02/warm-bath/\n---\n";
  writeFileSync(join(context.folder, "site/src/articles/warm-bath.md"), mine);
  await run(context, SITE);
  assert.is(filesOf(context).get("src/articles/warm-bath.md"), mine);
  assert.match(filesOf(context).get("src/articles/warm-bath-2.md")!, "permalink: /2019/03/02/warm-bath-2/");
  rmSync(join(context.folder, "site/src/articles/warm-bath-2.md"));
  assert.match(
    (await run(context, SITE)).printed,
    "not touched src/articles/warm-bath-2.md: taken away by the owner",
  );
  assert.not(filesOf(context).has("src/articles/warm-bath-2.md"));
});

test("an import that was cut short goes on where it stopped", async (context) => {
  const two = site([{}, { slug: "tea", title: "Tea" }]);
  await run(context, two);
  const whole = filesOf(context);
  rmSync(join(context.folder, "site/src/articles/tea.md"));
  const begun = { ...ledgerOf(context), written: {} };
  writeFileSync(join(context.folder, "site/import-report.json"), JSON.stringify(begun));
  await run(context, two);
  assert.equal(filesOf(context), whole);
});

test("--plan writes nothing", async (context) => {
  const { code, printed } = await run(context, SITE, { plan: true });
  assert.is(code, 0);
  assert.match(printed, "would import a WordPress export (WXR 1.2): 1 items");
  assert.is(filesOf(context).size, 0);
});

test("an export with a document type is refused with its line, and nothing is written", async (context) => {
  const xml = [...wxrPieces(SITE)]
    .join("")
    .replace("<rss", '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<rss');
  const { code, printed } = await run(context, xml);
  assert.is(code, 1);
  assert.match(printed, "export.xml:3: export: expected an export without a document type");
  assert.is(filesOf(context).size, 0);
});

test("an export in Latin 1 with control characters is read", async (context) => {
  const made = site([{ title: "Café crème", content: "Th\u0003é brûlant" }]);
  await run(context, Uint8Array.from(Buffer.from([...wxrPieces(made, "ISO-8859-1")].join(""), "latin1")));
  assert.match(filesOf(context).get("src/articles/warm-bath.md")!, "title: Café crème");
  assert.match(filesOf(context).get("src/articles/warm-bath.md")!, "Thé brûlant");
});

const WORD = fc.constantFrom(
  "tea",
  "warm",
  "睡眠",
  "сон",
  "Tee",
  "TEA",
  "a/b",
  "C#",
  "ünder",
  "rest",
  "<b>",
  "&",
  '"',
  "]]>",
  "{{ x }}",
  "[x]",
  "😀",
);
const WORDS = fc.array(WORD, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));
const CONTENT = fc
  .array(
    fc.oneof(
      WORDS.map((words) => words.replaceAll("<b>", "<b>bold</b>")),
      fc.constantFrom(
        "<!-- wp:paragraph --><p>One</p><!-- /wp:paragraph -->",
        "[gallery ids='1,2']",
        '[box a="b"]in[/box]',
        "<ul>\n<li>One",
        "<table><tr><td>a</td></tr>",
        "<script>x(",
        "<!--more-->",
        '<!-- wp:block {"ref":3} /-->',
        "<img src='data:x'>",
        "</div></p>",
        "<iframe src='//a.example/x'>",
        "a@b.example",
      ),
    ),
    { maxLength: 6 },
  )
  .map((lines) => lines.join("\n\n"));
const COMMENT = fc.record({
  author: WORDS,
  mail: fc.constantFrom("one@mail.example", "two@mail.example", "o'neil+x@mail.example"),
  network: fc.constantFrom("203.0.113.7", "198.51.100.1", "2001:db8::1"),
  approved: fc.constantFrom("1", "0", "spam", "trash"),
  type: fc.constantFrom("", "comment", "pingback"),
  parent: fc.option(fc.nat(4)),
  words: fc.oneof(WORDS, fc.constantFrom("from 203.0.113.7", "one@mail.example", "")),
}) as fc.Arbitrary<MadePost["comments"][number]>;
const MADE_POST = fc.record({
  type: fc.constantFrom("post", "page"),
  status: fc.constantFrom("publish", "publish", "publish", "future", "draft", "pending", "private", "trash"),
  password: fc.constantFrom("", "", "sesame99"),
  title: fc.oneof(WORDS, fc.constant("")),
  slug: fc.constantFrom("tea", "Tea", "rest", "睡眠", "sleep-2", "a.b", "index", "con"),
  date: fc.constantFrom(
    "2019-03-02 23:30:00",
    "2012-02-29 00:00:00",
    "2099-01-01 10:00:00",
    "0000-00-00 00:00:00",
  ),
  offset: fc.constantFrom(null, 0, 60, -420, 345),
  author: fc.nat(2),
  content: CONTENT,
  categories: fc.subarray(["Sleep", "Rest well", "Uncategorized"]),
  tags: fc.subarray(["Tea", "TEA", "睡眠", "C#"]),
  fields: fc.subarray([
    ["_edit_last", "1"],
    ["x", 'a:1:{s:4:"mail";s:3:"a]]>";}'],
    ["_thumbnail_id", "77"],
    ["_wp_old_slug", "früher"],
  ] as [string, string][]),
  comments: fc.array(COMMENT, { maxLength: 5 }),
}) as fc.Arbitrary<MadePost>;
const MADE_SITE = fc.record({
  url: fc.constantFrom("https://old.example", "http://www.old.example", "https://old.example/blog"),
  version: fc.constantFrom("1.0", "1.1", "1.2"),
  prefix: fc.constantFrom("wp", "w"),
  permalinks: fc.constantFrom("date", "name", "plain", "html"),
  people: fc.constant([
    { login: "ann", name: "Ann", mail: "ann@desk.example" },
    { login: "bob@desk.example", name: "bob@desk.example", mail: "bob@desk.example" },
  ]),
  posts: fc.array(MADE_POST, { minLength: 1, maxLength: 12 }),
}) as fc.Arbitrary<MadeSite>;

/** What no file may hold: addresses of people of this export, and passwords. */
function secretsOf({ people, posts }: MadeSite): readonly string[] {
  const comments = posts.flatMap((post) => post.comments);
  return [
    "sesame99",
    ...people.map(({ mail }) => mail),
    ...comments.flatMap(({ mail, network }) => [mail, network]),
  ];
}

test("any export: sums agree, nothing private is written, every file is read by the site, a second run writes nothing", async (context) => {
  await fc.assert(
    fc.asyncProperty(MADE_SITE, async (made) => {
      rmSync(join(context.folder, "site"), { recursive: true, force: true });
      const { code, printed } = await run(context, made);
      assert.is(code, 0, printed);
      const files = filesOf(context);
      const ledger = ledgerOf(context);
      assert.is(ledger.items.length, made.posts.length);
      for (const [name, words] of files) {
        for (const secret of secretsOf(made))
          assert.not(words.toLowerCase().includes(secret), `${name} holds ${secret}`);
        if (name.endsWith(".md")) readable(name, words);
        if (name.startsWith("src/comments/"))
          assert.equal(parseComment(words, name, name.split("/").slice(2, -1).join("/")).problems, []);
      }
      answered(made, ledger);
      await run(context, made);
      assert.equal(filesOf(context), files);
    }),
    { numRuns: 60, seed: 20261128, includeErrorInReport: true },
  );
});

function readable(name: string, words: string): void {
  const opened = openArticle(Buffer.from(words), name);
  assert.not("problem" in opened, words);
  if ("problem" in opened || name.startsWith("src/pages/")) return;
  const { problems } = readArticle(opened, { id: name, timeZone: "UTC", lang: "en" });
  assert.equal(
    problems.filter(({ severity }) => severity === "error"),
    [],
    words,
  );
}

/** Every address that readers knew has one page, its own or one that the ledger names. */
function answered(made: MadeSite, ledger: Ledger): void {
  const addresses = ledger.items.flatMap(({ address }) =>
    address === undefined ? [] : [address.toLowerCase()],
  );
  assert.is(new Set(addresses).size, addresses.length, addresses.join(" "));
  made.posts.forEach((post, index) => {
    if (post.status !== "publish" || post.password !== "") return;
    const url = postUrl(made, post, index);
    const path = new URL(url).search === "" ? permalinkOf(url) : null;
    const isThere = path !== null && addresses.includes(path.toLowerCase());
    const byNumber = Object.keys(ledger.redirects).some((from) => from.endsWith(`=${postId(index)}`));
    const isTold = ledger.items.some(({ parts }) =>
      parts.some(({ kind, what }) => kind === "link" && what === url),
    );
    assert.ok(isThere || byNumber || isTold, `${url} is answered by nothing`);
  });
}

test.run();
