/**
 * Bare Eleventy making the same families of pages as the theme: posts, paged
 * home, a page (paged by 48) per tag, therapy, condition and benefit, an author
 * page, feed, sitemap; on each page a JSON-LD graph, on each post five related
 * posts by shared tags, a list of its headings, share links and who wrote it;
 * list pages name their articles in the graph as the theme's do. Front matter
 * already names therapy, condition and benefits: bare Eleventy has nothing to
 * find them with.
 */
const PAGE_SIZE = 48;
const ORIGIN = "https://example.org";
const LONG_DATE = new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" });

export default function configure(config) {
  config.addCollection("post", (api) =>
    api
      .getFilteredByGlob("src/articles/*.md")
      .sort((a, b) => b.date - a.date || (a.inputPath < b.inputPath ? -1 : 1)),
  );
  config.addCollection("termPages", (api) => {
    const terms = new Set();
    for (const item of api.getAll()) for (const tag of item.data.tags ?? []) terms.add(tag);
    return [...terms].sort().flatMap((term) => pages(term, api.getFilteredByTag(term).reverse()));
  });
  config.addCollection("authorPages", (api) =>
    pages("authors/bench", api.getFilteredByGlob("src/articles/*.md").reverse()),
  );
  config.addFilter("related", (posts, url, tags) =>
    posts
      .filter((post) => post.url !== url)
      .map((post) => ({ post, shared: (post.data.tags ?? []).filter((tag) => (tags ?? []).includes(tag)) }))
      .filter(({ shared }) => shared.length > 0)
      .sort((a, b) => b.shared.length - a.shared.length || b.post.date - a.post.date)
      .slice(0, 5),
  );
  config.addFilter("iso", (date) => date.toISOString());
  config.addFilter("longDate", (date) => LONG_DATE.format(date));
  config.addFilter("name", (term) => term.slice(term.indexOf("/") + 1).replaceAll("-", " "));
  config.addFilter("minutes", (text) => Math.max(1, Math.round(text.split(/\s+/).length / 230)));
  config.addFilter("headings", headings);
  config.addFilter("withIds", (html) =>
    html.replace(HEADING, (_, level, text) => `<h${level} id="${idOf(text)}">${text}</h${level}>`),
  );
  config.addFilter("graph", graph);
  return { dir: { input: "src", includes: "../_includes", output: "_site" } };
}

function pages(term, posts) {
  const count = Math.max(1, Math.ceil(posts.length / PAGE_SIZE));
  return Array.from({ length: count }, (_, index) => ({
    term,
    number: index + 1,
    count,
    url: index === 0 ? `/${term}/` : `/${term}/page/${index + 1}/`,
    posts: posts.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE),
  }));
}

const HEADING = /<h([23])>(.*?)<\/h\1>/g;

function headings(html) {
  return [...html.matchAll(HEADING)].map(([, , text]) => ({ id: idOf(text), text }));
}

function idOf(text) {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

function graph(url, title, description, date, tags, posts) {
  const page = ORIGIN + url;
  const nodes = [
    {
      "@type": "MedicalWebPage",
      "@id": page,
      url: page,
      name: title,
      description,
      inLanguage: "en",
      isPartOf: { "@id": `${ORIGIN}/#website` },
      breadcrumb: { "@id": `${page}#breadcrumb` },
    },
    {
      "@type": "BreadcrumbList",
      "@id": `${page}#breadcrumb`,
      itemListElement: [
        { "@type": "ListItem", position: 1, name: "Home", item: `${ORIGIN}/` },
        { "@type": "ListItem", position: 2, name: title, item: page },
      ],
    },
    {
      "@type": "WebSite",
      "@id": `${ORIGIN}/#website`,
      url: `${ORIGIN}/`,
      name: "Bench",
      publisher: { "@id": `${ORIGIN}/#organization` },
    },
    { "@type": "Organization", "@id": `${ORIGIN}/#organization`, name: "Bench", url: `${ORIGIN}/` },
  ];
  if (posts)
    nodes.push({
      "@type": "ItemList",
      "@id": `${page}#list`,
      name: title,
      numberOfItems: posts.length,
      itemListElement: posts.map((post, index) => ({
        "@type": "ListItem",
        position: index + 1,
        name: post.data.title,
        url: ORIGIN + post.url,
        item: {
          "@type": "BlogPosting",
          "@id": `${ORIGIN}${post.url}#article`,
          url: ORIGIN + post.url,
          headline: post.data.title,
          datePublished: post.date.toISOString(),
          author: { "@id": `${ORIGIN}/#organization` },
        },
      })),
    });
  if (date)
    nodes.push({
      "@type": "BlogPosting",
      "@id": `${page}#article`,
      mainEntityOfPage: { "@id": page },
      headline: title,
      description,
      datePublished: date.toISOString(),
      author: { "@id": `${ORIGIN}/#organization` },
      publisher: { "@id": `${ORIGIN}/#organization` },
      keywords: tags,
    });
  return JSON.stringify({ "@context": "https://schema.org", "@graph": nodes }).replaceAll("<", "\\u003c");
}
