import { quote } from "../../problem.ts";
import { duplicateKeys } from "../graph/duplicate-keys.ts";
import { GRAPH_SIZE_LIMIT } from "../graph/read.ts";
import type { Json } from "../graph/types.ts";
import { family } from "../rule.ts";

const KEYWORDS = new Set(
  "@context @graph @id @type @value @language @list @set @reverse @index @none @included @nest @base @vocab @version @direction @json @protected @import @propagate @container @prefix".split(
    " ",
  ),
);

/** Addresses by which schema.org's context is known. */
const CONTEXT = /^https?:\/\/(?:www\.)?schema\.org(?:\/|\/docs\/jsonldcontext\.jsonl?d?)?$/i;

function contextText(context: Json): string | null {
  if (typeof context === "string") return context;
  if (typeof context !== "object" || context === null || Array.isArray(context)) return null;
  const vocabulary = (context as { readonly "@vocab"?: Json })["@vocab"];
  return typeof vocabulary === "string" ? vocabulary : null;
}

/** True when all that a block holds is an empty `@graph`. */
function isEmptyGraph(items: readonly Json[]): boolean {
  return items.every((item) => {
    const { "@graph": graph, "@context": _context, ...rest } = item as Readonly<Record<string, Json>>;
    return (
      Object.keys(rest).length === 0 && (graph === undefined || (Array.isArray(graph) && graph.length === 0))
    );
  });
}

const PERSON = `{ "@context": "https://schema.org", "@type": "Person", "name": "Ada Example" }`;

export const jsonRules = family("json", [
  {
    name: "json",
    severity: "error",
    what: "Every JSON-LD block is JSON.",
    why: "A block that cannot be parsed is ignored as a whole (JSON-LD 1.1, section 7).",
    good: { json: PERSON },
    bad: { json: `{ "@context": "https://schema.org", "@type": "Person", "name": "Ada Example", }` },
    check({ graph }, report) {
      for (const { fault, text } of graph.blocks) {
        if (text.trim() === "")
          report("expected JSON-LD, received an empty script. Fill it or leave it out.");
        else if (fault !== null)
          report(
            `expected JSON, received text that does not parse (${quote(fault).slice(1, -1)}). Correct the JSON; write it with JSON.stringify.`,
          );
      }
    },
  },
  {
    name: "json-object",
    severity: "error",
    what: "A JSON-LD block holds an object, or a list of objects.",
    why: "JSON-LD 1.1, section 4: a document is a node object or an array of them.",
    good: { json: `[${PERSON}]` },
    bad: { json: `"Ada Example"` },
    check({ graph }, report) {
      for (const { json } of graph.blocks) {
        const items = Array.isArray(json) ? (json as readonly Json[]) : [json];
        const isFine =
          json === undefined ||
          (items.length > 0 && items.every((item) => typeof item === "object" && item !== null));
        if (isFine && json !== undefined && isEmptyGraph(items as readonly Json[]))
          report(`expected nodes in "@graph", received none. Fill it, or leave the script out.`);
        if (!isFine)
          report(
            `expected an object or a list of objects, received ${quote(json)}. Write { "@context": "https://schema.org", "@graph": […] }.`,
          );
      }
    },
  },
  {
    name: "json-type",
    severity: "error",
    what: 'JSON-LD stands in `<script type="application/ld+json">`.',
    why: "Under another type it is not found (JSON-LD 1.1, section 7.1).",
    good: { json: PERSON },
    bad: { html: `<h1>Sleep</h1><script type="application/json+ld">${PERSON}</script>` },
    check({ page }, report) {
      for (const type of page.dataTypes) {
        if (/ld.{0,3}json|json.{0,3}ld|schema/i.test(type))
          report(`expected type="application/ld+json", received ${quote(type)}. Correct the type.`);
      }
    },
  },
  {
    name: "graph-size",
    severity: "error",
    what: "A JSON-LD block has at most a million characters and a hundred levels.",
    why: "A page of text needs a few thousand; such a graph is a fault in the builder, and search engines read only the first megabytes of a page.",
    good: { json: PERSON },
    bad: {
      json: `{ "@context": "https://schema.org", "@type": "Person", "name": "Ada", "description": "${"long ".repeat(200_001)}" }`,
    },
    check({ graph }, report) {
      for (const { text } of graph.blocks) {
        if (text.length <= GRAPH_SIZE_LIMIT) continue;
        report(
          `expected at most ${GRAPH_SIZE_LIMIT} characters in a graph, received ${text.length}. Leave out what the page does not show.`,
        );
      }
      if (graph.isTooDeep)
        report(
          "expected at most 100 levels in a graph, received more. Refer to nodes by @id instead of nesting them.",
        );
    },
  },
  {
    name: "context",
    severity: "error",
    what: 'Every block says `"@context": "https://schema.org"`.',
    why: "Without it no term has a meaning (JSON-LD 1.1, section 3.1).",
    good: { json: PERSON },
    bad: { json: `{ "@context": "https://schema.com", "@type": "Person", "name": "Ada Example" }` },
    check({ graph }, report) {
      for (const { contexts, json } of graph.blocks) {
        if (json === undefined || typeof json !== "object" || json === null) continue;
        if (contexts.length === 0)
          report(`expected "@context": "https://schema.org", received none. Add it.`);
        else if (!contexts.map(contextText).some((text) => text !== null && CONTEXT.test(text))) {
          report(`expected "@context": "https://schema.org", received ${quote(contexts[0])}. Correct it.`);
        }
      }
    },
  },
  {
    name: "context-http",
    severity: "warning",
    what: "The context is written with https.",
    why: 'schema.org recommends https; one form everywhere keeps ids equal (schema.org FAQ, "http or https").',
    good: { json: PERSON },
    bad: { json: PERSON.replace("https:", "http:") },
    check({ graph }, report) {
      for (const context of graph.blocks.flatMap((block) => block.contexts)) {
        const text = contextText(context);
        if (text !== null && CONTEXT.test(text) && /^http:|\/www\./i.test(text))
          report(`expected "https://schema.org", received ${quote(text)}. Write the first.`);
      }
    },
  },
  {
    name: "keyword",
    severity: "error",
    what: 'Only JSON-LD\'s own keywords start with "@".',
    why: "JSON-LD 1.1, section 1.7; processors drop a key of that shape which they do not know.",
    good: { json: PERSON },
    bad: { json: `{ "@context": "https://schema.org", "@type": "Person", "@name": "Ada Example" }` },
    check({ graph }, report) {
      for (const node of graph.nodes) {
        for (const key in node.value) {
          if (key.startsWith("@") && !KEYWORDS.has(key))
            report(
              `${node.path}: expected a keyword of JSON-LD, received ${quote(key)}. Write it without "@", or correct it.`,
            );
        }
      }
    },
  },
  {
    name: "keyword-alias",
    severity: "warning",
    what: '`@type` and `@id` are written with "@".',
    why: "schema.org's context knows `type` and `id`, but consumers that do not load it, Google among them, do not.",
    good: { json: PERSON },
    bad: { json: `{ "@context": "https://schema.org", "type": "Person", "name": "Ada Example" }` },
    check({ graph }, report) {
      for (const node of graph.nodes) {
        for (const key of ["type", "id"]) {
          if (key in node.value)
            report(`${node.path}: expected "@${key}", received "${key}". Write it with "@".`);
        }
      }
    },
  },
  {
    name: "id-text",
    severity: "error",
    what: "`@id` is one text, `@type` one text or a list of texts.",
    why: "JSON-LD 1.1, section 9.1.",
    good: { graph: { "@type": "Person", "@id": "https://example.org/#ada", name: "Ada Example" } },
    bad: { graph: { "@type": "Person", "@id": ["https://example.org/#ada"], name: "Ada Example" } },
    check({ graph }, report) {
      for (const { value, path } of graph.nodes) {
        const { "@id": id, "@type": type } = value;
        if (id !== undefined && (typeof id !== "string" || id.trim() === "" || /\s/.test(id)))
          report(
            `${path}.@id: expected an address, received ${quote(id)}. Write the node's own address, such as the page's with "#article".`,
          );
        const types = Array.isArray(type) ? (type as readonly Json[]) : [type];
        if (type !== undefined && (types.length === 0 || types.some((name) => typeof name !== "string")))
          report(
            `${path}.@type: expected the name of a type, received ${quote(type)}. Write one name or a list of names.`,
          );
      }
    },
  },
  {
    name: "duplicate-key",
    severity: "error",
    what: "No key stands twice in one object.",
    why: "The last value silently wins, the others are lost (RFC 8259, section 4).",
    good: { json: `{ "@context": "https://schema.org", "@type": "Person", "name": ["Ada", "A. Example"] }` },
    bad: {
      json: `{ "@context": "https://schema.org", "@type": "Person", "name": "Ada", "name": "A. Example" }`,
    },
    check({ graph }, report) {
      for (const { text, json } of graph.blocks) {
        if (json === undefined) continue;
        for (const key of duplicateKeys(text))
          report(
            `expected each key once, received ${quote(key)} twice in one object. Write a list: "${key}": [ …, … ].`,
          );
      }
    },
  },
  {
    name: "unescaped",
    severity: "warning",
    what: "`<`, U+2028 and U+2029 are escaped in the JSON.",
    why: '"</script>" or "<!--" in a title ends or swallows the element (HTML, section 4.12.1.3, restrictions for contents of script elements).',
    good: { json: `{ "@context": "https://schema.org", "@type": "Person", "name": "Ada \\u003cb>Example" }` },
    bad: { json: `{ "@context": "https://schema.org", "@type": "Person", "name": "Ada <!-- Example" }` },
    check({ graph }, report) {
      for (const { text } of graph.blocks) {
        const found = /<[!/a-z]|[\u2028\u2029]/i.exec(text);
        if (found !== null)
          report(
            `expected "<" and line separators escaped in the JSON, received ${quote(text.slice(found.index, found.index + 20))}. Write "\\u003c" for "<".`,
          );
      }
    },
  },
]);
