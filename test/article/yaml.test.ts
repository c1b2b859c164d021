import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { lineOf, parseYaml } from "../../plugins/article/yaml.ts";

/** Headers in which a name stands where it is no field, or otherwise than bare at the begin of its line. */
const HEADERS = [
  "title: Rest\ndate: 2026-01-02",
  "# title: none\n\ntitle: Rest",
  "note: |\n  title: none\n\n  date: none\ntitle: Rest",
  'note: "said\n  title: none"\ntitle : Rest',
  "note:\n  title: none\n  tags: [a]\ntags: [b]",
  '"title": Rest\ndate: 2026-01-02',
  "{ title: Rest,\ndate: 2026-01-02 }",
  "? title\n: Rest",
  "tags:\n- title: none\ntitle:\n  Rest",
  "title:Rest: none\nsubtitle: none\ntitle: Rest",
  "date: 2026-01-02\r\ntitle: Rest\r\n",
  "&a title: Rest\ndate: *a",
];

test("yaml: a field's line is the one that a whole reading of the header finds", () => {
  // What is in no field is looked for in the whole, up to the field itself.
  for (const raw of HEADERS)
    for (const key of ["title", "date", "tags", "note", "none"])
      assert.is(lineOf(raw, [key]), lineOf(raw, [key, "not there"]), `${JSON.stringify(raw)} ${key}`);
  assert.is(lineOf("note: |\n  title: none\ntitle: Rest", ["title"]), 3);
});

test("yaml: the same, of any header that can be read", () => {
  const piece = fc.constantFrom(
    "title",
    "date",
    ": ",
    ":",
    "\n",
    "  ",
    "|",
    '"',
    "- ",
    "a",
    "#",
    "{",
    "}",
    ", ",
    "'",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
      const raw = pieces.join("");
      const parsed = parseYaml(raw);
      if ("fault" in parsed) return;
      for (const key of ["title", "date"])
        if (key in parsed.data) assert.is(lineOf(raw, [key]), lineOf(raw, [key, "not there"]), raw);
    }),
    { numRuns: 3000, seed: 7 },
  );
});

test.run();
