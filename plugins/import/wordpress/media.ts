import { decodeHTML } from "entities";
import { folded } from "../escape.ts";
import type { SourceMedia } from "../model.ts";
import { commentFate } from "./comments.ts";
import { fieldParts } from "./fields.ts";
import type { WxrItem } from "./item.ts";
import { termFate } from "./terms.ts";

/** A media file of the library. */
export function mediaOf(item: WxrItem, file: string): SourceMedia {
  const field = (name: string): string => item.fields.find(([key]) => key === name)?.[1].trim() ?? "";
  const inUploads = /\/wp-content\/uploads\/(?:sites\/\d+\/)?(.+)$/.exec(
    item.attachmentUrl.replace(/[?#].*$/, ""),
  )?.[1];
  const inFiles = /\/files\/(\d{4}\/\d{2}\/.+)$/.exec(item.attachmentUrl.replace(/[?#].*$/, ""))?.[1];
  const attached = field("_wp_attached_file");
  const path =
    /^[^/].*\.\w+$/.test(attached) && !/^[a-z]:|^https?:/i.test(attached)
      ? attached
      : (inUploads ?? inFiles ?? null);
  return {
    key: `attachment ${item.id}`,
    file,
    line: item.line,
    url: item.attachmentUrl,
    path,
    title: folded(decodeHTML(item.title)),
    alt: folded(decodeHTML(field("_wp_attachment_image_alt"))),
    caption: folded(decodeHTML(item.excerpt.replace(/<[^<>]*>/g, " "))) || null,
    parent: item.parent === "" || item.parent === "0" ? null : item.parent,
    pageUrl:
      /^https?:\/\//i.test(item.link) && URL.canParse(item.link) && item.link !== item.attachmentUrl
        ? item.link
        : null,
    parts: [
      ...fieldParts(item.fields),
      ...item.terms.map((term) => termFate(term, "a media file has no tags here")),
      ...item.comments.flatMap((comment) =>
        commentFate(comment, "a media file has no page here to comment on"),
      ),
      ...(item.content.trim() === ""
        ? []
        : [
            {
              kind: "text" as const,
              what: "description",
              outcome: "left-out" as const,
              why: "a media file has no page here; its caption is kept",
            },
          ]),
    ],
  };
}
