import { openPlace } from "../article/open-places.ts";
import { type Answers, authorId } from "./answers.ts";
import { articleFile } from "./article-file.ts";
import { hostFiles, hostTarget } from "./hosts.ts";
import { ownerPages } from "./owner-pages.ts";
import { ownerReadme } from "./readme.ts";

/** Versions that a new site is made for. */
export interface Versions {
  /** "vervain" as its package.json names it: a version, or the path of a packed one. */
  readonly vervain: string;
  readonly eleventy: string;
  /** What a new site uses beside them, by name. */
  readonly packages?: Readonly<Record<string, string>>;
}

/**
 * The files of a new site by path, in order: configuration in JavaScript, data,
 * a welcome article that is a draft, pages to fill in, what the host needs.
 * Nothing of the theme is copied and no article of anybody's is in it.
 */
export function siteFiles(answers: Answers, versions: Versions, today: string): ReadonlyMap<string, string> {
  return new Map([
    ["package.json", json(manifest(answers, versions))],
    ["eleventy.config.js", configuration(answers)],
    ["_data/site.js", siteData(answers)],
    ["_data/people.json", json(people(answers))],
    ["src/articles/welcome.md", welcome(answers, today)],
    ...ownerPages(answers),
    ...hostFiles(answers.host),
    [".gitignore", "node_modules/\n_site/\n_site.*/\n.cache/\n_server/\n"],
    ["README.md", ownerReadme(answers)],
  ]);
}

/** Apart, so that no file of ours seems to have one. */
const EXPORT = "export default";

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function manifest({ title }: Answers, { vervain, eleventy, packages = {} }: Versions): object {
  return {
    private: true,
    description: title,
    type: "module",
    engines: { node: ">=20.19.0" },
    scripts: {
      start: "vervain serve",
      build: "vervain build --check",
      article: "vervain article",
      review: "vervain review src/articles",
    },
    dependencies: { "@11ty/eleventy": eleventy, ...packages, vervain },
  };
}

function configuration({ host }: Answers): string {
  const target = hostTarget(host);
  const publish = target === null ? "" : `\n    publish: { targets: [${JSON.stringify(target)}] },`;
  return `import { vervain } from "vervain";
import site from "./_data/site.js";

/** @param {import("vervain").EleventyConfig} config */
${EXPORT} function configure(config) {
  config.addPlugin(vervain, {
    site,
    // Stops a build at what is false, unsafe or broken; "warning" stops at open points too.
    review: { failOn: "error" },${publish}
  });
  return {
    dir: { input: "src", data: "../_data", includes: "../_includes", output: "_site" },
    markdownTemplateEngine: false,
  };
}
`;
}

function siteData(answers: Answers): string {
  const { title, url, lang, timeZone } = answers;
  return `import { defineSite } from "vervain";

/** What the site says of itself; every setting is in the package's docs/options.md. */
${EXPORT} defineSite({
  title: ${JSON.stringify(title)},
  description: "",
  url: ${JSON.stringify(url)},
  lang: ${JSON.stringify(lang)},
  timeZone: ${JSON.stringify(timeZone)},
  // Who publishes: an id in _data/people.json.
  publisher: ${JSON.stringify(authorId(answers))},
});
`;
}

/** Who writes, by name alone: role and credentials are for them to say. A blog that writes under its own name is no person. */
function people(answers: Answers): object {
  const id = authorId(answers);
  return id === ""
    ? {}
    : { [id]: { type: answers.author === answers.title ? "Organization" : "Person", name: answers.author } };
}

function welcome(answers: Answers, today: string): string {
  return articleFile({ title: "A first article", date: today, author: authorId(answers) }, [
    "This is a draft: it shows while you serve the site, and never in a build. Change its words, then take out the line `draft: true`.",
    "",
    "## Benefits of this and that",
    "",
    "### A benefit in a few words",
    "",
    openPlace("what it may do, for whom, and how sure anybody can be"),
    "",
    "## Who should take care",
    "",
    openPlace("who should ask a doctor first, and when to get help"),
  ]);
}
