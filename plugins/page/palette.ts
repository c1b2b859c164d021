/** A colour in both schemes, as "#rrggbb". */
export interface Colour {
  readonly light: string;
  readonly dark: string;
}

export type Palette = Readonly<Record<string, Colour>>;

/** The theme's colours; `_includes/styles/_tokens.scss` prints the same (a test compares them). */
export const PALETTE = {
  paper: { light: "#fafcfb", dark: "#10181a" },
  surface: { light: "#eff4f3", dark: "#182325" },
  sunken: { light: "#e2eae9", dark: "#0b1113" },
  ink: { light: "#16211f", dark: "#e6edea" },
  ink2: { light: "#3e4c49", dark: "#b4c1bd" },
  rule: { light: "#c3d0cd", dark: "#2f3e40" },
  edge: { light: "#677873", dark: "#7c8f8b" },
  link: { light: "#0a4a75", dark: "#93cbf2" },
  visited: { light: "#5a2e78", dark: "#cdb2f0" },
  brand: { light: "#74203f", dark: "#f2a7bf" },
  ochre: { light: "#6a4300", dark: "#f2c66b" },
  "ochre-bg": { light: "#fff3d6", dark: "#2c2410" },
  danger: { light: "#8e1b1b", dark: "#ffb4ab" },
  "danger-bg": { light: "#fce9e7", dark: "#33191a" },
  mark: { light: "#ffe58a", dark: "#5c4a00" },
} as const satisfies Palette;

/** What stands on what; `isText` false for borders and icons. */
export const PAIRS: readonly { readonly front: string; readonly back: string; readonly isText: boolean }[] = [
  ...["paper", "surface", "sunken", "ochre-bg", "danger-bg", "mark"].map((back) => ({
    front: "ink",
    back,
    isText: true,
  })),
  ...["ink2", "link", "brand"].flatMap((front) =>
    ["paper", "surface"].map((back) => ({ front, back, isText: true })),
  ),
  { front: "visited", back: "paper", isText: true },
  { front: "ochre", back: "ochre-bg", isText: true },
  { front: "danger", back: "danger-bg", isText: true },
  { front: "paper", back: "ink", isText: true },
  { front: "edge", back: "paper", isText: false },
  { front: "edge", back: "surface", isText: false },
];

/** Lowest contrast, by WCAG 2.2 level (1.4.3, 1.4.6, 1.4.11). */
export const NEED = { AA: { text: 4.5, other: 3 }, AAA: { text: 7, other: 3 } } as const;

/** A pair of colours that stand too close. */
export interface ContrastFault {
  readonly front: string;
  readonly back: string;
  readonly scheme: "light" | "dark";
  /** Rounded down to two decimals, so that a fault never reads as a pass. */
  readonly ratio: number;
  readonly need: number;
}

/** Contrast of two colours, 1..21, by WCAG 2.2. */
export function contrast(first: string, second: string): number {
  const [a, b] = [luminance(first), luminance(second)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Every pair of the palette below what `level` asks for. */
export function contrastFaults(palette: Palette, level: keyof typeof NEED): readonly ContrastFault[] {
  return PAIRS.flatMap(({ front, back, isText }) =>
    (["light", "dark"] as const).flatMap((scheme) => {
      const need = isText ? NEED[level].text : NEED[level].other;
      const ratio = contrast(palette[front]?.[scheme] ?? "", palette[back]?.[scheme] ?? "");
      return ratio >= need ? [] : [{ front, back, scheme, ratio: Math.floor(ratio * 100) / 100, need }];
    }),
  );
}

/** The pair with both colours, and by how much it misses. */
export function wordContrast({ front, back, scheme, ratio, need }: ContrastFault, palette: Palette): string {
  const [ours, theirs] = [palette[front]?.[scheme], palette[back]?.[scheme]];
  const short = (need - ratio).toFixed(2);
  return `expected at least ${need}:1 for ${front} ${ours} on ${back} ${theirs} in the ${scheme} scheme, received ${ratio.toFixed(2)}:1, ${short} too little. Choose a darker colour.`;
}

/** The palette with the owner's colours; each gets a lighter form for the dark scheme. */
export function withBrand(
  palette: Palette,
  brand: { readonly brand: string | null; readonly link: string | null },
): Palette {
  const own = Object.entries(brand).flatMap(([name, light]) =>
    light === null
      ? []
      : [[name, { light, dark: lighten(light, palette.paper?.dark ?? "#000000") }] as const],
  );
  return { ...palette, ...Object.fromEntries(own) };
}

/** Style rules that put the owner's colours in place of the theme's; "" when there are none. */
export function brandCss(brand: { readonly brand: string | null; readonly link: string | null }): string {
  const palette = withBrand(PALETTE, brand);
  const rules = Object.entries(brand)
    .filter(([, colour]) => colour !== null)
    .map(([name]) => [`--${name}`, palette[name]] as const);
  if (rules.length === 0) return "";
  const plain = rules.map(([name, colour]) => `${name}:${colour?.light}`).join(";");
  const both = rules
    .map(([name, colour]) => `${name}:light-dark(${colour?.light},${colour?.dark})`)
    .join(";");
  return `:root{${plain}}@supports (color:light-dark(#000,#fff)){:root{${both}}}\n`;
}

/** Steps from a colour to white that are tried for the dark scheme. */
const STEPS = 64;

/** The colour mixed with white until it can be read on `paper` (7:1). */
function lighten(colour: string, paper: string): string {
  for (let step = 0; step < STEPS; step += 1) {
    const mixed = mix(colour, step / STEPS);
    if (contrast(mixed, paper) >= NEED.AAA.text) return mixed;
  }
  return "#ffffff";
}

function mix(colour: string, white: number): string {
  const parts = channels(colour).map((value) => Math.round(value + (255 - value) * white));
  return `#${parts.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}

/** Relative luminance, 0..1 (WCAG 2.2, definitions). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
