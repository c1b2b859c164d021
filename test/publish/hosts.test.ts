import { test } from "uvu";
import * as assert from "uvu/assert";
import { cloudFrontJson } from "../../plugins/publish/cloudfront.ts";
import {
  type HeaderRule,
  type Headers,
  headerRules,
  headersFor,
  rulesInFolder,
} from "../../plugins/publish/headers.ts";
import { insertMeta, metaTags } from "../../plugins/publish/meta.ts";
import { netlifyHeaders } from "../../plugins/publish/netlify-headers.ts";
import { onlyExisting } from "../../plugins/publish/only-existing.ts";
import { vercelJson } from "../../plugins/publish/vercel.ts";
import { addressOf, PLAIN, SAMPLE_FILES } from "./sample.ts";

const RULES = headerRules(PLAIN);
const PATHS = [...SAMPLE_FILES.map(addressOf), "/images/a/b.png", "/feed.xml.html", "/robots/"];
/** What both hosts send with a file for which nothing is said. */
const UNASKED = { "Cache-Control": "public, max-age=0, must-revalidate" };

interface HeaderBlock {
  readonly path: string;
  readonly set: readonly (readonly [string, string])[];
  readonly detached: readonly string[];
}

function readHeaders(text: string): readonly HeaderBlock[] {
  const blocks = text.split("\n\n").filter((block) => block.startsWith("/"));
  return blocks.map((block) => {
    const [path = "", ...lines] = block.trim().split("\n");
    const parts = lines.map((line) => line.trim());
    return {
      path,
      detached: parts.filter((line) => line.startsWith("! ")).map((line) => line.slice(2)),
      set: parts
        .filter((line) => line.includes(": "))
        .map((line) => [line.split(": ", 1)[0] as string, line.slice(line.indexOf(": ") + 2)]),
    };
  });
}

function matching(text: string, path: string): readonly HeaderBlock[] {
  return readHeaders(text).filter((block) =>
    block.path.endsWith("*") ? path.startsWith(block.path.slice(0, -1)) : block.path === path,
  );
}

/** Netlify: the last rule wins; a line without a colon says nothing. */
function asNetlify(text: string, path: string): Headers {
  return Object.assign({ ...UNASKED }, ...matching(text, path).map(({ set }) => Object.fromEntries(set)));
}

/** Cloudflare Pages: values are joined, unless detached before. */
function asCloudflare(text: string, path: string): Headers {
  const headers = new Map<string, string>();
  for (const { set, detached } of matching(text, path)) {
    for (const name of detached) headers.delete(name);
    for (const [name, value] of set) {
      const known = headers.get(name);
      headers.set(name, known === undefined ? value : `${known}, ${value}`);
    }
  }
  return { ...UNASKED, ...Object.fromEntries(headers) };
}

/** Vercel's sources are regular expressions but for a "." outside a group, which stands for itself. */
function headersOfVercel(
  json: string,
  path: string,
): readonly { readonly key: string; readonly value: string }[] {
  const { headers } = JSON.parse(json) as {
    headers: { source: string; headers: { key: string; value: string }[] }[];
  };
  const isMatch = (source: string): boolean => {
    const [before = ""] = source.split("(", 1);
    return new RegExp(`^${before.replaceAll(".", "\\.")}${source.slice(before.length)}$`).test(path);
  };
  return headers.filter(({ source }) => isMatch(source)).flatMap((rule) => rule.headers);
}

const PLACED = rulesInFolder(RULES, "/re.po");

for (const path of PATHS) {
  test(`_headers: in a folder of its host ${path} has the table's headers, and what lies beside has none`, () => {
    const text = netlifyHeaders(PLACED);
    assert.equal(asNetlify(text, `/re.po${path}`), headersFor(RULES, path));
    assert.equal(asCloudflare(text, `/re.po${path}`), headersFor(RULES, path));
    assert.equal(asNetlify(text, path), UNASKED);
  });

  test(`vercel.json: in a folder of its host exactly one rule sets each header of ${path}`, () => {
    const set = headersOfVercel(vercelJson(PLACED, [], "/re.po"), `/re.po${path}`);
    assert.is(new Set(set.map(({ key }) => key)).size, set.length);
    assert.equal(Object.fromEntries(set.map(({ key, value }) => [key, value])), headersFor(RULES, path));
    assert.equal(headersOfVercel(vercelJson(PLACED, [], "/re.po"), path), []);
  });

  test(`_headers: Netlify and Cloudflare both read the table's headers of ${path}`, () => {
    const text = netlifyHeaders(RULES);
    assert.equal(asNetlify(text, path), headersFor(RULES, path));
    assert.equal(asCloudflare(text, path), headersFor(RULES, path));
  });

  test(`vercel.json: exactly one rule sets each header of ${path}`, () => {
    const set = headersOfVercel(vercelJson(RULES), path);
    assert.is(new Set(set.map(({ key }) => key)).size, set.length);
    assert.equal(Object.fromEntries(set.map(({ key, value }) => [key, value])), headersFor(RULES, path));
  });
}

test("_headers: long caching stands in a rule of its own, and no line comes near the limits", () => {
  const text = netlifyHeaders(RULES);
  assert.ok(text.includes("\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"));
  assert.ok(Math.max(...text.split("\n").map(({ length }) => length)) < 500);
});

/** What a browser may keep of a path, as Cloudflare would say it. */
const keptOf = (rules: readonly HeaderRule[], path: string): string =>
  asCloudflare(netlifyHeaders(rules), path)["Cache-Control"] ?? "";
const filesOf = (folder: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `/${folder}/a${at}.ABCD2345.css`);

test("_headers for Workers: what is there is kept for a year, what is missing is asked for again each time", () => {
  const rules = onlyExisting(
    RULES,
    ["/assets/a.ABCD2345.css", "/assets/\u00e9.css", "/rest/index.html"],
    100,
  );
  assert.match(keptOf(rules, "/assets/a.ABCD2345.css"), /max-age=31536000, immutable/);
  for (const path of ["/assets/gone.css", "/assets/\u00e9.css", "/pictures/gone.png", "/"])
    assert.is(keptOf(rules, path), UNASKED["Cache-Control"], path);
  for (const path of SAMPLE_FILES.map(addressOf).filter((path) => !/^\/(?:assets|pictures)\//.test(path)))
    assert.equal(asCloudflare(netlifyHeaders(rules), path), headersFor(RULES, path));
});

test("_headers for Workers: a folder with more files than rules are read is kept a day, smaller ones are named", () => {
  const others = RULES.flatMap(({ paths }) => paths).length - 2;
  const most = others + 5;
  for (const [pictures, isNamed] of [
    [3, true],
    [4, false],
  ] as const) {
    const paths = [...filesOf("assets", 2), ...filesOf("pictures", pictures)];
    const rules = onlyExisting(RULES, paths, most);
    assert.match(keptOf(rules, "/assets/a1.ABCD2345.css"), /immutable/);
    assert.is(keptOf(rules, "/pictures/a1.ABCD2345.css").includes("immutable"), isNamed);
    assert.is(keptOf(rules, "/pictures/gone.png").includes("max-age=86400"), !isNamed);
    assert.ok(rules.flatMap((rule) => rule.paths).length <= most);
  }
});

test("_headers: above a host's limits nothing is written", () => {
  const folders = Array.from({ length: 100 }, (_, index) => `/images-${index}/`);
  assert.throws(
    () => netlifyHeaders(headerRules(PLAIN, { imagePaths: folders })),
    /^publish: _headers: expected at most 100 rules and 2000 characters a line, received 109 and \d+\.$/,
  );
  const sources = Array.from({ length: 100 }, (_, index) => `https://images-${index}.example.org`);
  assert.throws(
    () => netlifyHeaders(headerRules(PLAIN, { needs: [{ "img-src": sources }] })),
    /2000 characters/,
  );
});

test("cloudfront.json: in a folder of its host every behaviour is the folder's, the site's own the last", () => {
  const { Policies, Behaviors } = JSON.parse(cloudFrontJson(PLACED, "/re.po")) as {
    Policies: object;
    Behaviors: { PathPattern: string; Policy: string }[];
  };
  const top = JSON.parse(cloudFrontJson(RULES)) as { Policies: object; Behaviors: typeof Behaviors };
  assert.equal(Policies, top.Policies);
  assert.equal(Behaviors, [
    ...top.Behaviors.map(({ PathPattern, Policy }) => ({ PathPattern: `/re.po${PathPattern}`, Policy })),
    { PathPattern: "/re.po/*", Policy: "site" },
  ]);
});

test("cloudfront.json: four policies within CloudFront's limits, and the paths that take them", () => {
  const { Policies, Behaviors } = JSON.parse(cloudFrontJson(RULES)) as {
    Policies: Record<
      string,
      {
        Name: string;
        SecurityHeadersConfig: Record<string, unknown>;
        CustomHeadersConfig: { Quantity: number; Items: { Header: string; Value: string }[] };
      }
    >;
    Behaviors: { PathPattern: string; Policy: string }[];
  };
  assert.equal(Object.keys(Policies), ["site", "assets", "pictures", "images", "feed"]);
  assert.equal(
    Behaviors.map(({ PathPattern, Policy }) => `${PathPattern} ${Policy}`),
    [
      "/assets/* assets",
      "/pictures/* pictures",
      "/images/* images",
      "/favicon.svg images",
      "/feed.xml feed",
      "/feed.json feed",
    ],
  );
  for (const { CustomHeadersConfig, SecurityHeadersConfig } of Object.values(Policies)) {
    assert.is(CustomHeadersConfig.Quantity, CustomHeadersConfig.Items.length);
    assert.ok(CustomHeadersConfig.Quantity <= 10);
    assert.equal(Object.keys(SecurityHeadersConfig).length, 5);
  }
  assert.equal(Policies.site?.SecurityHeadersConfig.StrictTransportSecurity, {
    Override: true,
    IncludeSubdomains: true,
    Preload: false,
    AccessControlMaxAgeSec: 63072000,
  });
});

test("metaTags: nothing that an owner adds to the policy ends its attribute", () => {
  const { html } = metaTags(headerRules(PLAIN, { needs: [{ "img-src": ['https://a.example/"><b>&'] }] }));
  assert.match(html, "https://a.example/&quot;>&lt;b>&amp;");
});

test("metaTags: the policy without what a page cannot say, and the list of what is lost", () => {
  const { html, lost } = metaTags(RULES);
  assert.ok(
    html.startsWith(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; `,
    ),
  );
  assert.not.ok(html.includes("frame-ancestors"));
  assert.equal(lost, [
    "frame-ancestors 'none'",
    "Strict-Transport-Security",
    "X-Content-Type-Options",
    "Permissions-Policy",
    "Cross-Origin-Opener-Policy",
    "Cross-Origin-Resource-Policy",
    "X-Frame-Options",
    "Cache-Control",
  ]);
});

for (const [name, before, after] of [
  [
    "after the character set",
    '<head>\n<meta charset="utf-8">\n<title>',
    '<head>\n<meta charset="utf-8">\nTAGS\n<title>',
  ],
  [
    "first in a head without one",
    '<HEAD lang="en"><script src="a">',
    '<HEAD lang="en">\nTAGS<script src="a">',
  ],
  ["nowhere without a head", "<header>A</header>", "<header>A</header>"],
] as const) {
  test(`insertMeta: ${name}`, () => {
    assert.is(insertMeta(before, { html: "TAGS", lost: [] }), after);
  });
}

test.run();
