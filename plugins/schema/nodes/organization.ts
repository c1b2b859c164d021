import type { Organization, Person as PersonType } from "schema-dts";
import type { Person } from "../../corpus/types.ts";
import { absolute, partId, resourceUrl, siteIds } from "../ids.ts";
import type { Policy } from "../options.ts";
import { type GraphNode, present } from "../types.ts";

/** What the publisher's node needs to know of the site. */
export interface PublisherFacts {
  readonly origin: string;
  readonly policies: Readonly<Partial<Record<Policy, string>>>;
  isBuilt(path: string): boolean;
}

/** Who publishes the site: an organisation with its logo and policies, or a person who blogs. */
export function organizationNode(person: Person, { origin, policies, isBuilt }: PublisherFacts): GraphNode {
  if (person.type === "Person") return bloggerNode(person, origin, isBuilt);
  const { organization, logo } = siteIds(origin);
  const logoUrl = person.image === null ? undefined : resourceUrl(`${origin}/`, person.image.src, origin);
  return {
    "@type": "Organization",
    "@id": organization,
    name: person.name,
    url: `${origin}/`,
    logo:
      logoUrl === undefined
        ? undefined
        : { "@type": "ImageObject", "@id": logo, url: logoUrl, contentUrl: logoUrl },
    publishingPrinciples: policies.publishingPrinciples,
    correctionsPolicy: policies.correctionsPolicy,
    ownershipFundingInfo: policies.ownershipFundingInfo,
  } satisfies Organization;
}

function bloggerNode({ id, name }: Person, origin: string, isBuilt: (path: string) => boolean): GraphNode {
  const path = `/authors/${id}/`;
  const home = isBuilt(path) ? absolute(origin, path) : `${origin}/`;
  return { "@type": "Person", "@id": partId(home, "person"), name, url: home } satisfies PersonType;
}

/** The publisher as the front page tells it: with what it does and where else it is found. */
export function fullOrganizationNode(stub: GraphNode, person: Person | undefined): GraphNode {
  if (person === undefined) return stub;
  return {
    ...stub,
    description: present(person.description),
    sameAs: person.sameAs.length > 0 ? person.sameAs : undefined,
  };
}
