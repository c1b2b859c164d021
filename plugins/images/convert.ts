import type { Form, FormSettings } from "./forms.ts";
import { formatsFor } from "./forms.ts";
import type { ImageKind } from "./kind.ts";

/** A form with its bytes. */
export interface MadeForm extends Form {
  readonly content: Uint8Array;
}

/** The part of @11ty/eleventy-img that is called; its package ships no types. */
type MakeImage = (
  source: string | Uint8Array,
  options: object,
) => Promise<
  Readonly<
    Record<
      string,
      readonly { format: string; width: number; height: number; size: number; buffer: Uint8Array }[]
    >
  >
>;

/**
 * Photographs: AVIF with half the colour's resolution, as JPEG and WebP have it,
 * so that 800 pixels of a busy one fit in 40 kB. Effort 4, the encoder's own
 * choice, takes five times as long as 2 and saves 0–4 % (2,400 × 1,600 pixels).
 */
const PHOTOGRAPH = {
  sharpAvifOptions: { quality: 45, effort: 2, chromaSubsampling: "4:2:0" },
  sharpWebpOptions: { quality: 76 },
  sharpJpegOptions: { quality: 80, mozjpeg: true },
};

/** Drawings: edges that stay sharp, in a tenth of a photograph's bytes all the same. */
const DRAWING = {
  sharpAvifOptions: { quality: 75, effort: 3, chromaSubsampling: "4:4:4" },
  sharpWebpOptions: { quality: 85 },
  sharpPngOptions: { compressionLevel: 9 },
};

/** What is kept as PNG is drawn: a photograph would be ten times its size as JPEG. */
function qualityOf(format: ImageKind["format"]): object {
  return format === "png" ? DRAWING : PHOTOGRAPH;
}

/** Changes whenever the same settings give other bytes: part of the key of what is kept. */
export const RECIPE = JSON.stringify([5, PHOTOGRAPH, DRAWING]);

/** Pixels an image may have: twice what the largest cameras take. Far more, and a small file could fill the memory. */
export const MOST_PIXELS = 200_000_000;

/** Pixels from which an image is made smaller once, so that each form need not read all of it. */
const LARGE_PIXELS = 16_000_000;

/**
 * Makes the forms of an image: turned upright, without what the camera noted
 * (place, time, maker), in its own colours.
 *
 * @throws {Error} in the decoder's words for what cannot be read
 */
export async function convert(
  file: string,
  kind: ImageKind,
  settings: FormSettings,
): Promise<readonly MadeForm[]> {
  // 50 ms to load, and the decoder's library: for builds that have an image to make.
  // @ts-expect-error it ships no types.
  const { default: makeImage } = (await import("@11ty/eleventy-img")) as { readonly default: MakeImage };
  const { width = 0, height = 0 } = kind.size ?? {};
  const source =
    width * height > LARGE_PIXELS ? await shrunk(makeImage, file, Math.max(...settings.widths)) : file;
  const made = await makeImage(source, {
    ...COMMON,
    ...qualityOf(kind.format),
    widths: [...settings.widths],
    formats: [...formatsFor(kind.format, settings)],
  });
  return Object.values(made).flatMap((forms) =>
    forms.map(({ format, width, height, buffer }) => ({
      format,
      width,
      height,
      bytes: buffer.length,
      content: buffer,
    })),
  );
}

const COMMON = {
  // Bytes are handed back and kept by us: files written in place would be cut short by a build that is killed.
  dryRun: true,
  // An image narrower than the next width is offered whole too.
  minimumThreshold: 1,
  useCache: false,
  fixOrientation: true,
  failOnError: true,
  sharpOptions: { failOn: "error", limitInputPixels: MOST_PIXELS },
};

/** The image at its widest form, without loss. */
async function shrunk(makeImage: MakeImage, file: string, width: number): Promise<Uint8Array> {
  const { png } = await makeImage(file, {
    ...COMMON,
    formats: ["png"],
    widths: [width],
    sharpPngOptions: { compressionLevel: 1 },
  });
  const content = png?.[0]?.buffer;
  if (content === undefined) throw new Error("it holds no picture");
  return content;
}
