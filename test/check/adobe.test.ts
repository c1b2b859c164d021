import { test } from "uvu";
import * as assert from "uvu/assert";
import { checkPage } from "../../plugins/check/index.ts";
import vocabulary from "../../plugins/check/vocabulary.json" with { type: "json" };
import { decodeVocabulary } from "../../plugins/check/vocabulary-file.ts";
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
  const { classes, properties, members } = decodeVocabulary(vocabulary);
  const refs = (names: readonly string[]) => names.map((name) => ({ "@id": `schema:${name}` }));
  const classNodes = Array.from(classes, ([name, { parents }]) => ({
    "@id": `schema:${name}`,
    "@type": "rdfs:Class",
    "rdfs:label": name,
    "rdfs:subClassOf": refs(parents),
  }));
  const propertyNodes = Array.from(properties, ([name, { domains }]) => ({
    "@id": `schema:${name}`,
    "@type": "rdf:Property",
    "rdfs:label": name,
    "schema:domainIncludes": refs(domains),
  }));
  const memberNodes = Array.from(members, ([name, { parents }]) => ({
    "@id": `schema:${name}`,
    "@type": `schema:${parents[0]}`,
    "rdfs:label": name,
  }));
  return { "@context": {}, "@graph": [...classNodes, ...propertyNodes, ...memberNodes] };
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
