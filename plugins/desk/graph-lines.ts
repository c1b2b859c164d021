/** One node of a page's graph, as its writer reads it. */
export interface GraphNode {
  /** "MedicalWebPage", or several types joined. */
  readonly type: string;
  /** The node's own name for it; "" without one. */
  readonly name: string;
  readonly properties: readonly { readonly name: string; readonly value: string }[];
}

/** Longest value that is shown, in characters. */
const VALUE_LIMIT = 220;

/** The nodes that a page's graph says, in its order; none where it is no JSON. */
export function graphNodes(graph: string): readonly GraphNode[] {
  if (graph === "") return [];
  let parsed: unknown;
  try {
    parsed = JSON.parse(graph);
  } catch {
    return [];
  }
  const nodes = fieldsOf(parsed)["@graph"] ?? parsed;
  return [nodes].flat().map((node) => {
    const fields = fieldsOf(node);
    return {
      type: valueText(fields["@type"]),
      name: valueText(fields.headline ?? fields.name ?? ""),
      properties: Object.entries(fields)
        .filter(([name]) => !["@type", "@context"].includes(name))
        .map(([name, value]) => ({ name, value: shortened(valueText(value)) })),
    };
  });
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** A value on one line: a node within by its name, else by its address, else by its type. */
function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueText).join("; ");
  if (typeof value !== "object" || value === null) return value === undefined ? "" : String(value);
  const { name, headline, text, "@id": id, "@type": type, url } = fieldsOf(value);
  return valueText(name ?? headline ?? text ?? id ?? url ?? type ?? Object.keys(value).join(", "));
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > VALUE_LIMIT ? `${characters.slice(0, VALUE_LIMIT - 1).join("")}…` : text;
}
