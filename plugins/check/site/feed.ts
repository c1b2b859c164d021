import { isDateTime } from "../dates.ts";
import type { SiteFacts } from "./facts.ts";
import { read } from "./read-files.ts";
import { attributeValues, elementTexts, xmlFault } from "./xml.ts";

/** Dates of RSS 2.0: RFC 822 with a year of four digits. */
const RFC_822 =
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),\s+)?\d{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+\d{4}\s+\d{2}:\d{2}(?::\d{2})?\s+(?:[+-]\d{4}|GMT|UT|UTC|Z|[ECMP][SD]T)$/;

/** An Atom or RSS feed, cut into its items. */
export interface Feed {
  readonly path: string;
  /** Text of the feed without its items. */
  readonly head: string;
  readonly items: readonly string[];
  readonly kind: "atom" | "rss";
}

/** Well-formed feeds among the files of the site. */
export function feeds(site: SiteFacts): readonly Feed[] {
  return read(site, /\.(?:xml|rss|atom)$/i).flatMap(({ path, text }) => {
    const kind = /<feed[\s>]/.test(text) ? "atom" : /<rss[\s>]/.test(text) ? "rss" : null;
    if (kind === null || xmlFault(text) !== null) return [];
    const name = kind === "atom" ? "entry" : "item";
    const parts = text.split(new RegExp(`<${name}[\\s>]`));
    return [
      {
        path,
        kind,
        head: parts[0]!,
        items: parts.slice(1).map((part) => part.slice(0, part.indexOf(`</${name}>`))),
      },
    ];
  });
}

/** Addresses a feed's items lead to. */
export function itemLinks({ kind, items }: Feed): readonly string[] {
  return items.flatMap((item) => {
    if (kind === "rss") return elementTexts(item, "link");
    const own = item.replace(/<(content|summary|title)[\s>][\s\S]*?<\/\1>/g, "");
    return attributeValues(own, "link", "href").slice(0, 1);
  });
}

/** What a feed or one of its items lacks; names of elements. */
export function lacking(text: string, names: readonly string[]): readonly string[] {
  return names.filter(
    (name) =>
      elementTexts(text, name).every((found) => found === "") && !(name === "link" && /<link\s/.test(text)),
  );
}

/** Dates of the feed and its items that are not in the feed's form. */
export function badDates({ kind, head, items }: Feed): readonly string[] {
  const texts = [head, ...items].flatMap((part) =>
    (kind === "atom" ? ["updated", "published"] : ["pubDate", "lastBuildDate"]).flatMap((name) =>
      elementTexts(part, name),
    ),
  );
  return texts.filter((text) =>
    kind === "atom"
      ? !isDateTime(text) || !/(?:Z|[+-]\d{2}:\d{2})$/.test(text)
      : !RFC_822.test(text) || Number.isNaN(Date.parse(text)),
  );
}
