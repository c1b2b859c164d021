import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { strays } from "../addresses.ts";
import { article, type Project, ROOT, smallProject } from "../project.ts";

const HOST = "https://user.example";
const projects: Project[] = [];
test.after(() => {
  for (const project of projects) project.clean();
});

const BODY = (kind: string, more: string): string => `A ${kind} nap after lunch is a habit of many.

${more}

## Benefits of a ${kind} nap

### Reduces stress

A nap may lower stress after a hard morning.

### Improves mood

People who nap may be in a better mood.
`;

/** A small site with everything that names an address. */
function site(url: string, pathPrefix: string | null): Project {
  const project = smallProject(
    'publish: { targets: ["_headers", "vercel.json", "nginx", "caddy", "cloudfront"] }, folders: ["src/articles"],',
  );
  projects.push(project);
  project.edit("eleventy.config.js", (text) =>
    text
      .replace(
        'url: "https://small.example"',
        `url: ${JSON.stringify(url)}, brand: { brand: "#74203f" }, security: { contact: ["mailto:a@user.example"], expires: "2099-01-01" }`,
      )
      .replace(
        "return {",
        `config.addPassthroughCopy("src/files");\n  config.addPassthroughCopy("src/images");\n  return { ${pathPrefix === null ? "" : `pathPrefix: ${JSON.stringify(pathPrefix)},`}`,
      ),
  );
  cpSync(join(ROOT, "src/images/resting-stones.png"), join(project.folder, "src/images/resting-stones.png"), {
    recursive: true,
  });
  project.write("src/files/a.txt", "A file.");
  project.write("src/styles/site.scss", '.own { background: url("../images/resting-stones.png"); }');
  project.write("_data/redirects.json", '{ "/?p=12": "/short/", "/very/old/": "/long/" }');
  const image = { src: "/images/resting-stones.png", alt: "Two stones" };
  project.write(
    "src/articles/short.md",
    article(
      {
        title: "2 benefits of a short nap",
        date: "2026-01-02",
        tags: ["rest"],
        image,
        redirectFrom: ["/old short/"],
      },
      BODY(
        "short",
        `See [the long one](/long/), [by file](long.md#improve-mood), [by the whole address](${HOST}/repo/long/), [as it is asked for](/repo/long/), [a file](/files/a.txt) and ![stones](/images/resting-stones.png).`,
      ),
    ),
  );
  project.write(
    "src/articles/long.md",
    article(
      { title: "2 benefits of a long nap", date: "2026-01-03", tags: ["rest"] },
      BODY("long", '<a href="/short/#reduce-stress">In HTML</a>'),
    ),
  );
  // A page whose path begins as the folder does.
  project.write(
    "src/articles/repo.md",
    article({ title: "A nap in a repository", date: "2026-01-04" }, "[Home](/) and [here](/repo/)."),
  );
  project.write(
    "src/about.md",
    "---\ntitle: About\ndescription: Who is behind this.\npermalink: /about/\n---\n\n[An article](/short/), ![stones](/images/resting-stones.png)\n",
  );
  project.write(
    "src/own.njk",
    '---\npermalink: /own/\n---\n<!doctype html><html lang="en"><head><title>Own</title><meta http-equiv="refresh" content="300; url=/about/"><style>p { background: url(/files/a.txt) }</style></head><body><a href="/short/">a</a> <a href="{{ "/short/" | url }}">b</a> <img src="/images/resting-stones.png" srcset="/images/resting-stones.png 1x, /images/resting-stones.png 2x" alt=""><p style="background: url(\'/files/a.txt\')">c</p></body></html>\n',
  );
  return project;
}

/** Nothing of a site leads nowhere or out of its folder. */
async function requireWhole(output: string): Promise<void> {
  const { found, count } = await strays(output, HOST, "/repo");
  assert.equal(found, []);
  assert.ok(count > 40, String(count));
}

/** As readers find them beside what the owner says, whatever says so: these are built alike. */
const WAYS: readonly (readonly [name: string, url: string, pathPrefix: string | null])[] = [
  ["the site's address", `${HOST}/repo/`, null],
  ["Eleventy's pathPrefix", HOST, "repo"],
  ["both", `${HOST}/repo`, "/repo/"],
];

const built = new Map<string, ReadonlyMap<string, string>>();

for (const [name, url, pathPrefix] of WAYS) {
  test(`sub-folder: named by ${name}, every address in every file is there, and in the folder`, async () => {
    const project = site(url, pathPrefix);
    const { code, output } = project.vervain("build", "--check");
    assert.is(code, 0, output);
    await requireWhole(join(project.folder, "_site"));
    built.set(name, textsIn(join(project.folder, "_site")));
  });
}

test("sub-folder: named in one place or the other, the site is the same", () => {
  const [first, ...others] = [...built.values()];
  for (const other of others) assert.equal([...other], [...(first ?? [])]);
  assert.is(others.length, 2);
});

test("sub-folder: Eleventy's own command line makes the same of its --pathprefix", async () => {
  const project = site(HOST, null);
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      join(ROOT, "node_modules/@11ty/eleventy/cmd.cjs"),
      "--config=eleventy.config.js",
      "--pathprefix=/repo/",
      "--quiet",
    ],
    { cwd: project.folder, encoding: "utf8", env: { ...process.env, CI: "true" } },
  );
  assert.is(status, 0, stderr);
  await requireWhole(join(project.folder, "_site"));
});

test("sub-folder: two that differ are said, and nothing is built", () => {
  const { code, output } = site(`${HOST}/repo/`, "/other/").vervain("build");
  assert.is(code, 1);
  assert.match(
    output,
    'site: url: expected the folder of Eleventy\'s pathPrefix, "/other/", received "https://user.example/repo". Name the folder in one of the two, or the same in both.',
  );
});

/** Text files of a site by path. */
function textsIn(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const texts = names.filter(
    (name) =>
      /\.(?:html|css|js|xml|json|webmanifest|txt)$|_redirects|_headers/.test(name) &&
      !name.startsWith("pagefind"),
  );
  return new Map(texts.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

test.run();
