import type { Person } from "../corpus/types.ts";
import { portraitView } from "./image.ts";
import type { PersonView } from "./parts.ts";

/** A person as byline, card and author page show it. */
export function personView(person: Person): PersonView {
  const { id, type, name, jobTitle, honorificSuffix, description, credentials, sameAs, image } = person;
  const url = `/authors/${id}/`;
  return {
    id,
    type,
    name,
    url,
    jobTitle,
    honorificSuffix,
    description,
    credentials,
    sameAs,
    image: portraitView(image, person.picture ?? null),
  };
}
