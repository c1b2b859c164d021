import { parseYaml } from "../../article/yaml.ts";
import { parseJson } from "../../files/json.ts";
import { readHeaded } from "./header.ts";
import type { Tree } from "./tree.ts";
import { type Fields, mapOf } from "./values.ts";

/** A settings file (YAML, TOML, JSON) as data; nothing where there is none or it cannot be read. */
export function settingsIn(tree: Tree, path: string): Fields {
  const text = tree.files.includes(path) ? tree.text(path) : null;
  if (text === null) return {};
  if (/\.json$/i.test(path)) {
    const parsed = parseJson(text);
    return "value" in parsed ? mapOf(parsed.value) : {};
  }
  if (/\.toml$/i.test(path)) return tomlIn(text);
  const parsed = parseYaml(text);
  return "data" in parsed ? parsed.data : {};
}

function tomlIn(text: string): Fields {
  return readHeaded(`+++\n${text.replace(/^\uFEFF/, "").replace(/^\+\+\+/gm, "")}\n+++\n`).fields;
}

/** The first of several paths that is there; null where none is. */
export function firstOf(tree: Tree, ...paths: readonly string[]): string | null {
  return paths.find((path) => tree.files.includes(path)) ?? null;
}

/** A value that a script assigns to a name as plain text: `url: "https://…"`. The script is not run. */
export function assignedIn(source: string, name: string): string | null {
  const found = new RegExp(
    `(?:^|[\\s{,;.])["']?${name}["']?\\s*[:=]\\s*(?:"([^"\\n]{0,400})"|'([^'\\n]{0,400})'|\`([^\`$\\n]{0,400})\`)`,
    "m",
  ).exec(source);
  return found ? (found[1] ?? found[2] ?? found[3] ?? null) : null;
}

/** An address of a site as texts have it, without slash at the end; null for what is none. */
export function siteAddress(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const text = value
    .trim()
    .replace(/[?#].*$/, "")
    .replace(/\/+$/, "");
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const { hostname } = new URL(text);
  // What generators put in for an address that nobody has filled in.
  return hostname === "localhost" || hostname === "example.com" || hostname === "example.org" ? null : text;
}
