import { didYouMean } from "../../closest.ts";
import { quote } from "../../problem.ts";
import { labelOf, nameOf } from "../graph/label.ts";
import { typesOf } from "../graph/main.ts";
import { isForeign } from "../graph/terms.ts";
import type { Entry, Graph, Node } from "../graph/types.ts";
import { family, type PageContext } from "../rule.ts";
import * as vocabulary from "../vocabulary.ts";

/** Types of nodes that schema.org defines or should define: not those of other vocabularies or of a local context. */
function* ownTypes({ graph }: PageContext): Generator<readonly [Node, string]> {
  for (const node of graph.nodes) {
    for (const type of node.types) {
      if (!isForeign(type) && !isLocal(graph, node, type)) yield [node, type];
    }
  }
}

/** Properties that schema.org defines or should define. */
function* ownEntries({ graph }: PageContext): Generator<Entry> {
  for (const entry of graph.entries) if (entry.isOwn) yield entry;
}

function isLocal(graph: Graph, node: Node, term: string): boolean {
  return graph.blocks[node.block]?.localTerms.has(term) ?? false;
}

/** The same property of the same node is judged once, however many values it has. */
function isFirst({ at }: Entry): boolean {
  return at === null || at === 0;
}

/** A Role stands between a node and a value and repeats the property (schema.org blog, "Introducing Role"). */
function isRepeatedByRole({ node, property }: Entry): boolean {
  return node.property === property && node.types.some((type) => vocabulary.isA(type, "Role"));
}

export const vocabularyRules = family("vocabulary", [
  {
    name: "unknown-type",
    severity: "error",
    what: "Every `@type` is a class of schema.org, spelt as there.",
    why: "A node of an unknown type means nothing to a consumer (schema.org 30.0).",
    good: { graph: { "@type": "MedicalWebPage", name: "Insomnia" } },
    bad: { graph: { "@type": "medicalWebPage", name: "Insomnia" } },
    check(context, report) {
      for (const [node, type] of ownTypes(context)) {
        if (vocabulary.isClass(type)) continue;
        const advice = vocabulary.isMember(type)
          ? ` "${type}" is a member of an enumeration: refer to it by address.`
          : didYouMean(type, vocabulary.classNames());
        report(
          `${node.path}.@type: expected a class of schema.org, received ${quote(type)}.${advice || " Correct it or leave the node out."}`,
        );
      }
    },
  },
  {
    name: "missing-type",
    severity: "error",
    what: "Every node says its `@type`.",
    why: "Without a type no property can be understood (Google, general structured data guidelines).",
    good: {
      graph: {
        "@type": "BlogPosting",
        headline: "Sleep",
        author: { "@type": "Person", name: "Ada Example" },
      },
    },
    bad: { graph: { "@type": "BlogPosting", headline: "Sleep", author: { name: "Ada Example" } } },
    check({ graph }, report) {
      for (const node of graph.nodes) {
        if (node.isReference || node.types.length > 0 || "@type" in node.value) continue;
        if (node.entries.length === 0 && node.parent !== null) continue;
        const isDefinedElsewhere =
          typesOf(graph, node).length > 0 ||
          (graph.byId.get(node.id ?? "") ?? []).some((other) => other.types.length > 0);
        if (!isDefinedElsewhere && node.entries.some((entry) => entry.isOwn))
          report(`${node.path}: expected "@type", received a node without. Say what it is.`);
      }
    },
  },
  {
    name: "unknown-property",
    severity: "error",
    what: "Every property is one of schema.org, spelt as there.",
    why: "An unknown property is dropped without a word (schema.org 30.0).",
    good: { graph: { "@type": "BlogPosting", headline: "Sleep", datePublished: "2026-05-02" } },
    bad: { graph: { "@type": "BlogPosting", headline: "Sleep", datepublished: "2026-05-02" } },
    check(context, report) {
      for (const entry of ownEntries(context)) {
        if (!isFirst(entry) || vocabulary.isProperty(entry.property)) continue;
        report(
          `${labelOf({ ...entry, at: null })}: expected a property of schema.org, received ${quote(entry.key)}.${didYouMean(entry.property, vocabulary.propertyNames()) || " Correct it or leave it out."}`,
        );
      }
    },
  },
  {
    name: "superseded",
    severity: "warning",
    what: "No class, property or member that schema.org has replaced.",
    why: "schema.org names the successor (`supersededBy`, release 30.0); consumers stop reading the old term.",
    good: { graph: { "@type": "WebPage", name: "Sleep", significantLink: "https://example.org/" } },
    bad: { graph: { "@type": "WebPage", name: "Sleep", significantLinks: "https://example.org/" } },
    check(context, report) {
      const say = (where: string, term: string) => {
        const successors = vocabulary.successors(term);
        if (successors.length > 0)
          report(
            `${where}: expected a current term, received ${quote(term)}, which is superseded. Use ${successors.join(" or ")}.`,
          );
      };
      for (const [node, type] of ownTypes(context)) say(`${node.path}.@type`, type);
      for (const entry of ownEntries(context))
        if (isFirst(entry) && !isMisplaced(context.graph, entry))
          say(labelOf({ ...entry, at: null }), entry.property);
    },
  },
  {
    name: "retired",
    severity: "warning",
    what: "No term from schema.org's attic.",
    why: 'The attic holds terms that were withdrawn (schema.org, "attic" section).',
    good: { graph: { "@type": "MedicalCondition", name: "Insomnia", status: "stable" } },
    bad: { graph: { "@type": "StupidType", name: "Insomnia" } },
    check(context, report) {
      for (const [node, type] of ownTypes(context))
        if (vocabulary.isRetired(type))
          report(
            `${node.path}.@type: expected a current class, received ${quote(type)}, which schema.org has withdrawn. Use another.`,
          );
      for (const entry of ownEntries(context))
        if (isFirst(entry) && vocabulary.isRetired(entry.property))
          report(
            `${labelOf({ ...entry, at: null })}: expected a current property, received ${quote(entry.key)}, which schema.org has withdrawn. Use another.`,
          );
    },
  },
  {
    name: "domain",
    severity: "error",
    what: "A property stands only on the classes that have it; all types of a node and their ancestors count.",
    why: "`domainIncludes` in the vocabulary: `reviewedBy` belongs to a WebPage, `hasHealthAspect` to HealthTopicContent, `code` to a MedicalEntity, `benefits` to a JobPosting.",
    good: { graph: { "@type": "MedicalWebPage", name: "Insomnia", lastReviewed: "2026-05-01" } },
    bad: { graph: { "@type": "BlogPosting", headline: "Insomnia", lastReviewed: "2026-05-01" } },
    check(context, report) {
      for (const entry of ownEntries(context)) {
        if (!isFirst(entry) || !isMisplaced(context.graph, entry)) continue;
        const { node, property } = entry;
        const types = allTypes(context.graph, node);
        report(
          `${labelOf({ ...entry, at: null })}: expected on ${vocabulary.domains(property).join(", ")}, received on ${types.join(", ")}. Move it to such a node, or leave it out.`,
        );
      }
    },
  },
  {
    name: "empty-node",
    severity: "warning",
    what: "A node says more than its type.",
    why: 'An empty node is a part that was missing: drop it and every reference to it (Yoast\'s schema specification, "required properties").',
    good: {
      graph: {
        "@type": "BlogPosting",
        headline: "Sleep",
        publisher: { "@type": "Organization", name: "Rest" },
      },
    },
    bad: { graph: { "@type": "BlogPosting", headline: "Sleep", publisher: { "@type": "Organization" } } },
    check({ graph }, report) {
      for (const node of graph.nodes) {
        if (node.isReference || node.id !== null || node.entries.length > 0 || node.types.length === 0)
          continue;
        // An action may be named by its type alone: "interactionType": { "@type": "WatchAction" }.
        if (node.types.some((type) => vocabulary.isA(type, "Action"))) continue;
        const keys = Object.keys(node.value).filter((key) => key !== "@context");
        if (keys.every((key) => key === "@type" || key === "type"))
          report(
            `${node.path}: expected a node with properties, received ${nameOf(node)} without any. Fill it or drop it.`,
          );
      }
    },
  },
]);

/** True when a known property stands on a node none of whose types has it. Nodes of unknown type are not judged. */
function isMisplaced(graph: Graph, entry: Entry): boolean {
  const { node, property } = entry;
  if (!vocabulary.isProperty(property) || vocabulary.isRetired(property)) return false;
  const types = allTypes(graph, node);
  if (types.length === 0 || types.some((type) => !vocabulary.isClass(type))) return false;
  return !vocabulary.hasDomain(property, types) && !isRepeatedByRole(entry);
}

/** Types of the node, also those given where the same `@id` is defined again on the page. */
function allTypes(graph: Graph, node: Node): readonly string[] {
  const others = node.id === null ? undefined : graph.byId.get(node.id);
  return others === undefined || others.length < 2
    ? node.types
    : [...new Set(others.flatMap((other) => other.types))];
}
