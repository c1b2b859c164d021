import type { WebSite } from "schema-dts";
import type { Site } from "../../corpus/types.ts";
import { siteIds } from "../ids.ts";
import { type GraphNode, present, refer } from "../types.ts";

/** The site, as every page repeats it. */
export function websiteNode({ url, title, lang }: Site, publisher: GraphNode | null): GraphNode {
  return {
    "@type": "WebSite",
    "@id": siteIds(url).website,
    url: `${url}/`,
    name: title,
    inLanguage: lang,
    publisher: publisher === null ? undefined : refer(publisher["@id"] as string),
  } satisfies WebSite;
}

/** The site as its own front page tells it. */
export function fullWebsiteNode(stub: GraphNode, { description }: Site): GraphNode {
  return { ...stub, description: present(description) };
}
