import type { EducationalOccupationalCredential, PersonLeaf } from "schema-dts";
import type { Person } from "../../corpus/types.ts";
import type { PersonView } from "../../page/parts.ts";
import type { SchemaContext } from "../context.ts";
import { absolute, partId } from "../ids.ts";
import { isNamed } from "../named.ts";
import { type GraphNode, oneOrMany, present } from "../types.ts";

/** How much of a person a page shows. */
export type PersonDetail =
  /** The name in a byline of a list. */
  | "name"
  /** Name, suffix and job, as over an article. */
  | "byline"
  /** Everything: the person's own page. */
  | "profile";

/** Id of a person: the site's own for the publisher, else at the profile page, else on this page. */
export function personId(
  context: SchemaContext,
  page: string,
  person: Pick<PersonView, "id" | "type" | "url">,
): string {
  if (person.id === context.site.publisher && context.publisher !== null)
    return context.publisher["@id"] as string;
  const part = partOf(person.type);
  return context.hasPage(person.url)
    ? partId(absolute(context.origin, person.url), part)
    : partId(page, `${part}-${person.id}`);
}

/** Last part of the id of a person or an organisation. */
export function partOf(type: Person["type"]): string {
  return type === "Person" ? "person" : "organization";
}

/** A person or organisation as far as the page shows it; null for a name that stands for nobody. */
export function personNode(
  context: SchemaContext,
  page: string,
  person: PersonView,
  detail: PersonDetail,
): GraphNode | null {
  if (!isNamed(person)) return null;
  const id = personId(context, page, person);
  const isPublisher = id === context.publisher?.["@id"];
  const isOrganization = person.type === "Organization";
  if (isPublisher && isOrganization && detail !== "profile") return context.publisher;
  return {
    "@type": person.type,
    "@id": id,
    name: person.name,
    url: isPublisher && isOrganization ? `${context.origin}/` : profileUrl(context, person),
    ...(isOrganization || detail === "name" ? {} : titles(person)),
    ...(isPublisher && isOrganization ? context.publisher : {}),
    ...(detail === "profile" ? profile(person) : {}),
  };
}

// Without a page here, an address elsewhere is what tells two people of one name apart.
function profileUrl(context: SchemaContext, { url, sameAs }: PersonView): string | undefined {
  return context.hasPage(url) ? absolute(context.origin, url) : sameAs[0];
}

function titles({ honorificSuffix, jobTitle }: PersonView) {
  return {
    honorificSuffix: present(honorificSuffix),
    jobTitle: present(jobTitle),
  } satisfies Partial<PersonLeaf>;
}

/** What a profile page shows beside the byline. A portrait is not in it: the theme's page shows none. */
function profile({ description, credentials, sameAs }: PersonView) {
  return {
    description: present(description),
    sameAs,
    hasCredential: oneOrMany(credentials.map(credentialNode)),
  };
}

function credentialNode({ name, recognizedBy, number }: PersonView["credentials"][number]) {
  return {
    "@type": "EducationalOccupationalCredential",
    name,
    identifier: present(number),
    recognizedBy: recognizedBy === null ? undefined : { "@type": "Organization", name: recognizedBy },
  } satisfies EducationalOccupationalCredential;
}
