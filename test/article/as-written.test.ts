import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { leftOutElements, sanitizeHtml } from "../../plugins/build/sanitize.ts";
import { linkedFile } from "../../plugins/build/text-links.ts";
import { article, smallProject } from "../project.ts";

for (const [html, names] of [
  ["<p>x</p><font>y</font>", []],
  ["<form><input></form>", ["form", "input"]],
  ['<iframe src="https://a.example"></iframe>', []],
  ['<iframe srcdoc="x"></iframe>', ["iframe"]],
  ["<SCRIPT>x</SCRIPT>", ["script"]],
] as const)
  test(`leftOutElements: ${html}`, () => assert.equal(leftOutElements(html), names));

for (const [html, shown] of [
  [
    '<iframe src="https://www.youtube.com/embed/abcdefghijk" title="A film" onload="x"></iframe>',
    '<a href="https://www.youtube.com/watch?v=abcdefghijk">A film</a>',
  ],
  [
    '<iframe src="//player.vimeo.com/video/7"></iframe>',
    '<a href="https://vimeo.com/7">https://vimeo.com/7</a>',
  ],
  ['<audio src="/a.mp3" controls></audio>', '<a href="/a.mp3">/a.mp3</a>'],
  ['<iframe src="javascript:alert(1)" title="x"></iframe>', ""],
  ['<iframe src="data:text/html,x"></iframe>', ""],
  ['<iframe src="https://a.example/" title="<b>"></iframe>', '<a href="https://a.example/">&lt;b&gt;</a>'],
] as const)
  test(`sanitizeHtml: ${html}`, () => assert.is(sanitizeHtml(html), shown));

for (const [href, file] of [
  ["tea.md", "src/articles/a/tea.md"],
  ["../tea.md#x", "src/articles/tea.md"],
  ["/articles/tea.md", "src/articles/tea.md"],
  ["t%20ea.md", "src/articles/a/t ea.md"],
] as const)
  test(`linkedFile: ${href}`, () => assert.is(linkedFile(href, "src/articles/a/x.md", "src").file, file));

test("an article as people write it: links to files of Markdown, files beside it, notes, every script; losses are said", () => {
  const project = smallProject();
  try {
    const write = (name: string, title: string, body: string, fields: object = {}): void =>
      project.write(`src/articles/${name}`, article({ title, date: "2026-01-02", ...fields }, body));
    write("herbs/tea.md", "Tea", "## Steep {#steep}\n\nA cup.\n");
    write(
      "trip/index.md",
      "A trip",
      'See [tea](../herbs/tea.md#steep), [a plan](plan.pdf) and [rest](../rest.md). [More](#further-reading).\n\n<form><input></form>\n\n<iframe src="https://a.example/film"></iframe>\n\n<iframe src="x"></iframe>\n\n## Further reading\n\n- [Tea](../herbs/tea.md)\n',
    );
    write(
      "faq.md",
      "Questions",
      "Words.\n\n## Frequently asked questions\n\n### Is rest good?\n\nIt is[^1], they say.\n\n- [ ] try it\n\n### Is tea?\n\nTea\n: A cup.\n\n::: tip Yes\nDrink.\n:::\n\n[^1]: Somebody.\n",
    );
    write(
      "books.md",
      "Books",
      'Words, and [where to go on](#further-reading).\n\n## <a id="where" name="where"></a>Where\n\n## <span id="to-go">To go</span>\n\nOn.\n\n## <!-- unseen -->\n\nOn.\n\n## Further reading\n\n[A study](https://study.example/1)\n\n- [Tea](herbs/tea.md)\n- A book\n',
    );
    const sections = ["One", "Two", "Three"].map((name) => `## ${name}\n\nWords of it.\n`).join("\n");
    write(
      "shelf.md",
      "A shelf",
      `${sections}\n## 📚 Further reading\n\n- The Nights (A. Maker, 2016)\n- A Book of Baths\n`,
    );
    write("next.md", "What is next", `${sections}\n## Further reading\n\n- Tea\n- Questions\n`);
    project.write("src/articles/trip/plan.pdf", "%PDF-1.4");
    project.write("src/articles/trip/private.pdf", "%PDF-1.4");
    write("睡眠.md", "睡眠", "茶[^1]\n\n[^1]: 注\n", { tags: ["睡眠", "C#"] });
    write("茶.md", "茶", "睡眠\n", { tags: ["茶", "C++"] });
    const { code, output } = project.vervain("build", "--check");
    assert.is(code, 0, output);
    assert.match(
      output,
      /src\/articles\/trip\/index\.md:9: text: expected HTML that pages show, received <form>\./,
    );
    const trip = project.read("_site/trip/index.html");
    const shelf = project.read("_site/shelf/index.html");
    assert.match(shelf, '<h2 id="further-reading">📚 Further reading</h2>');
    assert.match(shelf, '<a href="#further-reading">');
    assert.match(shelf, "<li>A Book of Baths</li>");
    const next = project.read("_site/next/index.html");
    assert.match(next, '<a href="#three">');
    assert.not.match(next, "#further-reading");
    const books = project.read("_site/books/index.html");
    assert.match(books, '<h2 id="further-reading">Further reading</h2>');
    assert.match(books, '<a href="https://study.example/1">A study</a>');
    assert.match(books, '<a href="/herbs/tea/">Tea</a>');
    assert.is(books.split('id="to-go"').length, 2);
    assert.is(books.match(/<h2 id="[^"]*">\s*<\/h2>/), null);
    assert.is(books.split('id="where"').length, 2);
    assert.match(trip, '<a href="/herbs/tea/#steep">tea</a>');
    assert.match(trip, '<a href="/articles/trip/plan.pdf">a plan</a>');
    assert.match(trip, '<a href="/rest/">rest</a>');
    assert.match(trip, '<span id="further-reading"></span>');
    assert.not.match(trip, "<form");
    assert.match(trip, '<p><a href="https://a.example/film">https://a.example/film</a></p>');
    assert.not.match(trip, "<p></p>");
    for (const [path, isThere] of [
      ["articles/trip/plan.pdf", true],
      ["articles/trip/private.pdf", false],
      ["睡眠/index.html", true],
      ["茶/index.html", true],
      ["tags/睡眠/index.html", true],
      ["tags/茶/index.html", true],
      ["tags/c-sharp/index.html", true],
      ["tags/c-plus-plus/index.html", true],
    ] as const)
      assert.is(existsSync(join(project.folder, "_site", path)), isThere, path);
  } finally {
    project.clean();
  }
});

test.run();
