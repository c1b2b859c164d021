import {
  articleGraph,
  BENEFITS,
  conditionGraph,
  type GraphNode,
  homeGraph,
  plainGraph,
  profileGraph,
  ROOT,
  therapyGraph,
} from "./graphs.ts";

/** The small site: graphs and HTML apart, so that a test can change either. */
export interface SmallSite {
  readonly graphs: Record<string, GraphNode[]>;
  readonly html: Record<string, string>;
  readonly files: Record<string, string>;
}

export const ARTICLE = "foot-baths-for-sleep/index.html";
const GRAPH_PLACE = "<!--graph-->";

const page = (
  path: string,
  title: string,
  description: string,
  main: string,
  crumb: string,
) => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Rest Notes</title>
<meta name="description" content="${description}">
<link rel="canonical" href="${ROOT}${path}">
<link rel="alternate" type="application/atom+xml" href="/feed.xml">
<link rel="stylesheet" href="/site.css">
${GRAPH_PLACE}
</head>
<body>
<header><a href="/">Rest Notes</a><nav aria-label="Main"><a href="/therapies/foot-baths/">Foot baths</a> <a href="/conditions/insomnia/">Insomnia</a></nav></header>
${crumb}<main>${main}</main>
<footer><p>Rest Notes, <a href="/policy/">how we work</a></p></footer>
</body></html>`;

const trail = (...steps: string[]) =>
  `<nav aria-label="Breadcrumb"><ol>${steps.map((step) => `<li>${step}</li>`).join("")}</ol></nav>\n`;
const HOME = `<a href="/">Home</a>`;

const ARTICLE_MAIN = `<article>
<h1>3 benefits of foot baths for sleep</h1>
<p>By <a href="/authors/ada-example/">Ada Example</a>, Health writer. Published <time datetime="2026-03-02T09:00:00+00:00">2 March 2026</time>, updated <time datetime="2026-05-02T10:30:00+01:00">2 May 2026</time>.</p>
<p>Reviewed by <a href="/authors/ben-example/">Ben Example</a>, RN, Registered nurse, on <time datetime="2026-05-01">1 May 2026</time>.</p>
<figure><img src="/img/foot-bath-800.jpg" srcset="/img/foot-bath-800.jpg 800w, /img/foot-bath-1600.jpg 1600w" alt="Feet in a bowl" width="800" height="450"><figcaption>Two feet in a bowl of warm water. Photo: Pat Camera</figcaption></figure>
<section id="summary"><h2>In short</h2><p>A warm foot bath before bed may help you settle.</p></section>
<h2 id="benefits">Benefits of foot baths</h2>
${BENEFITS.map(([name, anchor], index) => `<h3 id="${anchor}">${index + 1}. ${name}</h3>\n<p>Some people find so.</p>`).join("\n")}
<h2 id="doctor">When to see a doctor</h2>
<p>See a doctor when you sleep badly for a month.</p>
<h2>Questions</h2>
<details id="how-warm"><summary>How warm should the water be?</summary><p>Warm, not hot: test it with your <em>elbow</em> first.</p></details>
<h2>Sources</h2>
<ol><li><a href="https://doi.org/10.1000/example1">Placeholder trial of foot bathing</a></li></ol>
<aside><h2>Also read</h2><ul><li><a href="/therapies/foot-baths/">Foot baths</a></li></ul></aside>
<section><h2>Comments</h2><article><p>Kim, <time datetime="2026-05-03T08:00:00+01:00">3 May 2026</time></p><p>The towel tip helped.</p></article></section>
</article>`;

/** A site of six pages without a fault; made anew on each call. */
export function smallSite(): SmallSite {
  const html: Record<string, string> = {
    "index.html": page(
      "/",
      "Plain notes on sleep",
      "Plain notes on rest, warm water and sleep, checked by a nurse.",
      `<h1>Rest Notes</h1><p><a href="/foot-baths-for-sleep/">3 benefits of foot baths for sleep</a></p>`,
      "",
    ),
    [ARTICLE]: page(
      "/foot-baths-for-sleep/",
      "3 benefits of foot baths for sleep",
      "Three ways a warm foot bath may help you sleep.",
      ARTICLE_MAIN,
      trail(
        HOME,
        `<a href="/therapies/foot-baths/">Foot baths</a>`,
        `<span aria-current="page">3 benefits of foot baths for sleep</span>`,
      ),
    ),
    "conditions/insomnia/index.html": page(
      "/conditions/insomnia/",
      "Insomnia",
      "What insomnia is, its signs and what may help with it.",
      `<h1>Insomnia</h1><p>Regular trouble falling asleep or staying asleep.</p><h2>Signs</h2><ul><li>Waking several times in the night</li></ul><h2>Treatments</h2><p>Cognitive behavioural therapy for insomnia is offered first (<a href="https://www.nhs.uk/conditions/insomnia/">NHS</a>).</p>`,
      trail(HOME, "Insomnia"),
    ),
    "therapies/foot-baths/index.html": page(
      "/therapies/foot-baths/",
      "Foot baths",
      "What a foot bath is and every article we have on it.",
      `<h1>Foot baths</h1><p>Sitting with the feet in warm water.</p><ul><li><a href="/foot-baths-for-sleep/">3 benefits of foot baths for sleep</a></li></ul>`,
      trail(HOME, "Foot baths"),
    ),
    "authors/ben-example/index.html": page(
      "/authors/ben-example/",
      "Ben Example",
      "Ben Example, a registered nurse, checks our articles.",
      `<h1>Ben Example, RN</h1><p>Registered nurse. Ben checks our articles. Credential: Registered Nurse, Example Nursing Council.</p>`,
      trail(HOME, "Ben Example"),
    ),
    "authors/ada-example/index.html": page(
      "/authors/ada-example/",
      "Ada Example",
      "Ada Example writes about warm water, beds and sleep.",
      `<h1>Ada Example</h1><p>Health writer.</p>`,
      trail(HOME, "Ada Example"),
    ),
    "policy/index.html": page(
      "/policy/",
      "How we work",
      "How we write, review and correct the articles on this site.",
      `<h1>How we work</h1><h2 id="corrections">Corrections</h2><p>We say what we changed.</p>`,
      trail(HOME, "How we work"),
    ),
  };
  const graphs = {
    "index.html": homeGraph(),
    [ARTICLE]: articleGraph(),
    "conditions/insomnia/index.html": conditionGraph(),
    "therapies/foot-baths/index.html": therapyGraph(),
    "authors/ben-example/index.html": profileGraph(),
    "authors/ada-example/index.html": plainGraph("/authors/ada-example/", "Ada Example"),
    "policy/index.html": plainGraph("/policy/", "How we work"),
  };
  return { graphs, html, files: otherFiles(Object.keys(html)) };
}

function otherFiles(paths: readonly string[]): Record<string, string> {
  const urls = paths.map(
    (path) =>
      `<url><loc>${ROOT}/${path.replace(/index\.html$/, "")}</loc><lastmod>2026-05-02</lastmod></url>`,
  );
  return {
    "site.css": "",
    "img/logo.png": "",
    "img/foot-bath-800.jpg": "",
    "img/foot-bath-1600.jpg": "",
    "robots.txt": `User-agent: *\nAllow: /\nSitemap: ${ROOT}/sitemap.xml\n`,
    _redirects: "/old-foot-baths/ /foot-baths-for-sleep/ 301\n",
    "sitemap.xml": `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join("")}</urlset>`,
    "feed.xml": `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>Rest Notes</title><id>${ROOT}/</id><updated>2026-05-02T10:30:00+01:00</updated><entry><title>3 benefits of foot baths for sleep</title><id>${ROOT}/foot-baths-for-sleep/</id><link href="${ROOT}/foot-baths-for-sleep/"/><updated>2026-05-02T10:30:00+01:00</updated><content type="html">&lt;p&gt;A warm foot bath &amp;amp; a towel.&lt;/p&gt;</content></entry></feed>`,
  };
}

/** The site as files by path, each graph in its page. */
export function filesOf({ graphs, html, files }: SmallSite): Record<string, string> {
  const pages = Object.entries(html).map(([path, text]) => {
    const graph = graphs[path];
    const json =
      graph === undefined
        ? ""
        : JSON.stringify({ "@context": "https://schema.org", "@graph": graph }).replace(/</g, "\\u003c");
    return [
      path,
      text.replace(GRAPH_PLACE, () =>
        json === "" ? "" : `<script type="application/ld+json">${json}</script>`,
      ),
    ] as const;
  });
  return { ...files, ...Object.fromEntries(pages) };
}
