/**
 * What single sentences are read as: `npm run sentences -- FILE…`, each a JSON file of
 * `{ kind: [{ text, subject, canonical?, optional?, forbidden? }] }`. A sentence with
 * `canonical` asserts it (an inner array: any one is right); one without asserts nothing.
 */
import { readFileSync } from "node:fs";
import { z } from "zod/mini";
import { titleReader } from "../plugins/benefits/languages.ts";
import type { Lexicon } from "../plugins/benefits/lexicon.ts";
import { readBenefits } from "../plugins/benefits/read.ts";
import { loadLexicon } from "../plugins/cli/benefits.ts";
import { readLeniently } from "../plugins/import/lenient.ts";
import { alternatives } from "./labels.ts";

const NAMES = z._default(z.array(z.union([z.string(), z.array(z.string())])), []);
const SENTENCE = z.looseObject({
  text: z.string(),
  subject: z.string(),
  canonical: NAMES,
  optional: NAMES,
  forbidden: NAMES,
});
type Sentence = z.infer<typeof SENTENCE>;

/** Canonicals of one sentence: on a page unasked, and all that is found. */
interface Found {
  readonly published: readonly string[];
  readonly all: readonly string[];
}

function read({ text, subject }: Sentence, lexicon: Lexicon): Found {
  const source = `---\ntitle: ${JSON.stringify(subject)}\n---\n\n${text}\n`;
  const { article } = readLeniently("x.md", source, titleReader(lexicon.terms));
  const { published, proposals } = readBenefits(article, lexicon);
  const names = published.flatMap(({ canonicals }) => canonicals);
  return { published: names, all: [...names, ...proposals.flatMap(({ canonicals }) => canonicals)] };
}

interface Tally {
  sentences: number;
  expected: number;
  found: number;
  published: number;
  wrong: number;
  wrongPublished: number;
}

function tally(sentence: Sentence, found: Found): Tally {
  const expected = sentence.canonical.map((one) => alternatives(one));
  const free = [...expected.flat(), ...sentence.optional.flatMap((one) => alternatives(one))];
  const isIn = (names: readonly string[]) => (any: readonly string[]) =>
    any.some((one) => names.includes(one));
  return {
    sentences: 1,
    expected: expected.length,
    found: expected.filter(isIn(found.all)).length,
    published: expected.filter(isIn(found.published)).length,
    wrong: found.all.filter((one) => !free.includes(one)).length,
    wrongPublished: found.published.filter((one) => !free.includes(one)).length,
  };
}

const problems: Parameters<typeof loadLexicon>[1] = [];
const lexicon = loadLexicon(undefined, problems);
const sums = new Map<string, Tally>();
const isVerbose = process.argv.includes("--verbose");
for (const file of process.argv.slice(2).filter((one) => !one.startsWith("--"))) {
  const kinds = Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>);
  for (const [kind, listed] of kinds) {
    if (!Array.isArray(listed)) continue;
    for (const sentence of z.array(SENTENCE).parse(listed)) {
      const found = read(sentence, lexicon);
      const one = tally(sentence, found);
      const name = `${kind}${sentence.canonical.length > 0 ? " (asserts)" : ""}`;
      const sum = sums.get(name);
      for (const key of sum ? (Object.keys(one) as (keyof Tally)[]) : []) (sum as Tally)[key] += one[key];
      if (!sum) sums.set(name, one);
      if (isVerbose && (one.wrong > 0 || one.found < one.expected))
        console.log(
          `${name}: ${sentence.text}\n    expected ${sentence.canonical.join(", ") || "nothing"}; published ${found.published.join(", ") || "nothing"}; found ${found.all.join(", ") || "nothing"}`,
        );
    }
  }
}
console.table(Object.fromEntries(sums));
