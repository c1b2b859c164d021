/**
 * Times what the bench's builds leave out: pictures and social cards.
 *
 *     npx tsx bench/images.ts
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cardDrawer } from "../plugins/images/cards/draw.ts";
import { CARD_FONTS } from "../plugins/images/cards/layout.ts";
import { startDrawing, threadCount } from "../plugins/images/cards/threads.ts";
import { pictureMaker } from "../plugins/images/make.ts";
import { picture } from "../test/images/made.ts";
import { line } from "./line.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

export async function benchImages(): Promise<void> {
  await timePictures();
  await timeCards();
}

/** One image of 2,400 × 1,600 pixels in three widths and formats: from nothing, and unchanged since the last build. */
async function timePictures(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "vervain-pictures-"));
  try {
    const files = new Map<string, Uint8Array>();
    const count = 8;
    for (let at = 0; at < count; at++)
      files.set(
        `src/${at}.jpg`,
        await picture(2400, 1600 + at)
          .toFormat("jpeg")
          .toBuffer(),
      );
    for (const [path, bytes] of files) {
      mkdirSync(join(folder, "src"), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    const make = async (stamp: number): Promise<number> => {
      const { make: makePicture } = pictureMaker({
        disk: {
          stat: (path) => ({ size: files.get(path)?.length ?? 0, mtimeMs: stamp }),
          bytes: (path) => readFileSync(path),
        },
        input: "src",
        copied: new Map(),
        folder: join(folder, "cache"),
        path: "/pictures/",
        missing: "error",
        makesForms: true,
      });
      const started = performance.now();
      const settings = { widths: [480, 800, 1280], formats: ["avif", "webp"] } as const;
      await Promise.all(
        [...files.keys()].map((path) =>
          makePicture({ src: path.slice(3), file: "src/a.md", field: "image", line: () => 0 }, settings),
        ),
      );
      return (performance.now() - started) / count;
    };
    const home = process.cwd();
    process.chdir(folder);
    line("picture of 2,400 × 1,600, from nothing", "picture", await make(1));
    line("picture that is kept, its file read", "picture", await make(2));
    process.chdir(home);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Social cards from nothing: on one thread, and as a build of 300 draws them. */
async function timeCards(): Promise<void> {
  const fonts = CARD_FONTS.map((name) =>
    readFileSync(join(ROOT, `_includes/fonts/cards/bitter-${name}-600.woff`)),
  );
  const colours = { paper: "#fafcfb", ink: "#16211f", ink2: "#3e4c49", rule: "#c3d0cd", brand: "#74203f" };
  const text = (at: number) => ({
    site: "The Bench",
    number: "9",
    title: `Benefits of massage therapy for insomnia, part ${at}`,
    topic: "Massage therapy · Insomnia",
    note: "",
  });
  const draw = await cardDrawer(fonts);
  for (let at = 0; at < 10; at++) await draw(text(at), colours);
  let started = performance.now();
  for (let at = 0; at < 50; at++) await draw(text(at), colours);
  line("social card, one thread", "card", (performance.now() - started) / 50);
  const folder = mkdtempSync(join(tmpdir(), "vervain-cards-"));
  try {
    started = performance.now();
    const tasks = Array.from({ length: 300 }, (_, at) => ({
      path: join(folder, `${at}.png`),
      text: text(at),
    }));
    await startDrawing(tasks, { fonts, colours }).finished();
    line(`social card, 300 on ${threadCount(300)} threads`, "card", (performance.now() - started) / 300);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await benchImages();
