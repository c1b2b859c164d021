import type { Picture } from "../corpus/picture.ts";
import type { ImageKind } from "./kind.ts";

/** One file of a picture: a width in a format. */
export interface Form {
  /** "avif", "webp", "jpeg", "png", "gif", "svg": also the ending of the file's name. */
  readonly format: string;
  /** Pixels; 0 for a drawing that has no size of its own. */
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

/** How pictures are made. */
export interface FormSettings {
  /** Pixels; wider than the original is not made. */
  readonly widths: readonly number[];
  /** Formats beside the original's, best first. */
  readonly formats: readonly ("avif" | "webp")[];
}

/** Formats to make of an original, best first; the last is what `<img src>` names. */
export function formatsFor(format: ImageKind["format"], { formats }: FormSettings): readonly string[] {
  // AVIF itself is what some browsers lack: WebP stands in for it.
  const last = format === "avif" ? "webp" : format;
  return [...formats.filter((other) => other !== last), last];
}

/**
 * Forms worth offering: a format stays only where all of its widths together
 * need fewer bytes than in every format after it.
 */
export function worthwhile<Made extends Form>(forms: readonly Made[]): readonly Made[] {
  const formats = [...new Set(forms.map(({ format }) => format))];
  const kept = new Set<string>();
  let least = Number.POSITIVE_INFINITY;
  for (const format of formats.reverse()) {
    const bytes = forms.filter((form) => form.format === format).reduce((sum, form) => sum + form.bytes, 0);
    if (bytes >= least) continue;
    least = bytes;
    kept.add(format);
  }
  return forms.filter(({ format }) => kept.has(format));
}

/** Name of a form's file: what it shows, what it was made of, its width. Same bytes and settings, same name. */
export function formName(stem: string, key: string, { format, width }: Form): string {
  return `${stem}-${key.slice(0, HASH_LENGTH)}${width > 0 ? `-${width}` : ""}.${format}`;
}

/** 40 bits: among a million pictures of one name, a chance of one in two that two share it. */
const HASH_LENGTH = 10;
const STEM_LENGTH = 60;

/** The file's name in letters that any host takes: "Night Window (2).PNG" → "night-window-2". */
export function stemOf(file: string): string {
  const name = file.slice(file.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, STEM_LENGTH)
    .replace(/^-+|-+$/g, "");
  return plain === "" ? "image" : plain;
}

/** Addresses of the forms, as a page names them. `path`: folder on the site, with slashes at both ends. */
export function toPicture(forms: readonly Form[], stem: string, key: string, path: string): Picture {
  const formats = [...new Set(forms.map(({ format }) => format))];
  const of = (format: string): readonly Form[] => forms.filter((form) => form.format === format);
  const addressOf = (form: Form): string => path + formName(stem, key, form);
  const srcsetOf = (format: string): string =>
    of(format)
      .map((form) => `${addressOf(form)} ${form.width}w`)
      .join(", ");
  const last = formats.at(-1) ?? "";
  const widest = of(last).at(-1) as Form;
  return {
    src: addressOf(widest),
    width: widest.width,
    height: widest.height,
    srcset: of(last).length > 1 ? srcsetOf(last) : "",
    sources: formats.slice(0, -1).map((format) => ({ type: `image/${format}`, srcset: srcsetOf(format) })),
  };
}
