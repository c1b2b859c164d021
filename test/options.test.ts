import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { z } from "zod/mini";
import { OPTION_NAMES } from "../plugins/build/options.ts";
import { defineSite } from "../plugins/corpus/site.ts";
import { parseOptions, unwrapped } from "../plugins/options.ts";
import { VERVAIN_OPTIONS } from "../plugins/vervain/options.ts";
import { optionsDocs } from "../scripts/options-docs.ts";
import { ROOT } from "./project.ts";

type Path = readonly string[];

/** Every option with fixed names, by its path. */
function everyOption(
  schema: z.ZodMiniType,
  path: Path = [],
): readonly { path: Path; schema: z.ZodMiniType }[] {
  const { shape } = unwrapped(schema) as unknown as { shape?: Readonly<Record<string, z.ZodMiniType>> };
  return Object.entries(shape ?? {}).flatMap(([name, option]) => [
    { path: [...path, name], schema: option },
    ...everyOption(option, [...path, name]),
  ]);
}

const OPTIONS = everyOption(VERVAIN_OPTIONS);

/** `{ a: { b: value } }` for the path a, b. */
function at(path: Path, value: unknown): object {
  return path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as object;
}

function refusal(options: unknown): string {
  try {
    parseOptions("vervain", VERVAIN_OPTIONS, options);
  } catch (error) {
    assert.instance(error, RangeError);
    return (error as Error).message;
  }
  return "(taken)";
}

/** Values that an option of this kind cannot be. */
function wrongValues(schema: z.ZodMiniType): readonly unknown[] {
  const { type } = unwrapped(schema).def as unknown as { type: string };
  const other = type === "string" ? 12 : type === "union" ? { no: "such" } : "wrong";
  if (type === "enum") return ["wrongg", 1, {}];
  if (type === "number") return ["5", -1, Number.NaN];
  if (type === "array") return [other, [Symbol.iterator]];
  return [other, type === "boolean" ? "no" : Symbol("wrong")];
}

test("options: there are as many as the tables have, none twice", () => {
  assert.ok(OPTIONS.length > 80, String(OPTIONS.length));
});

for (const { path, schema } of OPTIONS) {
  const name = path.join(".");
  test(`options: ${name}: a wrong kind or value is refused by name`, () => {
    for (const value of wrongValues(schema)) {
      const said = refusal(at(path, value));
      assert.match(said, new RegExp(`^vervain: ${name.replaceAll(".", "\\.")}(?:\\.\\d+)*: expected `), said);
    }
  });
  test(`options: ${name}: a misspelt name is refused with the nearest`, () => {
    const last = path.at(-1) as string;
    const misspelt = [...path.slice(0, -1), `${last}x`];
    const said = refusal(at(misspelt, true));
    assert.match(
      said,
      `vervain: ${misspelt.join(".")}: expected an option that exists, received "${last}x".`,
    );
    assert.match(said, /Did you mean "[\w-]+"\?|Known: /);
  });
}

test("options: all that is wrong is said at once", () => {
  const wrong = {
    trustsHtml: "no",
    countMismatch: "eror",
    related: { counts: 3, weights: { titel: 1 } },
    sites: {},
    site: { features: { serch: false } },
  };
  assert.equal(refusal(wrong).split("\n").sort(), [
    'vervain: countMismatch: expected "warning" or "error", received "eror".',
    'vervain: related.counts: expected an option that exists, received "counts". Did you mean "count"?',
    'vervain: related.weights.titel: expected an option that exists, received "titel". Did you mean "title"?',
    'vervain: site.features.serch: expected an option that exists, received "serch". Did you mean "search"?',
    'vervain: sites: expected an option that exists, received "sites". Did you mean "site"?',
    'vervain: trustsHtml: expected true or false, received "no".',
  ]);
});

test("options: what is left out has its default, and what was parsed parses again", () => {
  const once = parseOptions("vervain", VERVAIN_OPTIONS, {
    site: { url: "https://example.org/" },
    related: {},
  });
  assert.is(once.pageFrom, 2);
  assert.is(once.related?.weights.title, 0.07);
  assert.equal(parseOptions("vervain", VERVAIN_OPTIONS, once), once);
});

test("options: every plugin knows the names that the others read", () => {
  assert.equal([...OPTION_NAMES].sort(), Object.keys(VERVAIN_OPTIONS.shape).sort());
});

test("defineSite: a wrong setting is said where it is written", () => {
  assert.throws(
    () => defineSite({ titel: "x", pageSize: 0 } as never),
    ({ message }: Error) => {
      assert.equal(message.split("\n").sort(), [
        "site: pageSize: expected a number of at least 1, received 0.",
        'site: titel: expected an option that exists, received "titel". Did you mean "title"?',
      ]);
      return true;
    },
  );
});

test("docs/options.md: it is what the tables make (npx tsx scripts/options-docs.ts)", () => {
  assert.is(readFileSync(join(ROOT, "docs/options.md"), "utf8"), optionsDocs());
});

test.run();
