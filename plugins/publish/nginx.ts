import { groupHeaders } from "./groups.ts";
import type { HeaderRule } from "./headers.ts";
import { fileType } from "./manifest/file-type.ts";
import { patternSource } from "./paths.ts";
import { literal, type RedirectRule } from "./redirects.ts";

/** Two files: nginx takes maps only outside `server`, and headers of one site only inside it. */
export interface NginxFiles {
  /** For the `http` level, as `/etc/nginx/conf.d/vervain-maps.conf`. */
  readonly maps: string;
  /** To include in the site's `server` block. */
  readonly server: string;
  /** Sends files that were compressed when the site was built; to include where nginx has the modules. */
  readonly precompressed: string;
}

/** Kinds of files that a site holds; nginx's own table knows neither all of them nor that their text is UTF-8. */
const ENDINGS =
  "html htm css js mjs json xml txt md csv vtt svg png jpg jpeg gif webp avif ico woff woff2 ttf otf webmanifest wasm pdf mp3 m4a mp4 webm ogg zip".split(
    " ",
  );

/**
 * Headers for nginx. All stand on the server level and take their values from
 * maps over the path, because a `location` with an `add_header` of its own
 * drops every one of the levels above.
 *
 * `Cache-Control` is left off errors, so that a missing file is not remembered for a year.
 */
export function nginxFiles(
  rules: readonly HeaderRule[],
  redirects: readonly RedirectRule[] = [],
  folder = "",
): NginxFiles {
  const { everywhere, rest, groups } = groupHeaders(rules);
  const varying = [...new Set(groups.flatMap(({ headers }) => Object.keys(headers)))].filter(
    (name) => name !== "Content-Type",
  );
  const lines = [
    ...Object.entries(everywhere).map(([name, value]) => addHeader(name, quoted(value))),
    ...varying.map((name) => addHeader(name, variable(name))),
  ];
  return {
    maps: [...varying.map((name) => map(name, rest[name] ?? "", groups)), redirectMap(redirects)].join("\n"),
    server: `${NOTE}${lines.join("")}${TYPES}${hidden(folder)}${LEAD_ON}${groups.map(typeLocations).join("")}`,
    precompressed: "gzip_static on;\nbrotli_static on;\n",
  };
}

const NOTE = "# Add no add_header inside a location: nginx would then drop all of these there.\n";

/** In the type itself: nginx's own `charset` leaves out what is compressed already. */
const TYPES = `types {
${ENDINGS.map((ending) => `  ${quoted(fileType(`a.${ending}`))} ${ending};\n`).join("")}}
default_type application/octet-stream;
`;

/** What hosts of other kinds read, and Vervain's own: no reader's business. */
function hidden(folder: string): string {
  const top = literal(folder);
  return `location ~ ^${top}/(?:_headers|_redirects|vercel\\.json)$ {\n  return 404;\n}\nlocation ~ ${top && `^${top}(?:/.*)?`}/\\.(?!well-known/) {\n  return 404;\n}\n`;
}

/** `return` is one of the few things that nginx does right inside `if`. */
const LEAD_ON = 'if ($vervain_moved != "") {\n  return 301 $vervain_moved;\n}\n';

/** Old addresses. As patterns, because the words of a map may be no longer than nginx was set up for. */
function redirectMap(redirects: readonly RedirectRule[]): string {
  const lines = redirects.map(({ from, query, to }) => {
    const asked =
      query.length === 0 ? "(?:\\?|$)" : `\\?(?:.*&)?${query.map(literal).join("(?:&.*)?&")}(?:&|$)`;
    return `  ${quoted(`~^${literal(from)}${asked}`)} ${quoted(to.replace(/\$/g, "%24"))};\n`;
  });
  return `map "$uri?$args" $vervain_moved {\n  default "";\n${lines.join("")}}\n`;
}

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
