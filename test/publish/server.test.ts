import type { ChildProcess } from "node:child_process";
import { rmSync } from "node:fs";
import { suite, test } from "uvu";
import * as assert from "uvu/assert";
import { caddyfile } from "../../plugins/publish/caddy.ts";
import { headerRules, headersFor } from "../../plugins/publish/headers.ts";
import { nginxFiles } from "../../plugins/publish/nginx.ts";
import { addressOf, makeSample, SAMPLE_FILES, siteWith } from "./sample.ts";
import { freePort, SERVERS, untilUp } from "./servers.ts";

const RULES = headerRules(
  siteWith({ features: { search: true }, comments: { endpoint: "https://talk.example.net/post" } }),
);

test("nginx: every add_header stands on the server's level, none in a location", () => {
  const { server } = nginxFiles(RULES);
  const names = [...server.matchAll(/^add_header (\S+) /gm)].map(([, name]) => name);
  assert.equal(names, [
    "Content-Security-Policy",
    "Strict-Transport-Security",
    "X-Content-Type-Options",
    "Referrer-Policy",
    "Permissions-Policy",
    "Cross-Origin-Opener-Policy",
    "X-Frame-Options",
    "Cross-Origin-Resource-Policy",
    "Cache-Control",
  ]);
  assert.not.match(server, /\{[^}]*add_header/);
  assert.ok(server.includes("\nadd_header Cache-Control $vervain_cache_control;\n"));
});

test("nginx: a map gives each path its caching, a page's to all others", () => {
  assert.ok(
    nginxFiles(RULES).maps.includes(
      [
        "map $uri $vervain_cache_control {",
        '  default "public, max-age=0, must-revalidate";',
        '  "~^/assets/" "public, max-age=31536000, immutable";',
        '  "~^/pictures/" "public, max-age=31536000, immutable";',
        '  "~^/images/" "public, max-age=86400, stale-while-revalidate=604800";',
        '  "~^/favicon\\\\.svg$" "public, max-age=86400, stale-while-revalidate=604800";',
        '  "~^/feed\\\\.xml$" "public, max-age=600";',
        '  "~^/feed\\\\.json$" "public, max-age=600";',
        "}",
      ].join("\n"),
    ),
  );
});

test("caddy: paths that a matcher names are left out of the rest", () => {
  const text = caddyfile(RULES);
  assert.ok(
    text.includes(
      "@vervain_rest not path /assets/* /pictures/* /images/* /favicon.svg /feed.xml /feed.json /sitemap.xml /robots.txt /site.webmanifest\n",
    ),
  );
  assert.ok(text.includes("@vervain_assets {\n\tpath /assets/*\n\tfile\n}\n"));
});

test.run();

for (const server of SERVERS) {
  const asked = suite(server.name);
  if (server.command === null) {
    console.log(`${server.name} is not installed: its files were read, but not asked for by request.`);
    asked.skip(`${server.name}: answers by request`, () => undefined);
    asked.run();
    continue;
  }
  const folder = makeSample();
  let child: ChildProcess | null = null;
  let origin = "";
  asked.before(async () => {
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    child = server.start(folder, port, RULES);
    await untilUp(origin, child);
  });
  asked.after(() => {
    child?.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });
  for (const file of SAMPLE_FILES) {
    asked(`${server.name}: ${addressOf(file)} comes with exactly the table's headers`, async () => {
      const response = await fetch(`${origin}${addressOf(file)}`);
      assert.is(response.status, 200);
      assert.is(await response.text(), file);
      for (const [name, value] of Object.entries(headersFor(RULES, addressOf(file))))
        assert.is(response.headers.get(name), value, name);
    });
  }
  asked(`${server.name}: a missing file has the policy and is not remembered for a year`, async () => {
    const response = await fetch(`${origin}/assets/gone.ABCD2345.css`);
    assert.is(response.status, 404);
    assert.is(await response.text(), "404.html");
    assert.is(
      response.headers.get("Content-Security-Policy"),
      headersFor(RULES, "/")["Content-Security-Policy"],
    );
    assert.not.match(response.headers.get("Cache-Control") ?? "", /immutable/);
  });
  asked(`${server.name}: a folder without its slash leads on`, async () => {
    const response = await fetch(`${origin}/massage`, { redirect: "manual" });
    assert.ok([301, 308].includes(response.status));
    assert.match(response.headers.get("Location") ?? "", /\/massage\/$/);
  });
  asked.run();
}
