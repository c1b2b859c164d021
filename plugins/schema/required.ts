import type { JsonObject, Value } from "./types.ts";

/**
 * Parts without which a node says nothing that a reader of the graph can use;
 * `a|b` asks for one of them. From what Google documents where it documents
 * the type, else from the definition of the type.
 */
const REQUIRED: Readonly<Record<string, readonly string[] | undefined>> = {
  AdvertiserContentArticle: ["headline"],
  Answer: ["text"],
  Article: ["headline"],
  BlogPosting: ["headline"],
  Book: ["name"],
  BreadcrumbList: ["itemListElement"],
  Comment: ["text", "author"],
  CreativeWork: ["name|url|headline"],
  DefinedTerm: ["name"],
  DefinedTermSet: ["name"],
  EducationalOccupationalCredential: ["name"],
  HealthTopicContent: ["name", "url"],
  ImageObject: ["contentUrl|url"],
  ItemList: ["itemListElement"],
  ListItem: ["position", "name|item"],
  MedicalAudience: ["audienceType"],
  MedicalCode: ["codeValue", "codingSystem"],
  MedicalCondition: ["name"],
  MedicalScholarlyArticle: ["name"],
  MedicalTherapy: ["name"],
  Organization: ["name"],
  Person: ["name"],
  Question: ["name", "acceptedAnswer|suggestedAnswer"],
  SpeakableSpecification: ["cssSelector|xpath"],
  Table: ["name"],
  VideoObject: ["name", "thumbnailUrl", "uploadDate"],
  WebSite: ["name", "url"],
};

const ALTERNATIVES = new Map(
  Object.entries(REQUIRED).map(([type, parts = []]) => [type, parts.map((part) => part.split("|"))]),
);

/** Whether a cleaned object has something to say and all that its types require. */
export function hasRequired(node: JsonObject): boolean {
  const type = node["@type"];
  if (type === undefined) return Object.keys(node).length > 0;
  return typeof type === "string"
    ? fulfils(node, type)
    : listOf(type).every((name) => fulfils(node, String(name)));
}

function listOf(type: Value): readonly Value[] {
  return Array.isArray(type) ? type : [];
}

function fulfils(node: JsonObject, type: string): boolean {
  const parts = ALTERNATIVES.get(type);
  return parts === undefined || parts.every((names) => names.some((name) => node[name] !== undefined));
}
