import { quote } from "../../article/problem.ts";
import { nameOf, shown } from "../graph/label.ts";
import { addresses, all, has, isOf, nodesOf, textOf, textsOf, valuesOf } from "../graph/main.ts";
import { isNode } from "../graph/read.ts";
import type { Entry, Graph, Node } from "../graph/types.ts";
import { family } from "../rule.ts";
import { pageKey } from "../urls.ts";

/** Longest headline that Google's Article page once named; longer ones are cut in results. */
const HEADLINE_LIMIT = 110;

const BASE = {
  "@type": "BlogPosting",
  "@id": "https://example.org/page/#article",
  headline: "Massage for sleep",
};
const ADA = { "@type": "Person", name: "Ada Example", url: "https://example.org/authors/ada/" };
const article = (more: object) => ({ graph: { ...BASE, ...more } });
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
const PICTURE = {
  "@type": "ImageObject",
  url: "https://example.org/img/a.jpg",
  contentUrl: "https://example.org/img/a.jpg",
};

/** Names that join two people, or carry more than a name; "Doe, J." is one name. */
const NOT_ONE_NAME =
  /\s(?:and|&|et|und|y)\s|;|,\s?(?!\s?(?:jr|sr|i{2,3}|iv)\b|\s?(?:[A-Z](?:\.|\b)[\s-]?){1,3}$)|^(?:by|posted by|written by|author)\b[:\s]|\||@|https?:/i;

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

export const googleRules = family("google", [
  {
    name: "article-headline",
    severity: "warning",
    what: `An article has a headline of at most ${HEADLINE_LIMIT} characters.`,
    why: "Google, Article structured data: headline is recommended; long ones are cut.",
    good: article({ author: ADA }),
    bad: { graph: { "@type": "BlogPosting", name: "Massage for sleep" } },
    check({ main }, report) {
      if (main.article === null) return;
      const headline = textOf(main.article, "headline");
      if (headline === null)
        report(`${main.article.path}: expected a headline, received none. Write the article's title.`);
      else if ([...headline].length > HEADLINE_LIMIT)
        report(
          `${main.article.path}.headline: expected at most ${HEADLINE_LIMIT} characters, received ${[...headline].length}. Shorten it.`,
        );
    },
  },
  {
    name: "article-author",
    severity: "warning",
    what: "An article names its author, with an address (`url` or `sameAs`).",
    why: 'Google, Article structured data: author and author.url are recommended "strongly".',
    good: article({ author: ADA }),
    bad: article({ description: "How it may help." }),
    check({ graph, main }, report) {
      if (main.article === null) return;
      const authors = [main.article, main.page].flatMap((node) =>
        node === null ? [] : valuesOf(node, "author"),
      );
      if (authors.length === 0)
        return report(`${main.article.path}: expected an author, received none. Name who wrote it.`);
      for (const author of nodesOf(graph, main.article, "author")) {
        if (!author.isReference && !has(author, "url") && !has(author, "sameAs"))
          report(
            `${author.path}: expected url or sameAs, received ${nameOf(author)} without. Link the author's profile.`,
          );
      }
    },
  },
  {
    name: "author-type",
    severity: "error",
    what: "An article's author is a Person or an Organization with a name, each in an entry of its own.",
    why: "Google, Article structured data, author markup best practices.",
    good: article({ author: ADA }),
    bad: article({ author: "Ada Example" }),
    check({ graph }, report) {
      for (const node of all(graph, "Article")) {
        for (const value of valuesOf(node, "author")) {
          if (typeof value === "string" && value.trim() !== "")
            report(
              `${node.path}.author: expected a Person or Organization, received ${quote(value)}. Write { "@type": "Person", "name": … }.`,
            );
        }
        for (const author of nodesOf(graph, node, "author")) {
          if (author.isReference || author.types.length === 0 || isOf(author, "Role")) continue;
          if (!has(author, "name"))
            report(
              `${author.path}: expected an author with a name, received ${nameOf(author)}. Add the name.`,
            );
        }
      }
    },
  },
  {
    name: "author-name",
    severity: "warning",
    what: "An author's name is one name and nothing else.",
    why: 'Google, Article structured data: no "by", job title, publisher or second name in author.name.',
    good: article({ author: ADA }),
    bad: article({ author: { ...ADA, name: "By Ada Example and Ben Example" } }),
    check({ graph, main }, report) {
      for (const author of main.article === null ? [] : nodesOf(graph, main.article, "author")) {
        const name = isOf(author, "Person") ? textOf(author, "name") : null;
        if (name !== null && NOT_ONE_NAME.test(name)) {
          report(
            `${author.path}.name: expected one person's name, received ${quote(name)}. Write only the name; one entry for each author.`,
          );
        }
      }
    },
  },
  {
    name: "article-date",
    severity: "warning",
    what: "An article says when it was published.",
    why: "Google, Article structured data: datePublished is recommended.",
    good: article({ author: ADA, datePublished: "2026-05-02T10:30:00+01:00" }),
    bad: article({ author: ADA }),
    check({ main }, report) {
      if (main.article !== null && !has(main.article, "datePublished"))
        report(`${main.article.path}: expected datePublished, received none. Add it.`);
    },
  },
  {
    name: "article-image",
    severity: "note",
    what: "An article has an image.",
    why: "Google, Article structured data: image is recommended.",
    good: article({ image: PICTURE }),
    bad: article({ author: ADA }),
    check({ main }, report) {
      if (main.article !== null && !has(main.article, "image"))
        report(
          `${main.article.path}: expected an image, received none. Add one where the article shows one.`,
        );
    },
  },
  {
    name: "image-logo",
    severity: "warning",
    what: "An article's image is not the publisher's logo.",
    why: "Google, Article structured data: the image must belong to the article.",
    good: {
      graph: [
        {
          ...BASE,
          image: PICTURE.url,
          publisher: { "@type": "Organization", name: "Rest", logo: "https://example.org/logo.png" },
        },
      ],
    },
    bad: {
      graph: [
        {
          ...BASE,
          image: "https://example.org/logo.png",
          publisher: { "@type": "Organization", name: "Rest", logo: "https://example.org/logo.png" },
        },
      ],
    },
    check({ graph, main }, report) {
      const logos = new Set(all(graph, "Organization").flatMap((node) => addresses(graph, node, "logo")));
      for (const node of main.both) {
        for (const property of ["image", "primaryImageOfPage"]) {
          const found = addresses(graph, node, property).find((address) => logos.has(address));
          if (found !== undefined)
            report(
              `${node.path}.${property}: expected an image of the article, received the logo ${quote(found)}. Use the article's own or leave it out.`,
            );
        }
      }
    },
  },
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
    what: "No two items of a list have the same name or address.",
    why: "A list names each thing once (schema.org, ItemList).",
    good: list(2, crumb(1, "Better sleep"), crumb(2, "Less stress")),
    bad: list(2, crumb(1, "Better sleep"), crumb(2, "Better sleep")),
    check({ graph }, report) {
      for (const node of all(graph, "ItemList")) {
        for (const property of ["name", "url"]) {
          const texts = listItems(node).flatMap((item) => textsOf(item, property));
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
      }
    },
  },
]);

/** The last crumb may be the page or, on a numbered page, the page above it. */
function isAtOrAbove(address: string, url: string): boolean {
  return `${pageKey(url)}/`.startsWith(`${pageKey(address)}/`);
}
