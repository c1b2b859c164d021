import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { parseSite } from "../../plugins/corpus/site.ts";
import { ROOT, smallProject } from "../project.ts";
import { picture } from "./made.ts";

const doc = readFileSync(join(ROOT, "docs/images.md"), "utf8");
const snippet = (language: string): string =>
  new RegExp(`\\n\`\`\`${language}\\n([\\s\\S]*?)\\n\`\`\``).exec(doc)?.[1] ?? "";

test("docs/images.md: the article it shows builds with both of its images, and the fault it shows is said", async () => {
  const site = smallProject();
  const png = await picture(40, 30).toFormat("png").toBuffer();
  site.write(
    "_data/people.json",
    '{ "vervain-journal": { "type": "Organization", "name": "Ann" }, "journal": { "name": "B" } }',
  );
  site.write("src/articles/bath.md", snippet("md"));
  site.write("src/articles/thermometer.png", png);
  const { code, output } = site.vervain("build");
  assert.is(code, 1);
  const shown = /^error .*$/m.exec(doc)?.[0] ?? "none";
  assert.ok(output.includes(shown), output);
  site.write("src/images/bath.jpg", await picture(40, 30).toFormat("jpeg").toBuffer());
  assert.is(site.vervain("build").code, 0);
  assert.match(site.read("_site/bath/index.html"), /\/pictures\/bath-[\s\S]*\/pictures\/thermometer-/);
  site.clean();
});

test("docs/images.md: the options it shows are taken, and each of its table's defaults is the real one", () => {
  const shown = new Function(`return { ${snippet("ts")} }`)() as Parameters<typeof parseSite>[0];
  assert.is(parseSite(shown).images.path, "/media/pictures/");
  const site = parseSite();
  for (const [, path = "", value = ""] of doc.matchAll(
    /^\| `((?:images|features)\.\w+)` \| `([^`]+)` \|/gm,
  )) {
    const [group, key] = path.split(".") as ["images", keyof typeof site.images];
    assert.equal(site[group][key], JSON.parse(value), path);
  }
});

test("docs/images.md: its table names every option of images", () => {
  const told = [...doc.matchAll(/^\| `images\.(\w+)`/gm)].map(([, name]) => name);
  assert.equal(told.sort(), Object.keys(parseSite().images).sort());
});

test.run();
