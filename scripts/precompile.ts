/** Part of `npm run compile`: makes the theme's styles and scripts once, for sites that change none of them. */
import { mkdirSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { ASSET_PATH, compileFolders, sourcesOf } from "../plugins/assets/plugin.ts";
import { keyOf, pack } from "../plugins/assets/precompiled.ts";
import { packageFolder } from "../plugins/package-folder.ts";

const theme = packageFolder("_includes");
const bundle = await compileFolders([theme], ASSET_PATH);
mkdirSync(packageFolder("dist"), { recursive: true });
writeFileSync(
  packageFolder("dist/assets.json"),
  JSON.stringify(pack(bundle, keyOf(sourcesOf(theme), ASSET_PATH))),
);
console.log(`assets: ${bundle.files.length} files of ${relative(".", theme)}`);
