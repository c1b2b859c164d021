/** Part of `npm run compile`: makes the theme's styles and scripts once, for sites that change none of them. */
import { mkdirSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { ASSET_PATH, compileFolders, sourcesOf } from "../plugins/assets/plugin.ts";
import { keyOf, type Precompiled } from "../plugins/assets/precompiled.ts";
import { deskAssets, deskKey } from "../plugins/cli/serve-assets.ts";
import { packageFolder } from "../plugins/package-folder.ts";

const theme = packageFolder("_includes");
const bundle = await compileFolders([theme], ASSET_PATH);
mkdirSync(packageFolder("dist"), { recursive: true });
const packed: Precompiled = {
  key: keyOf(sourcesOf(theme), ASSET_PATH),
  urls: Object.fromEntries(bundle.urls),
  files: Object.fromEntries(
    bundle.files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString("base64")]),
  ),
};
writeFileSync(packageFolder("dist/assets.json"), JSON.stringify(packed));
console.log(`assets: ${bundle.files.length} files of ${relative(".", theme)}`);

const desk: Precompiled = {
  key: deskKey(),
  urls: {},
  files: Object.fromEntries(
    [...(await deskAssets())].map(([name, bytes]) => [name, Buffer.from(bytes).toString("base64")]),
  ),
};
writeFileSync(packageFolder("dist/desk.json"), JSON.stringify(desk));
