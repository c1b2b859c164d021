import { groupHeaders } from "./groups.ts";
import type { HeaderRule } from "./headers.ts";
import { patternSource } from "./paths.ts";

/** Two files: nginx takes maps only outside `server`, and headers of one site only inside it. */
export interface NginxFiles {
  /** For the `http` level, as `/etc/nginx/conf.d/vervain-maps.conf`. */
  readonly maps: string;
  /** To include in the site's `server` block. */
  readonly server: string;
}

/**
 * Headers for nginx. All stand on the server level and take their values from
 * maps over the path, because a `location` with an `add_header` of its own
 * drops every one of the levels above.
 *
 * `Cache-Control` is left off errors, so that a missing file is not remembered for a year.
 */
export function nginxFiles(rules: readonly HeaderRule[]): NginxFiles {
  const { everywhere, rest, groups } = groupHeaders(rules);
  const varying = [...new Set(groups.flatMap(({ headers }) => Object.keys(headers)))].filter(
    (name) => name !== "Content-Type",
  );
  const lines = [
    ...Object.entries(everywhere).map(([name, value]) => addHeader(name, quoted(value))),
    ...varying.map((name) => addHeader(name, variable(name))),
  ];
  return {
    maps: varying.map((name) => map(name, rest[name] ?? "", groups)).join("\n"),
    server: `${NOTE}${lines.join("")}${groups.map(typeLocations).join("")}`,
  };
}

const NOTE = "# Add no add_header inside a location: nginx would then drop all of these there.\n";

function addHeader(name: string, value: string): string {
  return `add_header ${name} ${value}${name === "Cache-Control" ? "" : " always"};\n`;
}

function map(name: string, otherwise: string, groups: readonly HeaderRule[]): string {
  const lines = groups.flatMap(({ paths, headers }) =>
    headers[name] === otherwise || headers[name] === undefined
      ? []
      : paths.map((path) => `  ${quoted(`~${patternSource(path)}`)} ${quoted(headers[name] as string)};\n`),
  );
  return `map $uri ${variable(name)} {\n  default ${quoted(otherwise)};\n${lines.join("")}}\n`;
}

/** A location without add_header keeps the server's headers, so a type may be set in one. */
function typeLocations({ paths, headers }: HeaderRule): string {
  const type = headers["Content-Type"];
  if (type === undefined) return "";
  return paths
    .map((path) => `location = ${path} {\n  types {}\n  default_type ${quoted(type)};\n}\n`)
    .join("");
}

function variable(name: string): string {
  return `$vervain_${name.toLowerCase().replace(/-/g, "_")}`;
}

function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, "\\$&")}"`;
}
