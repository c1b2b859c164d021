import { HtmlBasePlugin, IdAttributePlugin, InputPathToUrlTransformPlugin } from "@11ty/eleventy";
import { eleventyImageTransformPlugin } from "@11ty/eleventy-img";
import { parse } from "smol-toml";

export default function (config) {
  config.addPreprocessor("drafts", "*", (data) => (data.draft ? false : undefined));
  config.addPassthroughCopy({ "./public/": "/" });
  config.addBundle("css", { toFileDirectory: "dist", bundleHtmlContentFromSelector: "style" });
  config.setFrontMatterParsingOptions({ excerpt: true, engines: { toml: parse } });
  config.addPlugin(HtmlBasePlugin);
  config.addPlugin(InputPathToUrlTransformPlugin);
  config.addPlugin(eleventyImageTransformPlugin, { formats: ["webp", "auto"], failOnError: true });
  config.addPlugin(IdAttributePlugin);
  // Names that a plugin might want for itself.
  config.addFilter("asset", (path) => `/mine/${path}`);
  config.addFilter("jsonLd", (title) => JSON.stringify({ "@type": "Thing", name: title }));
  config.addShortcode("alsoRead", (title) => `<b>${title}</b>`);
  config.addCollection("conditions", (api) => api.getFilteredByGlob("content/blog/*.md").reverse());
  config.addFilter("names", (all) => Object.keys(all).join(" "));
  config.addTemplate("changes.njk", "{% for post in collections.posts %}{{ post.url }} {% endfor %}", { permalink: "/feed.xml" });
}

export const config = {
  templateFormats: ["md", "njk", "html", "11ty.js"],
  markdownTemplateEngine: "njk",
  htmlTemplateEngine: "njk",
  dir: { input: "content", includes: "../_includes", data: "../_data" },
};
