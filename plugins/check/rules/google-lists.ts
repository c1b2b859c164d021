import { quote } from "../../problem.ts";
import { shown } from "../graph/label.ts";
import { addresses, all, has, isOf, nodesOf, textsOf, valuesOf } from "../graph/main.ts";
import { lackedByOne } from "../graph/missing.ts";
import { isNode } from "../graph/read.ts";
import type { Entry, Graph, Node } from "../graph/types.ts";
import { family } from "../rule.ts";
import { pageKey } from "../urls.ts";

const crumb = (position: number, name: string, item?: string) => ({
  "@type": "ListItem",
  position,
  name,
  ...(item === undefined ? {} : { item }),
});

const trail = (...items: object[]) => ({ graph: { "@type": "BreadcrumbList", itemListElement: items } });

const HOME = crumb(1, "Home", "https://example.org/");

const list = (count: number, ...items: object[]) => ({
  graph: { "@type": "ItemList", name: "Benefits", numberOfItems: count, itemListElement: items },
});

function listItems(node: Node): readonly Node[] {
  return valuesOf(node, "itemListElement")
    .filter(isNode)
    .filter((item) => isOf(item, "ListItem"));
}

/** What is wrong with the numbering of a list, or null. */
function misnumbered(items: readonly Node[]): string | null {
  const positions = items
    .map((item) => valuesOf(item, "position")[0])
    .map((value) => (isNode(value ?? null) ? Number.NaN : Number(value ?? Number.NaN)));
  if (positions.every((position) => Number.isNaN(position))) return null;
  const isInOrder =
    positions.every((position, at) => position === positions[0]! + at) &&
    (positions[0] === 1 || positions[0] === 0);
  return isInOrder
    ? null
    : positions.map((position) => (Number.isNaN(position) ? "none" : position)).join(", ");
}

/** What a crumb lacks of what Google requires. */
function crumbLacks(graph: Graph, value: Entry["value"], isLast: boolean): readonly string[] {
  if (!isNode(value)) return ["a ListItem"];
  const item = nodesOf(graph, value, "item")[0];
  const isNamed = has(value, "name") || (item !== undefined && (has(item, "name") || item.isReference));
  return [
    ...(isOf(value, "ListItem") ? [] : ["@type ListItem"]),
    ...(has(value, "position") ? [] : ["position"]),
    ...(isNamed ? [] : ["name"]),
    ...(has(value, "item") || has(value, "url") || isLast ? [] : ["item"]),
  ];
}

/** The last crumb may be the page or, on a numbered page, the page above it. */
function isAtOrAbove(address: string, url: string): boolean {
  return `${pageKey(url)}/`.startsWith(`${pageKey(address)}/`);
}

export const googleListRules = family("google", [
  {
    name: "breadcrumb-count",
    severity: "error",
    what: "A BreadcrumbList has at least two items.",
    why: "Google, Breadcrumb structured data.",
    good: trail(HOME, crumb(2, "Sleep")),
    bad: trail(HOME),
    check({ graph }, report) {
      for (const node of all(graph, "BreadcrumbList")) {
        const count = valuesOf(node, "itemListElement").filter((value) => value !== null).length;
        if (count < 2)
          report(
            `${node.path}: expected at least two items, received ${count}. Add the pages above, or drop the list.`,
          );
      }
    },
  },
  {
    name: "breadcrumb-item",
    severity: "error",
    what: "Every item of a BreadcrumbList is a ListItem with position, name and, but for the last, item.",
    why: "Google, Breadcrumb structured data: required properties.",
    good: trail(HOME, crumb(2, "Sleep")),
    bad: trail(crumb(1, "Home"), crumb(2, "Sleep")),
    check({ graph }, report) {
      for (const node of all(graph, "BreadcrumbList")) {
        const values = valuesOf(node, "itemListElement");
        for (const [at, value] of values.entries()) {
          const absent = crumbLacks(graph, value, at === values.length - 1);
          if (absent.length > 0)
            report(
              `${node.path}.itemListElement[${at}]: expected ${absent.join(" and ")}, received ${shown(value)} without. Add it.`,
            );
        }
      }
    },
  },
  {
    name: "breadcrumb-last",
    severity: "error",
    what: "The last item of a BreadcrumbList is the page itself.",
    why: "Google, Breadcrumb structured data: the trail leads to the page it stands on.",
    good: trail(HOME, crumb(2, "Sleep", "https://example.org/page/")),
    bad: trail(
      HOME,
      crumb(2, "Sleep", "https://example.org/other/"),
      crumb(3, "Rest", "https://example.org/third/"),
    ),
    check({ graph, url, main }, report) {
      if (url === null) return;
      const own = main.page === null ? [] : nodesOf(graph, main.page, "breadcrumb");
      for (const node of all(graph, "BreadcrumbList")) {
        const last = listItems(node).at(-1);
        const address = last === undefined ? undefined : addresses(graph, last, "item")[0];
        const isOwn = own.length === 0 ? all(graph, "BreadcrumbList").length === 1 : own.includes(node);
        if (isOwn && address !== undefined && !isAtOrAbove(address, url))
          report(
            `${last!.path}.item: expected ${quote(url)}, received ${quote(address)}. End the trail at the page.`,
          );
      }
    },
  },
  {
    name: "list-positions",
    severity: "error",
    what: "Positions in a list run 1, 2, 3 in the order of its items, all or none.",
    why: "schema.org, ListItem.position; Google, Breadcrumb structured data.",
    good: trail(HOME, crumb(2, "Sleep")),
    bad: trail(HOME, crumb(3, "Sleep")),
    check({ graph }, report) {
      for (const node of all(graph, "ItemList")) {
        const found = misnumbered(listItems(node));
        if (found !== null)
          report(
            `${node.path}: expected positions 1, 2, 3 in order, received ${found}. Number the items as they stand.`,
          );
      }
    },
  },
  {
    name: "list-count",
    severity: "error",
    what: "`numberOfItems` is the number of items.",
    why: "schema.org, ItemList.numberOfItems.",
    good: list(1, crumb(1, "Better sleep")),
    bad: list(2, crumb(1, "Better sleep")),
    check({ graph }, report) {
      for (const node of all(graph, "ItemList")) {
        const said = valuesOf(node, "numberOfItems")[0];
        const count = valuesOf(node, "itemListElement").filter((value) => value !== null).length;
        if (
          count > 0 &&
          said !== undefined &&
          !isNode(said) &&
          Number(said) !== count &&
          !Number.isNaN(Number(said))
        )
          report(
            `${node.path}.numberOfItems: expected ${count}, as many as there are items, received ${quote(said)}. Correct it.`,
          );
      }
    },
  },
  {
    name: "list-names",
    severity: "error",
    what: "No two items of a list have the same address, nor the same name without addresses.",
    why: "A list names each thing once (schema.org, ItemList).",
    good: list(2, crumb(1, "Better sleep"), crumb(2, "Less stress")),
    bad: list(2, crumb(1, "Better sleep"), crumb(2, "Better sleep")),
    check({ graph }, report) {
      for (const node of all(graph, "ItemList")) {
        for (const property of ["name", "url"]) {
          // Two articles may have one title: things with addresses of their own are told apart by them.
          const asked = listItems(node).filter(
            (item) => property === "url" || !(has(item, "url") || has(item, "item")),
          );
          const texts = asked.flatMap((item) => textsOf(item, property));
          const twice = texts.find((text, at) => texts.indexOf(text) !== at);
          if (twice !== undefined)
            report(
              `${node.path}: expected each ${property} once, received ${quote(twice)} twice. Keep one item.`,
            );
        }
      }
    },
  },
  {
    name: "list-item",
    severity: "error",
    what: "Every ListItem says what it is an item of: a name, an address or an item.",
    why: "schema.org, ListItem; Google, Carousel structured data.",
    good: list(1, crumb(1, "Better sleep")),
    bad: list(1, { "@type": "ListItem", position: 1 }),
    check({ graph }, report) {
      for (const node of all(graph, "ItemList")) {
        if (isOf(node, "BreadcrumbList")) continue;
        for (const item of listItems(node)) {
          if (
            item.types.includes("ListItem") &&
            !has(item, "name") &&
            !has(item, "url") &&
            !has(item, "item")
          )
            report(`${item.path}: expected name, url or item, received a ListItem without. Add one.`);
        }
        for (const [item, property] of lackedByOne(listItems(node), ["name", "url", "item"])) {
          report(
            `${item.path}: expected ${property} as in the other items, received a ListItem without. Add it.`,
          );
        }
      }
    },
  },
]);
