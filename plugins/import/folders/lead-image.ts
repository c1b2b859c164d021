import { folded } from "../escape.ts";
import type { Part } from "../model.ts";
import { bareName, type Fields, field, listOf, mapOf, wordsOf } from "./values.ts";

/** The picture that stands for a document, as its front matter has it. */
export interface LeadImage {
  readonly src: string;
  readonly alt: string;
  readonly caption: string | null;
}

/** Fields that name a picture, the one for the page before those for lists and for other sites. */
const PICTURES = [
  "image",
  "featuredimage",
  "featureimage",
  "featureimg",
  "cover",
  "coverimage",
  "hero",
  "heroimage",
  "banner",
  "header",
  "img",
  "images",
  "thumbnail",
  "thumb",
  "teaser",
  "ogimage",
  "socialimage",
];
/** Keys below such a field that hold the address. */
const ADDRESSES = [
  "src",
  "path",
  "url",
  "image",
  "file",
  "filename",
  "feature",
  "relative",
  "teaser",
  "overlayimage",
  "ogimage",
  "thumbnail",
];

/** The first picture that front matter names; every field that names one is noted. */
export function leadImage(
  fields: Fields,
  note: (name: string, fate: Pick<Part, "outcome" | "why" | "to">) => void,
): LeadImage | null {
  let taken: LeadImage | null = null;
  const named = Object.entries(fields)
    .filter(([name]) => PICTURES.includes(bareName(name)))
    .sort(([a], [b]) => PICTURES.indexOf(bareName(a)) - PICTURES.indexOf(bareName(b)));
  for (const [name, value] of named) {
    const src = addressIn(value);
    if (src === null) note(name, { outcome: "left-out", why: "names no picture" });
    else if (taken === null) {
      taken = { src, ...wordsBeside(name, value, fields) };
      note(name, { outcome: "kept", to: "image" });
    } else if (taken.src === src) note(name, { outcome: "kept", to: "image" });
    else note(name, { outcome: "left-out", why: "another picture is the lead picture" });
  }
  if (taken !== null)
    for (const name of Object.keys(fields))
      if (/(?:alt|caption)$/.test(bareName(name)) && isUsed(fields[name], taken))
        note(name, { outcome: "kept", to: "image" });
  return taken;
}

function isUsed(value: unknown, { alt, caption }: LeadImage): boolean {
  const words = wordsOf(value);
  return words !== null && (folded(words) === alt || folded(words) === caption);
}

function addressIn(value: unknown): string | null {
  const one = listOf(value)[0];
  if (typeof one === "string") return folded(one) || null;
  const found = field(mapOf(one), ...ADDRESSES);
  return typeof found === "string" ? folded(found) || null : null;
}

/** Alternative text and caption: below the field, or in one of its own beside it. */
function wordsBeside(
  name: string,
  value: unknown,
  fields: Fields,
): { readonly alt: string; readonly caption: string | null } {
  const inside = mapOf(listOf(value)[0]);
  const bare = bareName(name);
  const alt =
    field(inside, "alt", "alttext") ??
    field(fields, `${bare}alt`, "imagealt", "coveralt", "heroalt", "thumbnailalt");
  const caption = field(inside, "caption", "title") ?? field(fields, `${bare}caption`, "imagecaption");
  return { alt: wordsOf(alt) ?? "", caption: wordsOf(caption) };
}
