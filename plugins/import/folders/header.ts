import { parse as parseToml, TomlDate, TomlError } from "smol-toml";
import { splitFrontMatter } from "../../article/split.ts";
import { parseYaml } from "../../article/yaml.ts";
import { FORBIDDEN_KEYS, parseJson } from "../../files/json.ts";
import { lenientYaml } from "../lenient-yaml.ts";

/** A file of content in two parts. */
export interface Headed {
  /** Fields as data; dates are text. Empty where there are none. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly hasHeader: boolean;
  readonly body: string;
  /** 1-based line on which the body starts. */
  readonly bodyLine: number;
  /** What was wrong with the header, which was read as far as it goes; null where nothing was. */
  readonly fault: string | null;
}

/** Front matter as Jekyll, Hugo, Eleventy and Astro read it: YAML, TOML or JSON. A script is not run. */
export function readHeaded(source: string): Headed {
  const json = leadingJson(source);
  if (json !== null) return json;
  const { raw, format, body, bodyLine, isUnclosed } = splitFrontMatter(source);
  const none = { fields: {}, hasHeader: false, fault: null };
  if (raw === null || isUnclosed) return { ...none, body: source.replace(/^\uFEFF/, ""), bodyLine: 1 };
  const rest = { hasHeader: true, body, bodyLine };
  if (format === "js") return { ...rest, fields: {}, fault: "a script, which an import does not run" };
  if (format === "json") return { ...rest, ...jsonFields(raw) };
  return { ...rest, ...(format === "toml" ? tomlFields(raw) : yamlFields(raw)) };
}

type Fields = Pick<Headed, "fields" | "fault">;

function yamlFields(raw: string): Fields {
  const parsed = parseYaml(raw);
  if ("data" in parsed) return { fields: parsed.data, fault: null };
  return {
    fields: lenientYaml(raw),
    fault: `YAML that cannot be read in line ${parsed.line + 1} (${parsed.fault})`,
  };
}

function tomlFields(raw: string): Fields {
  try {
    return { fields: plain(parseToml(raw)) as Readonly<Record<string, unknown>>, fault: null };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return { fields: {}, fault: `TOML that cannot be read in line ${error.line + 1}` };
  }
}

function jsonFields(raw: string): Fields {
  const parsed = parseJson(raw.trim().startsWith("{") ? raw : `{${raw}}`);
  if ("fault" in parsed) return { fields: {}, fault: `JSON that cannot be read (${parsed.fault})` };
  return typeof parsed.value === "object" && parsed.value !== null && !Array.isArray(parsed.value)
    ? { fields: plain(parsed.value) as Readonly<Record<string, unknown>>, fault: null }
    : { fields: {}, fault: "JSON that holds no fields" };
}

/** Data with dates as text, and without keys that reach a prototype. */
function plain(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return typeof value === "bigint" ? String(value) : value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (FORBIDDEN_KEYS.has(key) ? [] : [[key, plain(inner)]])),
  );
}

/** Hugo's third form: an object in braces before the text, its end at the start of a line. */
function leadingJson(source: string): Headed | null {
  const text = source.replace(/^\uFEFF/, "");
  if (!/^\{[ \t]*\r?\n/.test(text)) return null;
  const end = /^\}[ \t]*(?:\r?\n|$)/m.exec(text);
  if (!end) return null;
  const raw = text.slice(0, end.index + 1);
  const parsed = jsonFields(raw);
  if (parsed.fault !== null) return null;
  const body = text.slice(end.index + end[0].length);
  return { ...parsed, hasHeader: true, body, bodyLine: raw.split("\n").length + 1 };
}
