import { test } from "uvu";
import * as assert from "uvu/assert";
import { headerRules, headersFor } from "../../plugins/publish/headers.ts";
import { contentPolicy } from "../../plugins/publish/policy.ts";
import { PLAIN, siteWith } from "./sample.ts";

/** Word for word what the project has measured at A+ 130. */
const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'; upgrade-insecure-requests";

test("headerRules: a page goes out with the strict policy and nothing that a feature would need", () => {
  assert.equal(headersFor(headerRules(PLAIN), "/massage/"), {
    "Content-Security-Policy": STRICT,
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cache-Control": "public, max-age=0, must-revalidate",
  });
});

for (const [path, cache, shared, type] of [
  ["/", "public, max-age=0, must-revalidate", "same-origin", undefined],
  ["/assets-of-rest/", "public, max-age=0, must-revalidate", "same-origin", undefined],
  ["/assets/theme.ABCD2345.css", "public, max-age=31536000, immutable", "same-origin", undefined],
  ["/pictures/night-0a1b2c3d4e-480.avif", "public, max-age=31536000, immutable", "cross-origin", undefined],
  ["/images/a/b.png", "public, max-age=86400, stale-while-revalidate=604800", "cross-origin", undefined],
  ["/favicon.svg", "public, max-age=86400, stale-while-revalidate=604800", "cross-origin", undefined],
  ["/feed.xml", "public, max-age=600", "cross-origin", "application/xml; charset=utf-8"],
  ["/feed.json", "public, max-age=600", "cross-origin", "application/feed+json; charset=utf-8"],
  ["/sitemap.xml", "public, max-age=0, must-revalidate", "same-origin", "application/xml; charset=utf-8"],
  ["/feed.xml/more/", "public, max-age=0, must-revalidate", "same-origin", undefined],
] as const) {
  test(`headersFor: ${path}`, () => {
    const headers = headersFor(headerRules(PLAIN), path);
    assert.equal(
      [headers["Cache-Control"], headers["Cross-Origin-Resource-Policy"], headers["Content-Type"]],
      [cache, shared, type],
    );
    assert.is(headers["Content-Security-Policy"], STRICT);
  });
}

test("headerRules: without feeds there is no rule for them", () => {
  const site = siteWith({ features: { feeds: false } });
  assert.is(headersFor(headerRules(site), "/feed.xml")["Content-Type"], undefined);
});

for (const [name, site, difference] of [
  ["search", siteWith({ features: { search: true } }), ["script-src 'self' 'wasm-unsafe-eval'"]],
  [
    "comments elsewhere",
    siteWith({
      features: { search: false },
      comments: { endpoint: "https://talk.example.net:8443/post?to=a;b" },
    }),
    ["form-action 'self' https://talk.example.net:8443"],
  ],
  [
    "comments on the site itself",
    siteWith({ features: { search: false }, comments: { endpoint: "https://example.org/comments" } }),
    [],
  ],
] as const) {
  test(`policy: ${name} adds only what it needs`, () => {
    const policy = headersFor(headerRules(site), "/")["Content-Security-Policy"] ?? "";
    const known = new Set(STRICT.split("; "));
    assert.equal(
      policy.split("; ").filter((directive) => !known.has(directive)),
      [...difference],
    );
  });
}

test("contentPolicy: a source takes the place of 'none', new directives follow", () => {
  const policy = contentPolicy([{ "trusted-types": ["search"], "frame-src": ["https://giscus.app"] }]);
  assert.ok(policy.includes("; trusted-types search; "));
  assert.ok(policy.endsWith("upgrade-insecure-requests; frame-src https://giscus.app"));
});

const WRONG: readonly (readonly [string, () => unknown, string])[] = [
  [
    "a source that ends the directive",
    () => headerRules(PLAIN, { needs: [{ "img-src": ["https://a.example; script-src *"] }] }),
    'publish: needs: img-src: expected a name of the policy, received "https://a.example; script-src *".',
  ],
  [
    "a source that ends the policy",
    () => contentPolicy([{ "img-src": ["a,b"] }]),
    'publish: needs: img-src: expected a name of the policy, received "a,b".',
  ],
  [
    "a value with a line break",
    () => headerRules(PLAIN, { headers: { "X-Robots-Tag": "noindex\nSet-Cookie: a=b" } }),
    'publish: headers: expected a header\'s name and a value without quotes, received "X-Robots-Tag: noindex Set-Cookie: a=b".',
  ],
  [
    "an endpoint that is no web address",
    () => headerRules(siteWith({ comments: { endpoint: "mailto:talk@example.net" } })),
    'site: comments.endpoint: expected an address such as https://comments.example.org/post, received "mailto:talk@example.net".',
  ],
  [
    "folders that share files",
    () => headerRules(PLAIN, { imagePaths: ["/assets/pictures/"] }),
    'publish: paths: expected paths that share no file, received "/assets/*" and "/assets/pictures/*".',
  ],
  [
    "a folder that a server would read as a pattern",
    () => headerRules(PLAIN, { imagePaths: ["/img{1,2}/"] }),
    'publish: paths: expected a path such as /feed.xml or /images/*, received "/img{1,2}/*".',
  ],
];
for (const [name, run, message] of WRONG) {
  test(`headerRules: ${name} is refused`, () => {
    assert.throws(run, (error: unknown) => error instanceof RangeError && error.message === message);
  });
}

test("headerRules: the owner replaces a header by any spelling of its name, and leaves one out", () => {
  const headers = headersFor(
    headerRules(PLAIN, {
      headers: {
        "strict-transport-security": "max-age=63072000",
        "X-Frame-Options": null,
        "X-Robots-Tag": "noindex",
      },
    }),
    "/",
  );
  assert.is(headers["Strict-Transport-Security"], "max-age=63072000");
  assert.is(headers["X-Frame-Options"], undefined);
  assert.is(headers["X-Robots-Tag"], "noindex");
});

test.run();
