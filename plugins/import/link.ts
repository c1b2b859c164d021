import { safeAddress } from "./address.ts";
import { BREAK } from "./escape.ts";

/** Pictures of our own Markdown. */
const IMAGE = /(?<!\\)!\[(?:\\.|[^\]\\])*\]\([^)\s]*\)/g;

/** Words as a link to an address; as they are where there is none. */
export function linkTo(content: string, address: string | null): string {
  const whole = content.replaceAll(BREAK, " ").trim();
  if (address === null || whole === "") return content;
  const words = whole.replace(IMAGE, "").trim();
  if (words === "") return `[${whole}](${address})`;
  return [...(whole.match(IMAGE) ?? []), `[${words}](${address})`].join(" ");
}

/** The address of a picture, also where a script was to put it in later; null without a safe one. */
export function imageAddress(element: Element, base: string | null): string | null {
  const lazy = ["data-src", "data-lazy-src", "data-original", "src"].map((name) =>
    element.getAttribute(name),
  );
  return lazy.map((source) => safeAddress(source, base)).find((source) => source !== null) ?? null;
}
