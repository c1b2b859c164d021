import { quote } from "../../problem.ts";
import { all, has, isOf, nodesOf, textOf, textsOf } from "../graph/main.ts";
import type { Graph, Node } from "../graph/types.ts";
import { headingAt, ownAnchor } from "../page/anchor.ts";
import { matchesAny } from "../page/selector.ts";
import { family } from "../rule.ts";
import { sharesWords, withoutMarkup } from "../words.ts";

const PAGE = {
  "@type": "MedicalWebPage",
  "@id": "https://example.org/page/",
  url: "https://example.org/page/",
  name: "Massage for sleep",
};

const ARTICLE = {
  "@type": "BlogPosting",
  "@id": "https://example.org/page/#article",
  headline: "Massage for sleep",
};

const TITLE = "<h1>Massage for sleep</h1>";

const section = (name: string, anchor: string) => ({
  graph: {
    ...ARTICLE,
    hasPart: {
      "@type": "HealthTopicContent",
      name,
      url: `https://example.org/page/#${anchor}`,
      hasHealthAspect: { "@id": "https://schema.org/BenefitsHealthAspect" },
    },
  },
});

const QUESTION = {
  "@type": "Question",
  name: "How often?",
  acceptedAnswer: { "@type": "Answer", text: "Two sessions a week." },
};

const SOURCE = {
  ...ARTICLE,
  citation: { "@type": "WebPage", name: "Insomnia", url: "https://www.nhs.uk/conditions/insomnia/" },
};

/** Parts of the page's own article and page node, sections and questions alike, at any depth. */
function partsOf(graph: Graph, nodes: readonly Node[]): readonly Node[] {
  const found = new Set<Node>();
  const open = [...nodes];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const part of [...nodesOf(graph, node, "hasPart"), ...nodesOf(graph, node, "mainEntity")]) {
      if (found.has(part)) continue;
      found.add(part);
      open.push(part);
    }
  }
  return [...found];
}

/** What a graph may state of a therapy or condition in the page's own words. */
const STATED = [
  "possibleTreatment",
  "primaryPrevention",
  "secondaryPrevention",
  "signOrSymptom",
  "riskFactor",
  "cause",
  "contraindication",
  "seriousAdverseOutcome",
];

export const visiblePartRules = family("visible", [
  {
    name: "section-name",
    severity: "error",
    what: "A section in the graph has the name of the heading at its anchor.",
    why: "Google, sd-policies: a true representation of the page content.",
    good: { ...section("Benefits", "benefits"), html: `${TITLE}<h2 id="benefits">Benefits</h2>` },
    bad: { ...section("Benefits", "benefits"), html: `${TITLE}<h2 id="benefits">What helps</h2>` },
    check({ graph, main, page, url }, report) {
      for (const part of partsOf(graph, main.both)) {
        const name = textOf(part, "name");
        if (
          name === null ||
          name.trim() === "" ||
          !(isOf(part, "WebContent") || isOf(part, "WebPageElement"))
        )
          continue;
        const heading = headingAt(page, ownAnchor(textOf(part, "url") ?? part.id, url));
        if (
          heading === undefined
            ? page.content.has(name)
            : heading.isVisible && sharesWords(heading.text, name)
        )
          continue;
        report(
          `${part.path}.name: expected ${heading === undefined ? "a heading on the page" : quote(heading.text)}, received ${quote(name)}. Take the name from the heading.`,
        );
      }
    },
  },
  {
    name: "question-visible",
    severity: "error",
    what: "Questions and their answers are on the page, word for word.",
    why: "Google, FAQ structured data: all content must be visible; text in a closed <details> is.",
    good: {
      graph: { ...ARTICLE, hasPart: QUESTION },
      html: `${TITLE}<details><summary>How often?</summary><p>Two sessions a week.</p></details>`,
    },
    bad: {
      graph: { ...ARTICLE, hasPart: QUESTION },
      html: `${TITLE}<details><summary>How often?</summary><p>Ask your therapist.</p></details>`,
    },
    check({ graph, page }, report) {
      for (const question of all(graph, "Question")) {
        const asked = textOf(question, "name") ?? textOf(question, "text");
        if (asked !== null && !page.text.has(withoutMarkup(asked)))
          report(
            `${question.path}.name: expected the question in the visible text, received ${quote(asked)}, which is not there. Take it from the page.`,
          );
        for (const answer of [
          ...nodesOf(graph, question, "acceptedAnswer"),
          ...nodesOf(graph, question, "suggestedAnswer"),
        ]) {
          const text = textOf(answer, "text");
          if (text !== null && !page.text.has(withoutMarkup(text)))
            report(
              `${answer.path}.text: expected the answer in the visible text, received ${quote(text)}, which is not there. Take it from the page.`,
            );
        }
      }
    },
  },
  {
    name: "anchor-exists",
    severity: "error",
    what: 'Every address in the graph with "#" on this page leads to an element that readers can see.',
    why: "Honest-markup rule 2; a part with an address that does not exist is not there.",
    good: { ...section("Benefits", "benefits"), html: `${TITLE}<h2 id="benefits">Benefits</h2>` },
    bad: { ...section("Benefits", "benefit"), html: `${TITLE}<h2 id="benefits">Benefits</h2>` },
    check({ graph, page, url }, report) {
      if (url === null) return;
      for (const entry of graph.entries) {
        const address =
          typeof entry.value === "string" && /^https?:\S+#./i.test(entry.value) ? entry.value : null;
        const anchor = ownAnchor(address, url);
        if (
          anchor === "" ||
          anchor.startsWith(":~:") ||
          (graph.byId.has(address!) && entry.property !== "url")
        )
          continue;
        const element = page.ids.get(anchor);
        if (element === undefined)
          report(
            `${entry.node.path}.${entry.key}: expected an element with id="${anchor}" on the page, received none. Correct the address or give the element its id.`,
          );
        else if (!element.isVisible)
          report(
            `${entry.node.path}.${entry.key}: expected a visible element with id="${anchor}", received a hidden one. Show it, or take it from the graph.`,
          );
      }
    },
  },
  {
    name: "speakable-matches",
    severity: "error",
    what: "Every speakable selector matches something that readers see.",
    why: "Google, Speakable structured data: the selectors address content of the page.",
    good: {
      graph: { ...PAGE, speakable: { "@type": "SpeakableSpecification", cssSelector: ["#summary"] } },
      html: `${TITLE}<p id="summary">In short.</p>`,
    },
    bad: {
      graph: { ...PAGE, speakable: { "@type": "SpeakableSpecification", cssSelector: ["#summary"] } },
      html: `${TITLE}<p id="in-short">In short.</p>`,
    },
    check({ graph, page }, report) {
      for (const node of all(graph, "SpeakableSpecification")) {
        for (const selector of textsOf(node, "cssSelector")) {
          if (selector.trim() !== "" && matchesAny(selector, page.elements) === false)
            report(
              `${node.path}.cssSelector: expected a selector that matches visible content, received ${quote(selector)}. Correct it or drop it.`,
            );
        }
        for (const path of textsOf(node, "xpath")) {
          const id = /\[@id=["']([^"']+)["']\]$/.exec(path)?.[1];
          if (id !== undefined && page.ids.get(id)?.isVisible !== true)
            report(
              `${node.path}.xpath: expected a path that matches visible content, received ${quote(path)}. Correct it or drop it.`,
            );
        }
      }
    },
  },
  {
    name: "treatment-visible",
    severity: "error",
    what: "What the graph calls a treatment, symptom, cause or risk of a condition is named in the visible text.",
    why: "Honest-markup rule 4: a claim that is not in the text is not made.",
    good: {
      graph: {
        ...PAGE,
        mainEntity: {
          "@type": "MedicalCondition",
          name: "Insomnia",
          possibleTreatment: { "@type": "MedicalTherapy", name: "Massage" },
        },
        citation: SOURCE.citation,
      },
      html: `${TITLE}<h2>Treatments</h2><p>Massage</p><a href="https://www.nhs.uk/conditions/insomnia/">NHS</a>`,
    },
    bad: {
      graph: {
        ...PAGE,
        mainEntity: {
          "@type": "MedicalCondition",
          name: "Insomnia",
          possibleTreatment: { "@type": "MedicalTherapy", name: "Acupuncture" },
        },
        citation: SOURCE.citation,
      },
      html: `${TITLE}<h2>Treatments</h2><p>Massage</p><a href="https://www.nhs.uk/conditions/insomnia/">NHS</a>`,
    },
    check({ graph, main, page }, report) {
      for (const entity of main.page === null ? [] : nodesOf(graph, main.page, "mainEntity")) {
        if (!isOf(entity, "MedicalEntity")) continue;
        for (const property of STATED) {
          const texts = [
            ...textsOf(entity, property),
            ...nodesOf(graph, entity, property).flatMap((node) => textsOf(node, "name").slice(0, 1)),
          ];
          for (const text of texts) {
            if (!/^https?:/.test(text) && !page.content.has(text))
              report(
                `${entity.path}.${property}: expected ${quote(text)} in the visible text, received none. Say it on the page with its source, or take it from the graph.`,
              );
          }
        }
      }
    },
  },
  {
    name: "comment-visible",
    severity: "error",
    what: "Comments in the graph are on the page, with their authors.",
    why: "Google, sd-policies: mark up only what readers see.",
    good: {
      graph: {
        ...ARTICLE,
        comment: {
          "@type": "Comment",
          author: { "@type": "Person", name: "Kim" },
          datePublished: "2026-05-03",
          text: "Thank you.",
        },
      },
      html: `${TITLE}<p>Kim: Thank you.</p>`,
    },
    bad: {
      graph: {
        ...ARTICLE,
        comment: {
          "@type": "Comment",
          author: { "@type": "Person", name: "Kim" },
          datePublished: "2026-05-03",
          text: "Thank you.",
        },
      },
      html: TITLE,
    },
    check({ graph, page }, report) {
      for (const node of graph.nodes) {
        if (node.isReference || !node.types.includes("Comment") || !has(node, "text")) continue;
        const names = nodesOf(graph, node, "author").flatMap((author) => textsOf(author, "name"));
        for (const words of [withoutMarkup(textOf(node, "text") ?? ""), ...names])
          if (!page.text.has(words))
            report(
              `${node.path}: expected ${quote(words)} in the visible text, received none. Show the comment, or take it from the graph.`,
            );
      }
    },
  },
]);
