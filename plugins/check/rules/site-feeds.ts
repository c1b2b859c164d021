import { quote } from "../../problem.ts";
import { family } from "../rule.ts";
import { reportAddress } from "../site/address-fault.ts";
import { badDates, feeds, itemLinks, lacking } from "../site/feed.ts";
import { elementTexts } from "../site/xml.ts";

const TITLE = "<h1>Massage for sleep</h1>";

const HERE = "https://example.org/page/";

const atom = (entry: string) =>
  `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Rest</title><id>https://example.org/</id><updated>2026-05-02T10:30:00Z</updated>${entry}</feed>`;

const ENTRY = `<entry><title>Massage</title><id>${HERE}</id><link href="${HERE}"/><updated>2026-05-02T10:30:00Z</updated></entry>`;

const withFeed = (text: string) => ({ html: TITLE, files: { "feed.xml": text } });

export const siteFeedRules = family("site", [
  {
    name: "feed-parts",
    severity: "error",
    what: "A feed and its items have title, id, link and dates in the feed's form.",
    why: "RFC 4287 (Atom), section 4.1; RSS 2.0.",
    good: withFeed(atom(ENTRY)),
    bad: withFeed(atom(ENTRY.replace("2026-05-02T10:30:00Z", "2 May 2026"))),
    checkSite(site, report) {
      for (const feed of feeds(site)) {
        const [head, item] =
          feed.kind === "atom"
            ? [
                ["title", "id", "updated"],
                ["title", "id", "updated"],
              ]
            : [["title", "link", "description"], []];
        for (const name of lacking(feed.head, head!))
          report(feed.path, `expected <${name}> in the feed, received none. Add it.`);
        feed.items.forEach((text, at) => {
          for (const name of lacking(text, item!))
            report(feed.path, `expected <${name}> in item ${at + 1}, received none. Add it.`);
          if (feed.kind === "rss" && lacking(text, ["title", "description"]).length === 2)
            report(
              feed.path,
              `expected <title> or <description> in item ${at + 1}, received neither. Add it.`,
            );
        });
        for (const date of badDates(feed))
          report(
            feed.path,
            `expected a date in the feed's form, received ${quote(date)}. Write ${feed.kind === "atom" ? "2026-05-02T10:30:00Z" : "Sat, 02 May 2026 10:30:00 GMT"}.`,
          );
        const ids = feed.items.flatMap((text) =>
          elementTexts(text, feed.kind === "atom" ? "id" : "guid").slice(0, 1),
        );
        const twice = ids.find((id, at) => ids.indexOf(id) !== at);
        if (twice !== undefined)
          report(
            feed.path,
            `expected each id once in the feed, received ${quote(twice)} twice. Give each item its own.`,
          );
      }
    },
  },
  {
    name: "feed-address",
    severity: "error",
    what: "The items of a feed lead to pages that exist, by absolute addresses.",
    why: "RFC 4287, section 4.2.7; readers open them away from the site.",
    good: withFeed(atom(ENTRY)),
    bad: withFeed(atom(ENTRY.replace(`href="${HERE}"`, `href="https://example.org/gone/"`))),
    checkSite(site, report) {
      for (const feed of feeds(site))
        for (const address of itemLinks(feed)) reportAddress(site, feed.path, address, "the feed", report);
    },
  },
]);
