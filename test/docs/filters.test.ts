import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { prefixed } from "../../plugins/build/names.ts";
import type { EleventyConfig } from "../../plugins/eleventy.ts";
import { vervain } from "../../plugins/index.ts";
import { buildGuest, cleanGuests } from "../guests/site.ts";
import { ROOT } from "../root.ts";

test.after(cleanGuests);

const doc = readFileSync(join(ROOT, "docs/filters.md"), "utf8");
const rows = doc.split("\n").filter((line) => line.startsWith("| `"));
const told = rows.map((line) => {
  const name = /^\| `(?:\w+ \\\| |collections\.)?(\w+)/.exec(line)?.[1] ?? "";
  return { name, line, isCollection: line.includes("`collections.") };
});

/** Names of fields in the code of a row. */
function fieldsIn(name: string, isCollection: boolean): readonly string[] {
  const row = told.find((one) => one.name === name && one.isCollection === isCollection)?.line ?? "";
  return [...(row.split(" | ").at(-1) ?? "").matchAll(/`(\w+)`/g)].map(([, field = ""]) => field);
}

/** What is registered, without what the theme keeps to itself. */
function namesIn({ universal, nunjucks, collections }: EleventyConfig): readonly string[] {
  const { globals = {} } = nunjucks as { readonly globals?: object };
  const kinds = [universal?.filters, nunjucks?.shortcodes, globals, collections];
  return kinds.flatMap((kind) => Object.keys(kind ?? {})).filter((name) => !name.includes(":"));
}

const POST = (title: string): string =>
  `---\ntitle: ${title}\ndate: 2026-01-01\ntherapies: [massage]\nbenefits:\n  confirm: ["reduce:stress"]\n---\n\n## Benefits of rest\n\n### Reduces stress\n\nMay lower stress.\n\n### Improves sleep\n\nMay help sleep.\n`;

test("docs/filters.md: each filter, shortcode and collection that is registered is told, and no other; fields are what comes", async () => {
  let bare: readonly string[] = [];
  let added: readonly string[] = [];
  const keys = (of: string): string =>
    `{% for one in ${of} %}{% if loop.first %}{% for key, value in one %}{{ key }} {% endfor %}{% endif %}{% endfor %}|`;
  const asked = ["benefits", "therapies", "benefitMatrix"].map((name) => keys(`collections.${name}`));
  const { pages, fault } = await buildGuest(
    {
      "src/posts/a.md": POST("3 benefits of massage"),
      "src/posts/b.md": POST("Massage for sleep"),
      "src/index.njk": `---\ntitle: Home\n---\n${asked.join("")}${keys('"/posts/a/" | alsoRead')}`,
    },
    (config) => {
      config.addPlugin((given) => {
        bare = namesIn(given);
      });
      config.addPlugin(vervain, { isOwnSite: false, site: { title: "Guest", url: "https://guest.example" } });
      config.addPlugin((given) => {
        added = namesIn(given).filter((name) => !bare.includes(name));
      });
    },
  );
  assert.is(fault, null);
  const expected = told.flatMap(({ name }) => [name, prefixed(name)]);
  assert.equal([...new Set(added)].sort(), [...new Set(expected)].sort());
  const made = (pages.get("/") ?? "").split("|").map((words) => words.trim().split(/\s+/).sort());
  const inDocs = [
    ...["benefits", "therapies", "benefitMatrix"].map((name) => fieldsIn(name, true)),
    fieldsIn("alsoRead", false),
  ];
  for (const [index, fields] of inDocs.entries()) {
    assert.ok(fields.length > 2);
    assert.equal([...fields].sort(), made[index]);
  }
});

test.run();
