import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { assets, compileFolders } from "../../plugins/assets/plugin.ts";
import type { EleventyConfig } from "../../plugins/eleventy.ts";
import { packageFolder } from "../../plugins/package-folder.ts";

const root = mkdtempSync(join(tmpdir(), "vervain-assets-"));
test.after(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

test("compileFolders: of two styles or scripts of one name the first folder's is compiled", async () => {
  write("own/styles/theme.scss", '@use "part"; .own { color: red }');
  write("theme/styles/theme.scss", '@use "part"; .theirs { color: blue }');
  write("theme/styles/_part.scss", ".part { color: green }");
  write("own/scripts/theme.ts", 'console.log("own");');
  write("theme/scripts/theme.ts", 'console.log("theirs");');
  const { urls, files } = await compileFolders([join(root, "own"), join(root, "theme")], "/assets/");
  assert.equal([...urls.keys()].sort(), ["scripts/theme.js", "styles/theme.css"]);
  const text = files.map(({ bytes }) => Buffer.from(bytes).toString()).join("\n");
  for (const [part, isThere] of [
    [".own", true],
    [".part", true],
    [".theirs", false],
    ['"own"', true],
    ['"theirs"', false],
  ] as const)
    assert.is(text.includes(part), isThere, part);
});

test("compileFolders: a part of the first folder's takes the place of the theme's, for what the theme's styles load too", async () => {
  write("near/styles/parts/_foot.scss", '@use "../tokens"; .foot { color: tokens.$ink }');
  write("far/styles/theme.scss", '@use "parts/foot"; @use "parts/head";');
  write("far/styles/parts/_foot.scss", ".theirs { color: blue }");
  write("far/styles/parts/_head.scss", ".head { color: green }");
  write("far/styles/_tokens.scss", "$ink: #123456;");
  const { files } = await compileFolders([join(root, "near"), join(root, "far")], "/assets/");
  assert.is(
    files.map(({ bytes }) => Buffer.from(bytes).toString().trim()).join(),
    ".foot{color:#123456}.head{color:green}",
  );
});

test("compileFolders: a style of the owner's may name a file from where it lies, outside of styles", async () => {
  write("mine/styles/site.scss", '@use "../vendor/grid"; @use "sass:math"; .a { width: math.div(4px, 2) }');
  write("mine/vendor/_grid.scss", '@use "inner"; .grid { color: inner.$c }');
  write("mine/vendor/_inner.scss", "$c: red;");
  const { files, sources } = await compileFolders([join(root, "mine")], "/assets/");
  assert.is(
    files.map(({ bytes }) => Buffer.from(bytes).toString().trim()).join(),
    ".grid{color:red}.a{width:2px}",
  );
  assert.ok(sources.includes(join(root, "mine/vendor/_inner.scss")));
});

test("compileFolders: a fault in a part is said with the file it stands in", async () => {
  write("bad/styles/site.scss", '@use "parts/broken";');
  write("bad/styles/parts/_broken.scss", ".a {\n  color: $nowhere;\n}\n");
  await compileFolders([join(root, "bad")], "/assets/").then(
    () => assert.unreachable(),
    ({ message }: Error) =>
      assert.match(message, `${join(root, "bad/styles/parts/_broken.scss")}:2: style: Undefined variable.`),
  );
});

test("assets: a site's own style is compiled, though the package's are ready", async () => {
  // `npm run unit` makes them ready before the tests.
  if (!existsSync(packageFolder("dist/assets.json")))
    console.log("skipped in part: no dist/assets.json here");
  write("site/styles/site.scss", ".mine { color: red }");
  const asset = await assetsOf([join(root, "site"), packageFolder("_includes")]);
  assert.match(asset("styles/site.css"), /^\/assets\/site\.\w+\.css$/);
  assert.match(asset("styles/theme.css"), /^\/assets\/theme\.\w+\.css$/);
});

test("assets: in a later build of a process what no written file went into is not compiled again", async () => {
  writtenAt(1, "twice/styles/a.scss", '@use "part"; .a { color: red }');
  writtenAt(1, "twice/styles/_part.scss", ".part { color: green }");
  writtenAt(1, "twice/styles/b.scss", ".b { color: red }");
  writtenAt(1, "twice/fonts/thin.woff2", "thin");
  const urls = async (): Promise<readonly string[]> => {
    const asset = await assetsOf([join(root, "twice")]);
    return ["a", "b", "c"].map((name) => asset(`styles/${name}.css`));
  };
  const first = await urls();
  // As if nobody had written it: whoever compiles it again sees it.
  writtenAt(1, "twice/styles/b.scss", ".b { color: blue }");
  assert.equal(await urls(), first);
  writtenAt(2, "twice/styles/_part.scss", ".part { color: grey }");
  const second = await urls();
  assert.is.not(second[0], first[0]);
  assert.is(second[1], first[1]);
  writtenAt(3, "twice/fonts/thin.woff2", "thinner");
  const third = await urls();
  assert.is(third[0], second[0]);
  assert.is.not(third[1], first[1]);
  writtenAt(1, "twice/styles/b.scss", ".b { color: black }");
  writtenAt(1, "twice/styles/c.scss", ".c { color: red }");
  const fourth = await urls();
  assert.is.not(fourth[1], third[1]);
  assert.match(fourth[2] ?? "", "/assets/c.");
  writtenAt(1, "twice/styles/b.scss", ".b { color: white }");
  rmSync(join(root, "twice/styles/c.scss"));
  const fifth = await urls();
  assert.is(fifth[1], fourth[1]);
  assert.is(fifth[2], "");
  rmSync(join(root, "twice/fonts/thin.woff2"));
  assert.is.not((await urls())[1], fifth[1]);
});

/** Writes a file as if at a second of 2026. */
function writtenAt(second: number, path: string, text: string): void {
  write(path, text);
  const time = Date.UTC(2026, 0, 1, 0, 0, second) / 1000;
  utimesSync(join(root, path), time, time);
}

/** The filter `asset` of a site with these folders, once a build has begun. */
async function assetsOf(folders: readonly string[]): Promise<(name: string) => string> {
  let begin = async (): Promise<void> => undefined;
  let asset = (_name: string): string => "none";
  const config = {
    addPlugin: () => undefined,
    on: (event: string, act: typeof begin) => {
      if (event === "eleventy.before") begin = act;
    },
    addFilter: (_name: string, filter: typeof asset) => {
      asset = filter;
    },
    addWatchTarget: () => undefined,
    getFilter: () => undefined,
  };
  assets(config as unknown as EleventyConfig, { folders });
  await begin();
  return asset;
}

test.run();
