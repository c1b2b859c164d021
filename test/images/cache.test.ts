import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { prune } from "../../plugins/images/cache-folder.ts";
import { article, smallProject } from "../project.ts";
import { picture } from "./made.ts";

const DAY = 24 * 3600 * 1000;

/** Makes files look as if they were written so many days ago. */
function age(folder: string, days: number, isAged: (name: string) => boolean = () => true): void {
  const then = (Date.now() - days * DAY) / 1000;
  for (const name of readdirSync(folder)) if (isAged(name)) utimesSync(join(folder, name), then, then);
}

test("prune: what is old and under no key in use goes, with drafts of killed builds", () => {
  const folder = mkdtempSync(join(tmpdir(), "vervain-cache-"));
  const old = ["aa-160.avif", "aa-160.webp", "aa.json", "bb-160.avif", "bb.json", "cc.png", "aa.json.12.tmp"];
  for (const name of [...old, "dd.png", "dd.png.13.tmp"]) writeFileSync(join(folder, name), name);
  age(folder, 31, (name) => old.includes(name));
  prune(folder, [join(folder, "aa-160.avif"), join(folder, "cc.png")], Date.now() - 30 * DAY);
  assert.equal(readdirSync(folder).sort(), [
    "aa-160.avif",
    "aa-160.webp",
    "aa.json",
    "cc.png",
    "dd.png",
    "dd.png.13.tmp",
  ]);
  prune(join(folder, "none"), [], Date.now());
  rmSync(folder, { recursive: true });
});

test("images: a replaced picture and a renamed card leave the cache a month after they were made", async () => {
  const site = smallProject();
  const cache = (name: string): string => join(site.folder, ".cache/vervain", name);
  const write = async (title: string, width: number): Promise<void> => {
    site.write("src/images/lead.jpg", await picture(width, 200).toFormat("jpeg").toBuffer());
    site.write(
      "src/articles/rest.md",
      article({ title, date: "2026-01-01", image: { src: "/images/lead.jpg", alt: "A chair" } }, "Text."),
    );
    const { code, output } = site.vervain("build");
    assert.is(code, 0, output);
  };
  await write("Rest", 400);
  const first = { images: readdirSync(cache("images")), cards: readdirSync(cache("cards")) };
  for (const name of ["images", "cards"]) age(cache(name), 31);
  await write("Rest again", 300);
  const second = { images: readdirSync(cache("images")), cards: readdirSync(cache("cards")) };
  assert.equal(
    second.images.filter((name) => first.images.includes(name)),
    [],
  );
  assert.ok(second.images.length > 0);
  // The site's own card is still in use.
  assert.is(second.cards.filter((name) => first.cards.includes(name)).length, first.cards.length - 1);
  assert.is(second.cards.length, first.cards.length);
  site.clean();
});

test.run();
