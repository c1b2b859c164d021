import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import english from "../../../_includes/texts/en.json" with { type: "json" };

interface Environment {
  addFilter(name: string, filter: (value: string) => string): void;
  render(name: string, data: object): string;
}

// Eleventy's own Nunjucks: what the theme's partials run in.
const require = createRequire(createRequire(import.meta.url).resolve("@11ty/eleventy"));
const { Environment, FileSystemLoader } = require("nunjucks") as {
  Environment: new (loader: object, options: object) => Environment;
  FileSystemLoader: new (folder: string) => object;
};

const includes = fileURLToPath(new URL("../../../_includes", import.meta.url));
const environment = new Environment(new FileSystemLoader(includes), { autoescape: true });
environment.addFilter("vervainAsset", (name) => `/assets/${name}`);

/** A partial with English texts, as one line: what stands between elements is not its promise. */
export function render(partial: string, data: object): string {
  return environment
    .render(`partials/${partial}.njk`, { t: english.texts, ...data })
    .replace(/\s*\n\s*/g, "")
    .trim();
}

/** Text that would be markup if it were not escaped. */
export const HOSTILE = `<b>&"'`;
export const ESCAPED = "&lt;b&gt;&amp;&quot;&#39;";
