import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as zlib from "node:zlib";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { makeManifest } from "../../plugins/publish/manifest/make.ts";
import { precompress } from "../../plugins/publish/precompress.ts";

const LONG = "Rest is good. ".repeat(200);
let folder = "";
let cache = "";

test.before.each(() => {
  folder = mkdtempSync(join(tmpdir(), "vervain-compressed-"));
  cache = join(folder, "cache");
  mkdirSync(join(folder, "_site"));
  write("index.html", LONG);
});
test.after.each(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, "_site", name);
const write = (name: string, text: string | Uint8Array): void => writeFileSync(at(name), text);
const run = (): void => precompress(join(folder, "_site"), cache);

test("precompress: both forms hold the file's bytes and are smaller", () => {
  run();
  assert.is(zlib.brotliDecompressSync(readFileSync(at("index.html.br"))).toString(), LONG);
  assert.is(zlib.gunzipSync(readFileSync(at("index.html.gz"))).toString(), LONG);
  assert.ok(readFileSync(at("index.html.br")).length < readFileSync(at("index.html.gz")).length);
});

const { zstdDecompressSync } = zlib as { zstdDecompressSync?: (bytes: Uint8Array) => Uint8Array };
if (zstdDecompressSync === undefined)
  console.log(`Node ${process.version} has no Zstandard: only that no such form is left was tried.`);

/** Endings of the forms that this Node makes. */
const CODINGS = ["br", "gz", ...(zstdDecompressSync === undefined ? [] : ["zst"])];

test("precompress: with Zstandard where Node has it; one of a build by another Node does not stay", () => {
  write("index.html.zst", "of another file");
  run();
  if (zstdDecompressSync === undefined) return assert.not.ok(existsSync(at("index.html.zst")));
  const packed = readFileSync(at("index.html.zst"));
  assert.is(Buffer.from(zstdDecompressSync(packed)).toString(), LONG);
  assert.ok(packed.length < readFileSync(at("index.html.gz")).length);
});

test("precompress: what is short, compressed in itself or not smaller so has no form beside it", () => {
  write("short.css", "p{}");
  write("picture.png", LONG);
  write("_headers", LONG);
  const random = Uint8Array.from(
    { length: 2000 },
    (_, index) => (index * 7919 + ((index * index) % 251)) & 255,
  );
  write("noise.wasm", Buffer.concat(Array.from({ length: 1 }, () => random)));
  run();
  const beside = readdirSync(join(folder, "_site")).filter((name) => /\.(?:br|gz|zst)$/.test(name));
  for (const name of beside)
    assert.ok(readFileSync(at(name)).length < readFileSync(at(name.replace(/\.\w+$/, ""))).length, name);
  assert.not.ok(beside.some((name) => /^(?:short|picture|_headers)/.test(name)));
});

test("precompress: the same content gives the same bytes, and is compressed once", () => {
  write("copy.html", LONG);
  run();
  assert.ok(readFileSync(at("index.html.gz")).equals(readFileSync(at("copy.html.gz"))));
  assert.is(readFileSync(at("index.html.gz"))[9], 255);
  assert.is(readdirSync(cache).length, CODINGS.length);
});

test("precompress: a form that was kept and is damaged is made anew", () => {
  run();
  const good = readFileSync(at("index.html.br"));
  for (const name of readdirSync(cache)) writeFileSync(join(cache, name), "x".repeat(100));
  run();
  assert.ok(readFileSync(at("index.html.br")).equals(good));
});

test("precompress: a file that has become short loses the forms of its past", () => {
  run();
  write("index.html", "a");
  run();
  assert.not.ok(existsSync(at("index.html.br")));
});

test("manifest: compressed forms go to a server that chooses between them, and to no bucket", () => {
  run();
  write("archive.gz", "x");
  const paths = (hasCompressed: boolean) =>
    makeManifest(join(folder, "_site"), [], { hasCompressed }).files.map(({ path }) => path);
  assert.equal(paths(true), ["archive.gz", "index.html", ...CODINGS.map((coding) => `index.html.${coding}`)]);
  assert.equal(paths(false), ["archive.gz", "index.html"]);
});

test.run();
