import { test } from "uvu";
import * as assert from "uvu/assert";
import type { EleventyConfig } from "../../plugins/eleventy.ts";
import { related } from "../../plugins/related/plugin.ts";
import { article, type Project, smallProject } from "../project.ts";

/** What one page links to, in order: its author's lines and boxes, then the list. */
interface PageLinks {
  readonly boxes: readonly string[];
  readonly list: readonly string[];
}

const SUBJECTS = ["sleep", "back pain", "stress", "nausea", "headache"];
const MEANS = ["massage", "ginger", "yoga", "walks"];
const idOf = (subject: string, means: string): string => `${means}-${subject.replace(" ", "-")}`;

/** Articles of which each pair shares a subject or a means; sections long enough for a box. */
function writeArticles(project: Project): void {
  let day = 1;
  for (const subject of SUBJECTS) {
    for (const means of MEANS) {
      const filler =
        `In the ${means} of an evening there is room for ${subject} and what people say of it. `.repeat(4);
      const own =
        means === "yoga" && subject === "stress"
          ? "\nAlso Read: Ginger and nausea\nAlso Read: Walks and sleep\n"
          : "";
      const body = `Lead on ${subject}.\n${own}\n## About ${subject}\n\n${filler}\n\n## What ${means} does\n\n${filler}\n\n## Last\n\nEnd.\n`;
      const title = `${means[0]!.toUpperCase()}${means.slice(1)} and ${subject}`;
      project.write(
        `src/articles/${idOf(subject, means)}.md`,
        article({ title, date: `2026-01-${String(day++).padStart(2, "0")}` }, body),
      );
    }
  }
}

function linksOf(html: string): PageLinks {
  const hrefs = (part: string): string[] =>
    [...part.matchAll(/<a href="\/([^/"]+)\/"/g)].map((match) => match[1]!);
  const boxes = [...html.matchAll(/<p class="also">[\s\S]*?<\/p>/g)].flatMap(([box]) => hrefs(box));
  const list = /<section class="page related"[\s\S]*?<\/section>/.exec(html)?.[0] ?? "";
  return { boxes, list: hrefs(list) };
}

interface Told {
  readonly coverage: number;
  readonly orphans: readonly string[];
  readonly lists: Readonly<Record<string, readonly { readonly id: string; readonly place: string }[]>>;
}

test("vervain related: says what the built pages link, in order, and graphs name the same", () => {
  const project = smallProject("related: { count: 2 },");
  try {
    writeArticles(project);
    const { code, output } = project.vervain("build");
    assert.is(code, 0, output);
    const told = JSON.parse(project.vervain("related", "--json").output) as Told;
    const linked = new Set<string>();
    for (const [id, links] of Object.entries(told.lists)) {
      const html = project.read(`_site/${id}/index.html`);
      const page = linksOf(html);
      const at = (place: string) => links.filter((link) => link.place === place).map((link) => link.id);
      assert.equal(page.list, at("list"), id);
      assert.equal(page.boxes, [...at("offered"), ...at("box")], id);
      const graph = /"relatedLink":(\[[^\]]*\]|"[^"]*")/.exec(html)?.[1] ?? "[]";
      const named = [JSON.parse(graph)]
        .flat()
        .map((url: string) => new URL(url).pathname.replaceAll("/", ""));
      assert.equal(named, [...page.boxes, ...page.list], id);
      for (const other of named) linked.add(other);
    }
    assert.ok(Object.values(told.lists).some((links) => links.some(({ place }) => place === "box")));
    const unlinked = Object.keys(told.lists).filter((id) => !linked.has(id));
    assert.equal([...told.orphans].sort(), unlinked.sort());
    assert.equal(unlinked, ["rest"], "the one article that shares no word with another");
    assert.equal(at(told, "yoga-stress", "offered"), ["ginger-nausea", "walks-sleep"]);
  } finally {
    project.clean();
  }
});

function at(told: Told, id: string, place: string): readonly string[] {
  return told.lists[id]!.filter((link) => link.place === place).map((link) => link.id);
}

test("vervain build: wishes that contradict each other are errors with file and line, all at once", () => {
  const project = smallProject();
  try {
    const wish = (alsoRead: object) => ({ date: "2026-02-01", alsoRead });
    project.write(
      "src/articles/hidden.md",
      article({ title: "Hidden", ...wish({ hide: true }) }, "Hidden.\n"),
    );
    project.write(
      "src/articles/a.md",
      article({ title: "A", ...wish({ pin: ["rest", "hidden"], exclude: ["rest"] }) }, "A.\n"),
    );
    project.write(
      "src/articles/b.md",
      article({ title: "B", ...wish({ pin: ["rest"], none: true }) }, "B.\n"),
    );
    project.write(
      "src/articles/naps.md",
      article({ title: "Naps", date: "2026-02-01", draft: true }, "Naps.\n"),
    );
    project.write(
      "src/articles/c.md",
      article({ title: "C", date: "2026-02-01" }, "C.\n\nAlso Read: Naps\n"),
    );
    const { code, output } = project.vervain("build");
    assert.is(code, 1);
    for (const line of [
      'src/articles/a.md:5: alsoRead.exclude: expected articles that alsoRead.pin does not list, received "rest". Remove it from one of the two.',
      'src/articles/a.md:5: alsoRead.pin: expected articles that may be recommended, received "hidden", whose alsoRead.hide keeps it out of every list. Remove the pin or the hide.',
      "src/articles/b.md:5: alsoRead.pin: expected none where alsoRead.none is true, received a list. Remove one of the two.",
      'src/articles/c.md:9: Also Read: expected an article that is shown, received "Naps", a draft (src/articles/naps.md). It becomes a link once that is published.',
    ])
      assert.ok(output.includes(line), `${line}\n\n${output}`);
  } finally {
    project.clean();
  }
});

test("related: an option that there is not is said when the plugin is added", () => {
  assert.throws(
    () =>
      related({ addPlugin: () => undefined } as unknown as EleventyConfig, {
        related: { limit: 3 } as object,
      }),
    /^related: related\.limit: expected an option that exists, received "limit"\./,
  );
  assert.throws(
    () => related({ addPlugin: () => undefined } as unknown as EleventyConfig, { related: { callouts: 3 } }),
    /^related: related\.callouts: expected a number of at most 2, received 3\.$/,
  );
});

test.run();
