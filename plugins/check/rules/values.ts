import { quote } from "../../problem.ts";
import { labelOf } from "../graph/label.ts";
import { texts } from "../graph/texts.ts";
import type { Json, JsonObject } from "../graph/types.ts";
import { leakIn } from "../page/leak.ts";
import { family } from "../rule.ts";
import { judged } from "./judged.ts";

const article = (more: object) => ({
  graph: { "@type": "BlogPosting", headline: "Massage for sleep", ...more },
});

/** Properties whose text is shown as plain words. */
const PLAIN_TEXT = new Set([
  "name",
  "headline",
  "alternateName",
  "jobTitle",
  "honorificSuffix",
  "caption",
  "creditText",
  "articleSection",
  "alternativeHeadline",
]);

/** Empty containers and nulls, by their place; entries do not keep them apart. */
function* emptyValues(value: JsonObject, path: string): Generator<readonly [string, string]> {
  for (const [key, inner] of Object.entries(value)) {
    if (key === "@context" || key === "@graph") continue;
    for (const item of Array.isArray(inner) && inner.length > 0 ? (inner as readonly Json[]) : [inner]) {
      const shown = emptiness(item);
      if (shown !== null) yield [`${path}.${key}`, shown];
    }
  }
}

function emptiness(value: Json): string | null {
  if (value === null) return "null";
  if (typeof value === "string") return value.trim() === "" ? `"${value.slice(0, 3)}"` : null;
  if (Array.isArray(value)) return value.length === 0 ? "[]" : null;
  return typeof value === "object" && Object.keys(value).length === 0 ? "{}" : null;
}

export const valueRules = family("values", [
  {
    name: "empty-value",
    severity: "error",
    what: "No empty text, list or object, and no null.",
    why: "If a part is missing, leave the property out; an empty value claims nothing and fails in consumers (HEALTH markup rule 6; Yoast's specification).",
    good: article({ description: "How it may help." }),
    bad: article({ description: "" }),
    check({ graph }, report) {
      for (const node of graph.nodes) {
        for (const [place, shown] of emptyValues(node.value, node.path))
          report(`${place}: expected a value, received ${shown}. Fill it or leave it out.`);
      }
    },
  },
  {
    name: "leak",
    severity: "error",
    what: "No value is what a template or a script prints when something was missing.",
    why: "`[object Object]`, `undefined`, `NaN` and unfilled `{{ }}` are read as facts.",
    good: article({ author: { "@type": "Person", name: "Ada Example" } }),
    bad: article({ author: { "@type": "Person", name: "[object Object]" } }),
    check({ graph }, report) {
      for (const [entry, text] of texts(graph)) {
        const leak = leakIn(text, true);
        if (leak !== null)
          report(
            `${labelOf(entry)}: expected words, received ${quote(leak)}. Correct the template that writes it.`,
          );
      }
      for (const node of graph.nodes) {
        const leak =
          node.id === null
            ? null
            : (leakIn(node.id, true) ??
              /(?:^|[/#])(?:undefined|null|NaN)(?=$|[/#?])/.exec(node.id)?.[0] ??
              null);
        if (leak !== null)
          report(
            `${node.path}.@id: expected an address, received ${quote(node.id)}. Correct the template that writes it.`,
          );
      }
    },
  },
  {
    name: "address-leak",
    severity: "error",
    what: 'No address has "undefined", "null" or "NaN" for a step.',
    why: "A missing slug was printed into the address.",
    good: article({ url: "https://example.org/sleep/" }),
    bad: article({ url: "https://example.org/undefined/" }),
    check({ graph }, report) {
      for (const [entry, text] of texts(graph)) {
        if (/^https?:\/\/\S*[/#=](?:undefined|null|NaN)(?=$|[/#?&.])/.test(text))
          report(
            `${labelOf(entry)}: expected an address, received ${quote(text)}. Correct the template that writes it.`,
          );
      }
    },
  },
  {
    name: "markup-in-text",
    severity: "warning",
    what: "Names, headlines, captions and credits are plain words, without tags or entities.",
    why: 'They are shown as they stand: "Rest &amp; Ease" reads as that (schema.org, Text).',
    good: article({ articleSection: "Rest & Ease" }),
    bad: article({ articleSection: "Rest &amp; Ease" }),
    check({ graph }, report) {
      for (const [entry, text] of texts(graph)) {
        if (!PLAIN_TEXT.has(entry.property)) continue;
        const found = /<\/?[a-z][^<>]{0,100}>|&(?:amp|lt|gt|quot|nbsp|apos|#\d{2,5}|#x[0-9a-f]{2,5});/i.exec(
          text,
        );
        if (found !== null)
          report(
            `${labelOf(entry)}: expected plain words, received ${quote(text)}. Leave out ${quote(found[0])} or write the character itself.`,
          );
      }
    },
  },
  {
    name: "url-invalid",
    severity: "error",
    what: "An address is one: a scheme, a host, no spaces.",
    why: "The range of the property is URL.",
    good: article({ url: "https://example.org/sleep/" }),
    bad: article({ url: "example.org sleep" }),
    check: judged("url-invalid"),
  },
  {
    name: "url-relative",
    severity: "error",
    what: "Addresses in a graph are absolute.",
    why: 'Consumers store the graph away from the page, where "/img/x.jpg" leads nowhere.',
    good: article({ image: "https://example.org/img/sleep.jpg" }),
    bad: article({ image: "/img/sleep.jpg" }),
    check: judged("url-relative"),
  },
  {
    name: "id-relative",
    severity: "warning",
    what: "`@id` is absolute.",
    why: '"#article" is another node on every address under which the page is served (Yoast\'s specification, "ids").',
    good: {
      graph: { "@type": "BlogPosting", "@id": "https://example.org/page/#article", headline: "Sleep" },
    },
    bad: { graph: { "@type": "BlogPosting", "@id": "#article", headline: "Sleep" } },
    check({ graph }, report) {
      for (const { value, path } of graph.nodes) {
        const id = value["@id"];
        if (typeof id === "string" && id !== "" && !/\s/.test(id) && !/^[a-z_][a-z0-9+.-]*:/i.test(id))
          report(
            `${path}.@id: expected an absolute address, received ${quote(id)}. Write it with https:// and the host.`,
          );
      }
    },
  },
]);
