import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { ExtractionHit, ExtractionRule } from "../../plugins/benefits/extraction-rule.ts";
import type { Extraction } from "../../plugins/benefits/language.ts";
import { benefits as plugin } from "../../plugins/benefits/plugin.ts";
import { requireOwnNames } from "../../plugins/benefits/stage.ts";
import type { EleventyConfig } from "../../plugins/eleventy.ts";
import { article, smallProject } from "../project.ts";
import { read } from "./reader.ts";

/** A rule that finds these hits, whatever the article is. */
const rule = (hits: readonly Partial<ExtractionHit>[], confidence = 0.97): ExtractionRule => ({
  name: "good-for",
  confidence,
  find: () => hits as readonly ExtractionHit[],
});
const LINE = { line: 5, words: "Good for: sleep, stress.", benefits: ["sleep", "reduce:stress"] };
const BODY = "Good for: sleep, stress.\n";
const found = ({ benefits }: Extraction): string[] =>
  benefits.map(({ canonicals, rule: by }) => `${by} ${canonicals.join()}`);
const faults = ({ ruleFaults }: Extraction): string[] =>
  ruleFaults.map(({ file, line, field, message }) => `${file}:${line}: ${field}: ${message}`);

test("extractionRules: what only the site knows to read is found, in the article's words", () => {
  assert.equal(found(read("Linen", BODY)), []);
  const [benefit, ...others] = read("Linen", BODY, { ownRules: [rule([LINE])] }).benefits;
  assert.equal(others, []);
  assert.equal(benefit, {
    canonicals: ["improve:sleep-quality", "reduce:stress"],
    kind: "prose",
    heading: null,
    evidence: "Good for: sleep, stress.",
    line: 5,
    anchor: "",
    hedged: false,
    grade: null,
    rule: "good-for",
    confidence: 0.97,
    byWriter: false,
  });
});

test("extractionRules: a rule can be left out by name, and none is asked of a language that is not read", () => {
  assert.equal(found(read("Linen", BODY, { ownRules: [rule([LINE])], without: ["good-for"] })), []);
  const german = "Das Bad ist warm, und danach schläft man besser und ruhiger als sonst.\n";
  const words = { line: 5, words: "schläft man besser", benefits: ["sleep"] };
  const asGerman = { ownRules: [rule([words])] };
  assert.equal(found(read("Ein warmes Bad für die Nacht", german.repeat(3), asGerman)), []);
});

test("extractionRules: of two readings of one benefit the surer one is kept", () => {
  const body = "Massage reduces stress.\n\nGood for: stress.\n";
  const hit = { line: 7, words: "Good for: stress.", benefits: ["reduce:stress"] };
  const plain = read("Massage", body).benefits[0]?.confidence ?? 0;
  assert.equal(found(read("Massage", body, { ownRules: [rule([hit], plain + 0.01)] })), [
    "good-for reduce:stress",
  ]);
  assert.equal(found(read("Massage", body, { ownRules: [rule([hit], plain)] })), [
    "prose-claim reduce:stress",
  ]);
});

test("extractionRules: a heading that is found keeps its place, and what else it says", () => {
  const body =
    "## Benefits of massage\n\n### Less stress and better sleep\n\nIt does.\n\n### Softer linen\n\nIt does.\n";
  const before = read("2 benefits of massage", body);
  assert.equal(found(before), ["by-heading reduce:stress,improve:sleep-quality"]);
  assert.equal(
    before.unnamed.map(({ heading }) => heading),
    ["Softer linen"],
  );
  const hits = [
    { line: 7, words: "Less stress", benefits: ["reduce:stress"] },
    { line: 11, words: "linen", benefits: ["sleep quality"] },
  ];
  const after = read("2 benefits of massage", body, { ownRules: [rule(hits)] });
  assert.equal(
    after.benefits.map(({ heading, kind, canonicals, rule: by }) => [heading, kind, canonicals.join(), by]),
    [
      ["Less stress and better sleep", "explicit", "improve:sleep-quality", "by-heading"],
      ["Less stress and better sleep", "explicit", "reduce:stress", "good-for"],
      ["Softer linen", "explicit", "improve:sleep-quality", "good-for"],
    ],
  );
  assert.equal(after.unnamed, []);
});

test("extractionRules: a heading without a known target gets the one that is found", () => {
  const body = "## Benefits of massage\n\n### Softer linen\n\nIt does.\n\n### Less pain\n\nIt does.\n";
  const hit = { line: 7, words: "Softer linen", benefits: ["reduce:stress"], isHedged: true };
  const { benefits, unnamed, unknownTargets } = read("Massage", body, { ownRules: [rule([hit])] });
  assert.equal(unnamed, []);
  assert.equal(unknownTargets, []);
  assert.equal(
    benefits.map(({ heading, kind, hedged }) => [heading, kind, hedged]),
    [
      ["Less pain", "explicit", false],
      ["Softer linen", "explicit", true],
    ],
  );
});

test("extractionRules: a listed place is a heading of the article's list", () => {
  const hits = [{ ...LINE, isListed: true }];
  const [one] = read("Linen", BODY, { ownRules: [rule(hits)] }).benefits;
  assert.equal([one?.kind, one?.heading], ["explicit", "Good for: sleep, stress."]);
});

test("extractionRules: nothing is claimed that the article does not say; each fault is named with its line", () => {
  const hits = [
    { ...LINE, words: "cures all" },
    { ...LINE, words: " " },
    { ...LINE, line: 99 },
    { ...LINE, benefits: ["reduce:stres"] },
    LINE,
  ];
  const given = read("Linen", BODY, { ownRules: [rule(hits)] });
  assert.equal(found(given), ["good-for improve:sleep-quality,reduce:stress"]);
  const at = (line: number): string => `x.md:${line}: extractionRules.good-for: expected`;
  const line5 = `${at(5)} words of the article on this line, received`;
  assert.equal(faults(given), [
    `${line5} "cures all" where it has "Good for: sleep, stress.".`,
    `${line5} " " where it has "Good for: sleep, stress.".`,
    `${at(99)} words of the article on this line, received "Good for: sleep, stress." where it has no heading and no block.`,
    `${at(5)} a known benefit such as reduce:stress, received "reduce:stres". Did you mean "reduce:stress"?`,
  ]);
});

test("extractionRules: code says nothing", () => {
  const given = read("Linen", `\`\`\`\n${BODY}\`\`\`\n`, { ownRules: [rule([{ ...LINE, line: 6 }])] });
  assert.equal(found(given), []);
});

test("extractionRules: a rule that throws, or returns no list, is a fault of that article and no more", () => {
  const throwing: ExtractionRule = {
    ...rule([]),
    find: () => {
      throw new Error("no such cell");
    },
  };
  const ending: ExtractionRule = { ...rule([]), name: "ending", find: () => null as never };
  const given = read("Massage", "Massage reduces stress.\n", { ownRules: [throwing, ending] });
  assert.equal(found(given), ["prose-claim reduce:stress"]);
  assert.match(faults(given)[0] as string, "received a fault: no such cell.");
  assert.match(faults(given)[1] as string, "x.md:1: extractionRules.ending: expected a list of places");
});

test("extractionRules: wrong rules are refused, all at once", () => {
  const wrong = [
    { ...rule([]), name: "Good!" },
    { ...rule([]), confidence: 7 },
    { name: "x", confidence: 1, find: "yes" },
    { ...rule([]), confidense: 1 },
  ];
  const refused = (rules: readonly object[]): string[] => {
    try {
      plugin({ addPlugin: () => undefined } as unknown as EleventyConfig, {
        extractionRules: rules as readonly ExtractionRule[],
      });
    } catch (error) {
      return (error as Error).message.split("\n");
    }
    return [];
  };
  const lines = refused(wrong);
  for (const [index, words] of [
    [0, 'name: expected lower-case words joined by "-", received "Good!"'],
    [1, "confidence: expected "],
    [2, 'find: expected a function, received "yes"'],
    [3, 'expected an option that exists, received "confidense". Did you mean "confidence"?'],
  ] as const)
    assert.ok(
      lines.some((line) => line.includes(`extractionRules.${index}`) && line.includes(words)),
      `${words}\n${lines.join("\n")}`,
    );
  assert.match(refused([rule([]), rule([])]).join(), "expected rules with different names");
  assert.throws(
    () => requireOwnNames([rule([]), { ...rule([]), name: "by-heading" }]),
    'benefits: extractionRules.1.name: expected a name that no rule of the package\'s has, received "by-heading".',
  );
});

test("extractionRules: build, vervain benefits and vervain review know the same rules, and the same line", () => {
  const good = `{ name: "good-for", confidence: 0.9, find: ({ blocks }) => blocks.flatMap(({ text, line }) => {
    const list = /^Good for: (.+)\\.$/.exec(text);
    return list ? [{ line, words: text, benefits: list[1].split(", ") }] : [];
  }) }`;
  const never = `{ name: "no-linen", number: 0, level: "warning", scope: "article", language: "any", expected: "wool", why: "w",
    source: "s", todo: "Say wool.", check: (_, { benefits = [] }) => [{ words: "linen and " + benefits.length, line: 1 }] }`;
  const project = smallProject(
    `pageFrom: 1, extractionRules: [${good}], review: { ownRules: [${never}], rules: { "no-linen": "error" } },`,
  );
  project.write(
    "src/articles/linen.md",
    article({ title: "Linen", date: "2026-01-01" }, "Good for: sleep, stress.\n"),
  );
  const told = (line: number): void => {
    project.edit("eleventy.config.js", (text) =>
      text.replace(/publisher: "journal".*\}/, `publisher: "journal", publishFrom: ${line} }`),
    );
    const isShown = line <= 0.9;
    const built = project.vervain("build");
    assert.is(built.code, 0, built.output);
    assert.is(existsSync(join(project.folder, "_site/benefits/reduce-stress/index.html")), isShown);
    const { output } = project.vervain("benefits", "src/articles/linen.md");
    assert.match(output, isShown ? "the site shows 2" : "the site shows 0, 2 wait");
    const less = project.vervain("benefits", "--without", "good-for", "src/articles/linen.md");
    assert.match(less.output, "the site shows 0");
    const said = `no-linen: expected wool, received "linen and ${isShown ? 1 : 0}"`;
    assert.match(built.output, said);
    const reviewed = project.vervain("review", "src/articles/linen.md");
    assert.match(reviewed.output, `error src/articles/linen.md:1: ${said}`);
    assert.is(reviewed.code, 1);
    assert.is(project.vervain("review", "--rules", "no-linen=off", "src/articles/linen.md").code, 0);
  };
  told(0.9);
  told(0.95);
  project.edit("eleventy.config.js", (text) => text.replace('name: "good-for"', 'name: "by-items"'));
  const named = project.vervain("build");
  assert.is(named.code, 1);
  assert.match(
    named.output,
    "benefits: extractionRules.0.name: expected a name that no rule of the package's has",
  );
  project.edit("eleventy.config.js", (text) =>
    text.replace('name: "by-items"', 'name: "good-for"').replace("words: text", 'words: "Nothing"'),
  );
  for (const command of ["build", "benefits", "review"]) {
    const files = command === "build" ? [] : ["src/articles/linen.md"];
    const { code, output } = project.vervain(command, ...files);
    assert.is(code, 1, command);
    assert.match(
      output,
      'src/articles/linen.md:7: extractionRules.good-for: expected words of the article on this line, received "Nothing" where it has "Good for: sleep, stress.".',
    );
  }
  project.clean();
});

test("vervain benefits, review: a configuration that cannot be read stops them as it stops a build, unless settings are named", () => {
  const project = smallProject();
  project.write("eleventy.config.js", "throw new Error('no key');\n");
  for (const command of ["benefits", "review"]) {
    const { code, output } = project.vervain(command, "src/articles/rest.md");
    assert.is(code, 1);
    assert.match(output, "error no key");
    assert.is(project.vervain(command, "--data", "_data", "src/articles/rest.md").code, 0);
  }
  project.clean();
});

test.run();
