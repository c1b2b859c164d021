import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
// @ts-expect-error Eleventy 3.1 ships no types.
import Eleventy from "@11ty/eleventy";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { atTheEnd } from "../../plugins/build/finishing.ts";
import type { EleventyConfig } from "../../plugins/eleventy.ts";
import { type PublishOptions, publish } from "../../plugins/publish/plugin.ts";

const home = process.cwd();
let folder = "";

test.before.each(() => {
  folder = mkdtempSync(join(tmpdir(), "vervain-publish-"));
  mkdirSync(join(folder, "src"));
  writeFileSync(
    join(folder, "src/index.html"),
    '<!doctype html><html><head><meta charset="utf-8"><title>A</title></head></html>',
  );
  process.chdir(folder);
});
test.after.each(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

function eleventy(options: PublishOptions, configure: (config: EleventyConfig) => void = () => undefined) {
  return new Eleventy("src", "out", {
    quietMode: true,
    configPath: undefined,
    config: (config: EleventyConfig) => {
      config.addPlugin(publish, options);
      configure(config);
    },
  });
}

function read(path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

test("publish: alone in a bare site it writes _headers, and nothing else", async () => {
  await eleventy({ site: { features: { search: false } } }).write();
  assert.match(
    read("out/_headers"),
    /\n\/\*\n {2}Content-Security-Policy: default-src 'none'; script-src 'self'; /,
  );
  assert.not.ok(existsSync(join(folder, "_server")));
  assert.not.match(read("out/index.html"), /http-equiv/);
  assert.equal(readdirSync(join(folder, "out")).sort(), ["_headers", "index.html"]);
});

test("publish: pages are fetched ahead where it is asked for and headers are sent, and the file says of which", async () => {
  const path = "out/vervain-speculation.json";
  for (const options of [
    { headers: { "Speculation-Rules": null } },
    { targets: [] },
    { targets: ["meta" as const, "manifest" as const] },
  ]) {
    await eleventy({ speculation: true, ...options }).write();
    assert.not.ok(existsSync(join(folder, path)), JSON.stringify(options));
  }
  await eleventy({ speculation: true }).write();
  assert.match(read("out/_headers"), '\n  Speculation-Rules: "/vervain-speculation.json"\n');
  assert.match(
    read("out/_headers"),
    "\n/vervain-speculation.json\n  Content-Type: application/speculationrules+json\n",
  );
  assert.equal(JSON.parse(read(path)), {
    prefetch: [{ where: { or: [{ href_matches: "/" }, { href_matches: "/*/" }] }, eagerness: "moderate" }],
  });
  await eleventy({ speculation: true, site: { url: "https://user.example/repo" } }).write();
  assert.match(read("out/_headers"), 'Speculation-Rules: "/repo/vervain-speculation.json"');
  assert.match(read(path), '[{"href_matches":"/repo/"},{"href_matches":"/repo/*/"}]');
});

test("publish: what is for a server stays out of the site", async () => {
  await eleventy({ targets: ["nginx", "caddy", "cloudfront", "vercel.json"], serverFolder: "srv" }).write();
  for (const name of [
    "vervain-maps.conf",
    "vervain-headers.conf",
    "vervain-headers.caddy",
    "cloudfront.json",
  ]) {
    assert.ok(existsSync(join(folder, "srv", name)), name);
    assert.not.ok(existsSync(join(folder, "out", name)), name);
  }
  assert.is(JSON.parse(read("out/vercel.json")).trailingSlash, true);
});

test("publish: meta puts the policy into the head of each page, before its title", async () => {
  await eleventy({ targets: ["meta"] }).write();
  assert.match(
    read("out/index.html"),
    /<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" [^\n]+\n[^\n]+<title>/,
  );
  assert.not.ok(existsSync(join(folder, "out/_headers")));
});

test("publish: a _headers of the owner's stays, one of ours is made anew", async () => {
  writeFileSync(join(folder, "src/_headers"), "/*\n  X-Own: yes\n");
  await eleventy({}, (config) => config.addPassthroughCopy("src/_headers")).write();
  assert.is(read("out/_headers"), "/*\n  X-Own: yes\n");
  rmSync(join(folder, "out"), { recursive: true });
  await eleventy({ headers: { "X-Robots-Tag": "noindex" } }).write();
  await eleventy({}).write();
  assert.not.match(read("out/_headers"), /X-Robots-Tag/);
});

test("publish: a build that is only asked for its result writes no file", async () => {
  await eleventy({ targets: ["_headers", "nginx"] }).toJSON();
  assert.not.ok(existsSync(join(folder, "out")));
  assert.not.ok(existsSync(join(folder, "_server")));
});

test("publish: old addresses that the site has reach the files of servers, and a key of IndexNow the site", async () => {
  writeFileSync(join(folder, "src/_redirects"), "/old/ /new/ 301\n");
  const options: PublishOptions = { targets: ["nginx", "vercel.json"], indexNow: "abcdefgh" };
  await eleventy(options, (config) => config.addPassthroughCopy("src/_redirects")).write();
  assert.match(read("_server/vervain-maps.conf"), '"~^/old/(?:\\\\?|$)" "/new/";');
  assert.is(JSON.parse(read("out/vercel.json")).redirects[0].destination, "/new/");
  assert.is(read("out/abcdefgh.txt"), "abcdefgh");
});

test("publish: compressed forms and a manifest of all files, where they are asked for", async () => {
  writeFileSync(join(folder, "src/long.html"), `<!doctype html><title>A</title>${"Rest. ".repeat(300)}`);
  await eleventy({ targets: ["manifest"], precompress: true }).write();
  assert.ok(existsSync(join(folder, "out/long/index.html.br")));
  assert.ok(existsSync(join(folder, ".cache/vervain/compressed")));
  const { files } = JSON.parse(read("_server/manifest.json")) as { files: { path: string; hash: string }[] };
  assert.equal(
    files.map(({ path }) => path),
    ["index.html", "long/index.html", "long/index.html.br", "long/index.html.gz"],
  );
  assert.match(files[0]?.hash ?? "", /^[0-9a-f]{64}$/);
});

test("publish: a page whose styles the policy stops is named once, with what lets them through", async () => {
  writeFileSync(join(folder, "src/styled.html"), "<!doctype html><title>A</title><style>p{margin:0}</style>");
  const said: string[] = [];
  const { warn } = console;
  console.warn = (text: string) => void said.push(text);
  try {
    await eleventy({}).write();
    await eleventy({ needs: [{ "style-src": ["'unsafe-inline'"] }] }).write();
  } finally {
    console.warn = warn;
  }
  // On a slow machine Eleventy says how long things took in the same way.
  const ours = said.filter((text) => text.startsWith("publish:"));
  assert.is(ours.length, 1);
  assert.match(ours[0] ?? "", /^publish: \/styled\/: expected styles in files/);
});

test("publish: a host that is not known is refused by name", () => {
  assert.throws(
    () =>
      publish({ addPlugin: () => undefined } as unknown as EleventyConfig, { targets: ["netlify" as never] }),
    (error: unknown) =>
      error instanceof RangeError &&
      error.message ===
        'publish: targets.0: expected "_headers", "workers", "vercel.json", "nginx", "caddy", "cloudfront", "meta" or "manifest", received "netlify".',
  );
});

test("publish: what other plugins write at the end is listed, whenever that is and in whichever order they were added", async () => {
  const write = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    mkdirSync(join(folder, "out/assets"), { recursive: true });
    writeFileSync(join(folder, "out/assets/late.ABCD2345.css"), "p{}");
  };
  await eleventy({ targets: ["workers", "manifest"] }, (config) => atTheEnd(config, write)).write();
  assert.match(read("out/_headers"), /\n\/assets\/late\.ABCD2345\.css\n {2}Cache-Control: [^\n]*immutable\n/);
  assert.match(read("_server/manifest.json"), /"assets\/late\.ABCD2345\.css"/);
});

test("publish: for Workers no rule but of files that are there lets anything be kept for a year", async () => {
  await eleventy({ targets: ["_headers", "workers"] }).write();
  assert.not.match(read("out/_headers"), /immutable/);
  assert.match(read("out/.assetsignore"), /^\.vervain$/m);
});

const MOVED = "/ p=12 /rest/ 301\n/old/ /rest/ 301\n/a/ x=:y /b/:y 200\n/* /elsewhere/:splat 301\n";

for (const [targets, left] of [
  [["workers"], "/old/ /rest/ 301\n/* /elsewhere/:splat 301\n"],
  [["workers", "_headers"], MOVED],
  [["_headers"], MOVED],
] as const)
  test(`publish: _redirects for ${targets.join(" and ")} has what these read`, async () => {
    writeFileSync(
      join(folder, "src/redirects.11ty.js"),
      `export default { data: () => ({ permalink: "/_redirects" }), render: () => ${JSON.stringify(MOVED)} };`,
    );
    writeFileSync(join(folder, "package.json"), '{"type":"module"}');
    const said: string[] = [];
    const { warn } = console;
    console.warn = (text) => void said.push(String(text));
    try {
      await eleventy({ targets: [...targets, "nginx"] }).write();
    } finally {
      console.warn = warn;
    }
    assert.is(read("out/_redirects"), left);
    assert.match(read("_server/vervain-maps.conf") + read("_server/vervain-headers.conf"), /p=12/);
    assert.is(
      said.filter((text) => /2 with one \(\/ p=12 \/rest\/ 301\)\. Cloudflare's _redirects/.test(text))
        .length,
      left === MOVED ? 0 : 1,
    );
  });

test.run();
