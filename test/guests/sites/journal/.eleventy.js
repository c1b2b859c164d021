module.exports = function (config) {
  config.addPassthroughCopy("src/img");
  config.addShortcode("excerpt", (post) => post.templateContent.split("</p>")[0] + "</p>");
  config.addFilter("year", (date) => date.getUTCFullYear());
  config.addFilter("words", function (text) { return text.split(/\s+/).length; });
  return { dir: { input: "src" } };
};
