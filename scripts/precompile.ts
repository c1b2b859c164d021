/** Part of `npm run compile`: makes the theme's styles and scripts once, for sites that change none of them. */
import { isUtf8 } from "node:buffer";
import { mkdirSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import type { Bundle } from "../plugins/assets/bundle.ts";
import { ASSET_PATH, compileFolders, sourcesOf } from "../plugins/assets/plugin.ts";
import { keyOf, type Precompiled, type Source } from "../plugins/assets/precompiled.ts";
import { deskAssets, deskKey } from "../plugins/cli/serve-assets.ts";
import { packageFolder } from "../plugins/package-folder.ts";

const theme = packageFolder("_includes");
const bundle = await compileFolders([theme], ASSET_PATH);
mkdirSync(packageFolder("dist"), { recursive: true });
const packed = pack(bundle, sourcesOf(theme), keyOf(sourcesOf(theme), ASSET_PATH));
writeFileSync(packageFolder("dist/assets.json"), JSON.stringify(packed));
console.log(`assets: ${bundle.files.length} files of ${relative(".", theme)}`);

const deskFiles = [...(await deskAssets())].map(([path, bytes]) => ({ path, bytes }));
const desk = pack({ urls: new Map(), files: deskFiles }, sourcesOf(theme), deskKey());
writeFileSync(packageFolder("dist/desk.json"), JSON.stringify(desk));

/** What `unpack` opens: a file that is a source as it is, is only named. */
function pack(bundle: Pick<Bundle, "urls" | "files">, sources: readonly Source[], key: string): Precompiled {
  const sourceOf = (bytes: Uint8Array): Source | undefined =>
    sources.find((source) => Buffer.compare(source.bytes, bytes) === 0);
  const rows = bundle.files.map(({ path: file, bytes }) => ({ file, bytes, source: sourceOf(bytes) }));
  const own = rows.filter(({ source }) => source === undefined);
  return {
    key,
    urls: Object.fromEntries(bundle.urls),
    texts: Object.fromEntries(
      own.flatMap(({ file, bytes }) => (isUtf8(bytes) ? [[file, Buffer.from(bytes).toString("utf8")]] : [])),
    ),
    files: Object.fromEntries(
      own.flatMap(({ file, bytes }) =>
        isUtf8(bytes) ? [] : [[file, Buffer.from(bytes).toString("base64")]],
      ),
    ),
    copies: Object.fromEntries(rows.flatMap(({ file, source }) => (source ? [[file, source.name]] : []))),
  };
}
