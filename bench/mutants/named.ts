import type { Mutant } from "./mutant.ts";

const HTML = ["safety/html.test.ts"];
const HEADER = ["safety/shield.test.ts", "safety/header.test.ts"];
const PLACES = ["safety/places.test.ts"];
const SWAP = ["publish/swap.test.ts", "publish/output.test.ts", "cli/build.test.ts"];
const BOXES = ["related/markdown.test.ts", "related/placement.test.ts"];

/** What a first count by hand found alive, and its neighbours: safety, the last good site, boxes. */
export const NAMED: readonly Mutant[] = [
  {
    name: "html: javascript: addresses pass",
    file: "plugins/build/sanitize.ts",
    change: {
      from: '["http", "https", "mailto", "tel"]',
      to: '["http", "https", "mailto", "tel", "javascript"]',
    },
    tests: HTML,
    why: "A guest's article runs a script in the reader's browser.",
  },
  ...["iframe", "form", "input"].map(
    (tag): Mutant => ({
      name: `html: <${tag}> passes`,
      file: "plugins/build/sanitize.ts",
      change: { from: '...["img", "picture"', to: `...["${tag}", "img", "picture"` },
      tests: HTML,
      why: "Somebody else's page, or a form that posts to it, stands in an article.",
    }),
  ),
  {
    name: "html: handlers pass",
    file: "plugins/build/sanitize.ts",
    change: { from: '"tabindex",', to: '"tabindex", "onclick", "onerror", "onload",' },
    tests: HTML,
    why: "A guest's article runs a script in the reader's browser.",
  },
  {
    name: "html: raw HTML in running text is not sanitised",
    file: "plugins/build/render.ts",
    change: { from: '({ type }) => type === "html_inline"', to: '({ type }) => type === "html_inlined"' },
    tests: HTML,
    why: "Only blocks are made safe; a link in a sentence is not.",
  },
  {
    name: "shield: eleventyComputed reaches Eleventy",
    file: "plugins/build/shield.ts",
    change: {
      from: "if (isPlainField(key, fields))",
      to: 'if (isPlainField(key, fields) || key === "eleventyComputed")',
    },
    tests: HEADER,
    why: "A header runs template code in the build.",
  },
  {
    name: "shield: permalink reaches Eleventy unread",
    file: "plugins/build/shield.ts",
    change: {
      from: "if (isPlainField(key, fields))",
      to: 'if (isPlainField(key, fields) || key === "permalink")',
    },
    tests: HEADER,
    why: "On a site of the owner's own making, a header names a path outside the output folder, or a template.",
  },
  {
    name: "shield: a permalink may lead anywhere",
    file: "plugins/build/shield.ts",
    change: { from: '/^\\/(?!\\/)/.test(value) && !value.split(/[\\\\/]/).includes("..")', to: "true" },
    tests: HEADER,
    why: "The same, by the field that is checked.",
  },
  {
    name: "shield: a layout may lie anywhere",
    file: "plugins/article/fields.ts",
    change: { from: '&& !value.split("/").includes("..")', to: "" },
    tests: [...HEADER, "article"],
    why: "An article shows a file from outside the folder of layouts.",
  },
  {
    name: "fields: every field reaches templates",
    file: "plugins/article/fields.ts",
    change: { from: "return fieldNames().includes(key) ||", to: "return true ||" },
    tests: HEADER,
    why: "The allow-list is none.",
  },
  {
    name: "fields: the list of checked fields is empty",
    file: "plugins/article/fields.ts",
    change: { from: "if (CHECKED.has(key)) return false;", to: "" },
    tests: HEADER,
    why: "Eleventy gets a permalink, date or tags as they were written.",
  },
  {
    name: "fields: an Eleventy name that begins with eleventy is a field of the site's own",
    file: "plugins/article/fields.ts",
    change: { from: "/^(?:eleventy|buildawesome)/i.test(key) ||", to: "" },
    tests: HEADER,
    why: "eleventyComputed becomes plain data where the owner allows any field.",
  },
  {
    name: "fields: a name with Eleventy's prefix is a field of the site's own",
    file: "plugins/article/fields.ts",
    change: { from: ' || key.includes(":")', to: "" },
    tests: HEADER,
    why: '"override:permalink" gets past the list.',
  },
  {
    name: "fields: pagination is a field of the site's own",
    file: "plugins/article/fields.ts",
    change: { from: '  "pagination",\n', to: "" },
    tests: HEADER,
    why: "A header makes pages of other pages.",
  },
  {
    name: "guard: a page may be written outside the output folder",
    file: "plugins/build/guard.ts",
    change: { from: "!path.startsWith(root + sep) || leadsOut", to: "leadsOut" },
    tests: PLACES,
    why: "The last word before a file is written is not said.",
  },
  {
    name: "guard: links on the disk are not followed",
    file: "plugins/build/guard.ts",
    change: { from: " || leadsOut(path, root, checked)", to: "" },
    tests: PLACES,
    why: "A page is written over a file elsewhere on the machine.",
  },
  {
    name: "guard: an article may be a host's file",
    file: "plugins/build/guard.ts",
    change: { from: "if (isArticle && toSitePath(url) === null)", to: "if (isArticle && url === null)" },
    tests: PLACES,
    why: "An article becomes _headers or a script.",
  },
  {
    name: "guard: two pages at one path",
    file: "plugins/build/guard.ts",
    change: { from: "if (other !== null) refuse", to: "if (other === undefined) refuse" },
    tests: PLACES,
    why: "One page overwrites another without a word.",
  },
  {
    name: "corpus: articles that ask questions are slimmed",
    file: "plugins/corpus/slim.ts",
    change: { from: "if (asksQuestions(article)) return article;", to: "" },
    tests: ["corpus/records.test.ts"],
    why: "Questions and answers lose their text in a build, and keep it while serving.",
  },
  {
    name: "publish: the last good site goes before the new one is in place",
    file: "plugins/publish/output/swap.ts",
    change: { from: "  markFinished(staging);\n", to: "  markFinished(staging);\n  removeOwn(output);\n" },
    tests: SWAP,
    why: "Readers find nothing for a moment, or for good where the build dies there.",
  },
  {
    name: "publish: the last good site goes when a build begins",
    file: "plugins/publish/output/prepare.ts",
    change: {
      from: "for (const folder of [staging, old]) removeOwn",
      to: "for (const folder of [staging, old, output]) removeOwn",
    },
    tests: SWAP,
    why: "A build that fails leaves no site.",
  },
  {
    name: "publish: a last site that could not be replaced is not put back",
    file: "plugins/publish/output/swap.ts",
    change: { from: "    putBack(old, output, error);\n", to: "" },
    tests: SWAP,
    why: "There is no site until somebody builds again.",
  },
  {
    name: "related: a hand-placed box shows its title as HTML",
    file: "plugins/related/box.ts",
    change: { from: "${escapeText(title)}", to: "${title}" },
    tests: BOXES,
    why: "A title with markup runs on every page that offers it.",
  },
  {
    name: "related: a hand-placed box writes its address as it is",
    file: "plugins/related/box.ts",
    change: { from: "${escapeText(url)}", to: "${url}" },
    tests: BOXES,
    why: "An address with a quote mark ends the attribute.",
  },
  ...[
    ["label", "<b>${escapeHtml(label)}</b>", "<b>${label}</b>"],
    ["title", '">${escapeHtml(title)}</a>', '">${title}</a>'],
    ["title without a link", "<cite>${escapeHtml(title)}</cite>", "<cite>${title}</cite>"],
    ["reason", "<span>${escapeHtml(why)}</span>", "<span>${why}</span>"],
  ].map(
    ([part = "", from = "", to = ""]): Mutant => ({
      name: `theme: a box shows its ${part} as HTML`,
      file: "plugins/theme/callout.ts",
      change: { from, to },
      tests: ["theme/markdown.test.ts"],
      why: "Words of one article run as markup in another.",
    }),
  ),
  {
    name: "related: a rescue pushes out a pinned link",
    file: "plugins/related/rescue.ts",
    change: { from: "if (holder?.isPinned) continue;", to: "" },
    tests: ["related/rescue.test.ts", "related/rank.test.ts"],
    why: "What the writer pinned is not shown.",
  },
  {
    name: "related: a box after the last section",
    file: "plugins/related/placement.ts",
    change: { from: "tops.slice(0, -1).flatMap", to: "tops.flatMap" },
    tests: BOXES,
    why: "The box has no heading to stand before: it is in no list and on no page.",
  },
];
