import { decodeHTML } from "entities";
import { folded } from "../escape.ts";
import type { LeftItem, Part } from "../model.ts";
import type { WxrItem } from "./item.ts";

/** Why an item of a type of WordPress's own is not imported. */
const TYPES: Readonly<Record<string, string>> = {
  attachment: "a media file without address",
  nav_menu_item: "a menu entry; the menu is `navigation` in the site's options",
  revision: "an older version of a text",
  custom_css: "the old theme's styles",
  customize_changeset: "settings of the old theme",
  wp_global_styles: "styles of the old theme",
  wp_navigation: "a menu of the old theme; the menu is `navigation` in the site's options",
  wp_template: "a template of the old theme",
  wp_template_part: "a template of the old theme",
  wp_font_family: "a font of the old theme",
  wp_font_face: "a font of the old theme",
  wp_block: "a reusable block; its text stands where it is used",
  oembed_cache: "a copy of somebody else's page",
  user_request: "a request about personal data",
};

/** An item that is left out, with what it holds counted. */
export function leftItem(item: WxrItem, file: string, place: number, reason?: string): LeftItem {
  const { type, status, id, title, line, terms, comments, fields } = item;
  const why = reason ?? reasonOf(type, status);
  const part = (kind: Part["kind"], count: number): readonly Part[] =>
    count === 0
      ? []
      : [{ kind, what: `${kind}s of it`, outcome: "left-out", why: "the item is left out", count }];
  return {
    key: `${type} ${id || `without number (${place})`}`,
    title: folded(decodeHTML(title)),
    file,
    line,
    why,
    parts: [
      ...part("term", terms.length),
      ...part("comment", comments.length),
      ...part("field", fields.length + comments.reduce((sum, { fieldCount }) => sum + fieldCount, 0)),
    ],
  };
}

function reasonOf(type: string, status: string): string {
  if (status === "trash") return "in the bin at the source";
  if (status === "auto-draft") return "a draft that WordPress made by itself";
  return (
    TYPES[type] ??
    `a post of the type "${type}", for which there is no page here; --types ${type} makes articles of them`
  );
}
