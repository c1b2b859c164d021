import { test } from "uvu";
import * as assert from "uvu/assert";
import { findOpenPlaces } from "../../plugins/article/open-places.ts";

const PLACE = "[fill in: who you are]";
const lines = (text: string): readonly number[] => findOpenPlaces(text).map(({ line }) => line);

for (const [name, text, expected] of [
  ["in a sentence", `We are ${PLACE}.`, [1]],
  ["two in a line", `${PLACE} and ${PLACE}`, [1, 1]],
  ["in a list, a table and a heading", `# ${PLACE}\n\n- ${PLACE}\n\n| a |\n|---|\n| ${PLACE} |\n`, [1, 3, 7]],
  ["in raw HTML", `<p>\n${PLACE}\n</p>\n`, [2]],
  ["as a definition that no page shows", `${PLACE}: /there/\n`, [1]],
  ["behind an escaped backtick", `\\\`${PLACE}\\\``, [1]],
] as const) {
  test(`open places: ${name} it is open`, () => assert.equal(lines(text), expected));
}

for (const [name, text] of [
  ["in a sentence", `Fill in \`${PLACE}\` where it stands.`],
  ["between two backticks", `Fill in \`\`${PLACE}\`\`.`],
  ["in a cell", `| a |\n|---|\n| \`${PLACE}\` |\n`],
  ["in a fence", `\`\`\`md\n${PLACE}\n\`\`\`\n`],
  ["indented", `    ${PLACE}\n`],
] as const) {
  test(`open places: as code ${name} it is shown, and not open`, () => assert.equal(lines(text), []));
}

test("open places: what is code in one paragraph stays open in another", () => {
  assert.equal(lines(`Write \`${PLACE}\`.\n\nI am ${PLACE}.\n\n\`\`\`\n${PLACE}\n\`\`\`\n`), [3]);
});

test("open places: in a paragraph with the same words as code and as text, none is let go", () => {
  assert.equal(lines(`Write \`${PLACE}\` for\n${PLACE}.`), [1, 2]);
  assert.equal(lines("Write `[fill in:\nx]`, as [fill in: x] is."), [2]);
});

test.run();
