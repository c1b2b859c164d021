import { test } from "uvu";
import * as assert from "uvu/assert";
import { cloudFrontFunction } from "../../plugins/publish/cloudfront-function.ts";
import { headerRules } from "../../plugins/publish/headers.ts";
import { readRedirects } from "../../plugins/publish/redirects.ts";
import { vercelJson } from "../../plugins/publish/vercel.ts";
import { PLAIN } from "./sample.ts";

const RULES = readRedirects("/old/ /new/ 301\n/ p=12 /rest/ 301\n/a%20b.php/ /new/ 301\n");

test("redirects: path, query and target of each line of the theme's", () => {
  assert.equal(RULES, [
    { from: "/old/", query: [], to: "/new/" },
    { from: "/", query: ["p=12"], to: "/rest/" },
    { from: "/a b.php/", query: [], to: "/new/" },
  ]);
});

for (const line of [
  "# a comment",
  "/news/* /blog/:splat 301",
  "/app/ /index.html 200",
  "/old/ https://other.example/ 301",
  "/old/ //other.example/ 301",
  "//other.example/ /new/ 301",
  '/a"b/ /new/ 301',
  "/a%22b/ /new/ 301",
  "/a%0Ab/ /new/ 301",
  "/%/ /new/ 301",
  "/old/ /new/;return_200 301",
  "/old/ x={y} /new/ 301",
]) {
  test(`redirects: "${line}" is the host's own, or nobody's`, () => {
    const [rule] = readRedirects(line);
    assert.ok(rule === undefined || !/[\s"{}]/.test(rule.from + rule.query.join("") + rule.to), line);
    if (!line.includes(";")) assert.is(rule, undefined);
  });
}

interface Answer {
  readonly uri?: string;
  readonly statusCode?: number;
  readonly headers?: { readonly location: { readonly value: string } };
}

function ask(uri: string, querystring: object = {}): Answer {
  const handler = new Function(`${cloudFrontFunction(RULES)}; return handler;`)() as (
    event: object,
  ) => Answer;
  return handler({ request: { uri, querystring } });
}
const target = (answer: Answer): string | undefined => answer.headers?.location.value;

test("CloudFront: a folder's page is found, a file is left", () => {
  assert.is(ask("/").uri, "/index.html");
  assert.is(ask("/massage/").uri, "/massage/index.html");
  assert.is(ask("/feed.xml").uri, "/feed.xml");
  assert.is(ask("/v1.5/").uri, "/v1.5/index.html");
});

test("CloudFront: an address without its slash leads on, with its query, and never to another site", () => {
  assert.is(target(ask("/massage")), "/massage/");
  assert.is(target(ask("/v1.5/notes", { a: { value: "1" } })), "/v1.5/notes/?a=1");
  assert.is(target(ask("//other.example/x")), "/other.example/x/");
});

test("CloudFront: old addresses lead on, with and without a query", () => {
  assert.is(target(ask("/old/")), "/new/");
  assert.is(target(ask("/", { p: { value: "12" } })), "/rest/");
  assert.is(ask("/", { p: { value: "13" } }).uri, "/index.html");
  assert.is(target(ask("/a%20b.php/")), "/new/");
  assert.is(ask("/constructor/").uri, "/constructor/index.html");
});

test("CloudFront: Vervain's own objects are nobody's business, what others ask of a site is there", () => {
  assert.is(ask("/.vervain/record.json").statusCode, 404);
  assert.is(ask("/.well-known/security.txt").uri, "/.well-known/security.txt");
});

test("CloudFront: above the size of a function only addresses with a query stay in it", () => {
  const many = Array.from({ length: 1000 }, (_, at) => ({ from: `/old-${at}/`, query: [], to: "/new/" }));
  const text = cloudFrontFunction([...many, ...RULES]);
  assert.ok(text.length < 10_000);
  assert.match(text, '{"/?p=12":"/rest/"}');
});

test("vercel.json: old addresses as its own redirects", () => {
  const { redirects } = JSON.parse(vercelJson(headerRules(PLAIN), RULES));
  assert.equal(redirects, [
    { source: "/old/", destination: "/new/", statusCode: 301 },
    { source: "/", destination: "/rest/", statusCode: 301, has: [{ type: "query", key: "p", value: "12" }] },
    { source: "/a b.php/", destination: "/new/", statusCode: 301 },
  ]);
  assert.is(JSON.parse(vercelJson(headerRules(PLAIN))).redirects, undefined);
});

test.run();
