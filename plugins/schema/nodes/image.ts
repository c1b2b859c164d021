import type { ImageObject } from "schema-dts";
import type { ArticleFacts } from "../facts.ts";
import { partId, resourceUrl } from "../ids.ts";
import { type GraphNode, present } from "../types.ts";

/** The article's own image with its size, caption and credit; null without one on the web. */
export function imageNode(page: string, image: ArticleFacts["image"], origin: string): GraphNode | null {
  const url = image === null ? undefined : resourceUrl(page, image.src, origin);
  if (image === null || url === undefined) return null;
  const said = {
    "@type": "ImageObject",
    "@id": partId(page, "primaryimage"),
    url,
    contentUrl: url,
    caption: present(image.caption),
    creditText: present(image.credit),
  } satisfies ImageObject;
  // Pixels as plain numbers, as Google's examples have them; schema-dts wants a unit.
  return { ...said, width: present(image.width), height: present(image.height) };
}
