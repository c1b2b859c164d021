import { test } from "uvu";
import * as assert from "uvu/assert";
import { isOwnAddress, pictureKey } from "../../plugins/corpus/picture.ts";
import { type Form, formatsFor, stemOf, toPicture, worthwhile } from "../../plugins/images/forms.ts";
import { candidateFiles, copiedFolders } from "../../plugins/images/resolve.ts";

for (const [src, expected] of [
  ["/images/a.png", "/images/a.png"],
  ["/images/a.png?v=2#x", "/images/a.png"],
  ["a.png", "src/articles/sleep/a.png"],
  ["./a.png", "src/articles/sleep/a.png"],
  ["../a.png", "src/articles/a.png"],
  ["../../../../a.png", "../a.png"],
  ["https://e.example/a.png", "https://e.example/a.png"],
] as const) {
  test(`pictureKey: ${src}`, () => assert.is(pictureKey(src, "src/articles/sleep/rest.md"), expected));
}

for (const [src, expected] of [
  ["/a.png", true],
  ["a.png", true],
  ["//e.example/a.png", false],
  ["https://e.example/a.png", false],
  ["data:image/png;base64,AA", false],
  ["", false],
] as const) {
  test(`isOwnAddress: ${src === "" ? "nothing" : src}`, () => assert.is(isOwnAddress(src), expected));
}

const COPIED = copiedFolders(
  {
    "src/images": { outputPath: "images" },
    "./photos/": { outputPath: "img/photos/" },
    "src/static": { outputPath: true },
    public: { outputPath: "." },
    "src/**/*.pdf": { outputPath: true },
  },
  "./src/",
);

test("copiedFolders: folders by where they stand on the site; globs are left out", () => {
  assert.equal(
    [...COPIED],
    [
      ["src/images", "images"],
      ["photos", "img/photos"],
      ["src/static", "static"],
      ["public", ""],
    ],
  );
});

for (const [src, expected] of [
  ["/images/a.png", ["src/images/a.png", "src/images/a.png", "public/images/a.png"]],
  ["/img/photos/a%20b.png", ["src/img/photos/a b.png", "photos/a b.png", "public/img/photos/a b.png"]],
  ["a.png", ["src/articles/a.png"]],
  ["../../../a.png", []],
  ["../../notes/a.png", []],
  ["../pictures/a.png", ["src/pictures/a.png"]],
  ["/.git/a.png", []],
  ["/images/.hidden.png", []],
  ["../.drafts/a.png", []],
  ["/node_modules/a.png", []],
  ["/../../etc/passwd", []],
  ["/%2e%2e/%2e%2e/etc/passwd", []],
  ["/a%00.png", []],
  ["/%zz.png", []],
  ["https://e.example/a.png", []],
] as const) {
  test(`candidateFiles: ${src}`, () =>
    assert.equal(candidateFiles(src, "src/articles/rest.md", "./src/", COPIED), expected));
}

for (const [file, expected] of [
  ["src/images/night-window.png", "night-window"],
  ["Night Window (2).PNG", "night-window-2"],
  ["façade.jpg", "fac-ade"],
  ["夜.jpg", "image"],
] as const) {
  test(`stemOf: ${file}`, () => assert.is(stemOf(file), expected));
}

const ALL = { widths: [480, 800], formats: ["avif", "webp"] } as const;
for (const [format, expected] of [
  ["jpeg", ["avif", "webp", "jpeg"]],
  ["png", ["avif", "webp", "png"]],
  ["webp", ["avif", "webp"]],
  ["avif", ["avif", "webp"]],
] as const) {
  test(`formatsFor: ${format}`, () => assert.equal(formatsFor(format, ALL), expected));
}

const form = (format: string, width: number, bytes: number): Form => ({
  format,
  width,
  height: width / 2,
  bytes,
});

test("worthwhile: a format that needs more bytes than one after it is not offered", () => {
  const forms = [
    form("avif", 480, 9),
    form("avif", 800, 30),
    form("webp", 480, 12),
    form("webp", 800, 20),
    form("png", 480, 40),
  ];
  assert.equal(
    worthwhile(forms).map(({ format }) => format),
    ["webp", "webp", "png"],
  );
});

test("toPicture: the widest in the original's format is the address, better formats come first", () => {
  const forms = [form("avif", 480, 1), form("avif", 800, 2), form("jpeg", 480, 3), form("jpeg", 800, 4)];
  assert.equal(toPicture(forms, "rest", "0123456789abcdef", "/pictures/"), {
    src: "/pictures/rest-0123456789-800.jpeg",
    width: 800,
    height: 400,
    srcset: "/pictures/rest-0123456789-480.jpeg 480w, /pictures/rest-0123456789-800.jpeg 800w",
    sources: [
      {
        type: "image/avif",
        srcset: "/pictures/rest-0123456789-480.avif 480w, /pictures/rest-0123456789-800.avif 800w",
      },
    ],
  });
});

test("toPicture: one form needs no set of widths", () => {
  const picture = toPicture([form("gif", 40, 1)], "x", "0123456789abcdef", "/p/");
  assert.equal([picture.src, picture.srcset, picture.sources], ["/p/x-0123456789-40.gif", "", []]);
});

test.run();
