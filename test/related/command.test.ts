import { test } from "uvu";
import * as assert from "uvu/assert";
import { relatedCommand } from "../../plugins/cli/related.ts";
import { explainRelated, type RelatedDocument } from "../../plugins/related/index.ts";

const SITE: readonly RelatedDocument[] = [
  { id: "a", title: "Massage for insomnia", text: "Massage eases insomnia.", conditions: ["jet-lag"] },
  { id: "b", title: "Tea for insomnia", text: "Tea eases insomnia.", conditions: ["jet-lag"] },
  { id: "c", title: "Insomnia in old age", text: "Insomnia comes with age.", hide: true },
  { id: "d", title: "Insomnia in summer", text: "Warm nights bring insomnia." },
  { id: "e", title: "A winter garden", text: "Frost." },
];

async function run(article: string, json = false): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const related = { count: 1, rescue: false };
  const code = await relatedCommand(article, {
    documents: SITE,
    related,
    json,
    print: (line) => lines.push(line),
  });
  return { code, lines };
}

test("relatedCommand: shows the list with scores and reasons, and why not the next", async () => {
  const { code, lines } = await run("a");
  assert.is(code, 0);
  const text = lines.join("\n").replace(/0\.\d{3}/g, "0.nnn");
  assert.is(
    text,
    `Massage for insomnia (a)

Also Read:
  1. 0.nnn  Tea for insomnia (b)
            both on jet lag

Next, and why not:
     0.nnn  Insomnia in summer (d): comes after the 1 that are listed
     0.nnn  Insomnia in old age (c): is never recommended (alsoRead: hide)

Linked from 2: b, d`,
  );
});

test("relatedCommand: says what the page says, then all reasons", async () => {
  const lines: string[] = [];
  const saysOf = (id: string, other: string): string => `${other} for ${id}`;
  const options = { documents: SITE, related: { count: 1, rescue: false }, saysOf };
  await relatedCommand("a", { ...options, print: (line) => lines.push(line) });
  assert.equal(lines.slice(4, 6), ["            page: b for a", "            both on jet lag"]);
  await relatedCommand("a", { ...options, json: true, print: (line) => lines.splice(0, Infinity, line) });
  assert.is(JSON.parse(lines[0]!).listed[0].says, "b for a");
});

test("relatedCommand: takes a title, also nearly written", async () => {
  assert.is((await run("tea for Insomnia!")).lines[0], "Tea for insomnia (b)");
});

test("relatedCommand: an article that is not there ends with 1 and the nearest", async () => {
  const { code, lines } = await run("Massage for gout");
  assert.is(code, 1);
  assert.equal(lines, [
    'related: article: expected the id, path, file or title of an article, received "Massage for gout". Nearest: "a", "b", "c".',
  ]);
});

test("relatedCommand: without an article, the link graph of the site", async () => {
  const { code, lines } = await run("");
  assert.is(code, 0);
  assert.is(lines[0], "5 articles, 60.0 % are linked from another's page");
  assert.is(lines[1], "Orphans (2): c, e");
  assert.is(lines[2], "Without links (1): e");
});

test("relatedCommand: --json prints one object", async () => {
  assert.is(JSON.parse((await run("a", true)).lines.join("\n")).listed[0].id, "b");
  assert.is(JSON.parse((await run("", true)).lines.join("\n")).articleCount, 5);
});

for (const [name, change, why] of [
  ["excluded", { a: { exclude: ["b"] } }, "is excluded here"],
  [
    "of another therapy",
    { a: { sameTherapy: true, therapies: ["x"] } },
    "shares no therapy, and only the same therapy is wanted",
  ],
  ["where no list is wanted", { a: { none: true } }, "this article has no list (alsoRead: none)"],
] as const) {
  test(`explainRelated: says why not, ${name}`, () => {
    const site = SITE.map((document) => ({
      ...document,
      ...(change as Record<string, object>)[document.id],
    }));
    const { passedOver } = explainRelated("a", site);
    assert.is(passedOver.find(({ id }) => id === "b")?.why, why);
  });
}

test("explainRelated: an id that nobody has is refused", () => {
  assert.throws(() => explainRelated("zz", SITE), /related: expected the id of an article, received "zz"\./);
});

test.run();
