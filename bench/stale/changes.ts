import { existsSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { article } from "../../test/project.ts";
import { pick } from "../random.ts";
import { type StaleSite, write, writeConfig } from "./site.ts";

/** What a change draws on. */
export interface Draw {
  readonly site: StaleSite;
  readonly packages: readonly [string, string];
  readonly random: () => number;
  /** Number of the round, for names and words that were not there before. */
  readonly round: number;
}

type Change = (draw: Draw) => void;

const fileOf = (id: string): string => `src/articles/${id}.md`;
const read = ({ folder }: StaleSite, path: string): string => readFileSync(join(folder, path), "utf8");

function edit(site: StaleSite, path: string, change: (text: string) => string): void {
  write(site, path, change(read(site, path)));
}

/** Edits one article; `change` gets its text. */
function editArticle({ site, random }: Draw, change: (text: string) => string): void {
  edit(site, fileOf(pick(site.articles, random)), change);
}

/** Puts a file there, another one, or takes it away. */
function toggle({ site, random, round }: Draw, path: string, text: (round: number) => string): void {
  if (existsSync(join(site.folder, path)) && random() < 0.5) rmSync(join(site.folder, path));
  else write(site, path, text(round));
}

/** The same for what holds code: it is gone again some rounds later, as pages are kept only where there is none. */
function toggleCode(draw: Draw, path: string, text: (round: number) => string): void {
  toggle(draw, path, text);
  draw.site.later.push(() => rmSync(join(draw.site.folder, path), { force: true }));
}

function setOption(options: Record<string, unknown>, name: string, value: unknown): void {
  if (options[name] === undefined) options[name] = value;
  else delete options[name];
}

const SENTENCES = [
  "Ginger tea may ease nausea.",
  "A walk lowers blood pressure in many people.",
  "Nobody knows whether it helps.",
  "It does not reduce stress.",
  "See [the walk](walk-25.md) and <b>this</b>.",
  "Is it safe?",
];

function svgOf(side: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"/>`;
}

/** What owners and writers do to a site, by name. */
export const CHANGES: Readonly<Record<string, Change>> = {
  "a sentence more": (draw) => editArticle(draw, (text) => `${text}\n${pick(SENTENCES, draw.random)}\n`),
  "a sentence first": (draw) =>
    editArticle(draw, (text) => text.replace(/\n---\n/, `\n---\n\n${pick(SENTENCES, draw.random)}\n`)),
  "another title": (draw) =>
    editArticle(draw, (text) =>
      text.replace(/^title: .*$/m, `title: "${2 + (draw.round % 8)} benefits of yoga, ${draw.round}"`),
    ),
  "another date": (draw) =>
    editArticle(draw, (text) =>
      text.replace(/^date: .*$/m, `date: 2025-0${1 + (draw.round % 9)}-1${draw.round % 9}`),
    ),
  "other tags": (draw) =>
    editArticle(draw, (text) =>
      text
        .replace(/^---\n/, "---\n")
        .replace(/^tags: .*$/m, `tags: [t${draw.round % 5}, "new ${draw.round % 7}"]`),
    ),
  "a benefit more": (draw) =>
    editArticle(
      draw,
      (text) => `${text}\n## Benefits\n\n### Improves mood\n\nIt lifts the mood, ${draw.round}.\n`,
    ),
  "a draft": (draw) =>
    editArticle(draw, (text) =>
      /^draft: true\n/m.test(text)
        ? text.replace(/^draft: true\n/m, "")
        : text.replace("---\n", "---\ndraft: true\n"),
    ),
  "a fault": (draw) =>
    editArticle(draw, (text) =>
      text.includes("image: /none.png\n")
        ? text.replace("image: /none.png\n", "")
        : text.replace("---\n", "---\nunknownField: 1\n"),
    ),
  "an error": ({ site, random }) => {
    const path = fileOf(pick(site.articles, random));
    const text = read(site, path);
    write(site, path, text.replace("---\n", "---\nreviewedBy: nobody\n"));
    site.undo.push(() => write(site, path, text));
  },
  "a new article": ({ site, round }) => {
    const id = `new-${round}`;
    write(
      site,
      fileOf(id),
      article(
        { title: `New in round ${round}`, date: "2026-02-01", tags: ["walks"] },
        `It may reduce stress, ${round}.\n\nAlso Read: Walking, part 24\n`,
      ),
    );
    site.articles.push(id);
  },
  "an article less": ({ site, random }) => {
    if (site.articles.length < 15) return;
    const [id] = site.articles.splice(Math.floor(random() * site.articles.length), 1);
    rmSync(join(site.folder, fileOf(id as string)));
  },
  "another name": ({ site, random, round }) => {
    const at = Math.floor(random() * site.articles.length);
    const id = `named-${round}`;
    renameSync(join(site.folder, fileOf(site.articles[at] as string)), join(site.folder, fileOf(id)));
    site.articles[at] = id;
  },
  "two names exchanged": ({ site, random }) => {
    const [a, b] = [pick(site.articles, random), pick(site.articles, random)];
    const text = read(site, fileOf(a));
    write(site, fileOf(a), read(site, fileOf(b)));
    write(site, fileOf(b), text);
  },
  "as long as before, at the same time": ({ site, random }) => {
    const path = fileOf(pick(site.articles, random));
    const { atime, mtime } = statSync(join(site.folder, path));
    edit(
      site,
      path,
      (text) => `${text.slice(0, -3)}${String.fromCharCode(97 + Math.floor(random() * 26))}.\n`,
    );
    utimesSync(join(site.folder, path), atime, mtime);
  },
  touched: ({ site, random }) => {
    const now = new Date();
    utimesSync(join(site.folder, fileOf(pick(site.articles, random))), now, now);
  },
  nothing: () => undefined,
  people: ({ site, round }) =>
    write(
      site,
      "_data/people.json",
      JSON.stringify({ journal: { type: "Organization", name: `The Journal ${round % 3}` } }),
    ),
  "a script of data": (draw) =>
    toggle(draw, "_data/moment.js", () => "export default () => process.hrtime().join();"),
  "a script that says who writes": (draw) =>
    toggle(draw, "_data/sponsor.mjs", (round) => `export default "Sponsor ${round % 3}";`),
  "a script that says what reads the pages": (draw) =>
    toggle(
      draw,
      "_data/eleventyComputed.js",
      (round) =>
        `export default { title: (data) => (data.page.fileSlug === "about" ? "About ${round % 3}" : data.title) };`,
    ),
  "a topic": (draw) =>
    toggle(draw, "_data/therapies.json", (round) =>
      JSON.stringify({
        yoga: { label: `Yoga ${round % 4}`, aliases: ["yoga"], description: `Of ${round}.` },
      }),
    ),
  "a word of the lexicon": (draw) =>
    toggle(
      draw,
      "_data/lexicon/targets.yaml",
      (round) =>
        `garden-${round % 3}:\n  label: garden ${round % 3}\n  usual: improve\n  aliases: [garden]\n`,
    ),
  "a comment": (draw) =>
    toggle(draw, `src/comments/${draw.site.articles[0]}/one.json`, (round) =>
      JSON.stringify({
        id: "c1",
        slug: draw.site.articles[0],
        author: "Ann",
        date: "2026-03-01T10:00:00Z",
        status: "approved",
        body: `Thanks, ${round}.`,
      }),
    ),
  texts: (draw) =>
    toggle(draw, "_includes/texts/en.json", (round) => JSON.stringify({ home: `Home ${round % 5}` })),
  "a partial": (draw) => toggleCode(draw, "_includes/partials/share.njk", (round) => `<p>Share ${round}</p>`),
  "a partial that others include": (draw) =>
    toggleCode(draw, "_includes/partials/entry.njk", (round) => `<p>${round} {{ entry.title }}</p>`),
  "a layout": (draw) =>
    toggleCode(
      draw,
      "_includes/layouts/article.njk",
      (round) =>
        `{% extends "@theme/layouts/article.njk" %}{% block lede %}<p>Lede ${round}</p>{% endblock %}`,
    ),
  "a style": (draw) => toggle(draw, "_includes/styles/_own.scss", (round) => `p { margin: ${round}px }`),
  "a page": ({ site, round }) => edit(site, "src/about.md", (text) => `${text}\nRound ${round}.\n`),
  "a page of the owner's": (draw) =>
    toggleCode(
      draw,
      "src/list.njk",
      (round) =>
        `---\npermalink: /list/\n---\n${round}{% for item in collections.vervainArticles %}<p>{{ item.article.title }}{{ item.benefits.length }}</p>{% endfor %}`,
    ),
  "data of the folder": (draw) =>
    toggle(draw, "src/articles/articles.json", (round) => JSON.stringify({ sponsor: `Folder ${round % 3}` })),
  "a redirect": (draw) =>
    toggle(draw, "_data/redirects.json", (round) => JSON.stringify({ [`/old-${round}/`]: "/about/" })),
  "an option": ({ site, random, round }) => {
    const [name, value] = pick<readonly [string, unknown]>(
      [
        ["wordsPerMinute", 100 + (round % 5)],
        ["pageFrom", 1],
        ["alsoReadPhrases", ["Walking"]],
        ["review", {}],
        ["countMismatch", "warning"],
        ["trustsHtml", true],
        ["related", { callouts: 0 }],
      ],
      random,
    );
    setOption(site.options, name, value);
    writeConfig(site);
  },
  "an option of the site": ({ site, random, round }) => {
    const [name, value] = pick<readonly [string, unknown]>(
      [
        ["title", `Stale ${round}`],
        ["pageSize", 3],
        ["publishFrom", 0.5],
        ["lang", "nl"],
        ["timeZone", "Pacific/Kiritimati"],
        ["brand", { link: "#0a5a8a" }],
        ["navigation", [{ label: "About", url: "/about/" }]],
        ["url", "https://stale.example/blog"],
      ],
      random,
    );
    setOption(site.siteOptions, name, value);
    writeConfig(site);
  },
  "another version": ({ site, packages }) => {
    site.package = site.package === packages[0] ? packages[1] : packages[0];
    writeConfig(site);
  },
  "code of the owner's": ({ site, random }) => {
    site.ownCode = pick(
      [
        "",
        'config.addFilter("vervainFeed", () => String(existsSync("word.txt") ? readFileSync("word.txt") : ""));',
        'config.addTransform("own", (content) => content + (existsSync("word.txt") ? readFileSync("word.txt", "utf8") : ""));',
        'config.addGlobalData("word", () => (existsSync("word.txt") ? readFileSync("word.txt", "utf8") : ""));',
        'config.amendLibrary("md", (md) => md.core.ruler.push("own", ({ tokens }) => { for (const { children } of tokens) for (const token of children ?? []) if (token.type === "text" && existsSync("word.txt")) token.content += readFileSync("word.txt", "utf8"); }));',
        'config.on("eleventy.after", ({ results }) => console.log("results " + results.length + " " + results.reduce((sum, { content }) => sum + content.length, 0)));',
      ],
      random,
    );
    writeConfig(site);
    site.later.push(() => {
      site.ownCode = "";
      writeConfig(site);
    });
  },
  "a configuration that is data": ({ site, random }) => {
    site.ownCode = pick(
      [
        'config.addPassthroughCopy({ public: "/" });',
        'config.addGlobalData("title", "Of all");',
        'config.addGlobalData("eleventyComputed", { description: "{{ title }}, computed" });',
        'config.addLayoutAlias("layouts/article.njk", "layouts/page.njk");',
      ],
      random,
    );
    writeConfig(site);
  },
  "data that is code": (draw) =>
    toggleCode(
      draw,
      "_data/eleventyComputed.js",
      () =>
        'import { existsSync, readFileSync } from "node:fs";\nexport default { description: ({ description }) => existsSync("word.txt") ? readFileSync("word.txt", "utf8") : description };\n',
    ),
  "a page of the owner's in Markdown": (draw) =>
    toggleCode(
      draw,
      "src/texts.md",
      () =>
        "---\ntitle: Texts\nlayout: layouts/page.njk\ntemplateEngineOverride: njk,md\n---\n\n{% for item in collections.vervainArticles %}{% for page in collections.all %}{% if page.url == item.url %}{{ page.templateContent | length }} {% endif %}{% endfor %}{% endfor %}\n",
    ),
  "a picture of another size": (draw) => {
    write(draw.site, "src/spot.svg", svgOf(10 + (draw.round % 7)));
    editArticle(draw, (text) => (text.includes("/spot.svg") ? text : `${text}\n![A spot](/spot.svg)\n`));
  },
  "a file that is linked": (draw) => {
    toggle(draw, "public/plan.pdf", (round) => `%PDF-1.4 ${round}`);
    editArticle(draw, (text) => (text.includes("/plan.pdf") ? text : `${text}\n[The plan](/plan.pdf)\n`));
  },
  "a page written over": ({ site, random }) => {
    const path = `_site/${pick(site.articles, random)}/index.html`;
    if (existsSync(join(site.folder, path))) write(site, path, "spoilt");
  },
  "a page written over, as long and at the same time": ({ site, random }) => {
    const path = `_site/${pick(site.articles, random)}/index.html`;
    if (!existsSync(join(site.folder, path))) return;
    const { atime, mtime } = statSync(join(site.folder, path));
    edit(site, path, (text) => text.replace("<title>", "<titel>"));
    utimesSync(join(site.folder, path), atime, mtime);
  },
  "a page that is gone": ({ site, random }) =>
    rmSync(join(site.folder, `_site/${pick(site.articles, random)}`), { recursive: true, force: true }),
};

/** Those of which most pages are the same afterwards. */
export const EDITS: readonly string[] = [
  "a sentence more",
  "a sentence first",
  "another title",
  "two names exchanged",
  "as long as before, at the same time",
  "touched",
  "nothing",
  "people",
  "a page",
  "a page written over",
  "a page written over, as long and at the same time",
  "a page that is gone",
];
