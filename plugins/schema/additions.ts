import type { ArticleRecord } from "../corpus/types.ts";
import { type Problem, quote } from "../problem.ts";
import { HEALTH_ASPECTS, type HealthAspect, isHealthAspect } from "./aspect.ts";
import type { GraphNode, JsonObject, Value } from "./types.ts";

/** What one article's front matter adds to its graph. */
export interface Additions {
  /** Properties of the page node. */
  readonly page: JsonObject;
  /** Properties of the article node. */
  readonly article: JsonObject;
  /** Further nodes. */
  readonly nodes: readonly GraphNode[];
  /** Aspect of the section at an anchor. */
  readonly aspects: Readonly<Record<string, HealthAspect>>;
}

const FIELDS = ["page", "article", "nodes", "aspects"];

/** What the page itself says and front matter has its own fields for. */
const TAKEN = new Set(
  `name headline description url inLanguage isPartOf breadcrumb author publisher reviewedBy lastReviewed
  datePublished dateModified dateCreated mainEntity mainEntityOfPage image primaryImageOfPage hasPart
  wordCount timeRequired sponsor comment commentCount relatedLink`.split(/\s+/),
);

/** Never said of an article: ratings and reviews of therapies, and claims that need a source. */
const NEVER = new Set(
  `aggregateRating review reviews reviewRating benefits jobBenefits possibleTreatment primaryPrevention
  secondaryPrevention`.split(/\s+/),
);
const NEVER_TYPES = new Set(["Review", "AggregateRating", "Rating", "HowTo", "HowToStep", "FAQPage"]);

/** Deepest nesting of a value. */
const DEPTH = 8;

interface Place {
  readonly file: string;
  /** Line of the field `schema` in the file. */
  readonly line: number;
}

/**
 * Reads `schema:` of an article's front matter: the facts it adds, and what is
 * wrong with the others. Additions never replace what the page says of itself.
 */
export function readAdditions(
  value: unknown,
  { file, line }: Place,
): { readonly additions: Additions; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const fault = (path: string, expected: string, received: unknown): void => {
    const message = `expected ${expected}, received ${quote(received)}.`;
    problems.push({ file, line, field: `schema${path}`, message, severity: "error" });
  };
  const source = isObject(value) ? value : {};
  if (!isObject(value)) fault("", FIELDS.join(", "), value);
  for (const key of Object.keys(source)) if (!FIELDS.includes(key)) fault("", FIELDS.join(", "), key);
  const additions = {
    page: readProperties(source.page, ".page", fault),
    article: readProperties(source.article, ".article", fault),
    nodes: readNodes(source.nodes, fault),
    aspects: readAspects(source.aspects, fault),
  };
  return { additions, problems };
}

type Fault = (path: string, expected: string, received: unknown) => void;

function readProperties(value: unknown, path: string, fault: Fault): JsonObject {
  if (value === undefined || value === null) return {};
  if (!isObject(value)) {
    fault(path, "properties of schema.org and their values", value);
    return {};
  }
  const read: Record<string, Value> = {};
  for (const [key, held] of Object.entries(value)) {
    if (TAKEN.has(key)) fault(`${path}.${key}`, "a property that the page does not say itself", key);
    else if (isSayable(key, held, `${path}.${key}`, fault)) read[key] = held;
  }
  return read;
}

function readNodes(value: unknown, fault: Fault): readonly GraphNode[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    fault(".nodes", "a list of nodes", value);
    return [];
  }
  return value.flatMap((node: unknown, index) => {
    const path = `.nodes.${index}`;
    if (isObject(node) && isType(node["@type"]))
      return isSayable("nodes", node, path, fault) ? [node as GraphNode] : [];
    fault(path, 'a node with "@type"', node);
    return [];
  });
}

function readAspects(value: unknown, fault: Fault): Readonly<Record<string, HealthAspect>> {
  if (value === undefined || value === null) return {};
  const read: Record<string, HealthAspect> = {};
  if (!isObject(value)) fault(".aspects", "anchors and their aspects", value);
  else
    for (const [anchor, aspect] of Object.entries(value)) {
      if (typeof aspect === "string" && isHealthAspect(aspect)) read[anchor] = aspect;
      else fault(`.aspects.${anchor}`, `one of ${HEALTH_ASPECTS.join(", ")}`, aspect);
    }
  return read;
}

/** Whether a property and everything in its value may be said; says what may not. */
function isSayable(key: string, value: unknown, path: string, fault: Fault, depth = 0): value is Value {
  if (NEVER.has(key)) fault(path, "no ratings, reviews or claims of treatment", key);
  else if (!/^(?:@type|@id|[a-z][A-Za-z0-9]*)$/.test(key)) fault(path, "a property of schema.org", key);
  else if (depth > DEPTH) fault(path, `at most ${DEPTH} levels`, "more");
  else if (Array.isArray(value))
    return value.every((item: unknown) => isSayable(key, item, path, fault, depth + 1));
  else if (isObject(value)) return isSayableObject(value, path, fault, depth);
  else if (["string", "number", "boolean"].includes(typeof value)) return true;
  else fault(path, "text, a number, true, false, a node or a list of these", value);
  return false;
}

function isSayableObject(
  value: Readonly<Record<string, unknown>>,
  path: string,
  fault: Fault,
  depth: number,
): boolean {
  const types = [value["@type"]].flat();
  const never = types.find((type) => NEVER_TYPES.has(String(type)));
  if (never !== undefined) fault(path, "no ratings, reviews, HowTo or FAQPage", never);
  else if (!isType(value["@type"]) && typeof value["@id"] !== "string")
    fault(path, 'a node with "@type" or "@id"', value);
  else
    return Object.entries(value).every(([key, held]) =>
      isSayable(key, held, `${path}.${key}`, fault, depth + 1),
    );
  return false;
}

function isType(value: unknown): boolean {
  const types = [value].flat();
  return (
    types.length > 0 && types.every((type) => typeof type === "string" && /^[A-Z0-9][A-Za-z0-9]*$/.test(type))
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What the front matter of all articles adds, by article id, and what is wrong in it. */
export function gatherAdditions(records: Iterable<ArticleRecord>): {
  readonly additions: ReadonlyMap<string, Additions>;
  readonly problems: readonly Problem[];
} {
  const additions = new Map<string, Additions>();
  const problems: Problem[] = [];
  for (const { article } of records) {
    const { schema } = article.frontMatter;
    if (schema === undefined || schema === null) continue;
    const read = readAdditions(schema, { file: article.file, line: 0 });
    additions.set(article.id, read.additions);
    problems.push(...read.problems);
  }
  return { additions, problems };
}
