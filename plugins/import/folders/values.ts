import { folded } from "../escape.ts";

/** Fields of front matter or of a configuration. */
export type Fields = Readonly<Record<string, unknown>>;

/** A name as all spellings of it are: "featured_image", "featuredImage" and "Featured-Image" are one. */
export function bareName(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/g, "");
}

/** Words of a value; null for what holds none. A number is the word for it. */
export function wordsOf(value: unknown): string | null {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  return typeof value === "string" ? folded(value) || null : null;
}

/** The fields of a value that is a map; none of any other. */
export function mapOf(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** A value as a list: one that is none is a list of itself. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null || value === "") return [];
  return Array.isArray(value) ? value : [value];
}

/** The first value that is there, of fields by their bare names. */
export function field(fields: Fields, ...names: readonly string[]): unknown {
  const byName = new Map(Object.entries(fields).map(([name, value]) => [bareName(name), value]));
  for (const name of names) {
    const value = byName.get(name);
    if (value !== undefined && value !== null && value !== "") return value;
  }
  return undefined;
}

/** True for what people write for yes. */
export function isYes(value: unknown): boolean {
  return (
    value === true || value === 1 || (typeof value === "string" && /^(?:true|yes|on|1)$/i.test(value.trim()))
  );
}

/** True for what people write for no. */
export function isNo(value: unknown): boolean {
  return (
    value === false ||
    value === 0 ||
    (typeof value === "string" && /^(?:false|no|off|0)$/i.test(value.trim()))
  );
}

/** The value at a path of keys, whatever their spelling; undefined where there is none. */
export function at(fields: Fields, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => field(mapOf(value), name), fields);
}
