/** Bare Eleventy doing the same templates' work: posts, paged home, tags, feed, sitemap, JSON-LD, five related posts by shared tags. */
export default function configure(config) {
  config.addCollection("post", (api) =>
    api.getFilteredByGlob("src/articles/*.md").sort((a, b) => b.date - a.date),
  );
  config.addCollection("tagList", (api) => {
    const tags = new Set();
    for (const item of api.getAll())
      for (const tag of item.data.tags ?? []) if (tag !== "post") tags.add(tag);
    return [...tags].sort();
  });
  config.addFilter("related", (posts, url, tags) =>
    posts
      .filter((post) => post.url !== url)
      .map((post) => ({
        post,
        shared: (post.data.tags ?? []).filter((tag) => (tags ?? []).includes(tag)).length,
      }))
      .filter(({ shared }) => shared > 0)
      .sort((a, b) => b.shared - a.shared || b.post.date - a.post.date)
      .slice(0, 5)
      .map(({ post }) => post),
  );
  config.addFilter("iso", (date) => date.toISOString());
  config.addFilter("json", (value) => JSON.stringify(value).replaceAll("<", "\\u003c"));
  return { dir: { input: "src", includes: "../_includes", output: "_site" } };
}
