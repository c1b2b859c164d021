import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { openBrowser, serveSite } from "../browser.ts";
import { article, smallProject } from "../project.ts";
import { ROOT } from "../root.ts";

const project = smallProject();
let browser: Browser;
let served: Awaited<ReturnType<typeof serveSite>>;

test.before(async () => {
  project.edit("eleventy.config.js", (text) =>
    text.replace("https://small.example", "https://user.example/repo/"),
  );
  project.write(
    "src/articles/naps.md",
    article(
      { title: "A nap after lunch", date: "2026-01-02" },
      "Whoever naps after lunch lies on a divan.\n",
    ),
  );
  // As docs/theme.md has it.
  const docs = readFileSync(join(ROOT, "docs/theme.md"), "utf8");
  project.write("src/styles/site.scss", /`(@media [^`]*@view-transition[^`]*)`/.exec(docs)?.[1] ?? "");
  const { code, output } = project.vervain("build");
  assert.is(code, 0, output);
  served = await serveSite(join(project.folder, "_site"), {}, "/repo");
  browser = await openBrowser();
});

test.after(async () => {
  await browser?.close();
  await served?.close();
  project.clean();
});

test("sub-folder: a page has its styles, its font and its scripts, and asks for nothing outside of the folder", async () => {
  const page = await browser.newPage();
  const asked: string[] = [];
  const failed: string[] = [];
  page.on("response", (response) => {
    asked.push(new URL(response.url()).pathname);
    if (response.status() !== 200) failed.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(`${served.origin}/repo/naps/`);
  await page.evaluate(() => document.fonts.ready);
  assert.equal(failed, []);
  assert.equal(
    asked.filter((path) => !path.startsWith("/repo/")),
    [],
  );
  assert.ok(asked.some((path) => /^\/repo\/assets\/bitter-latin.*\.woff2$/.test(path)));
  const fonts = await page.evaluate(
    () => [...document.fonts].filter(({ status }) => status === "loaded").length,
  );
  assert.ok(fonts > 0);
  assert.is(
    await page.evaluate(() => getComputedStyle(document.querySelector(".skip") as Element).position),
    "absolute",
  );
  await page.locator("header a.name").click();
  assert.is(page.url(), `${served.origin}/repo/`);
  await page.close();
});

for (const [name, open] of [
  ["from its own page", "/repo/search/?q=divan"],
  ["from the dialog of another", "/repo/"],
] as const)
  test(`sub-folder: search ${name} finds the page, and its result leads there`, async () => {
    const page = await browser.newPage();
    await page.goto(served.origin + open);
    if (!open.includes("?")) {
      await page.locator("a.find").click();
      await page.locator("dialog input[type=search]").fill("divan");
    }
    const hit = page.locator(".hits a").first();
    await hit.waitFor();
    assert.is(await hit.textContent(), "A nap after lunch");
    await hit.click();
    await page.waitForURL(`${served.origin}/repo/naps/`);
    assert.match((await page.locator("h1").textContent()) ?? "", "A nap after lunch");
    await page.close();
  });

test("sub-folder: pages fade into each other where the owner's styles say so, and not for who asks for less motion", async () => {
  for (const [reducedMotion, fades] of [
    ["no-preference", true],
    ["reduce", false],
  ] as const) {
    const page = await browser.newPage({ reducedMotion });
    await page.addInitScript(() => {
      addEventListener("pagereveal", (event) => {
        const { viewTransition } = event as Event & { readonly viewTransition?: object | null };
        document.documentElement.dataset.fades = String(Boolean(viewTransition));
      });
    });
    const goAndLook = async (): Promise<string | undefined> => {
      await page.goto(`${served.origin}/repo/naps/`);
      await page.locator("header a.name").click();
      await page.waitForURL(`${served.origin}/repo/`);
      await page.waitForFunction(() => document.documentElement.dataset.fades !== undefined);
      return page.evaluate(() => document.documentElement.dataset.fades);
    };
    let seen = await goAndLook();
    // A page that is slow to come fades nowhere: Chromium gives up after four seconds.
    for (let again = 0; fades && seen !== "true" && again < 4; again++) seen = await goAndLook();
    assert.is(seen, String(fades));
    await page.close();
  }
});

test.run();
