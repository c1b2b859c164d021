/** One JSON-LD node; values unknown. */
export type Node = Readonly<Record<string, unknown>>;

/** Bytes of JSON-LD that are looked at, and nodes in it. */
const JSON_LIMIT = 500_000;
const NODE_LIMIT = 500;

/** Nodes of a page's graphs, in order; those of a damaged script are none. */
export function jsonLdNodes(document: Document): Node[] {
  const nodes: Node[] = [];
  for (const script of document.querySelectorAll('script[type*="ld+json"]')) {
    const source = script.textContent ?? "";
    if (source.length <= JSON_LIMIT) collect(parsed(source), nodes);
  }
  return nodes;
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return null; // A page's broken JSON-LD says nothing; the page itself may still be read.
  }
}

function collect(value: unknown, nodes: Node[]): void {
  const queue: unknown[] = [value];
  for (let next = queue.shift(); next !== undefined && nodes.length < NODE_LIMIT; next = queue.shift()) {
    if (Array.isArray(next)) queue.push(...next.slice(0, NODE_LIMIT));
    else if (typeof next === "object" && next !== null) {
      nodes.push(next as Node);
      if ("@graph" in next) queue.push(next["@graph"]);
    }
  }
}

/** The first node that is an article; an empty one where none is. */
export function articleNode(nodes: readonly Node[]): Node {
  return (
    nodes.find((node) =>
      [node["@type"]]
        .flat()
        .some((type) => typeof type === "string" && /(?:Article|BlogPosting|MedicalWebPage)$/.test(type)),
    ) ?? {}
  );
}
