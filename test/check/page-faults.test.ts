import { test } from "uvu";
import * as assert from "uvu/assert";
import { checkFiles } from "./pages.ts";
import { type Fault, seeded } from "./site/fault.ts";

const HOME = "index.html";
const POLICY = "policy/index.html";
const swap =
  (from: string | RegExp, to: string, path?: string): Fault["seed"] =>
  (site) =>
    site.replace(from, to, path);
const swapIn =
  (path: string, from: string, to: string): Fault["seed"] =>
  (site) =>
    site.replaceIn(path, from, to);

const faults: readonly Fault[] = [
  // What the graph says is no longer on the page
  { what: "the headline hidden", rules: ["headline-visible", "h1"], seed: swap("<h1>", "<h1 hidden>") },
  { what: "another h1", rules: ["headline-visible"], seed: swap(/<h1>.*<\/h1>/, "<h1>Warm feet</h1>") },
  {
    what: "the byline gone",
    rules: ["author-visible", "author-link", "job-title-visible"],
    seed: swap(/By <a.*?Health writer\. /, ""),
  },
  {
    what: "the byline in a template",
    rules: ["author-visible", "author-link"],
    seed: swap(
      /By <a href.*?<\/a>/,
      `<template>By <a href="/authors/ada-example/">Ada Example</a></template>`,
    ),
  },
  {
    what: "the reviewer hidden",
    rules: ["reviewer-visible", "author-link", "credential-visible", "date-visible", "job-title-visible"],
    seed: swap("<p>Reviewed", "<p hidden>Reviewed"),
  },
  {
    what: "the reviewer not displayed",
    rules: ["reviewer-visible", "author-link", "credential-visible", "date-visible", "job-title-visible"],
    seed: swap("<p>Reviewed", `<p style="display: none">Reviewed`),
  },
  { what: "the words reviewed by gone", rules: ["reviewer-label"], seed: swap("Reviewed by", "Also") },
  { what: "the reviewer's credential gone", rules: ["credential-visible"], seed: swap(", RN,", ",") },
  {
    what: "the reviewer's name without link",
    rules: ["author-link"],
    seed: swap(/<a href="\/authors\/ben-example\/">(.*?)<\/a>/, "$1"),
  },
  {
    what: "the published date gone",
    rules: ["date-visible"],
    seed: swap(/Published <time.*?<\/time>, /, ""),
  },
  {
    what: "the updated date changed",
    rules: ["date-visible"],
    seed: swap(
      /<time datetime="2026-05-02T10:30:00\+01:00">2 May 2026/,
      `<time datetime="2026-05-05T10:30:00+01:00">5 May 2026`,
    ),
  },
  {
    what: "the review date gone",
    rules: ["date-visible"],
    seed: swap(/, on <time datetime="2026-05-01">.*?<\/time>/, ""),
  },
  { what: "the words of a date changed", rules: ["time"], seed: swap(">2 May 2026<", ">2 June 2026<") },
  {
    what: "the breadcrumb gone",
    rules: ["breadcrumb-visible"],
    seed: swap(/<nav aria-label="Breadcrumb">.*?<\/nav>/, ""),
  },
  {
    what: "the breadcrumb in another order",
    rules: ["breadcrumb-links"],
    seed: swap(/(<li><a href="\/">Home<\/a><\/li>)(<li>.*?<\/li>)/, "$2$1"),
  },
  {
    what: "a step more in the breadcrumb",
    rules: ["breadcrumb-links"],
    seed: swap(
      `<li><a href="/">Home</a></li>`,
      `<li><a href="/">Home</a></li><li><a href="/policy/">Water</a></li>`,
    ),
  },
  {
    what: "a benefit's heading changed",
    rules: ["list-item-visible"],
    seed: swap("Warms cold feet", "Warm toes"),
  },
  {
    what: "a benefit more",
    rules: ["list-complete"],
    seed: swap(`<h3 id="busy-mind">`, `<h3 id="heart">3. Steadies the heart</h3><p>…</p><h3 id="busy-mind">`),
  },
  {
    what: "a benefit hidden",
    rules: ["list-item-visible", "anchor-exists"],
    seed: swap(`<h3 id="cold-feet">`, `<h3 id="cold-feet" hidden>`),
  },
  { what: "a benefit's anchor gone", rules: ["anchor-exists"], seed: swap(`<h3 id="cold-feet">`, "<h3>") },
  {
    what: "a section's heading changed",
    rules: ["section-name"],
    seed: swap("When to see a doctor", "Red flags"),
  },
  { what: "a section's anchor gone", rules: ["anchor-exists"], seed: swap(`<h2 id="doctor">`, "<h2>") },
  {
    what: "the question changed",
    rules: ["question-visible"],
    seed: swap("How warm should the water be?", "How hot?"),
  },
  {
    what: "the answer only in a script",
    rules: ["question-visible", "inline-code"].slice(0, 1),
    seed: swap(
      /<p>Warm, not hot.*?<\/p>/,
      "<p>Ask.</p><script>const answer = 'Warm, not hot: test it with your elbow first.'</script>",
    ),
  },
  {
    what: "the source not linked",
    rules: ["source-visible"],
    seed: swap(/<a href="https:\/\/doi.org.*?<\/a>/, "Placeholder trial of foot bathing"),
  },
  {
    what: "the related link gone",
    rules: ["related-visible", "breadcrumb-links"],
    seed: ({ replace }) => {
      replace(/<aside>.*<\/aside>/, "");
      replace(/<a href="\/therapies\/foot-baths\/">Foot baths<\/a>/, "Foot baths");
      replace(/<a href="\/therapies\/foot-baths\/">Foot baths<\/a>/, "Foot baths");
    },
  },
  {
    what: "another image",
    rules: ["image-visible", "resource-broken"],
    seed: swap(/foot-bath-(800|1600)\.jpg/g, "mountain-$1.jpg"),
  },
  { what: "the credit gone", rules: ["image-caption"], seed: swap(" Photo: Pat Camera", "") },
  {
    what: "the speakable part gone",
    rules: ["speakable-matches", "anchor-exists"],
    seed: swap(`<section id="summary">`, "<section>"),
  },
  {
    what: "the comment gone",
    rules: ["comment-visible"],
    seed: swap(/<section><h2>Comments.*<\/section>/, ""),
  },
  {
    what: "the treatment gone from the text",
    rules: ["treatment-visible"],
    seed: swap(
      "Cognitive behavioural therapy for insomnia is",
      "A talking cure is",
      "conditions/insomnia/index.html",
    ),
  },
  {
    what: "a listed article not linked",
    rules: ["list-item-link"],
    seed: swap(/<a href="\/foot-baths-for-sleep\/">(.*?)<\/a>/, "$1", "therapies/foot-baths/index.html"),
  },
  { what: "another language", rules: ["language"], seed: swap(`lang="en-GB"`, `lang="nl"`) },
  // The page itself
  { what: "no language", rules: ["lang"], seed: swap(` lang="en-GB"`, "") },
  { what: "no charset", rules: ["charset"], seed: swap(`<meta charset="utf-8">`, "") },
  { what: "no viewport", rules: ["viewport"], seed: swap(/<meta name="viewport".*>/, "") },
  {
    what: "a viewport that cannot be enlarged",
    rules: ["viewport"],
    seed: swap("initial-scale=1", "user-scalable=no"),
  },
  { what: "no title", rules: ["title"], seed: swap(/<title>.*<\/title>/, "") },
  { what: "two titles", rules: ["title"], seed: swap("</title>", "</title><title>More</title>") },
  { what: "no description", rules: ["description"], seed: swap(/<meta name="description".*>/, "") },
  {
    what: "no h1",
    rules: ["h1", "heading-order"].slice(0, 1),
    seed: swap(/<h1>(.*)<\/h1>/, "<p>$1</p>", POLICY),
  },
  { what: "two h1", rules: ["h1"], seed: swap("<h2>Questions</h2>", "<h1>Questions</h1>") },
  { what: "a skipped level", rules: ["heading-order"], seed: swap("<h2>Sources</h2>", "<h4>Sources</h4>") },
  {
    what: "an empty heading",
    rules: ["heading-empty"],
    seed: swap("<h2>Sources</h2>", "<h2>Sources</h2><h2></h2>"),
  },
  { what: "no alt text", rules: ["alt"], seed: swap(` alt="Feet in a bowl"`, "") },
  {
    what: "a file name as alt text",
    rules: ["alt-words"],
    seed: swap("Feet in a bowl", "foot-bath-800.jpg"),
  },
  { what: "an empty link", rules: ["link-name"], seed: swap("Rest Notes</a>", "</a>") },
  { what: "a link to nowhere", rules: ["link-empty"], seed: swap(`<a href="/policy/">`, `<a href="#">`) },
  {
    what: "an id twice",
    rules: ["duplicate-id"],
    seed: swap("<h2>Questions</h2>", `<h2 id="doctor">Questions</h2>`),
  },
  { what: "no canonical link", rules: ["canonical-missing"], seed: swap(/<link rel="canonical".*>/, "") },
  { what: "two canonical links", rules: ["canonical"], seed: swap(/(<link rel="canonical".*>)/, "$1$1") },
  {
    what: "a relative canonical link",
    rules: ["canonical"],
    seed: swap(`href="https://example.org/foot-baths-for-sleep/"`, `href="/foot-baths-for-sleep/"`),
  },
  {
    what: "the canonical link of a page that is not there",
    rules: ["canonical-self"],
    seed: swap(
      `rel="canonical" href="https://example.org/policy/"`,
      `rel="canonical" href="https://example.org/policies/"`,
      POLICY,
    ),
  },
  {
    what: "the canonical link of another page",
    rules: ["canonical-repeated"],
    seed: swap(
      `rel="canonical" href="https://example.org/policy/"`,
      `rel="canonical" href="https://example.org/"`,
      POLICY,
    ),
  },
  {
    what: "a canonical link by http",
    rules: ["canonical-self"],
    seed: swap(`rel="canonical" href="https:`, `rel="canonical" href="http:`, POLICY),
  },
  {
    what: "[object Object] in the text",
    rules: ["page-leak"],
    seed: swap("We say what we changed.", "[object Object]", POLICY),
  },
  {
    what: "a template not filled",
    rules: ["page-leak"],
    seed: swap("We say what we changed.", "{{ corrections }}", POLICY),
  },
  {
    what: "an image by http",
    rules: ["mixed-content"],
    seed: swap("</main>", `<img src="http://example.com/a.jpg" alt="A lake"></main>`, POLICY),
  },
  {
    what: "a javascript address",
    rules: ["script-address"],
    seed: swap("</main>", `<a href="javascript:history.back()">Back</a></main>`, POLICY),
  },
  {
    what: "a JSON-LD block that is not JSON",
    rules: ["json"],
    seed: swap(
      "</head>",
      `<script type="application/ld+json">{ "@context": "https://schema.org", }</script></head>`,
      POLICY,
    ),
  },
  {
    what: "a JSON-LD block with another context",
    rules: ["context"],
    seed: swap(
      "</head>",
      `<script type="application/ld+json">{ "@context": "https://schema.com", "@type": "Thing", "name": "x" }</script></head>`,
      POLICY,
    ),
  },
  {
    what: "a JSON-LD block with http",
    rules: ["context-http"],
    seed: swap(
      "</head>",
      `<script type="application/ld+json">{ "@context": "http://schema.org", "@type": "Thing", "name": "x" }</script></head>`,
      POLICY,
    ),
  },
  {
    what: "a JSON-LD block that ends in its own title",
    rules: ["json", "unescaped"].slice(0, 1),
    seed: swap(
      "</head>",
      `<script type="application/ld+json">{ "@context": "https://schema.org", "@type": "Thing", "name": "</script>" }</script></head>`,
      POLICY,
    ),
  },
  // The site
  {
    what: "a broken link",
    rules: ["link-broken"],
    seed: swap(`<a href="/policy/">`, `<a href="/polices/">`),
  },
  {
    what: "a link in the wrong case",
    rules: ["link-broken"],
    seed: swap(`<a href="/policy/">`, `<a href="/Policy/">`),
  },
  {
    what: "a broken relative link",
    rules: ["link-broken"],
    seed: swap(`<a href="/policy/">`, `<a href="../polices/">`),
  },
  {
    what: "a broken link by full address",
    rules: ["link-broken"],
    seed: swap(`<a href="/policy/">`, `<a href="https://example.org/polices/">`),
  },
  {
    what: "an own link by http",
    rules: ["insecure-own-link"],
    seed: swap(`<a href="/policy/">`, `<a href="http://example.org/policy/">`),
  },
  {
    what: "a broken anchor",
    rules: ["anchor-broken"],
    seed: swap(`<a href="/policy/">`, `<a href="/policy/#mistakes">`),
  },
  {
    what: "a broken anchor on the page",
    rules: ["anchor-broken"],
    seed: swap("<h2>Questions</h2>", `<h2>Questions</h2><a href="#hot">How hot</a>`),
  },
  {
    what: "a missing image",
    rules: ["resource-broken"],
    seed: swap("/img/foot-bath-800.jpg 800w", "/img/foot-bath-400.jpg 400w"),
  },
  { what: "a missing style sheet", rules: ["resource-broken"], seed: swap("/site.css", "/style.css") },
  {
    what: "a preview image that is missing",
    rules: ["resource-broken"],
    seed: swap("</head>", `<meta property="og:image" content="https://example.org/img/card.png"></head>`),
  },
  {
    what: "a title twice",
    rules: ["title-repeated"],
    seed: swap("<title>How we work", "<title>Insomnia", POLICY),
  },
  {
    what: "a description twice",
    rules: ["description-repeated"],
    seed: swap(
      /content="How we.*?"/,
      `content="Plain notes on rest, warm water and sleep, checked by a nurse."`,
      POLICY,
    ),
  },
  {
    what: "a feed that is not well-formed",
    rules: ["xml"],
    seed: swapIn("feed.xml", "<title>3 benefits", "<title>3 benefits & more"),
  },
  {
    what: "a control character in a feed",
    rules: ["xml"],
    seed: swapIn("feed.xml", "<title>3 benefits", "<title>3\u0008 benefits"),
  },
  {
    what: "a feed without date",
    rules: ["feed-parts"],
    seed: swapIn("feed.xml", "<updated>2026-05-02T10:30:00+01:00</updated><entry>", "<entry>"),
  },
  {
    what: "a feed to a missing page",
    rules: ["feed-address"],
    seed: swapIn(
      "feed.xml",
      `<link href="https://example.org/foot-baths-for-sleep/"/>`,
      `<link href="https://example.org/foot-baths/"/>`,
    ),
  },
  {
    what: "a relative address in a feed",
    rules: ["feed-address"],
    seed: swapIn(
      "feed.xml",
      `<link href="https://example.org/foot-baths-for-sleep/"/>`,
      `<link href="/foot-baths-for-sleep/"/>`,
    ),
  },
  {
    what: "a sitemap with a missing page",
    rules: ["sitemap-address"],
    seed: swapIn("sitemap.xml", "</urlset>", "<url><loc>https://example.org/gone/</loc></url></urlset>"),
  },
  {
    what: "a sitemap of another site",
    rules: ["sitemap-address"],
    seed: swapIn("sitemap.xml", "</urlset>", "<url><loc>https://example.com/</loc></url></urlset>"),
  },
  {
    what: "a page missing from the sitemap",
    rules: ["sitemap-complete"],
    seed: swapIn(
      "sitemap.xml",
      "<url><loc>https://example.org/policy/</loc><lastmod>2026-05-02</lastmod></url>",
      "",
    ),
  },
  {
    what: "a noindex page in the sitemap",
    rules: ["sitemap-address"],
    seed: swap("</head>", `<meta name="robots" content="noindex"></head>`, POLICY),
  },
  {
    what: "a redirect to nowhere",
    rules: ["redirect"],
    seed: swapIn("_redirects", " /foot-baths-for-sleep/ ", " /foot-baths/ "),
  },
  {
    what: "a missing sitemap in robots.txt",
    rules: ["robots-sitemap"],
    seed: swapIn("robots.txt", "sitemap.xml", "sitemap-index.xml"),
  },
  {
    what: "a page that sends readers to itself",
    rules: ["redirect", "sitemap-address"],
    seed: swap("</head>", `<meta http-equiv="refresh" content="0; url=/policy/"></head>`, POLICY),
  },
  { what: "no doctype", rules: ["doctype"], seed: swap("<!doctype html>", "") },
  {
    what: "an image without address",
    rules: ["image-source"],
    seed: swap("</main>", `<img src="" alt="A lake"></main>`, POLICY),
  },
  {
    what: "text read in the wrong encoding",
    rules: ["encoding"],
    seed: swap("We say", "Weâ€™d say", POLICY),
  },
  {
    what: "JSON-LD under another type",
    rules: ["json-type"],
    seed: swap("</head>", `<script type="application/json-ld">{}</script></head>`, POLICY),
  },
  {
    what: "a second author",
    rules: ["author-missing"],
    seed: swap(
      "</a>, Health writer.",
      `</a> and <a rel="author" href="/authors/ben-example/">Ben Example</a>, Health writer.`,
    ),
  },
  { what: "no graph", rules: ["graph-missing"], seed: ({ site }) => void delete site.graphs[POLICY] },
];

for (const fault of faults) {
  test(`page fault: ${fault.what} is caught${fault.rules[0] === undefined ? " by nothing" : ` by ${fault.rules[0]}`}`, () => {
    const found = checkFiles(seeded(fault)).filter((finding) => finding.severity !== "note");
    const names = [...new Set(found.map((finding) => finding.rule))].sort();
    assert.equal(
      names,
      [...fault.rules].sort(),
      found.map((finding) => `${finding.page} ${finding.rule}: ${finding.message}`).join("\n"),
    );
  });
}

test("home page: is one of the site's pages like any other", () => {
  const fault: Fault = { what: "no h1", rules: ["h1"], seed: swap(/<h1>.*?<\/h1>/, "", HOME) };
  assert.ok(checkFiles(seeded(fault)).some((finding) => finding.page === HOME && finding.rule === "h1"));
});

test.run();
