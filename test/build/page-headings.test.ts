import MarkdownIt from "markdown-it";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { amendMarkdown } from "../../plugins/build/render.ts";

function render(source: string): string {
  const md = new MarkdownIt({ html: true });
  amendMarkdown(md, { factsOf: () => null, trusts: false, policy: () => null });
  return md.render(source);
}

test("pages: each heading has an id of its words, numbered where it stands twice", () => {
  assert.is(
    render("## Who *pays*\n\n### `vervain publish`\n\n## Who pays\n"),
    '<h2 id="who-pays">Who <em>pays</em></h2>\n<h3 id="vervain-publish"><code>vervain publish</code></h3>\n<h2 id="who-pays-2">Who pays</h2>\n',
  );
});

test("pages: an id that the writer gave a heading stays, and raw HTML is made safe around it", () => {
  assert.match(render('## Who pays {#money}\n\n<b onclick="x()">b</b>\n'), '<h2 id="money">Who pays</h2>');
});

test.run();
