import { isDeepStrictEqual } from "node:util";
import { toSlug } from "../article/anchors.ts";
import { parseYaml } from "../article/yaml.ts";
import { quote } from "../problem.ts";

/** Directions that a new target may usually be meant in, with what that makes of it. */
export const USUAL = [
  ["improve", "a good thing"],
  ["reduce", "a trouble"],
  ["regulate", "a level"],
] as const;
export type Usual = (typeof USUAL)[number][0];

/** The file with the new line in it, or why it cannot be put there. */
export type LexiconWritten = { readonly text: string; readonly id: string } | { readonly fault: string };

/** What a new file begins with. */
const HEAD =
  "# Targets of this site, beside those of Vervain. One line each; the package's file says what may stand in it.\n";

/**
 * Adds one target as one line at the end of a site's `targets.yaml` and leaves
 * every other byte as it was. What would come out other than meant is not written.
 *
 * @param source the file's text; null where there is none yet
 * @param isKnown whether an id is taken, in this file or the package's
 */
export function addTarget(
  source: string | null,
  words: string,
  usual: Usual,
  isKnown: (id: string) => boolean,
): LexiconWritten {
  const id = toSlug(words);
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))
    return {
      fault: `expected words of Latin letters for a target's id, received ${quote(words)}. Add it by hand.`,
    };
  if (isKnown(id))
    return {
      fault: `expected a target that is not there yet, received "${id}", which is. Add the words to its aliases by hand.`,
    };
  const old = source === null ? { data: {} } : parseYaml(source);
  if ("fault" in old) return { fault: `expected YAML, received ${old.fault}. Mend the file first.` };
  const newline = /\r\n/.test(source ?? "") ? "\r\n" : "\n";
  const label = words.charAt(0).toUpperCase() + words.slice(1);
  const text = `${endLine(source ?? HEAD, newline)}${id}: { label: ${JSON.stringify(label)}, usual: ${usual} }${newline}`;
  const read = parseYaml(text);
  if ("fault" in read || !isDeepStrictEqual(read.data, { ...old.data, [id]: { label, usual } }))
    return { fault: "expected one entry a line in the file, received another form of YAML. Add it by hand." };
  return { text, id };
}

function endLine(text: string, newline: string): string {
  return text === "" || text.endsWith("\n") ? text : text + newline;
}
