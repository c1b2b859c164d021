import { readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { checkPage } from "../../plugins/check/index.ts";
import { seeded } from "./site/fault.ts";
import { ARTICLE, filesOf, smallSite } from "./site/site.ts";

interface Issue {
  readonly issueMessage: string;
  readonly severity: "ERROR" | "WARNING";
}
interface AdobeValidator {
  validate(extracted: unknown): Promise<readonly Issue[]>;
}

/** The vocabulary in the shape Adobe's validator reads: a graph of classes and properties. */
function vocabularyForAdobe(): object {
  const { c, p, e } = JSON.parse(
    readFileSync(new URL("../../plugins/check/vocabulary.json", import.meta.url), "utf8"),
  ) as Record<"c" | "p" | "e", Record<string, readonly [readonly string[], unknown]>>;
  const refs = (names: readonly string[]) => names.map((name) => ({ "@id": `schema:${name}` }));
  const classes = Object.entries(c!).map(([name, [parents]]) => ({
    "@id": `schema:${name}`,
    "@type": "rdfs:Class",
    "rdfs:label": name,
    "rdfs:subClassOf": refs(parents),
  }));
  const properties = Object.entries(p!).map(([name, [domains]]) => ({
    "@id": `schema:${name}`,
    "@type": "rdf:Property",
    "rdfs:label": name,
    "schema:domainIncludes": refs(domains),
  }));
  const members = Object.entries(e!).map(([name, [of]]) => ({
    "@id": `schema:${name}`,
    "@type": `schema:${of[0]}`,
    "rdfs:label": name,
  }));
  return { "@context": {}, "@graph": [...classes, ...properties, ...members] };
}

async function adobe(html: string): Promise<readonly Issue[]> {
  const { default: Validator } = (await import("@adobe/structured-data-validator")) as unknown as {
    default: new (vocabulary: object) => AdobeValidator;
  };
  const { default: WebAutoExtractor } = (await import("@marbec/web-auto-extractor")) as unknown as {
    default: new (options: object) => { parse(html: string): unknown };
  };
  return new Validator(vocabularyForAdobe()).validate(
    new WebAutoExtractor({ addLocation: true }).parse(html),
  );
}

for (const [path, html] of Object.entries(filesOf(smallSite()))) {
  if (!path.endsWith(".html")) continue;
  test(`second opinion: no error on ${path}`, async () => {
    const issues = await adobe(html);
    assert.equal(
      issues.filter((issue) => issue.severity === "ERROR"),
      [],
    );
  });
}

for (const [what, seed] of [
  ["an unknown property", (node: Record<string, unknown>) => Object.assign(node, { headlines: "x" })],
  [
    "a breadcrumb without item",
    (_: unknown, list: Record<string, unknown>) =>
      Object.assign((list.itemListElement as object[])[0]!, { item: undefined }),
  ],
] as const) {
  test(`second opinion: both see ${what}`, async () => {
    const html = seeded({
      what,
      rules: [],
      seed: ({ node }) => seed(node("BlogPosting"), node("BreadcrumbList")),
    })[ARTICLE]!;
    assert.ok((await adobe(html)).length > 0);
    assert.ok(checkPage({ path: ARTICLE, html }, {}).some((finding) => finding.severity === "error"));
  });
}

test.run();
