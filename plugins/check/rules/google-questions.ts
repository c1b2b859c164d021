import { nameOf } from "../graph/label.ts";
import { all, has, isOf, nodesOf, valuesOf } from "../graph/main.ts";
import type { Graph, Node } from "../graph/types.ts";
import { family } from "../rule.ts";

const ANSWER = { "@type": "Answer", text: "Two sessions a week." };

function answersOf(graph: Graph, question: Node): readonly Node[] {
  return [...nodesOf(graph, question, "acceptedAnswer"), ...nodesOf(graph, question, "suggestedAnswer")];
}

export const googleQuestionRules = family("google", [
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
]);
