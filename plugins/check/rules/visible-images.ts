import { quote } from "../../problem.ts";
import { addresses, isOf, nodesOf, textOf, textsOf } from "../graph/main.ts";
import type { Graph, Node } from "../graph/types.ts";
import { imageShown } from "../page/lookup.ts";
import { family, type PageContext } from "../rule.ts";
import { fragmentOf } from "../urls.ts";
import { sharesWords } from "../words.ts";

const ARTICLE = {
  "@type": "BlogPosting",
  "@id": "https://example.org/page/#article",
  headline: "Massage for sleep",
};

const TITLE = "<h1>Massage for sleep</h1>";

const PICTURE = {
  "@type": "ImageObject",
  url: "https://example.org/img/hands-1600.jpg",
  contentUrl: "https://example.org/img/hands-1600.jpg",
  caption: "Two hands",
  creditText: "Photo: Pat Camera",
};

const FIGURE = `${TITLE}<figure><img src="/img/hands-800.jpg" alt="Two hands on a back" width="8" height="5"><figcaption>Two hands. Photo: Pat Camera</figcaption></figure>`;

/** Images of the page itself, not those of people or things it refers to. */
function ownImages({ graph, main }: PageContext): readonly Node[] {
  const isProfile = main.page !== null && isOf(main.page, "ProfilePage");
  const holders = [...main.both, ...(isProfile ? nodesOf(graph, main.page, "mainEntity") : [])];
  const found = holders.flatMap((node) => [
    ...nodesOf(graph, node, "image"),
    ...nodesOf(graph, node, "primaryImageOfPage"),
  ]);
  return [...new Set(found)].filter((node) => isOf(node, "ImageObject"));
}

/** An image given by reference to a node without address: another rule's business. */
function isNodeId(graph: Graph, address: string): boolean {
  return graph.byId.has(address) && fragmentOf(address) !== "";
}

export const visibleImageRules = family("visible", [
  {
    name: "image-visible",
    severity: "error",
    what: "An image of the page or its article is shown on it, in any size.",
    why: "Google, Article structured data: images must be relevant, and belong to the page.",
    good: { graph: { ...ARTICLE, image: PICTURE }, html: FIGURE },
    bad: { graph: { ...ARTICLE, image: PICTURE }, html: FIGURE.replace("hands-800", "feet-800") },
    check(context, report) {
      const { graph, main, page, url } = context;
      if (url === null) return;
      const holders = main.both.flatMap((node) => [
        ...addresses(graph, node, "image"),
        ...addresses(graph, node, "primaryImageOfPage"),
      ]);
      for (const address of new Set([
        ...holders,
        ...ownImages(context).flatMap((node) => textsOf(node, "contentUrl")),
      ])) {
        if (
          /^https?:/i.test(address) &&
          imageShown(page, url, address) === "absent" &&
          !isNodeId(graph, address)
        )
          report(
            `image: expected an image that the page shows, received ${quote(address)}, which it does not. Show it, or take it from the graph.`,
          );
      }
    },
  },
  {
    name: "image-caption",
    severity: "error",
    what: "Caption, credit and maker of an image are on the page.",
    why: "Licences ask for the credit where the image is shown; honest-markup rule 1.",
    good: { graph: { ...ARTICLE, image: PICTURE }, html: FIGURE },
    bad: { graph: { ...ARTICLE, image: PICTURE }, html: FIGURE.replace("Photo: Pat Camera", "") },
    check(context, report) {
      for (const node of ownImages(context)) {
        for (const creator of nodesOf(context.graph, node, "creator")) {
          const name = textOf(creator, "name");
          if (name !== null && !context.page.text.has(name))
            report(
              `${node.path}.creator: expected ${quote(name)} in the visible text, received none. Name who made the image.`,
            );
        }
        for (const property of ["caption", "creditText", "copyrightNotice"]) {
          const text = textOf(node, property);
          if (text === null || text.trim() === "" || context.page.text.has(text)) continue;
          const isAlt =
            property === "caption" &&
            context.page.images.some((image) => image.isVisible && sharesWords(image.alt ?? "", text));
          if (!isAlt)
            report(
              `${node.path}.${property}: expected ${quote(text)} in the visible text, received none. Show it with the image.`,
            );
        }
      }
    },
  },
]);
