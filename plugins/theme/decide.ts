import type { Corpus } from "../corpus/corpus.ts";
import { pictureAt } from "../corpus/picture.ts";
import type { ArticleRecord, Site } from "../corpus/types.ts";
import type { Disk } from "../disk.ts";
import { buildViews } from "../page/build.ts";
import { readComments } from "../page/comments.ts";
import { lostEntries } from "../page/common.ts";
import type { TextPageInput } from "../page/context.ts";
import { contrastFaults, PALETTE, withBrand, wordContrast } from "../page/palette.ts";
import type { CardView } from "../page/parts.ts";
import { keepViews } from "../page/views-of.ts";
import type { Problem } from "../problem.ts";
import type { SiteImages } from "./images.ts";
import { openLanguages } from "./languages.ts";
import { readRedirects } from "./redirects.ts";
import { type PathSource, takenPaths } from "./taken-paths.ts";

/** Where the theme's stage finds what is not in the corpus. */
export interface ViewsOptions {
  /** Folders with `texts/`, the theme's first. */
  readonly textFolders: readonly string[];
  readonly commentFolder: string;
  /** `redirects.json` in the data folder, relative to the project. */
  readonly redirectFile: string;
  /** Relative to the project, without slash at the end. */
  readonly inputFolder: string;
  readonly without: ReadonlySet<string>;
  /** Names of feeds and other single files that are left out. */
  readonly withoutFiles: ReadonlySet<string>;
  readonly images: SiteImages;
  readonly disk: Disk;
  /** What is known of the owner's files in place of the theme's. */
  readonly overrides: readonly Problem[];
  /** Null on somebody else's site: pages of ours stand where nothing of theirs does. */
  readonly paths: PathSource | null;
}

/** The theme's stage: builds the views of all pages and keeps them with the corpus. */
export function decideViews(corpus: Corpus, options: ViewsOptions): void {
  const { languageOf, missing } = openLanguages(options.textFolders, options.disk);
  const pages = textPages(corpus, options.inputFolder);
  const moved = readRedirects(options.redirectFile, options.disk.read(options.redirectFile));
  const { comments, problems } = readComments(
    options.commentFolder,
    options.disk,
    new Set([...corpus.records.keys(), ...pages.map(({ id }) => id)]),
    hiddenText(corpus, options),
  );
  const views = buildViews({
    site: corpus.site,
    people: [...corpus.people.values()],
    records: [...corpus.records.values()],
    benefits: corpus.benefits,
    topics: [...corpus.therapyEntries, ...corpus.conditionEntries],
    matrix: corpus.matrix,
    pages,
    redirects: moved.redirects,
    comments,
    languageOf,
    today: corpus.now.slice(0, 10),
    without: options.without,
    withoutFiles: options.withoutFiles,
    imageSizeOf: options.images.sizeOf,
    pictureOf: (src, file) => pictureAt(corpus.pictures, src, file),
    isThere: (path) => corpus.paths.has(path),
    cardOf: (_url, record) => (record === null ? null : ownImageCard(record, corpus, options.images)),
  });
  keepViews(corpus, views);
  for (const url of views.byUrl.keys()) corpus.paths.add(url);
  corpus.problems.push(
    ...problems,
    ...moved.problems,
    ...options.overrides,
    ...(options.paths === null ? [] : takenPaths(corpus, views.byUrl.outlines, options.paths)),
    ...[...missing].map(([lang, keys]) => untranslatedProblem(lang, keys)),
    ...contrastProblems(corpus.site),
    ...navigationProblems(corpus),
    ...securityProblems(corpus),
    // Where pictures are made of images, their maker has said what is missing.
    ...(corpus.hasPictures ? [] : missingImages(corpus, options)),
  );
}

/** Place in the footer of a page that names none. */
const LAST_IN_FOOTER = 100;

/** Whether a text of an id is there and not shown: an article that was left out, a page that is a draft. */
function hiddenText({ leftOut }: Corpus, { inputFolder, disk }: ViewsOptions): (id: string) => boolean {
  const hidden = new Set(leftOut.map(({ id }) => id));
  return (id) => hidden.has(id) || disk.exists(`${inputFolder || "."}/${id}.md`);
}

/** Markdown pages that the theme lays out. */
function textPages({ pages, site }: Corpus, inputFolder: string): readonly TextPageInput[] {
  return pages
    .filter(({ title, data }) => title !== "" && /^layouts\/page(?:\.njk)?$/.test(String(data.layout ?? "")))
    .map(({ file, url, title, description, data }) => ({
      id: file.slice(inputFolder === "" ? 0 : inputFolder.length + 1).replace(/\.\w+$/, ""),
      url,
      title,
      description: description ?? "",
      lang: typeof data.lang === "string" ? data.lang : site.lang,
      isIndexed: data.noindex !== true,
      footer: data.footer === false ? null : typeof data.footer === "number" ? data.footer : LAST_IN_FOOTER,
    }));
}

/** The article's own image; pages without one share none. Where cards are drawn, they take its place. */
function ownImageCard({ article }: ArticleRecord, corpus: Corpus, images: SiteImages): CardView | null {
  const { image } = article.frontMatter;
  if (image === null) return null;
  const picture = pictureAt(corpus.pictures, image.src, article.file);
  const size = picture ?? images.sizeOf(image.src);
  const src = picture?.src ?? image.src;
  const url = src.startsWith("/") ? corpus.site.url + src : src;
  return { url, alt: image.alt, width: size?.width ?? null, height: size?.height ?? null };
}

/** Missing keys that are named in full. */
const NAMED_KEYS = 5;

/** Once per language, however many pages are in it. */
function untranslatedProblem(lang: string, keys: readonly string[] | null): Problem {
  const file = `_includes/texts/${lang}.json`;
  const named = (keys ?? []).slice(0, NAMED_KEYS).join(", ");
  const more = (keys ?? []).length > NAMED_KEYS ? ` and ${(keys ?? []).length - NAMED_KEYS} more` : "";
  const message =
    keys === null
      ? `expected texts in "${lang}", received none; English is used. Add ${file}.`
      : `expected all texts in "${lang}", received none for ${named}${more}; English is used. Add them to ${file}.`;
  return { file: "site", line: 0, field: "lang", message, severity: "warning" };
}

/** The owner's colours that cannot be read, by pair and by how much. */
function contrastProblems({ brand }: Site): readonly Problem[] {
  if (brand.brand === null && brand.link === null) return [];
  const palette = withBrand(PALETTE, brand);
  return contrastFaults(palette, "AA").map((fault) => ({
    file: "site",
    line: 0,
    field: `brand.${fault.front}`,
    message: wordContrast(fault, palette),
    severity: "warning" as const,
  }));
}

/** A security.txt must say until when it holds, and is passed over from then on (RFC 9116, section 2.5.5). */
function securityProblems({ site: { security }, now }: Corpus): readonly Problem[] {
  const { contact, expires } = security;
  if (contact.length === 0 || (expires !== null && expires > now.slice(0, 10))) return [];
  const message =
    expires === null
      ? "expected a day until which the contact holds, received none: security.txt is not made. Set one within a year."
      : `expected a day to come, received "${expires}": nobody heeds security.txt any more. Look whether the contact still holds, and set a day within a year.`;
  return [{ file: "site", line: 0, field: "security.expires", message, severity: "warning" }];
}

/**
 * Entries of the navigation that lead nowhere yet, in one line: a new blog has
 * no benefits to list. What is written and a draft comes by itself: a note.
 */
function navigationProblems({ site, paths, draftPages }: Corpus): readonly Problem[] {
  const lost = lostEntries(site.navigation, (path) => paths.has(path)).map(({ url }) => url);
  const drafts = lost.filter((url) => draftPages.some((page) => page.url === url));
  const line = (urls: readonly string[], what: string, severity: Problem["severity"]): readonly Problem[] => {
    if (urls.length === 0) return [];
    const message = `expected pages that are made, received ${urls.join(", ")}${what}. Left out until there ${urls.length === 1 ? "is one" : "are some"}.`;
    return [{ file: "site", line: 0, field: "navigation", message, severity }];
  };
  return [
    ...line(
      lost.filter((url) => !drafts.includes(url)),
      "",
      "warning",
    ),
    ...line(drafts, drafts.length === 1 ? ", a draft" : ", drafts", "note"),
  ];
}

function missingImages(corpus: Corpus, options: ViewsOptions): readonly Problem[] {
  return [...corpus.records.values()].flatMap((record) => imageProblems(record, options));
}

function imageProblems({ article }: ArticleRecord, { images, disk }: ViewsOptions): readonly Problem[] {
  const { image } = article.frontMatter;
  if (image === null || images.exists(image.src)) return [];
  const text = disk.read(article.file);
  const lines = typeof text === "string" ? text.split("\n") : [];
  const line = lines.findIndex((text) => text.includes(image.src)) + 1;
  const message = `expected an image file, received "${image.src}", which is not in the input folder.`;
  return [{ file: article.file, line, field: "image.src", message, severity: "warning" }];
}
