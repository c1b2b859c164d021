import { CARD_SIZE, type CardText } from "./text.ts";

/** Colours of a card, "#rrggbb". */
export interface CardColours {
  readonly paper: string;
  readonly ink: string;
  /** Smaller words. */
  readonly ink2: string;
  readonly rule: string;
  readonly brand: string;
}

/** An element as satori takes it. */
export interface CardElement {
  readonly type: string;
  readonly props: {
    readonly style: Readonly<Record<string, string | number>>;
    readonly children?: string | readonly CardElement[];
  };
}

/** Changes whenever the same text is drawn otherwise: part of a card's name. */
export const CARD_DESIGN = "2";

/** Names of the fonts in the order they are asked for a character. */
export const CARD_FONTS = ["latin", "latin-ext", "cyrillic", "vietnamese"] as const;

const FAMILY = CARD_FONTS.join(", ");
const MARGIN = 72;
/** The column in which the numeral hangs, pixels. */
const HANG = 248;

/** The card as a page of the reference shelf: rule, numeral in the margin, title, rule, what it is about. */
export function cardLayout(text: CardText, colours: CardColours): CardElement {
  const { paper, ink } = colours;
  return box(
    {
      width: CARD_SIZE.width,
      height: CARD_SIZE.height,
      boxSizing: "border-box",
      flexDirection: "column",
      padding: `0 ${MARGIN}px 48px`,
      background: paper,
      color: ink,
      fontFamily: FAMILY,
      fontWeight: 600,
      borderTop: `14px solid ${ink}`,
    },
    [header(text, colours), body(text, colours), footer(text, colours)],
  );
}

function header({ site }: CardText, { rule }: CardColours): CardElement {
  const style = { paddingTop: 30, paddingBottom: 24, borderBottom: `2px solid ${rule}`, fontSize: 32 };
  return box(style, [line(site)]);
}

/** Numeral and title from one line down; a title without a number under a short bar. */
function body({ number, title }: CardText, { brand }: CardColours): CardElement {
  const words = box(
    {
      width: CARD_SIZE.width - 2 * MARGIN - (number === "" ? 0 : HANG),
      fontSize: titleSize(title, number !== ""),
      lineHeight: 1.12,
      letterSpacing: "-0.015em",
      wordBreak: "break-word",
      textWrap: "balance",
    },
    [line(title)],
  );
  const column = { flexGrow: 1, paddingTop: 44 };
  if (number !== "") return box(column, [numeral(number, brand), words]);
  const bar = box({ width: 104, height: 14, marginBottom: 30, background: brand });
  return box({ ...column, flexDirection: "column" }, [bar, words]);
}

/** Set so that its top stands at the top of the title's capitals. */
function numeral(number: string, brand: string): CardElement {
  const fontSize = number.length > 2 ? 128 : number.length > 1 ? 196 : 300;
  const style = {
    width: HANG,
    flexShrink: 0,
    color: brand,
    fontSize,
    lineHeight: 0.74,
    letterSpacing: "-0.03em",
  };
  return box({ ...style, marginTop: 14 }, [line(number)]);
}

/** A double rule, what the page is about, and who wrote it or what it holds. */
function footer({ topic, note }: CardText, { ink, ink2 }: CardColours): CardElement {
  return box({ flexDirection: "column" }, [
    box({ height: 3, background: ink }),
    box({ height: 1, background: ink, marginTop: 5, marginBottom: 20 }),
    box({ justifyContent: "space-between", fontSize: 30, color: ink2 }, [line(topic), line(note)]),
  ]);
}

/** Long titles are set smaller, so that five lines hold them. */
function titleSize(title: string, hasNumber: boolean): number {
  const length = [...title].length * (hasNumber ? 1.3 : 1);
  if (length <= 32) return 108;
  if (length <= 55) return 92;
  if (length <= 90) return 76;
  return length <= 125 ? 64 : 54;
}

function box(
  style: Readonly<Record<string, string | number>>,
  children?: readonly CardElement[],
): CardElement {
  return { type: "div", props: { style: { display: "flex", ...style }, ...(children ? { children } : {}) } };
}

function line(text: string): CardElement {
  return { type: "div", props: { style: { display: "block" }, children: text } };
}
