import { join } from "node:path";
import fc from "fast-check";
import * as assert from "uvu/assert";
import type { SourceOptions } from "../../plugins/cli/import-source.ts";
import { type Context, type Files, importAndRead, importSuite, put, type Ran } from "./importing.ts";

const test = importSuite("a blog in a folder");

/** Writes a blog and imports it, or some of its files, into `folder/site`. */
async function run(
  { folder }: Context,
  blog: Files,
  paths: readonly string[] = [""],
  options: SourceOptions = {},
): Promise<Ran> {
  put(join(folder, "blog"), blog);
  return importAndRead(
    folder,
    paths.map((path) => join("blog", path)),
    options,
  );
}

/** A text without more than one blank line in a row. */
const squeezed = (text: string | undefined): string => (text ?? "").replace(/\n{3,}/g, "\n\n");
const fateOf = ({ ledger }: Ran, key: string): readonly [string | undefined, string | undefined] => {
  const item = ledger.items.find((one) => one.key === key);
  return [item?.outcome, item?.why];
};

test("Markdown with front matter comes over as it is, unescaped", async (context) => {
  const body =
    "A *warm* bath [1] helps.\n\n- [ ] run it\n- 5 * 5 <b>minutes</b>\n\n| a | b |\n|---|---|\n| 1 | 2 |";
  const ran = await run(
    context,
    {
      "bath.md": `---\ntitle: A warm bath\ndate: 2024-05-01\ntags: [rest, tea]\ntherapies: [massage]\n---\n\n${body}\n`,
    },
    ["bath.md"],
  );
  assert.is(ran.code, 0, ran.printed);
  assert.is(
    ran.files.get("src/articles/bath.md"),
    `---\ntitle: A warm bath\ndate: 2024-05-01\ntags:\n  - rest\n  - tea\ntherapies:\n  - massage\n---\n\n${body}\n`,
  );
});

test("Markdown files imported one after the other have an account each, and nothing is said to be gone", async (context) => {
  const text = (title: string): string => `---\ntitle: ${title}\ndate: 2024-05-01\n---\n\nWords.\n`;
  await run(context, { "a.md": text("One"), "b.md": text("Two") }, ["a.md"]);
  const ran = await run(context, {}, ["b.md"]);
  assert.not.match(ran.printed, "no longer in the source");
  assert.equal(
    [...ran.files.keys()].filter((name) => /^src|^import-report.*json$/.test(name)),
    ["import-report-2.json", "import-report.json", "src/articles/a.md", "src/articles/b.md"],
  );
  const again = await run(context, {}, ["a.md"]);
  assert.match(again.printed, "files: 0 new, 0 updated, 1 as they were");
});

const JEKYLL: Files = {
  "_config.yml":
    "title: Quiet\nurl: https://quiet.example\ntimezone: Europe/Berlin\nauthor: Ann Maker\nplugins: [jekyll-feed]\ncollections:\n  notes: { output: true }\n  inner: { output: false }\ndefaults:\n  - scope: { path: _posts/hidden }\n    values: { published: false }\n",
  "_posts/2019-03-02-warm-bath.md":
    '---\nlayout: post\ntitle: A warm bath\ncategories: evening rest\ntags: [Bath]\nlast_modified_at: 2020-01-01\nexcerpt: Why *warm* water helps.\nimage: /assets/bath.jpg\nredirect_from:\n  - /old-bath/\n---\nRun it {{ site.baseurl }}early. See [tea]({% post_url 2019-04-01-tea %}) and ![A tub](/assets/tub.png){: width="30"}.\n\n{% highlight js %}\nlet x = 1;\n{% endhighlight %}\n\n{:.wide}\n\n{% include newsletter.html %}\n',
  "_posts/2019-04-01-tea.md": "---\ntitle: Tea\ndate: 2019-04-01 23:30:00 -0500\n---\n# Tea\n\nA cup.\n",
  "_posts/2019-05-01-secret.md": "---\ntitle: Secret\npublished: false\n---\nUnseen.\n",
  "_posts/hidden/2019-05-02-also.md": "---\ntitle: Also secret\n---\nUnseen.\n",
  "_posts/undated.md": "---\ntitle: Undated\n---\nUnseen.\n",
  "_drafts/idea.md": "---\ntitle: An idea\n---\nUnseen.\n",
  "_notes/breath.md": "---\ntitle: Breath\n---\nBreathe.\n",
  "_inner/x.md": "---\ntitle: X\n---\nUnseen.\n",
  "about.md": "---\ntitle: About\npermalink: /about-us/\n---\nWho we are.\n",
  "index.html":
    '---\n---\n{% for post in site.posts %}<a href="{{ post.url }}">{{ post.title }}</a>{% endfor %}\n',
  "404.html": "---\nlayout: page\n---\nNothing here.\n",
  "README.md": "# How to build\n",
  "assets/bath.jpg": "jpeg",
  "assets/tub.png": "png",
};

test("Jekyll: posts keep their addresses, dates, pictures, words and readers", async (context) => {
  const ran = await run(context, JEKYLL);
  assert.is(ran.code, 0, ran.printed);
  assert.is(
    squeezed(ran.files.get("src/articles/warm-bath.md")),
    `---
title: A warm bath
description: Why *warm* water helps.
date: 2019-03-02
updated: 2020-01-01
author: ann-maker
tags:
  - evening
  - rest
  - Bath
image:
  src: /images/assets/bath.jpg
  alt: ""
permalink: /evening/rest/2019/03/02/warm-bath.html
redirectFrom:
  - /old-bath/
guid: https://quiet.example/evening/rest/2019/03/02/warm-bath
---

Run it early. See [tea](/2019/04/02/tea.html) and ![A tub](/images/assets/tub.png).

\`\`\`js
let x = 1;
\`\`\`

<!-- {% include newsletter.html %} -->
`,
  );
  assert.is(ran.files.get("src/images/assets/tub.png"), "png");
  assert.match(ran.files.get("src/articles/tea.md")!, "permalink: /2019/04/02/tea.html");
  assert.match(ran.files.get("src/articles/tea.md")!, "---\n\nA cup.\n");
  assert.match(ran.files.get("src/pages/breath.md")!, "permalink: /notes/breath.html");
  assert.match(ran.files.get("src/pages/about.md")!, "permalink: /about-us/");
});

test("Jekyll: what was hidden stays hidden, what is no page is named", async (context) => {
  const ran = await run(context, JEKYLL);
  const fates = (key: string): unknown => fateOf(ran, key);
  assert.equal(fates("_posts/2019-05-01-secret.md"), ["draft", "a draft at the source"]);
  assert.equal(fates("_posts/hidden/2019-05-02-also.md"), ["draft", "a draft at the source"]);
  assert.equal(fates("_drafts/idea.md"), ["draft", "a draft at the source"]);
  assert.equal(fates("_posts/undated.md"), [
    "left-out",
    "a file of _posts without a date in its name, which Jekyll passes by",
  ]);
  assert.equal(fates("_inner/x.md"), [
    "left-out",
    'of the collection "inner", which the source gives no pages',
  ]);
  assert.equal(fates("README.md"), ["left-out", "without front matter: no page at the source"]);
  assert.equal(fates("404.html"), ["left-out", "the old theme's page for what is not found"]);
  assert.equal(fates("index.html"), ["left-out", "a template of the old theme"]);
  for (const [name, words] of ran.files)
    if (name.startsWith("src/") && words.includes("Unseen")) assert.match(words, "\ndraft: true\n", name);
  const left = ran.ledger.items
    .flatMap(({ parts }) => parts)
    .filter(({ kind, outcome }) => kind === "shortcode" && outcome === "left-out");
  assert.equal(
    left.map(({ what }) => what),
    ["_posts/2019-03-02-warm-bath.md:20: {% include newsletter.html %}"],
  );
});

test("run again it writes nothing; items in are items out and items named", async (context) => {
  const first = await run(context, JEKYLL);
  const second = await run(context, {});
  assert.match(second.printed, /files: 0 new, 0 updated, \d+ as they were/);
  assert.equal(second.files, first.files);
  const { item, field, term } = first.ledger.balance;
  for (const sum of [item, field, term]) assert.is(sum.in, sum.out + sum.named);
  assert.is(item.in, 12);
});

test("HTML that is moved in stays HTML where kramdown and MDX read it as such; code stays code", async (context) => {
  const body = `<div class="row">

    <div class="col">

        <p>Not code.</p>

    </div>

    <pre>
    kept
    </pre>
</div>

    code

- item

    <div>in a list</div>

<div markdown="1">
    - One
      - Half
</div>

\`\`\`html
<div>

    fenced
</div>
\`\`\``;
  const post = `---\ntitle: Rows\ndate: 2019-04-01\n---\n${body}\n`;
  const jekyll = { "_config.yml": "url: https://old.example\n", "_posts/2019-04-01-rows.md": post };
  const rows = (await run(context, jekyll)).files.get("src/articles/rows.md")!;
  assert.match(
    rows,
    '<div class="row">\n\n<div class="col">\n\n<p>Not code.</p>\n\n</div>\n\n<pre>\n    kept\n    </pre>\n</div>\n\n    code\n\n- item\n\n    <div>in a list</div>\n\n<div>\n\n\n- One\n  - Half\n</div>\n',
  );
  assert.match(rows, "<div>\n\n    fenced\n</div>");
});

const HUGO: Files = {
  "hugo.toml":
    'baseURL = "https://quiet.example/"\ntitle = "Quiet"\ndefaultContentLanguage = "en"\n[permalinks]\nposts = "/:year/:month/:slug/"\n[languages.en]\n[languages.fr]\n',
  "content/posts/Warm Bath.md":
    '+++\ntitle = "A Warm Bath"\ndate = 2019-03-02T10:00:00+01:00\nlastmod = 2020-01-01\ntags = ["Bath"]\naliases = ["/old-bath/"]\nsummary = "Why."\n+++\n\nSee {{< ref "tea.md" >}} and [tea](tea.md#steep).\n\n{{< figure src="tub.png" alt="A tub" caption="The tub" >}}\n\n{{< youtube abc123 >}}\n\n{{< unknown x=1 >}}\n',
  "content/posts/tea.md": "---\ntitle: Tea\nslug: green-tea\ndate: 2019-04-01\n---\n\n## Steep\n\nA cup.\n",
  "content/posts/tea.fr.md": "---\ntitle: Thé\ndate: 2019-04-01\nurl: /le-the/\n---\n\nUne tasse.\n",
  "content/posts/trip/index.md":
    '{\n "title": "A trip",\n "date": "2019-06-01",\n "cover": {"image": "sea.jpg", "alt": "The sea"}\n}\n\n![The sea](sea.jpg) and [a plan](plan.pdf).\n',
  "content/posts/trip/sea.jpg": "sea",
  "content/posts/trip/plan.pdf": "pdf",
  "content/posts/trip/notes.md": "---\ntitle: Notes\n---\nInside.\n",
  "content/posts/trip/made/charts/README.md": "# Charts\n\nInside.\n",
  "content/posts/trip/made/day/index.md": "---\ntitle: Day\n---\nInside.\n",
  "content/posts/draft.md": "---\ntitle: D\ndraft: true\ndate: 2019-01-01\n---\nUnseen.\n",
  "content/posts/later.md": "---\ntitle: L\ndate: 2019-01-01\npublishDate: 2199-01-01\n---\nUnseen.\n",
  "content/posts/gone.md": "---\ntitle: G\ndate: 2019-01-01\nexpiryDate: 2020-01-01\n---\nUnseen.\n",
  "content/posts/_index.md": "---\ntitle: All posts\n---\n",
  "content/about.md": "---\ntitle: About\n---\nWho we are.\n",
  "static/images/tub.png": "tub",
  "content/posts/tub.png": "tub",
};

test("Hugo: TOML, YAML and JSON, bundles, languages, aliases, shortcodes", async (context) => {
  const ran = await run(context, HUGO);
  assert.is(ran.code, 0, ran.printed);
  assert.is(
    squeezed(ran.files.get("src/articles/warm-bath.md")),
    `---
title: A Warm Bath
description: Why.
date: 2019-03-02T10:00:00+01:00
updated: 2020-01-01
tags:
  - Bath
permalink: /2019/03/a-warm-bath/
redirectFrom:
  - /old-bath/
---

See https://quiet.example/2019/04/green-tea/ and [tea](/2019/04/green-tea/#steep).

<figure>

![A tub](/images/posts/tub.png)

<figcaption>

The tub

</figcaption>
</figure>

[https://www.youtube.com/watch?v=abc123](https://www.youtube.com/watch?v=abc123)

<!-- {{< unknown x=1 ›}} -->
`,
  );
  assert.match(ran.files.get("src/articles/green-tea.md")!, "permalink: /2019/04/green-tea/");
  assert.match(ran.files.get("src/articles/tea-fr.md")!, /permalink: \/fr\/le-the\/\nlang: fr/);
  const trip = ran.files.get("src/articles/trip.md")!;
  assert.match(trip, "image:\n  src: /images/posts/trip/sea.jpg\n  alt: The sea\n");
  assert.match(trip, "![The sea](/images/posts/trip/sea.jpg)");
  assert.is(ran.files.get("src/images/posts/trip/sea.jpg"), "sea");
  assert.match(ran.files.get("src/pages/about.md")!, "permalink: /about/");
});

test("Hugo: drafts, what waits, what expired and what is no page", async (context) => {
  const ran = await run(context, HUGO);
  assert.equal(fateOf(ran, "content/posts/draft.md"), ["draft", "a draft at the source"]);
  assert.equal(fateOf(ran, "content/posts/gone.md"), ["draft", "expired at the source on 2020-01-01"]);
  assert.match(ran.files.get("src/articles/later.md")!, "date: 2199-01-01");
  for (const name of ["notes.md", "made/charts/README.md", "made/day/index.md"])
    assert.equal(fateOf(ran, `content/posts/trip/${name}`), [
      "left-out",
      "a file of a page bundle, which is no page of its own",
    ]);
  assert.equal(fateOf(ran, "content/posts/_index.md"), ["left-out", "without words of its own"]);
});

test("pictures in the text itself become files; those without words get empty ones, and a language may be a list", async (context) => {
  const dot =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  const ran = await run(context, {
    ...HUGO,
    "content/posts/dots/tub.png": "tub",
    "content/posts/dots/index.md": `---\ntitle: Dots\ndate: 2019-04-02\nlanguage: [fr]\n---\n\n<img src="{{< blogdown/postref >}}tub.png" title="alt">\n\n![A dot](data:image/png;base64,${dot})\n\n<p><img alt="Again" src="data:image/png;base64,${dot}"/></p>\n\n![No picture](data:image/png;base64,PHN2Zz4=)\n\n\`<img src="a.png">\`\n`,
    "content/posts/tongues.md": "---\ntitle: Tongues\ndate: 2019-04-02\nlanguage: [fr, es]\n---\nWords.\n",
  });
  const name = "6b7fa434f92a8b80.png";
  const dots = ran.files.get("src/articles/dots.md")!;
  assert.match(dots, "lang: fr\n");
  assert.not.match(ran.files.get("src/articles/tongues.md")!, "lang:");
  assert.match(dots, '<img src="/images/posts/dots/tub.png" title="alt" alt="">');
  assert.match(dots, `![A dot](/images/in-text/${name})`);
  assert.match(dots, `<p><img alt="Again" src="/images/in-text/${name}"/></p>`);
  assert.match(dots, "<!-- picture that the source does not hold: in the text itself (No picture) -->");
  assert.match(dots, '`<img src="a.png">`');
  assert.ok(ran.files.has(`src/images/in-text/${name}`));
  const { parts } = ran.ledger.items.find(({ key }) => key === "content/posts/dots/index.md")!;
  assert.equal(
    parts.filter(({ what }) => what === "pictures without words (alt)").map(({ count }) => count),
    [1],
  );
  assert.match((await run(context, {})).printed, "files: 0 new, 0 updated");
});

test("links to pictures show them, those to files that no page publishes keep their words, and so do names of what is gone", async (context) => {
  const files = {
    "posts/tea.md":
      '---\ntitle: Tea\ndate: 2019-04-01\n---\nSee [the chart](chart.png), [a plan](plan.pdf), [a list](list.txt), [code](brew.py) and [a page of print](cup.pub).\n\n![Lost][lost] and ![Kept][kept], [by name][gone] and [the chart again][chart].\n\n[![A cup](cup.png)](cup.png)\n\n<p><a href="chart.png">In HTML</a> <a href="cup.png"><img src="cup.png" alt=""></a></p>\n\n[lost]: lost.png\n[kept]: cup.png\n[gone]: /nowhere/\n[chart]: chart.png\n',
  };
  for (const name of ["chart.png", "cup.png", "plan.pdf", "list.txt", "brew.py", "cup.pub"])
    Object.assign(files, { [`posts/${name}`]: name });
  const ran = await run(context, files);
  const tea = ran.files.get("src/articles/tea.md")!;
  assert.match(
    tea,
    "See the chart ![](/images/posts/chart.png), [a plan](/images/posts/plan.pdf), [a list](/images/posts/list.txt), code and a page of print.\n",
  );
  assert.match(
    tea,
    "<!-- picture that the source does not hold: lost.png (Lost) --> and ![Kept][kept], by name and the chart again ![](/images/posts/chart.png).\n",
  );
  assert.match(tea, "\n[kept]: /images/posts/cup.png\n");
  assert.not.match(tea, /\[(?:lost|gone|chart)\]/);
  assert.match(tea, "\n![A cup](/images/posts/cup.png)\n");
  assert.match(
    tea,
    '<p><img src="/images/posts/chart.png" alt=""> <a>In HTML</a> <a><img src="/images/posts/cup.png"',
  );
  for (const [name, isThere] of [
    ["chart.png", true],
    ["plan.pdf", true],
    ["brew.py", false],
    ["cup.pub", false],
  ] as const)
    assert.is(ran.files.has(`src/images/posts/${name}`), isThere, name);
  const { parts } = ran.ledger.items.find(({ key }) => key === "posts/tea.md")!;
  assert.equal(
    parts.flatMap(({ kind, what, outcome }) => (kind === "link" && outcome === "left-out" ? [what] : [])),
    ["/posts/brew.py", "/posts/cup.pub", "/posts/cup.png", "/nowhere/", "/posts/cup.png"],
  );
});

const ELEVENTY: Files = {
  ".eleventy.js":
    'module.exports = (c) => { c.addPassthroughCopy("src/img"); return { dir: { input: "src" } }; };',
  "src/_data/site.json":
    '{ "title": "Quiet", "url": "https://quiet.example", "author": { "name": "Ann Maker" } }',
  "src/posts/posts.json":
    '{ "layout": "post.njk", "tags": "posts", "permalink": "/blog/{{ page.fileSlug }}/" }',
  "src/posts/2019-03-02-warm-bath.md":
    "---\ntitle: A warm bath\ntags: [posts, Bath]\nfeatured_image: /img/bath.jpg\nauthor: Bo Writer\ncanonical_url: https://first.example/bath\n---\nSee [tea](./tea.md) and {{ site.title }}.\n",
  "src/posts/tea.md": "---\ntitle: Tea\ndate: 2019-04-01\n---\nA cup.\n",
  "src/posts/off.md": "---\ntitle: Off\ndate: 2019-04-01\npermalink: false\n---\nUnseen.\n",
  "src/posts/out.md":
    "---\ntitle: Out\ndate: 2019-04-01\neleventyExcludeFromCollections: true\n---\nUnseen.\n",
  "src/posts/status.md": "---\ntitle: Status\ndate: 2019-04-01\nstatus: draft\n---\nUnseen.\n",
  "src/about.md": "---\ntitle: About\n---\nWho we are.\n",
  "src/img/bath.jpg": "jpeg",
  "README.md": "# Read me\n",
};

test("a lead picture that is named from the blog's folder is found, one that the source has not is left out", async (context) => {
  const named = (src: string): string => `---\ntitle: Tea\ndate: 2019-04-01\nimage: ${src}\n---\nA cup.\n`;
  const ran = await run(context, {
    ...ELEVENTY,
    "src/_data/site.json": '{ "title": "Quiet" }',
    "src/posts/near.md": named("src/posts/tub.jpg"),
    "src/posts/tub.jpg": "jpeg",
    "src/posts/gone.md": named("gone.jpg"),
  });
  assert.match(ran.files.get("src/articles/near.md")!, "image:\n  src: /images/posts/tub.jpg\n");
  assert.not.match(ran.files.get("src/articles/gone.md")!, "image:");
  const gone = ran.ledger.items.find(({ key }) => key.includes("gone"))!.parts;
  assert.ok(gone.some(({ kind, outcome, why }) => kind === "image" && outcome === "left-out" && why));
});

test("a picture that the source has not is a note, named with its text, and is there once the old site is said", async (context) => {
  const text = (body: string): string => `---\ntitle: A\ndate: 2020-01-01\n---\n\n${body}\n`;
  const blog = {
    "a.md": text(
      'One ![A tub](/pics/gone.jpg) and [![Tea](/pics/tea.jpg)](https://tea.example).\n\n<p><img src="/pics/gone.jpg" alt="Two > one"></p>\n\n`![x](/pics/code.jpg)`',
    ),
    "b.md": text("![](/pics/gone.jpg)"),
  };
  const ran = await run(context, blog);
  assert.is(
    ran.files.get("src/articles/a.md")?.split("---\n\n")[1],
    "One <!-- picture that the source does not hold: /pics/gone.jpg (A tub) --> and [Tea](https://tea.example).\n\n<p><!-- picture that the source does not hold: /pics/gone.jpg (Two › one) --></p>\n\n`![x](/pics/code.jpg)`\n",
  );
  assert.equal(ran.ledger.remote, [
    { address: "/pics/gone.jpg", neededBy: ["a.md", "b.md"] },
    { address: "/pics/tea.jpg", neededBy: ["a.md"] },
  ]);
  const again = await run(context, blog, [""], { site: "https://old.example" });
  assert.match(again.printed, "files: 0 new, 2 updated");
  assert.match(again.files.get("src/articles/b.md") ?? "", "![](https://old.example/pics/gone.jpg)");
});

test("Eleventy: a picture whose address only the old site could say is a note", async (context) => {
  const ran = await run(context, {
    ".eleventy.js": "module.exports = () => ({ markdownTemplateEngine: 'njk' });",
    "posts/a.md":
      '---\ntitle: A\ndate: 2020-01-01\n---\n\n<img src="{% src \'a.jpg\' %}" srcset="{% srcset \'a.jpg\' %}" alt="A tub">\n\n![Tea]({{ tea | cdn }}) <a href="https://x.example/"><img src="{{ y }}"></a>\n',
  });
  const text = ran.files.get("src/articles/a.md") ?? "";
  assert.match(
    text,
    "<!-- picture without an address: A tub -->\n\n<!-- picture without an address: Tea -->",
  );
  assert.match(text, '<a href="https://x.example/">picture</a>');
});

test("links to places lead to the ids here, in other texts too; to a place that is nowhere none leads", async (context) => {
  const ran = await run(context, {
    "_config.yml": "url: https://quiet.example\npermalink: /:title/",
    "_posts/2020-01-01-a.md":
      '---\ntitle: A\n---\n\n# A\n\n[one](#how-it-s-done), [two](#newsletter), [three](#top), [four](#own), <a href="#newsletter">five</a>, <a href="/b/#why?">html</a>, [six](/b/#why?), [seven](/b/#gone), [eight](https://tea.example/#x)\n\n## How it\'s done\n\n<b id="own">x</b>\n',
    "_posts/2020-01-02-b.md": "---\ntitle: B\n---\n\n# B\n\n## Why?\n\nSo.\n",
  });
  assert.is(
    ran.files.get("src/articles/a.md")?.split("\n\n")[1]?.trim(),
    `[one](#how-its-done), two, [three](#top), [four](#own), <a >five</a>, <a href="/b/#why">html</a>, [six](/b/#why), [seven](/b/), [eight](https://tea.example/#x)`,
  );
  const left = ran.ledger.items[0]?.parts.filter(
    ({ kind, outcome }) => kind === "link" && outcome === "left-out",
  );
  assert.is(left?.length, 2);
});

test("a link to a page that the source does not hold goes where no site says its name; lists and pages of this site stay", async (context) => {
  const ran = await run(context, {
    "_config.yml": "title: Quiet",
    "baths.md": "---\ntitle: Baths\ntags: [Baths]\n---\nWarm.",
    "_posts/2020-01-01-a.md":
      "---\ntitle: A\ntags: [Tea]\n---\n\n[old](/made-of-data/), [gone](b.md), [tea](/tag/tea/), [all](/benefits/sleep/), [home](/)\n",
  });
  assert.match(
    ran.files.get("src/articles/a.md") ?? "",
    "old, gone, [tea](/tag/tea/), [all](/benefits/sleep/), [home](/)\n",
  );
  assert.is(ran.ledger.redirects["/tag/tea/"], "/tags/tea/");
  // No list is made of what only pages are about.
  assert.is(ran.ledger.redirects["/tag/baths/"], "/");
  const left = ran.ledger.items[0]?.parts.filter(
    ({ kind, outcome }) => kind === "link" && outcome === "left-out",
  );
  assert.equal(
    left?.map(({ what }) => what),
    ["/made-of-data/", "/2020/01/01/b.md"],
  );
});

test("a title in HTML that says the page's again goes, another goes a level lower; one in code stays", async (context) => {
  const ran = await run(context, {
    ...ELEVENTY,
    "src/posts/again.md":
      '---\ntitle: Again\ndate: 2019-04-01\n---\n<h1 class="hidden">Again</h1>\n\n## One\n\nWords.\n',
    "src/posts/other.md":
      "---\ntitle: Tea\ndate: 2019-04-01\n---\nWords.\n\n<h1>Other</h1>\nMore.\n\n```\n<h1>Code</h1>\n```\n",
  });
  assert.match(ran.files.get("src/articles/again.md")!, /---\n\n## One\n\nWords\.\n$/);
  assert.match(
    ran.files.get("src/articles/other.md")!,
    /\nWords\.\n\n## Other\n\nMore\.\n\n```\n<h1>Code<\/h1>\n```\n$/,
  );
});

test("Eleventy: folder data, templated addresses, links between files, and what was in no list", async (context) => {
  const ran = await run(context, ELEVENTY);
  assert.is(ran.code, 0, ran.printed);
  assert.is(
    squeezed(ran.files.get("src/articles/warm-bath.md")),
    `---
title: A warm bath
date: 2019-03-02
author: bo-writer
tags:
  - Bath
image:
  src: /images/img/bath.jpg
  alt: ""
permalink: /blog/warm-bath/
canonical: https://first.example/bath
---

See [tea](/blog/tea/) and Quiet.
`,
  );
  for (const name of ["off", "out", "status"])
    assert.match(ran.files.get(`src/articles/${name}.md`)!, "draft: true", name);
  assert.match(ran.files.get("src/pages/about.md")!, "permalink: /about/");
  assert.match(ran.files.get("src/articles/tea.md")!, "author: ann-maker");
});

test("Eleventy 4: its new names for the same things are read", async (context) => {
  const { ".eleventy.js": config = "", "src/posts/posts.json": data = "", ...files } = ELEVENTY;
  const out = String(files["src/posts/out.md"]).replace("eleventyExclude", "buildawesomeExclude");
  const ran = await run(context, {
    ...files,
    "buildawesome.config.js": config,
    "src/posts/posts.data.json": data,
    "src/posts/out.md": out,
  });
  assert.is(ran.code, 0, ran.printed);
  assert.match(ran.files.get("src/articles/warm-bath.md")!, "permalink: /blog/warm-bath/");
  assert.match(
    ran.files.get("src/articles/out.md")!,
    "in no list at the source (buildawesomeExcludeFromCollections)",
  );
});

test("Eleventy's own addresses keep the date of the file's name", async (context) => {
  const { "src/posts/posts.json": _data, ...blog } = ELEVENTY;
  const ran = await run(context, blog);
  assert.match(ran.files.get("src/articles/warm-bath.md")!, "permalink: /posts/2019-03-02-warm-bath/");
});

test("Astro: collections at their routes, MDX without code, pictures beside the text", async (context) => {
  const ran = await run(context, {
    "astro.config.mjs": 'export default { site: "https://quiet.example" }',
    "src/pages/journal/[...slug].astro": 'const posts = await getCollection("blog");',
    "src/content/blog/bath.mdx":
      "---\ntitle: A warm bath\npubDate: 2024-05-01\nupdatedDate: 2024-06-01\nheroImage: ../../assets/tub.png\n---\nimport { Image } from 'astro:assets';\nimport tub from '../../assets/tub.png';\n\n<Image src={tub} alt=\"A tub\" />\n\n<Fancy tone=\"calm\">\n\nWords inside.\n\n</Fancy>\n",
    "src/content/blog/_hidden.md": "---\ntitle: Hidden\n---\nUnseen.\n",
    "src/assets/tub.png": "png",
  });
  assert.is(ran.code, 0, ran.printed);
  const text = ran.files.get("src/articles/bath.md")!;
  assert.match(text, "permalink: /journal/bath/");
  assert.match(text, "image:\n  src: /images/src/assets/tub.png\n");
  assert.match(text, "![A tub](/images/src/assets/tub.png)");
  assert.match(text, "Words inside.");
  assert.not.match(text, /import|<Fancy(?! tone="calm"›)/);
  assert.equal(fateOf(ran, "src/content/blog/_hidden.md"), [
    "left-out",
    'with "_" before its name, which Astro passes by',
  ]);
});

test("the folder of posts alone finds its blog, and takes no more than was asked for", async (context) => {
  const ran = await run(context, JEKYLL, ["_posts"]);
  assert.match(ran.files.get("src/articles/tea.md")!, "permalink: /2019/04/02/tea.html");
  assert.not.ok(ran.files.has("src/pages/about.md"));
});

test("two of one address are both there, and the second is said", async (context) => {
  const post = (title: string): string => `---\ntitle: ${title}\npermalink: /same/\n---\nWords.\n`;
  const ran = await run(context, {
    "_config.yml": "url: https://q.example\n",
    "_posts/2019-01-01-a.md": post("A"),
    "_posts/2019-01-02-b.md": post("B"),
  });
  assert.equal(
    ran.ledger.items.map(({ address }) => address),
    ["/same/", "/same-2/"],
  );
});

test("a header that YAML cannot read costs no words, and is said", async (context) => {
  const ran = await run(context, {
    "_config.yml": "url: https://q.example\n",
    "_posts/2019-01-01-a.md": "---\ntitle: Rest: why it helps\n---\nWords.\n",
  });
  assert.match(ran.files.get("src/articles/a.md")!, 'title: "Rest: why it helps"');
  assert.match(ran.files.get("import-report.json")!, "YAML that cannot be read in line 2");
});

test("a folder without texts is refused", async (context) => {
  const { code, printed } = await run(context, { "a.png": "png" });
  assert.is(code, 1);
  assert.match(printed, "expected a blog, saved pages or files of Markdown, received a folder with none.");
});

test("whatever a blog's files hold, the sums agree, nothing is thrown and a second run writes nothing", async (context) => {
  const word = fc.stringMatching(/^[a-zé睡 :{}%<>#"'[\]()!*_`|\\/.-]{0,24}$/);
  const value = fc.oneof(
    word,
    fc.boolean(),
    fc.constant("2019-01-01"),
    fc.array(word, { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("src", "image", "alt", "render"), word),
  );
  const name = fc.constantFrom(
    "title",
    "date",
    "draft",
    "published",
    "tags",
    "categories",
    "image",
    "cover",
    "permalink",
    "slug",
    "url",
    "aliases",
    "redirect_from",
    "status",
    "author",
    "excerpt",
    "weight",
    "build",
  );
  const text = fc.record({
    fields: fc.dictionary(name, value, { maxKeys: 6 }),
    body: fc.array(
      fc.oneof(
        word,
        fc.constantFrom(
          "{% if x %}",
          "{% endif %}",
          "{% raw %}",
          "{{ a | b }}",
          '{{< figure src="a.png" >}}',
          "{{% note %}}",
          "{{% /note %}}",
          "[x](b.md)",
          "![a](a.png)",
          "{:.x}",
          "# H",
          "```",
          '<iframe src="https://a.example">',
        ),
      ),
      { maxLength: 8 },
    ),
  });
  const config = fc.constantFrom<Files>(
    { "_config.yml": "url: https://q.example\n" },
    { "hugo.toml": 'baseURL = "https://q.example/"\n' },
    { ".eleventy.js": "" },
    {},
  );
  let count = 0;
  await fc.assert(
    fc.asyncProperty(config, fc.array(text, { minLength: 1, maxLength: 4 }), async (base, texts) => {
      const folder = join(context.folder, String(count++));
      const blog = Object.fromEntries(
        texts.map(({ fields, body }, index) => {
          const header = `---\n${Object.entries(fields)
            .map(([key, one]) => `${key}: ${JSON.stringify(one)}`)
            .join("\n")}\n---\n`;
          const path =
            "_config.yml" in base
              ? `_posts/2019-01-0${index + 1}-p.md`
              : "hugo.toml" in base
                ? `content/p${index}.md`
                : `p${index}.md`;
          return [path, `${header}${body.join("\n")}\n`];
        }),
      );
      const first = await run({ folder }, { ...base, ...blog });
      assert.is(first.code, 0, first.printed);
      for (const { in: all, out, named } of Object.values(first.ledger.balance)) assert.is(all, out + named);
      const second = await run({ folder }, {});
      assert.match(second.printed, /files: 0 new, 0 updated/);
    }),
    { numRuns: 60, seed: 15 },
  );
});

test.run();
