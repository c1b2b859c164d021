import { quote } from "../../problem.ts";
import { instantOf } from "../dates.ts";
import { nameOf } from "../graph/label.ts";
import { all, has, isOf, nodesOf, textOf, textsOf, valuesOf } from "../graph/main.ts";
import { isNode } from "../graph/read.ts";
import type { Graph, Node } from "../graph/types.ts";
import { family } from "../rule.ts";
import { bare } from "../words.ts";

const ADA = {
  "@type": "Person",
  "@id": "https://example.org/authors/ada/#person",
  name: "Ada Example",
  url: "https://example.org/authors/ada/",
  jobTitle: "Health writer",
};

const BEN = {
  "@type": "Person",
  "@id": "https://example.org/authors/ben/#person",
  name: "Ben Example",
  url: "https://example.org/authors/ben/",
  honorificSuffix: "RMT",
};

const PAGE = {
  "@type": "MedicalWebPage",
  "@id": "https://example.org/page/",
  url: "https://example.org/page/",
  name: "Sleep",
};

const page = (more: object) => ({ graph: { ...PAGE, ...more } });

/** Names that hide who wrote it. Compared as bare words. */
const ANONYMOUS = new Set(
  "admin,administrator,staff,editor,editors,editorial,editorial team,the editorial team,webmaster,root,user,guest,anonymous,unknown,author,team,n a,none,test,wp admin,content team,guest author,staff writer".split(
    ",",
  ),
);

/** Authors of the page and of its article, by name and id. */
function authorsOf(graph: Graph, nodes: readonly Node[]): readonly Node[] {
  return nodes.flatMap((node) => nodesOf(graph, node, "author"));
}

/** Pages that claim a review. */
function reviewed(graph: Graph): readonly Node[] {
  return graph.nodes.filter(
    (node) =>
      !node.isReference &&
      (valuesOf(node, "reviewedBy").length > 0 || valuesOf(node, "lastReviewed").length > 0),
  );
}

function isSame(a: Node, b: Node): boolean {
  if (a.id !== null && a.id === b.id) return true;
  const isSaid = (property: string) => {
    const [x, y] = [textOf(a, property), textOf(b, property)];
    return x !== null && y !== null && x.trim() !== "" && bare(x) === bare(y);
  };
  return isSaid("name") || isSaid("url");
}

export const reviewRules = family("honesty", [
  {
    name: "review-pair",
    severity: "error",
    what: "`reviewedBy` and `lastReviewed` stand together or not at all.",
    why: "Who without when, or when without who, is no review (HONcode, authority and attribution).",
    good: page({ reviewedBy: BEN, lastReviewed: "2026-05-01" }),
    bad: page({ reviewedBy: BEN }),
    check({ graph }, report) {
      for (const node of reviewed(graph)) {
        const [by, at] = [has(node, "reviewedBy"), has(node, "lastReviewed")];
        if (by !== at)
          report(
            `${node.path}: expected reviewedBy and lastReviewed together, received only ${by ? "reviewedBy" : "lastReviewed"}. Add the other, or drop both.`,
          );
      }
    },
  },
  {
    name: "self-review",
    severity: "error",
    what: "The reviewer is not the author.",
    why: "A review is by someone else (HONcode, authority).",
    good: page({ author: ADA, reviewedBy: BEN, lastReviewed: "2026-05-01" }),
    bad: page({ author: ADA, reviewedBy: { "@id": ADA["@id"] }, lastReviewed: "2026-05-01" }),
    check({ graph, main }, report) {
      for (const node of reviewed(graph)) {
        const authors = authorsOf(graph, [
          ...new Set([node, ...main.both, ...nodesOf(graph, node, "mainEntity")]),
        ]);
        for (const reviewer of nodesOf(graph, node, "reviewedBy")) {
          if (authors.some((author) => isSame(author, reviewer)))
            report(
              `${node.path}.reviewedBy: expected someone other than the author, received ${nameOf(reviewer)}. Name the real reviewer, or drop the review.`,
            );
        }
      }
    },
  },
  {
    name: "future-review",
    severity: "error",
    what: "A review has happened.",
    why: "`lastReviewed` is the day of the last review (schema.org); the next one due is not it.",
    good: page({ reviewedBy: BEN, lastReviewed: "2026-05-01" }),
    bad: page({ reviewedBy: BEN, lastReviewed: "2999-05-01" }),
    check({ graph, options }, report) {
      if (options.today === null) return;
      for (const node of reviewed(graph)) {
        for (const text of textsOf(node, "lastReviewed")) {
          const at = instantOf(text);
          if (at !== null && at > (instantOf(options.today) ?? at) + 86_400_000)
            report(
              `${node.path}.lastReviewed: expected a day up to ${options.today}, received ${quote(text)}. Write the day of the review.`,
            );
        }
      }
    },
  },
  {
    name: "one-review-date",
    severity: "error",
    what: "`lastReviewed` is one day.",
    why: "A second value has been used to hide the day of the next review; the vocabulary has no property for it.",
    good: page({ reviewedBy: BEN, lastReviewed: "2026-05-01" }),
    bad: page({ reviewedBy: BEN, lastReviewed: ["2026-05-01", "2026-02-01"] }),
    check({ graph }, report) {
      for (const node of reviewed(graph)) {
        const days = valuesOf(node, "lastReviewed");
        if (days.length > 1)
          report(
            `${node.path}.lastReviewed: expected one day, received ${days.length}. Keep the day of the last review.`,
          );
      }
    },
  },
  {
    name: "reviewer-record",
    severity: "error",
    what: "A reviewer is a Person or Organization with a name.",
    why: "A reviewer nobody can identify has reviewed nothing (HONcode, authority).",
    good: page({ reviewedBy: BEN, lastReviewed: "2026-05-01" }),
    bad: page({ reviewedBy: "Ben Example", lastReviewed: "2026-05-01" }),
    check({ graph }, report) {
      for (const node of reviewed(graph)) {
        for (const value of valuesOf(node, "reviewedBy")) {
          if (!isNode(value) && value !== null && value !== "")
            report(
              `${node.path}.reviewedBy: expected a Person or Organization, received ${quote(value)}. Write { "@type": "Person", "name": …, "url": … }.`,
            );
        }
        for (const reviewer of nodesOf(graph, node, "reviewedBy")) {
          if (!reviewer.isReference && !has(reviewer, "name"))
            report(
              `${reviewer.path}: expected a reviewer with a name, received ${nameOf(reviewer)}. Name the reviewer.`,
            );
        }
      }
    },
  },
  {
    name: "reviewer-credential",
    severity: "warning",
    what: "A reviewing person has a credential (`honorificSuffix`, `jobTitle` or `hasCredential`) and a profile (`url`).",
    why: "HONcode, authority: who reviewed it, and what qualifies them.",
    good: page({ reviewedBy: BEN, lastReviewed: "2026-05-01" }),
    bad: page({ reviewedBy: { "@type": "Person", name: "Ben Example" }, lastReviewed: "2026-05-01" }),
    check({ graph }, report) {
      for (const node of reviewed(graph)) {
        for (const reviewer of nodesOf(graph, node, "reviewedBy")) {
          if (reviewer.isReference || !isOf(reviewer, "Person")) continue;
          if (!["honorificSuffix", "jobTitle", "hasCredential"].some((property) => has(reviewer, property)))
            report(
              `${reviewer.path}: expected a credential, received ${nameOf(reviewer)} without. Add honorificSuffix, jobTitle or hasCredential.`,
            );
          if (!has(reviewer, "url") && !has(reviewer, "sameAs"))
            report(
              `${reviewer.path}: expected the reviewer's profile (url), received ${nameOf(reviewer)} without. Link it.`,
            );
        }
      }
    },
  },
  {
    name: "author-anonymous",
    severity: "error",
    what: 'An author has a real name, not "admin" or "staff".',
    why: 'JAMA benchmark "authorship"; Google, "Who created the content".',
    good: { graph: { "@type": "BlogPosting", headline: "Sleep", author: ADA } },
    bad: { graph: { "@type": "BlogPosting", headline: "Sleep", author: { ...ADA, name: "admin" } } },
    check({ graph }, report) {
      for (const node of all(graph, "CreativeWork")) {
        const people = [...nodesOf(graph, node, "author"), ...nodesOf(graph, node, "reviewedBy")];
        const names = [
          ...people
            .filter((person) => !isOf(person, "Organization"))
            .flatMap((person) => textsOf(person, "name")),
          ...textsOf(node, "author"),
        ];
        for (const name of new Set(names))
          if (ANONYMOUS.has(bare(name)))
            report(
              `${node.path}.author: expected a person's name, received ${quote(name)}. Name the author, or leave the author out.`,
            );
      }
    },
  },
]);
