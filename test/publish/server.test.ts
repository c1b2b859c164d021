import type { ChildProcess } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import { join } from "node:path";
import { suite, test } from "uvu";
import * as assert from "uvu/assert";
import { caddyfile } from "../../plugins/publish/caddy.ts";
import { headerRules, headersFor } from "../../plugins/publish/headers.ts";
import { nginxFiles } from "../../plugins/publish/nginx.ts";
import { precompress } from "../../plugins/publish/precompress.ts";
import { readRedirects } from "../../plugins/publish/redirects.ts";
import { addressOf, makeSample, SAMPLE_FILES, siteWith } from "./sample.ts";
import { freePort, hasBrotli, SERVERS, stopServer, untilUp } from "./servers.ts";

const RULES = headerRules(
  siteWith({ features: { search: true }, comments: { endpoint: "https://talk.example.net/post" } }),
  { speculation: true },
);

/** As the theme writes them for a site in a folder. */
const redirectsIn = (below: string): ReturnType<typeof readRedirects> =>
  readRedirects(
    "/old/ /massage/ 301\n/ p=12 /massage/ 301\n/caf%C3%A9.php/ /massage/ 301\n/* /elsewhere/:splat 301\n".replace(
      /(?<=^| )\//gm,
      `${below}/`,
    ),
  );

/** As a browser asks, but that nothing is unpacked. */
function get(
  address: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer }> {
  return new Promise((resolve, reject) => {
    request(address, { headers, agent: false }, (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => pieces.push(piece));
      response.on("error", reject);
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) }),
      );
    })
      .on("error", reject)
      .end();
  });
}

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
    "Speculation-Rules",
    "No-Vary-Search",
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
      "@vervain_rest not path /assets/* /pictures/* /images/* /favicon.svg /feed.xml /feed.json /sitemap.xml /robots.txt /vervain-speculation.json /site.webmanifest\n",
    ),
  );
  assert.ok(text.includes("@vervain_assets {\n\tpath /assets/*\n\tfile\n}\n"));
});

test.run();

for (const server of SERVERS)
  for (const below of ["", "/re.po"]) {
    const asked = suite(`${server.name}${below}`);
    if (server.command === null) {
      console.log(`${server.name} is not installed: its files were read, but not asked for by request.`);
      asked.skip(`${server.name}${below}: answers by request`, () => undefined);
      asked.run();
      continue;
    }
    const folder = makeSample();
    const site = join(folder, "_site");
    const style = `body::before{content:"\u00e9"}${"p{margin:0}".repeat(200)}`;
    writeFileSync(join(site, "assets/long.AAAA1111.css"), style);
    for (const name of ["_headers", "_redirects", "vercel.json", ".vervain"])
      writeFileSync(join(site, name), "x");
    precompress(site, join(folder, "cache"));
    let child: ChildProcess | null = null;
    let origin = "";
    asked.before(async () => {
      const port = await freePort();
      origin = `http://127.0.0.1:${port}${below}`;
      child = server.start(folder, port, RULES, redirectsIn(below), below);
      await untilUp(`${origin}/`, child);
    });
    asked.after(async () => {
      if (child !== null) await stopServer(child, server.name);
      rmSync(folder, { recursive: true, force: true });
    });
    for (const file of SAMPLE_FILES) {
      asked(`${server.name}${below}: ${addressOf(file)} comes with exactly the table's headers`, async () => {
        const response = await fetch(`${origin}${addressOf(file)}`);
        assert.is(response.status, 200);
        assert.is(await response.text(), file);
        for (const [name, value] of Object.entries(headersFor(RULES, addressOf(file))))
          assert.is(response.headers.get(name), value, name);
      });
    }
    asked(
      `${server.name}${below}: a missing file has the policy and is not remembered for a year`,
      async () => {
        const response = await fetch(`${origin}/assets/gone.ABCD2345.css`);
        assert.is(response.status, 404);
        assert.is(await response.text(), "404.html");
        assert.is(
          response.headers.get("Content-Security-Policy"),
          headersFor(RULES, "/")["Content-Security-Policy"],
        );
        assert.not.match(response.headers.get("Cache-Control") ?? "", /immutable/);
      },
    );
    for (const [coding, ending] of server.hasCompressed
      ? ([
          ["br", "br"],
          ["gzip", "gz"],
        ] as const)
      : []) {
      if (coding === "br" && server.name === "nginx" && !hasBrotli) {
        console.log("nginx has no module for brotli: not asked for.");
        continue;
      }
      asked(
        `${server.name}${below}: sends the ${coding} that lies beside a file, with its type, charset and headers`,
        async () => {
          const { status, headers, body } = await get(`${origin}/assets/long.AAAA1111.css`, {
            "accept-encoding": coding,
          });
          assert.is(status, 200);
          assert.is(headers["content-encoding"], coding);
          assert.ok(body.equals(readFileSync(join(site, `assets/long.AAAA1111.css.${ending}`))));
          assert.match(headers["content-type"] ?? "", /^text\/css; ?charset=utf-8$/);
          assert.is(headers["cache-control"], headersFor(RULES, "/assets/x.css")["Cache-Control"]);
        },
      );
    }
    asked(
      `${server.name}${below}: who takes nothing compressed gets the file itself, and its letters are UTF-8`,
      async () => {
        const { headers, body } = await get(`${origin}/assets/long.AAAA1111.css`, {});
        assert.is(headers["content-encoding"], undefined);
        assert.is(body.toString(), style);
        assert.match(headers["content-type"] ?? "", /charset=utf-8/);
      },
    );
    for (const path of ["/_headers", "/_redirects", "/vercel.json", "/.vervain"]) {
      asked(`${server.name}${below}: ${path} is nobody's business`, async () => {
        const { status, body } = await get(`${origin}${path}`, {});
        assert.equal([status, body.toString()], [404, "404.html"]);
      });
    }
    for (const [from, to] of [
      ["/old/", "/massage/"],
      ["/old/?utm_source=x", "/massage/"],
      ...(server.readsQueries ? ([["/?p=12", "/massage/"]] as const) : []),
      ["/caf%C3%A9.php/", "/massage/"],
    ] as const) {
      asked(`${server.name}${below}: ${from} leads to ${to} with the site's headers`, async () => {
        const { status, headers } = await get(`${origin}${from}`, {});
        // Where a query is no part of a rule it goes along.
        const query = server.readsQueries ? "" : "(?:\\?utm_source=x)?";
        assert.is(status, 301);
        assert.match(headers.location ?? "", new RegExp(`(?:^|127\\.0\\.0\\.1:\\d+)${below}${to}${query}$`));
        assert.ok(headers["content-security-policy"]);
      });
    }
    asked(`${server.name}${below}: an address that only looks like an old one is itself`, async () => {
      for (const path of ["/?p=123", "/?q=p=12", "/massage/?p=12"])
        assert.is((await get(`${origin}${path}`, {})).status, 200, path);
    });
    asked(`${server.name}${below}: a folder without its slash leads on`, async () => {
      const response = await fetch(`${origin}/massage`, { redirect: "manual" });
      assert.ok([301, 307, 308].includes(response.status));
      assert.match(response.headers.get("Location") ?? "", /\/massage\/$/);
    });
    asked.run();
  }
