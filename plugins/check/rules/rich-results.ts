import { quote } from "../../article/problem.ts";
import { nameOf } from "../graph/label.ts";
import { all, has, isOf, nodesOf, textOf, valuesOf } from "../graph/main.ts";
import type { Graph, Node } from "../graph/types.ts";
import { family } from "../rule.ts";
import { pageKey } from "../urls.ts";

const ADA = { "@type": "Person", name: "Ada Example", url: "https://example.org/authors/ada/" };
const ORGANIZATION = { "@type": "Organization", name: "Rest", url: "https://example.org/" };
const PICTURE = { "@type": "ImageObject", contentUrl: "https://example.org/img/a.jpg" };
const ANSWER = { "@type": "Answer", text: "Two sessions a week." };
const RATING = { "@type": "AggregateRating", ratingValue: 4.8, ratingCount: 12 };

/** Properties of which an image with rights must have one, and those that say that it has rights. */
const RIGHTS = ["creator", "creditText", "copyrightNotice", "license"];
const COUNTED = [...RIGHTS, "acquireLicensePage"];
/** Things whose ratings would be the site's praise of itself, or of a therapy. */
const SELF_RATED = ["Organization", "MedicalEntity", "Article", "WebPage", "WebSite", "Person"];

function missing(node: Node, properties: readonly string[]): readonly string[] {
  return properties.filter((property) => !has(node, property));
}

function isRated(node: Node): boolean {
  return SELF_RATED.some((type) => isOf(node, type));
}

function answersOf(graph: Graph, question: Node): readonly Node[] {
  return [...nodesOf(graph, question, "acceptedAnswer"), ...nodesOf(graph, question, "suggestedAnswer")];
}

export const richResultRules = family("google", [
  {
    name: "profile",
    severity: "error",
    what: "A ProfilePage has a Person or Organization with a name as its mainEntity.",
    why: "Google, Profile page structured data: required properties.",
    good: { graph: { "@type": "ProfilePage", name: "Ada Example", mainEntity: ADA } },
    bad: { graph: { "@type": "ProfilePage", name: "Ada Example", about: ADA } },
    check({ graph }, report) {
      for (const node of all(graph, "ProfilePage")) {
        const entities = nodesOf(graph, node, "mainEntity").filter((entity) => !entity.isReference);
        const isFine = entities.some(
          (entity) =>
            (isOf(entity, "Person") || isOf(entity, "Organization")) &&
            (has(entity, "name") || has(entity, "alternateName")),
        );
        if (!isFine)
          report(
            `${node.path}: expected a mainEntity of type Person or Organization with a name, received ${entities.map(nameOf).join(", ") || "none"}. Name whose profile it is.`,
          );
      }
    },
  },
  {
    name: "organization",
    severity: "error",
    what: "The publisher has a name.",
    why: "Google, Organization structured data; a publisher without name names nobody.",
    good: {
      graph: { "@type": "WebSite", name: "Rest", url: "https://example.org/", publisher: ORGANIZATION },
    },
    bad: {
      graph: {
        "@type": "WebSite",
        name: "Rest",
        url: "https://example.org/",
        publisher: { "@type": "Organization", url: "https://example.org/" },
      },
    },
    check({ graph }, report) {
      for (const node of all(graph, "CreativeWork")) {
        for (const publisher of nodesOf(graph, node, "publisher")) {
          if (
            !publisher.isReference &&
            publisher.types.length > 0 &&
            !has(publisher, "name") &&
            !has(publisher, "legalName")
          )
            report(`${publisher.path}: expected a name, received ${nameOf(publisher)}. Name the publisher.`);
        }
      }
    },
  },
  {
    name: "organization-logo",
    severity: "note",
    what: "The site's Organization has an address and a logo.",
    why: "Google, Organization structured data: url and logo are recommended.",
    good: { graph: { ...ORGANIZATION, logo: "https://example.org/logo.png" } },
    bad: { graph: ORGANIZATION },
    check({ graph }, report) {
      for (const node of graph.nodes) {
        if (!node.isTop || node.isReference || !isOf(node, "Organization")) continue;
        for (const property of missing(node, ["url", "logo"]))
          report(
            `${node.path}: expected ${property}, received ${nameOf(node)} without. Add it where there is one.`,
          );
      }
    },
  },
  {
    name: "site-name",
    severity: "error",
    what: "A WebSite node has name and url.",
    why: "Google, Site names: both are required on the home page.",
    good: { graph: { "@type": "WebSite", name: "Rest", url: "https://example.org/" } },
    bad: {
      graph: { "@type": "WebSite", "@id": "https://example.org/#website", url: "https://example.org/" },
    },
    check({ graph }, report) {
      for (const node of all(graph, "WebSite")) {
        if (!node.isTop) continue;
        for (const property of missing(node, ["name", "url"]))
          report(`${node.path}: expected ${property}, received ${nameOf(node)} without. Add it.`);
      }
    },
  },
  {
    name: "site-address",
    severity: "error",
    what: "The WebSite's url is the address of the home page.",
    why: "Google, Site names: url is the canonical address of the home page.",
    good: { graph: { "@type": "WebSite", name: "Rest", url: "https://example.org/" } },
    bad: { graph: { "@type": "WebSite", name: "Rest", url: "https://example.com/" } },
    check({ graph, options }, report) {
      if (options.siteUrl === null) return;
      for (const node of all(graph, "WebSite")) {
        const url = node.isTop ? textOf(node, "url") : null;
        if (
          url !== null &&
          /^https?:/i.test(url) &&
          !`${pageKey(options.siteUrl)}/`.startsWith(`${pageKey(url)}/`)
        )
          report(
            `${node.path}.url: expected ${quote(options.siteUrl)}, received ${quote(url)}. Write the address of the home page.`,
          );
      }
    },
  },
  {
    name: "image-licence",
    severity: "error",
    what: "An image with rights has contentUrl and one of creator, creditText, copyrightNotice, license.",
    why: "Google, Image metadata: required properties.",
    good: { graph: { ...PICTURE, creditText: "Photo: Ada Example" } },
    bad: {
      graph: {
        "@type": "ImageObject",
        url: "https://example.org/img/a.jpg",
        creditText: "Photo: Ada Example",
      },
    },
    check({ graph }, report) {
      for (const node of all(graph, "ImageObject")) {
        if (!COUNTED.some((property) => has(node, property))) continue;
        if (!has(node, "contentUrl"))
          report(
            `${node.path}: expected contentUrl beside ${COUNTED.filter((property) => has(node, property)).join(", ")}, received none. Add the address of the image file.`,
          );
        if (!RIGHTS.some((property) => has(node, property)))
          report(
            `${node.path}: expected one of ${RIGHTS.join(", ")} beside acquireLicensePage, received none. Add it.`,
          );
      }
    },
  },
  {
    name: "image-address",
    severity: "error",
    what: "An ImageObject says where the image is.",
    why: "Google, Article structured data: image needs an address that can be fetched.",
    good: { graph: PICTURE },
    bad: { graph: { "@type": "ImageObject", caption: "Two hands" } },
    check({ graph }, report) {
      for (const node of all(graph, "ImageObject")) {
        if (!has(node, "contentUrl") && !has(node, "url") && node.entries.length > 0)
          report(`${node.path}: expected contentUrl or url, received ${nameOf(node)} without. Add it.`);
      }
    },
  },
  {
    name: "video",
    severity: "error",
    what: "A VideoObject has name, thumbnailUrl and uploadDate.",
    why: "Google, Video structured data: required properties.",
    good: {
      graph: {
        "@type": "VideoObject",
        name: "How to",
        thumbnailUrl: "https://example.org/v.jpg",
        uploadDate: "2026-05-02T10:00:00Z",
      },
    },
    bad: { graph: { "@type": "VideoObject", name: "How to", uploadDate: "2026-05-02T10:00:00Z" } },
    check({ graph }, report) {
      for (const node of all(graph, "VideoObject")) {
        for (const property of missing(node, ["name", "thumbnailUrl", "uploadDate"]))
          report(`${node.path}: expected ${property}, received ${nameOf(node)} without. Add it.`);
      }
    },
  },
  {
    name: "speakable",
    severity: "error",
    what: "Speakable names its parts by cssSelector or by xpath, not by both.",
    why: "Google, Speakable structured data.",
    good: {
      graph: {
        "@type": "WebPage",
        name: "Sleep",
        speakable: { "@type": "SpeakableSpecification", cssSelector: ["h1"] },
      },
    },
    bad: {
      graph: {
        "@type": "WebPage",
        name: "Sleep",
        speakable: { "@type": "SpeakableSpecification", cssSelector: ["h1"], xpath: ["/html/body/h1"] },
      },
    },
    check({ graph }, report) {
      for (const node of all(graph, "SpeakableSpecification")) {
        const count = Number(has(node, "cssSelector")) + Number(has(node, "xpath"));
        if (count !== 1)
          report(
            `${node.path}: expected cssSelector or xpath, received ${count === 0 ? "neither" : "both"}. Keep one.`,
          );
      }
    },
  },
  {
    name: "question",
    severity: "error",
    what: "A Question has a name and an answer with text.",
    why: "Google, FAQ structured data: required properties.",
    good: { graph: { "@type": "Question", name: "How often?", acceptedAnswer: ANSWER } },
    bad: {
      graph: {
        "@type": "Question",
        name: "How often?",
        acceptedAnswer: { "@type": "Answer", url: "https://example.org/" },
      },
    },
    check({ graph }, report) {
      for (const node of all(graph, "Question")) {
        if (!has(node, "name") && !has(node, "text"))
          report(`${node.path}: expected name, received a question without. Write the question.`);
        const answers = answersOf(graph, node);
        if (!answers.some((answer) => has(answer, "text") || answer.isReference))
          report(
            `${node.path}: expected acceptedAnswer with text, received none. Write the answer as the page shows it.`,
          );
      }
    },
  },
  {
    name: "question-count",
    severity: "error",
    what: "`answerCount` is the number of answers.",
    why: "schema.org, Question.answerCount.",
    good: { graph: { "@type": "Question", name: "How often?", answerCount: 1, acceptedAnswer: ANSWER } },
    bad: { graph: { "@type": "Question", name: "How often?", answerCount: 3, acceptedAnswer: ANSWER } },
    check({ graph }, report) {
      for (const node of all(graph, "Question")) {
        const said = valuesOf(node, "answerCount")[0];
        const count = answersOf(graph, node).length;
        if (typeof said === "number" && count > 0 && said < 20 && said !== count)
          report(`${node.path}.answerCount: expected ${count}, received ${said}. Correct it.`);
      }
    },
  },
  {
    name: "faq-page",
    severity: "error",
    what: "An FAQPage has Question nodes as its mainEntity.",
    why: "Google, FAQ structured data: required properties.",
    good: {
      graph: {
        "@type": "FAQPage",
        name: "Questions",
        mainEntity: [{ "@type": "Question", name: "How often?", acceptedAnswer: ANSWER }],
      },
    },
    bad: { graph: { "@type": "FAQPage", name: "Questions" } },
    check({ graph }, report) {
      for (const node of all(graph, "FAQPage")) {
        const entities = nodesOf(graph, node, "mainEntity");
        if (!entities.some((entity) => isOf(entity, "Question") || isOf(entity, "ItemList")))
          report(
            `${node.path}: expected Question nodes as mainEntity, received ${entities.map(nameOf).join(", ") || "none"}. Add them, or type the page as WebPage.`,
          );
      }
    },
  },
  {
    name: "faq-ended",
    severity: "note",
    what: "FAQPage brings no rich result any more.",
    why: "Google restricted FAQ results to government and health sites in August 2023 and ended them on 7 May 2026.",
    good: {
      graph: {
        "@type": "WebPage",
        name: "Questions",
        hasPart: { "@type": "Question", name: "How often?", acceptedAnswer: ANSWER },
      },
    },
    bad: {
      graph: {
        "@type": "FAQPage",
        name: "Questions",
        mainEntity: [{ "@type": "Question", name: "How often?", acceptedAnswer: ANSWER }],
      },
    },
    check({ graph }, report) {
      for (const node of all(graph, "FAQPage"))
        report(
          `${node.path}: expected FAQPage only where the page is nothing but questions, received one. Expect no rich result from it; Question nodes in hasPart say the same.`,
        );
    },
  },
  {
    name: "how-to",
    severity: "warning",
    what: "No HowTo.",
    why: "Google ended HowTo results in September 2023; in health it reads as an instruction to treat.",
    good: { graph: { "@type": "BlogPosting", headline: "Massage for sleep" } },
    bad: { graph: { "@type": "HowTo", name: "Massage for sleep" } },
    check({ graph }, report) {
      for (const node of all(graph, "HowTo"))
        if (!isOf(node, "Recipe"))
          report(
            `${node.path}: expected an article, received HowTo. Leave it out; it brings no rich result.`,
          );
    },
  },
  {
    name: "search-action",
    severity: "note",
    what: "No SearchAction.",
    why: "Google ended the sitelinks search box in November 2024.",
    good: { graph: { "@type": "WebSite", name: "Rest", url: "https://example.org/" } },
    bad: {
      graph: {
        "@type": "WebSite",
        name: "Rest",
        url: "https://example.org/",
        potentialAction: { "@type": "SearchAction", target: "https://example.org/?q={q}" },
      },
    },
    check({ graph }, report) {
      for (const node of all(graph, "SearchAction"))
        report(`${node.path}: expected none, received SearchAction. It can go; it brings nothing any more.`);
    },
  },
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
