import { createHash } from "node:crypto";
import { parseHTML } from "linkedom";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { toReport } from "../../plugins/review/report.ts";
import { REPORT_STYLE, REPORT_STYLE_HASH } from "../../plugins/review/report-style.ts";
import { reviewSite } from "../../plugins/review/site.ts";
import { type Given, NOW, PEOPLE, write } from "./article.ts";

const REVIEWED = { date: "2024-01-01", reviewedBy: "checker" };
const SITE: readonly Given[] = [
  { id: "b-clean", front: { ...REVIEWED, reviewed: "2026-01-01" } },
  { id: "a-fault", front: { author: undefined } },
  { id: "d-late", front: { ...REVIEWED, reviewed: "2024-06-01" } },
  { id: "c-later", front: { ...REVIEWED, reviewed: "2024-02-01" } },
];

function report(given: readonly Given[]) {
  const articles = given.map((one) => write(one).entry);
  const review = reviewSite(
    { articles, pages: [], file: "_data/site.ts", lock: null },
    { now: NOW, people: PEOPLE },
  );
  return toReport(review, articles, { now: NOW });
}

test("toReport: overdue reviews first, longest due first, then by faults, then by id", () => {
  const { report: facts, json } = report(SITE);
  assert.equal(
    facts.articles.map(({ id }) => id),
    ["c-later", "d-late", "a-fault", "b-clean"],
  );
  assert.equal(
    facts.articles.map(({ nextReview }) => nextReview),
    ["2026-02-01", "2026-06-01", null, "2028-01-01"],
  );
  assert.is(facts.overdueCount, 2);
  assert.is(facts.date, "2026-09-01");
  assert.equal(JSON.parse(json), JSON.parse(JSON.stringify(facts)));
});

test("toReport: the same review gives the same bytes", () => {
  assert.is(report(SITE).html, report(SITE).html);
  assert.is(report(SITE).json, report(SITE).json);
});

test("toReport: the page needs nothing from elsewhere and runs nothing", () => {
  const { html } = report(SITE);
  const { document } = parseHTML(html);
  assert.is(document.querySelectorAll("script, link, img, iframe, [style], [onclick]").length, 0);
  assert.is(document.querySelectorAll("style").length, 1);
  assert.is(document.querySelectorAll("h1").length, 1);
  assert.is(document.querySelector("html")?.getAttribute("lang"), "en");
  for (const row of document.querySelectorAll("tbody a")) {
    assert.ok(document.getElementById((row.getAttribute("href") ?? "").slice(1)));
  }
});

test("toReport: the policy names the style's own hash", () => {
  assert.is(REPORT_STYLE_HASH, `sha256-${createHash("sha256").update(REPORT_STYLE).digest("base64")}`);
  assert.ok(report(SITE).html.includes(`style-src '${REPORT_STYLE_HASH}'`));
});

test("toReport: whatever an article holds is shown as text", () => {
  const title = 'SHOCKING </h2><script>alert(1)</script> "quoted" & more';
  const { html } = report([
    { front: { title, silence: { jargon: "<b>because</b>" } }, body: "Cortisol\u0007 rises." },
  ]);
  assert.not.ok(html.includes("<script>") || html.includes("<b>") || html.includes("\u0007"));
  assert.ok(
    html.includes("SHOCKING &lt;/h2&gt;&lt;script&gt;alert(1)&lt;/script&gt; &quot;quoted&quot; &amp; more"),
  );
});

test("toReport: a site without articles has a report", () => {
  assert.ok(report([]).html.includes("No articles."));
});

test.run();
