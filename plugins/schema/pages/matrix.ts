import type { Table } from "schema-dts";
import type { MatrixPage } from "../../page/types.ts";
import type { SchemaContext } from "../context.ts";
import { partId } from "../ids.ts";
import { healthFacts, pageNode } from "../nodes/page.ts";
import { termNode } from "../nodes/term.ts";
import { topicStub } from "../nodes/topic.ts";
import { type GraphNode, refer } from "../types.ts";

/**
 * Therapies × benefits: a table that mentions both. What a cell counts is how
 * many articles speak, so nothing here ties a therapy to a benefit.
 */
export function matrixNodes(context: SchemaContext, view: MatrixPage): readonly (GraphNode | null)[] {
  const { canonical, title } = view;
  const therapies = view.rows.map(({ therapy }) => topicStub(context, canonical, "therapy", therapy));
  const terms = view.columns.flatMap((column) => termNode(context, column) ?? []);
  const table = { "@type": "Table", "@id": partId(canonical, "table"), name: title } satisfies Table;
  const page = pageNode(context, view, {
    type: "MedicalWebPage",
    said: {
      mainEntity: refer(table["@id"]),
      mentions: [...therapies, ...terms].map((node) => refer(node["@id"] as string)),
      ...healthFacts(context),
    },
  });
  return [page, table, ...therapies, ...terms];
}
