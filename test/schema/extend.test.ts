import { test } from "uvu";
import * as assert from "uvu/assert";
import { type Extensions, type GraphNode, schemaContext, toGraph } from "../../plugins/schema/index.ts";
import { testSite } from "./fixture.ts";
import { say } from "./say.ts";

function graphWith(extend: Extensions, url = "/a/") {
  const { context, views } = testSite({ articles: [{ id: "a" }], options: { extend } });
  return toGraph(views.byUrl.get(url) as never, context);
}

function errorOf(builder: unknown): Error {
  try {
    graphWith({ article: builder as never });
  } catch (error) {
    return error as Error;
  }
  throw new Error("nothing was thrown");
}

test("extend: a node of the site's own is added, with a reference from ours", () => {
  const graph = graphWith({
    article: (_, { canonical }) => [
      {
        "@type": "VideoObject",
        "@id": `${canonical}#video`,
        name: "V",
        thumbnailUrl: "https://example.org/v.jpg",
        uploadDate: "2026-01-01",
      },
      { "@id": `${canonical}#article`, "@type": "BlogPosting", video: { "@id": `${canonical}#video` } },
    ],
  });
  assert.match(say(graph, ["BlogPosting"]), /headline: a\n[\s\S]* {2}video: → \/a\/#video\n/);
  assert.match(say(graph), /VideoObject \/a\/#video\n {2}name: V\n/);
});

test("extend: a property of ours is changed, or taken out with undefined", () => {
  const graph = graphWith({
    article: (_, { canonical }) =>
      [{ "@id": `${canonical}#article`, headline: "Other", wordCount: undefined }] as never,
  });
  assert.match(say(graph, ["BlogPosting"]), /headline: Other\n/);
  assert.not.match(say(graph, ["BlogPosting"]), /wordCount/);
});

test("extend: a whole graph takes the place of ours", () => {
  const graph = graphWith({
    article: (own) => ({
      ...own,
      "@graph": own["@graph"].filter((node) => node["@type"] !== "BreadcrumbList"),
    }),
  });
  // The page's reference to the list goes with it.
  assert.not.match(say(graph), /breadcrumb/i);
});

test("extend: nothing returned changes nothing", () => {
  assert.equal(graphWith({ article: () => undefined }), graphWith({}));
});

test("extend: what a builder adds is pruned like our own", () => {
  const graph = graphWith({
    article: (_, { canonical }) => [
      { "@type": "Person", "@id": `${canonical}#nameless`, jobTitle: "" },
      { "@id": canonical, contributor: { "@id": `${canonical}#nameless` } } as unknown as GraphNode,
    ],
  });
  assert.not.match(say(graph), /nameless|contributor/);
});

test("extend: a builder that writes into its graph does not reach other pages", () => {
  const extend: Extensions = {
    article: (graph) => {
      for (const node of graph["@graph"]) (node as Record<string, unknown>).name = "changed";
      return undefined;
    },
  };
  assert.not.match(say(graphWith(extend, "/authors/writer/")), /changed/);
  const { context, views } = testSite({ articles: [{ id: "a" }], options: { extend } });
  toGraph(views.byUrl.get("/a/") as never, context);
  assert.not.match(say(toGraph(views.byUrl.get("/") as never, context)), /changed/);
});

test("extend: each kind has its own builder and view", () => {
  const kinds: string[] = [];
  const extend: Extensions = {
    home: (_, view) => void kinds.push(`${view.kind} ${view.entries.length}`) as undefined,
    author: (_, view) => void kinds.push(`${view.kind} ${view.person.name}`) as undefined,
  };
  for (const url of ["/", "/authors/writer/", "/search/"]) graphWith(extend, url);
  assert.equal(kinds, ["home 1", "author Sample Author"]);
});

const circle: Record<string, unknown> = { "@type": "Thing" };
circle.about = circle;

for (const [name, builder, message] of [
  [
    "throws",
    () => {
      throw new Error("no such video");
    },
    "no such video",
  ],
  [
    "throws a text",
    () => {
      throw "no such video";
    },
    "no such video",
  ],
  ["returns a text", () => "x", 'expected a graph, a list of nodes or nothing, received "x".'],
  [
    "is asynchronous",
    async () => [],
    "expected a graph, a list of nodes or nothing, received a promise. Builders answer at once.",
  ],
  ["returns a list of texts", () => ["x"], 'expected a node, received "x".'],
  [
    "adds a node without type",
    () => [{ "@id": "https://example.org/#x" }],
    'expected a node with "@type", or the "@id" of a node that is there, received {"@id":"https://example.org/#x"}.',
  ],
  ["returns a circle", () => [circle], 'expected at most 32 levels, received more. Refer to nodes by "@id".'],
  [
    "returns a function in a node",
    () => [{ "@type": "Thing", name: () => "x" }],
    "expected text, numbers, true, false, lists and nodes, received a function.",
  ],
] as const) {
  test(`extend: a builder that ${name} is named, with the page`, () => {
    assert.is(errorOf(builder).message, `schema: extend.article: /a/: ${message}`);
    assert.ok("cause" in errorOf(builder));
  });
}

for (const [options, message] of [
  [
    { extend: { artcle: () => undefined } },
    /^schema: extend\.artcle: expected an option that exists, received "artcle"\. Did you mean "article"\?$/,
  ],
  [{ extend: { article: "x" } }, /^schema: extend\.article: expected a function, received "x"\.$/],
  [
    { policies: { privacy: "/p/" } },
    /^schema: policies\.privacy: expected an option that exists, received "privacy"\. Known: publishingPrinciples, /,
  ],
] as const) {
  test(`options: ${JSON.stringify(options)} is refused where it is set`, () => {
    const { context } = testSite({});
    assert.throws(
      () => schemaContext(context, options as never),
      (error: Error) => message.test(error.message),
    );
  });
}

test.run();
