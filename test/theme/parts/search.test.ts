import { test } from "uvu";
import * as assert from "uvu/assert";
import { render } from "./render.ts";

const html = render("search", { view: { chrome: { resultForms: '{"other":"{count} results"}' } } });

test("search: a form that leads somewhere without a script, with a label and a place for results", () => {
  assert.match(html, /^<form class="search" role="search" aria-label="Search" action="\/search\/"/);
  assert.match(html, '<label for="v_query">Search this site</label>');
  assert.match(html, '<p class="meta" role="status"></p><ol class="hits"></ol>');
});

test("search: the script finds its words on the form", () => {
  assert.match(html, 'data-script="/assets/scripts/search.js"');
  assert.match(html, 'data-counts="{&quot;other&quot;:&quot;{count} results&quot;}"');
});

test.run();
