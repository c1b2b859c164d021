import { quote } from "../../problem.ts";
import { itemName, listItems } from "../graph/list.ts";
import { all, isOf, textOf } from "../graph/main.ts";
import { headingAt, ownAnchor } from "../page/anchor.ts";
import type { Heading, PageFacts } from "../page/facts.ts";
import { linksTo } from "../page/lookup.ts";
import { family } from "../rule.ts";
import { fragmentOf, pageKey } from "../urls.ts";
import { showsTitle } from "../words.ts";

const TITLE = "<h1>Massage for sleep</h1>";

const item = (position: number, name: string, anchor: string) => ({
  "@type": "ListItem",
  position,
  name,
  url: `https://example.org/page/#${anchor}`,
});

const list = (...items: object[]) => ({
  graph: { "@type": "ItemList", name: "Benefits", itemListElement: items },
});

const BENEFITS = `${TITLE}<h2>Benefits</h2><h3 id="rest">Better rest</h3><p>…</p><h3 id="mood">Better mood</h3><p>…</p>`;

const TWO = list(item(1, "Better rest", "rest"), item(2, "Better mood", "mood"));

/** Headings of the list's level that stand between its first and last but are not in it. */
function headingsLeftOut(page: PageFacts, anchors: readonly string[]): readonly Heading[] {
  const places = anchors.map((anchor) => page.headings.findIndex((heading) => heading.ids.includes(anchor)));
  if (places.length < 2 || places.includes(-1)) return [];
  const level = page.headings[places[0]!]!.level;
  if (places.some((place) => page.headings[place]!.level !== level)) return [];
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const next = page.headings.findIndex((heading, at) => at > last && heading.level < level);
  const end = level > 2 ? (next === -1 ? page.headings.length : next) : last;
  return page.headings
    .slice(first, end)
    .filter((heading, at) => heading.isVisible && heading.level === level && !places.includes(first + at));
}

export const visibleListRules = family("visible", [
  {
    name: "list-item-visible",
    severity: "error",
    what: "Every item of a list in the graph is on the page.",
    why: "Google, sd-policies: mark up only what readers see.",
    good: { ...TWO, html: BENEFITS },
    bad: { ...TWO, html: BENEFITS.replace("Better mood", "Good temper") },
    check({ graph, page }, report) {
      for (const node of all(graph, "ItemList")) {
        if (isOf(node, "BreadcrumbList") || isOf(node, "HowToStep")) continue;
        for (const [at, each] of listItems(node).entries()) {
          const name = itemName(graph, each);
          if (name !== null && name.trim() !== "" && !page.content.has(name))
            report(
              `${node.path}.itemListElement[${at}].name: expected ${quote(name)} in the visible text, received none. Show it, or take it from the list.`,
            );
        }
      }
    },
  },
  {
    name: "list-item-anchor",
    severity: "error",
    what: "An item's address leads to the heading that has its name.",
    why: "A reader who follows the item must find it (schema.org, ListItem.url).",
    good: { ...TWO, html: BENEFITS },
    bad: { ...list(item(1, "Better rest", "mood"), item(2, "Better mood", "rest")), html: BENEFITS },
    check({ graph, page, url }, report) {
      for (const node of all(graph, "ItemList")) {
        for (const each of listItems(node)) {
          const name = itemName(graph, each);
          const heading = headingAt(page, ownAnchor(textOf(each, "url"), url));
          if (name === null || heading === undefined || showsTitle(heading.text, name)) continue;
          const meant = page.headings.find((other) => other.ids.length > 0 && showsTitle(other.text, name));
          if (meant !== undefined)
            report(
              `${each.path}.url: expected #${meant.ids[0]}, where ${quote(name)} stands, received #${fragmentOf(textOf(each, "url")!)}. Correct the address.`,
            );
        }
      }
    },
  },
  {
    name: "list-complete",
    severity: "error",
    what: "A list in the graph leaves out none of the headings it is made from.",
    why: "Nine benefits on the page are nine in the list (Google, sd-policies; HONcode, honesty of titles).",
    good: { ...TWO, html: BENEFITS },
    bad: {
      ...TWO,
      html: BENEFITS.replace(`<h3 id="mood">`, `<h3 id="calm">More calm</h3><p>…</p><h3 id="mood">`),
    },
    check({ graph, page, url }, report) {
      for (const node of all(graph, "ItemList")) {
        if (isOf(node, "BreadcrumbList")) continue;
        const anchors = listItems(node).map((each) => ownAnchor(textOf(each, "url"), url));
        const left = anchors.includes("") ? [] : headingsLeftOut(page, anchors);
        if (left.length > 0)
          report(
            `${node.path}: expected all ${anchors.length + left.length} items that the page shows, received ${anchors.length}, without ${left.map((heading) => quote(heading.text)).join(", ")}. Add them to the list.`,
          );
      }
    },
  },
  {
    name: "list-item-link",
    severity: "error",
    what: "An item that is another page is linked from this one.",
    why: "Google, sd-policies: mark up only what readers see.",
    good: {
      ...list({ "@type": "ListItem", position: 1, name: "Rest", url: "https://example.org/rest/" }),
      html: `${TITLE}<a href="/rest/">Rest</a>`,
    },
    bad: {
      ...list({ "@type": "ListItem", position: 1, name: "Rest", url: "https://example.org/rest/" }),
      html: `${TITLE}<p>Rest</p>`,
    },
    check({ graph, page, url }, report) {
      if (url === null) return;
      for (const node of all(graph, "ItemList")) {
        if (isOf(node, "BreadcrumbList")) continue;
        for (const each of listItems(node)) {
          const address = textOf(each, "url");
          if (
            address !== null &&
            /^https?:/i.test(address) &&
            pageKey(address) !== pageKey(url) &&
            !linksTo(page, url, address)
          )
            report(
              `${each.path}.url: expected a visible link to ${quote(address)}, received none. Link it, or take it from the list.`,
            );
        }
      }
    },
  },
]);
