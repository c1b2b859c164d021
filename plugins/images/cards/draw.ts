import { CARD_FONTS, type CardColours, cardLayout } from "./layout.ts";
import { encodePalette } from "./png.ts";
import { CARD_SIZE, type CardText } from "./text.ts";

/** Draws cards; made once, for any number of them. */
export type DrawCard = (text: CardText, colours: CardColours) => Promise<Uint8Array>;

/** Loads what draws cards. `fonts`: files in the order of {@link CARD_FONTS}. */
export async function cardDrawer(fonts: readonly Uint8Array[]): Promise<DrawCard> {
  // 90 ms to load, for builds that have a card to draw.
  const [{ default: satori }, { Resvg }] = await Promise.all([import("satori"), import("@resvg/resvg-js")]);
  const faces = CARD_FONTS.flatMap((name, index) => {
    const font = fonts[index];
    // A copy in memory of its own: satori reads the buffer from its start.
    return font === undefined
      ? []
      : [
          {
            name,
            data: Uint8Array.from(font).buffer as ArrayBuffer,
            weight: 600 as const,
            style: "normal" as const,
          },
        ];
  });
  return async (text, colours) => {
    const layout = cardLayout(text, colours) as unknown as Parameters<typeof satori>[0];
    const svg = await satori(layout, { ...CARD_SIZE, fonts: faces });
    // Letters are outlines by now: the machine's own fonts are neither needed nor looked for.
    const image = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
    return encodePalette(image.pixels, image.width, image.height) ?? image.asPng();
  };
}
