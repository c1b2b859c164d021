import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Crumb } from "../../../plugins/page/parts.ts";
import { render } from "./render.ts";

const breadcrumb: readonly Crumb[] = [
  { name: "Home", url: "/" },
  { name: "Rest", url: "/rest/" },
];

test("breadcrumb: links to the steps, words for the page itself", () => {
  assert.is(
    render("breadcrumb", { view: { breadcrumb } }),
    '<nav class="crumbs" aria-label="Breadcrumb"><ol><li><a href="/">Home</a></li><li><span aria-current="page">Rest</span></li></ol></nav>',
  );
});

test("breadcrumb: English words on a page in another language say so", () => {
  const html = render("breadcrumb", { view: { breadcrumb, lang: "fr" }, foreign: "en" });
  assert.match(html, '<nav class="crumbs" aria-label="Breadcrumb" lang="en" dir="ltr">');
  assert.match(html, '<span aria-current="page" lang="fr">Rest</span>');
});

test.run();
