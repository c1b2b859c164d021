import yaml from "js-yaml";
import MarkdownIt from "markdown-it";
import webc from "@11ty/eleventy-plugin-webc";

/** Anchors as a common plugin writes them: an id of its own making and a link to it. */
function anchors(md) {
  md.core.ruler.push("own_anchors", ({ tokens, Token }) => {
    for (const [at, token] of tokens.entries()) {
      if (token.type !== "heading_open") continue;
      const id = encodeURIComponent(tokens[at + 1].content.trim().toLowerCase().replace(/\s+/g, "-"));
      token.attrSet("id", id);
      tokens[at + 1].children.push(Object.assign(new Token("html_inline", "", 0), { content: `<a href="#${id}">#</a>` }));
    }
  });
}

export default function (config) {
  config.addLayoutAlias("base", "base.njk");
  config.addLayoutAlias("post", "post.njk");
  config.addCollection("allPosts", (api) => api.getFilteredByGlob("src/posts/**/*.md").reverse());
  config.addCollection("therapies", (api) => api.getFilteredByTag("hands"));
  config.addPlugin(webc, { components: ["./src/_includes/webc/**/*.webc"], useTransform: true });
  config.setLibrary("md", new MarkdownIt({ html: true, linkify: true, typographer: true }).use(anchors));
  config.amendLibrary("md", (md) => md.enable("code"));
  config.addDataExtension("yaml", (text) => yaml.load(text));
  config.addTransform("one-line", (content, path) => (path.endsWith(".html") ? content.replace(/\n+/g, "\n") : content));
  return {
    markdownTemplateEngine: "njk",
    dir: { input: "src", output: "dist", includes: "_includes", layouts: "_layouts" },
  };
}
