import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { parseHTML } from "linkedom";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { splitFrontMatter } from "../../plugins/article/split.ts";
import { titleReader } from "../../plugins/benefits/languages.ts";
import type { BenefitsJson } from "../../plugins/cli/benefits-json.ts";
import { listArticles, readReviewed } from "../../plugins/cli/review-files.ts";
import { parseSite } from "../../plugins/corpus/site.ts";
import { readHtml } from "../../plugins/import/html.ts";
import { readLeniently } from "../../plugins/import/lenient.ts";
import { readText } from "../../plugins/import/text.ts";
import { article, ROOT, smallProject } from "../project.ts";
import { lexicon } from "./reader.ts";

// Every labelled fixture as an article of one site: what a command prints, a page
// shows, the graph says and the review counts must be one and the same.
const FOLDER = join(ROOT, "test/fixtures/benefits");
const project = smallProject("pageFrom: 1,");
test.after(() => project.clean());
project.remove("src/articles/rest.md");
const names = readdirSync(FOLDER).filter((name) => /\.(?:md|html|txt)$/.test(name));
const ids = names.map((name) => name.replace(/\W/g, "-"));
for (const [index, name] of names.entries()) {
  const text = readFileSync(join(FOLDER, name), "utf8");
  const { title } = readLeniently(name, text, titleReader(lexicon.terms)).article;
  project.write(`src/articles/${ids[index]}.md`, article({ title, date: "2026-01-01" }, bodyOf(name, text)));
}
project.write(
  "src/articles/supper.md",
  article({ title: "Chickpea and lentil soup", date: "2026-01-01" }, "Cook it for an hour."),
);
project.write(
  "src/articles/two.md",
  article(
    { title: "Yoga and massage for tired people", date: "2026-01-01" },
    "## Benefits of yoga\n\n- **Better sleep.** Yoga improves sleep.\n- **Less stress.** Yoga reduces stress.\n\n## Benefits of massage\n\n- **Less muscle pain.** It reduces muscle pain.\n- **Lower stress.** Massage reduces stress.\n",
  ),
);
ids.push("two");
const built = project.vervain("build");
const printed = project.vervain("benefits", "--json", ...ids.map((id) => `src/articles/${id}.md`));
const json = JSON.parse(printed.output.slice(0, printed.output.lastIndexOf("}") + 1)) as Record<
  string,
  BenefitsJson
>;
const graphOf = (id: string): string => {
  const { document } = parseHTML(project.read(`_site/${id}/index.html`));
  return document.querySelector('script[type="application/ld+json"]')?.textContent ?? "";
};
const publishedBy = (id: string): string[] => [
  ...new Set((json[id]?.benefits ?? []).flatMap(({ published }) => published)),
];

function bodyOf(name: string, text: string): string {
  if (extname(name) === ".html") return readHtml(text, { images: "drop" }).markdown;
  return extname(name) === ".txt" ? readText(text).markdown : splitFrontMatter(text).body;
}

test("one reading: the site of all fixtures builds and the command reads them", () => {
  assert.is(built.code, 0, built.output.slice(-2000));
  assert.is(printed.code, 0, printed.output.slice(-500));
  assert.equal(Object.keys(json).sort(), [...ids].sort());
  assert.ok(ids.filter((id) => publishedBy(id).length > 0).length > 20);
});

test("one reading: benefit pages show of each article what the command says the site shows", () => {
  const shown = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const slug of readdirSync(join(project.folder, "_site/benefits"))) {
    if (slug.includes(".")) continue;
    const { document } = parseHTML(project.read(`_site/benefits/${slug}/index.html`));
    document.querySelector("[aria-labelledby=v_against]")?.remove();
    const links = [...document.querySelectorAll("main a[href]")].map(
      (link) => link.getAttribute("href") ?? "",
    );
    const articles = new Set(links.map((href) => href.split("/")[1] ?? ""));
    for (const id of ids) if (articles.has(id)) shown.get(id)?.push(slug.replace("-", ":"));
  }
  for (const id of ids) assert.equal(shown.get(id)?.sort(), publishedBy(id).sort(), id);
});

test("one reading: pages say of each therapy what the command says of it, where an article is on two", () => {
  const saidOf = (therapy: string): string[] => [
    ...new Set(
      json.two?.benefits.flatMap(({ published, therapies }) =>
        therapies?.includes(therapy) === true ? published : [],
      ),
    ),
  ];
  assert.equal(saidOf("yoga").sort(), ["improve:sleep-quality", "reduce:stress"]);
  assert.equal(saidOf("massage-therapy").sort(), ["reduce:muscle-pain", "reduce:stress"]);
  for (const therapy of ["yoga", "massage-therapy"]) {
    const { document } = parseHTML(project.read(`_site/therapies/${therapy}/index.html`));
    const links = [...document.querySelectorAll("main a[href*='/two/#']")];
    const shown = links.map((link) => link.getAttribute("href")?.split("#")[1] ?? "");
    const anchors = json.two?.benefits.filter(({ therapies }) => therapies?.includes(therapy));
    assert.is(new Set(shown).size, anchors?.length, therapy);
  }
  const { document } = parseHTML(project.read("_site/benefits/reduce-stress/index.html"));
  const groups = ["yoga", "massage-therapy"].map((therapy) =>
    [...document.querySelectorAll(`[aria-labelledby=v_by_${therapy}] a[href*='/two/#']`)].map((link) =>
      link.getAttribute("href"),
    ),
  );
  assert.ok(
    groups.every((links) => links.length > 0),
    JSON.stringify(groups),
  );
  assert.not.equal(groups[0], groups[1]);
});

test("one reading: a therapy has a page where the command says that an article is about it, a recipe's food has none", () => {
  const pages = readdirSync(join(project.folder, "_site/therapies")).filter((slug) => !slug.includes("."));
  const named = ids.flatMap((id) => json[id]?.title.therapies ?? []);
  assert.equal(pages.sort(), [...new Set(named)].sort());
  assert.not.ok(graphOf("supper").includes("MedicalTherapy"));
});

test("one reading: an article's graph names no benefit that the command does not publish", () => {
  for (const id of ids) {
    const terms = [...graphOf(id).matchAll(/\/benefits\/([a-z-]+)\/#term/g)].map(([, slug = ""]) =>
      slug.replace("-", ":"),
    );
    assert.equal(
      terms.filter((canonical) => !publishedBy(id).includes(canonical)),
      [],
      id,
    );
  }
});

test("one reading: a heading is on benefits in the graph only where one is published below it", () => {
  for (const id of ids) {
    const count = json[id]?.benefits.filter(
      ({ published, canonical, proposed }) =>
        published.length > 0 || canonical.length + proposed.length === 0,
    ).length;
    if (count === 0) assert.not.match(graphOf(id), "BenefitsHealthAspect", id);
  }
});

test("one reading: a heading is numbered in the margin only where the command publishes it", () => {
  let count = 0;
  for (const id of ids) {
    const { document } = parseHTML(project.read(`_site/${id}/index.html`));
    const published = (json[id]?.benefits ?? []).filter(({ proposed }) => proposed.length === 0);
    for (const numbered of document.querySelectorAll("main .benefit")) {
      const words = (numbered.textContent ?? "").replace(/^\d+\s+/, "");
      assert.ok(
        published.some(({ heading = "" }) => words.includes(heading) || heading.includes(words)),
        `${id}: ${words}`,
      );
      count++;
    }
  }
  assert.ok(count > 20);
});

test("one reading: a review counts the same benefits", () => {
  const setting = { ...parseSite({}), ownRules: [], now: "2026-06-01" };
  for (const [index, id] of ids.entries()) {
    const path = join(project.folder, `src/articles/${ids[index]}.md`);
    const reviewed = listArticles(path, []).flatMap((one) => readReviewed(one, lexicon, setting, []) ?? []);
    const canonicals = new Set(reviewed.flatMap(({ benefits }) => benefits.flatMap((one) => one.canonicals)));
    assert.equal([...canonicals].sort(), publishedBy(id).sort(), id);
  }
});

test.run();
