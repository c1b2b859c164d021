import { isEleventyName, isLayoutName, isOwnField, type OwnFields } from "../article/fields.ts";
import { lineOf, parseYaml } from "../article/yaml.ts";
import { parseJson } from "../files/json.ts";
import { type Problem, quote } from "../problem.ts";

/** Front matter that a folder's data file may give for all of its articles. */
export const INHERITED: readonly string[] = [
  "author",
  "authors",
  "lang",
  "reviewedBy",
  "sponsor",
  "madeWithAi",
];

/** Faults of a data file among articles: what it may give all of them, and nothing else. */
export function dataFileProblems(source: string, file: string, fields: OwnFields): readonly Problem[] {
  const problem = (line: number, field: string, message: string): Problem => ({
    file,
    line,
    field,
    message,
    severity: "error",
  });
  const json = file.endsWith(".json") ? parseJson(source) : null;
  // JSON is YAML: what is sound in the one reads the same in the other.
  const parsed = json !== null && "fault" in json ? json : parseYaml(source);
  if ("fault" in parsed)
    return [problem(parsed.line, "file", `expected fields of articles, received a fault (${parsed.fault}).`)];
  const known = [...INHERITED, "layout", ...(fields === "any" ? [] : fields)];
  return Object.entries(parsed.data).flatMap(([key, value]): readonly Problem[] => {
    const isKnown = known.includes(key) || (fields === "any" && isOwnField(key, fields));
    if (!isKnown) {
      const message = `expected one of ${known.join(", ")}, received ${quote(key)}.`;
      return [problem(lineOf(source, [key]), key, message)];
    }
    if (key !== "layout" || isLayoutName(value)) return [];
    return [problem(lineOf(source, [key]), key, `expected the path of a layout, received ${quote(value)}.`)];
  });
}

/** A global data file that Eleventy would take for an order to every template: `_data/eleventyComputed.json`. */
export function dataNameProblem(name: string, file: string): Problem | null {
  const keys = name.replace(/\.[^./]+$/, "").split("/");
  const order = keys.slice(0, 1).find(isEleventyName);
  if (order === undefined) return null;
  const message = `expected data, received ${quote(order)}, which Eleventy takes for an order to every page. Put it into a script, or rename the file.`;
  return { file, line: 0, field: "file", message, severity: "error" };
}
