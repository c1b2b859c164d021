import { nameOf } from "../graph/label.ts";
import { all, has, isOf, nodesOf, valuesOf } from "../graph/main.ts";
import { missing } from "../graph/missing.ts";
import type { Node } from "../graph/types.ts";
import { family } from "../rule.ts";

const ADA = { "@type": "Person", name: "Ada Example", url: "https://example.org/authors/ada/" };

const RATING = { "@type": "AggregateRating", ratingValue: 4.8, ratingCount: 12 };

/** Things whose ratings would be the site's praise of itself, or of a therapy. */
const SELF_RATED = ["Organization", "MedicalEntity", "Article", "WebPage", "WebSite", "Person"];

function isRated(node: Node): boolean {
  return SELF_RATED.some((type) => isOf(node, type));
}

export const googleRatingRules = family("google", [
  {
    name: "self-rating",
    severity: "error",
    what: "No ratings or reviews of the site, its people, its articles, or of therapies and conditions.",
    why: "Google, Review snippet: reviews that a site controls of itself are self-serving, ratings must come from users; nobody rates a therapy.",
    good: { graph: { "@type": "MedicalTherapy", name: "Massage" } },
    bad: { graph: { "@type": "Organization", name: "Rest", aggregateRating: RATING } },
    check({ graph }, report) {
      for (const node of graph.nodes) {
        if (node.isReference) continue;
        if (isRated(node) && !isOf(node, "Review")) {
          for (const property of ["aggregateRating", "review", "reviews", "reviewRating", "starRating"])
            if (has(node, property))
              report(
                `${node.path}.${property}: expected no rating of ${nameOf(node)}, received one. Leave it out.`,
              );
        }
        const rated = [...nodesOf(graph, node, "itemReviewed")].find(isRated);
        if (rated !== undefined)
          report(
            `${node.path}.itemReviewed: expected no rating of ${nameOf(rated)}, received one. Leave it out.`,
          );
      }
    },
  },
  {
    name: "rating-parts",
    severity: "error",
    what: "A Review has author, itemReviewed and reviewRating; an AggregateRating has ratingValue and a count.",
    why: "Google, Review snippet: required properties.",
    good: { graph: { "@type": "Product", name: "Oil", aggregateRating: RATING } },
    bad: {
      graph: {
        "@type": "Product",
        name: "Oil",
        aggregateRating: { "@type": "AggregateRating", ratingValue: 4.8 },
      },
    },
    check({ graph }, report) {
      for (const node of all(graph, "AggregateRating")) {
        if (!has(node, "ratingValue"))
          report(`${node.path}: expected ratingValue, received none. Add it or drop the rating.`);
        if (!has(node, "ratingCount") && !has(node, "reviewCount"))
          report(
            `${node.path}: expected ratingCount or reviewCount, received neither. Add it or drop the rating.`,
          );
      }
      for (const node of all(graph, "Review")) {
        const absent = missing(node, [
          "author",
          "reviewRating",
          ...(node.parent === null ? ["itemReviewed"] : []),
        ]);
        if (absent.length > 0 && !isOf(node, "MediaReview") && !isOf(node, "ClaimReview"))
          report(
            `${node.path}: expected ${absent.join(", ")}, received a Review without. Add it or drop the review.`,
          );
      }
    },
  },
  {
    name: "comment-parts",
    severity: "warning",
    what: "A Comment has author, datePublished and text.",
    why: "Google, Discussion forum structured data: what a comment needs.",
    good: {
      graph: { "@type": "Comment", author: ADA, datePublished: "2026-05-03T09:00:00Z", text: "Thank you." },
    },
    bad: { graph: { "@type": "Comment", author: ADA, text: "Thank you." } },
    check({ graph }, report) {
      for (const node of graph.nodes) {
        if (node.isReference || !node.types.includes("Comment")) continue;
        const absent = missing(node, [
          "author",
          "datePublished",
          ...(has(node, "image") || has(node, "video") ? [] : ["text"]),
        ]);
        if (absent.length > 0)
          report(`${node.path}: expected ${absent.join(", ")}, received a Comment without. Add it.`);
      }
    },
  },
  {
    name: "comment-count",
    severity: "error",
    what: "`commentCount` is not less than the comments in the graph.",
    why: "schema.org, CreativeWork.commentCount.",
    good: {
      graph: {
        "@type": "BlogPosting",
        headline: "Sleep",
        commentCount: 1,
        comment: { "@type": "Comment", author: ADA, datePublished: "2026-05-03", text: "Thank you." },
      },
    },
    bad: {
      graph: {
        "@type": "BlogPosting",
        headline: "Sleep",
        commentCount: 0,
        comment: { "@type": "Comment", author: ADA, datePublished: "2026-05-03", text: "Thank you." },
      },
    },
    check({ graph }, report) {
      for (const node of all(graph, "CreativeWork")) {
        const said = valuesOf(node, "commentCount")[0];
        const count = valuesOf(node, "comment").length;
        if (typeof said === "number" && said < count)
          report(`${node.path}.commentCount: expected at least ${count}, received ${said}. Correct it.`);
      }
    },
  },
]);
