import { parseYaml } from "../article/yaml.ts";

/** Fields of a YAML header: as it is, or with the values quoted that a colon spoils, or line by line. */
export function lenientYaml(raw: string): Readonly<Record<string, unknown>> {
  for (const text of [raw, quoteValues(raw)]) {
    const parsed = parseYaml(text);
    if ("data" in parsed) return parsed.data;
  }
  return fieldsByLine(raw, /^\s{0,8}([A-Za-z_-]{1,40})\s*:\s*(\S.*)$/);
}

function quoteValues(raw: string): string {
  return raw
    .split("\n")
    .map((line) => {
      const field = /^(\s*(?:- )?[A-Za-z_-]{1,40}:\s+)([^"'[{>|&*!#\s].*)$/.exec(line.replace(/\r$/, ""));
      return field?.[2]?.includes(":") ? `${field[1]}${JSON.stringify(field[2])}` : line;
    })
    .join("\n");
}

/** Fields that stand on a line each, by a pattern of name and value. */
export function fieldsByLine(raw: string, pattern: RegExp): Readonly<Record<string, unknown>> {
  const fields = Object.create(null) as Record<string, unknown>;
  for (const line of raw.split("\n")) {
    const [, key, value] = pattern.exec(line) ?? [];
    if (key && value && !(key in fields)) fields[key] = quotedValue(value.trim());
  }
  return fields;
}

function quotedValue(value: string): unknown {
  if (value.startsWith("[") && value.endsWith("]"))
    return [...value.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, a, b]) => a ?? b ?? "");
  return value.replace(/^(["'])(.*)\1$/, "$2");
}
