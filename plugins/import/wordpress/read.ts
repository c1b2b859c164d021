import { escaped } from "../frames.ts";
import type { Part, Source, SourceDocument, SourceMedia } from "../model.ts";
import { plainWords } from "../plain-words.ts";
import { withBreaks, withLinkedLines } from "./autop.ts";
import { type BlockContextOfPost, blocksHtml, hasBlocks } from "./blocks.ts";
import { itemComments } from "./comments.ts";
import { wordpressDate } from "./dates.ts";
import { fieldParts, seoFacts } from "./fields.ts";
import { readItem, type WxrItem } from "./item.ts";
import { withoutShortcodes } from "./shortcodes.ts";
import { type WordPress, type WordPressOptions, WordPressSurvey } from "./survey.ts";
import { itemTerms } from "./terms.ts";
import { type XmlNode, xmlRecords } from "./xml.ts";

/** A file of an export, which is read from the start each time it is asked for. */
export interface ExportFile {
  /** As the owner knows it. */
  readonly name: string;
  readonly open: () => AsyncIterable<string>;
}

/**
 * Opens the export of a WordPress site, in one file or several. It is read
 * twice, one item at a time: once to know what there is, once for the texts.
 *
 * @throws {XmlRefusal}
 */
export async function openWordPress(
  files: readonly ExportFile[],
  options: WordPressOptions = {},
): Promise<Source> {
  const survey = new WordPressSurvey(options);
  const faults = new Map<string, readonly [string, number]>();
  for (const file of files) {
    const messages = new Map<string, number>();
    for await (const node of xmlRecords(file.open(), { messages })) survey.add(node, file.name);
    for (const [message, line] of messages) faults.set(`${file.name}:${line}`, [message, line]);
  }
  const wordpress = survey.finish();
  const parts: Part[] = [...faults].map(([place, [message]]) => ({
    kind: "text",
    what: place,
    outcome: "changed",
    why: `not well-formed (${message}); read as far as it goes`,
  }));
  return {
    survey: { ...wordpress.survey, parts: [...wordpress.survey.parts, ...parts] },
    documents: () => documentsOf(files, wordpress),
  };
}

async function* documentsOf(
  files: readonly ExportFile[],
  wordpress: WordPress,
): AsyncGenerator<SourceDocument> {
  const done = new Set<string>();
  const pictures = picturesByParent(wordpress);
  for (const { open } of files)
    for await (const node of xmlRecords(open(), { messages: new Map() })) {
      const document = node.name === "item" ? documentOf(node, wordpress, pictures, done) : null;
      if (document) yield document;
    }
}

type Pictures = ReadonlyMap<string, readonly SourceMedia[]>;

function picturesByParent({ media }: WordPress): Pictures {
  const pictures = new Map<string, SourceMedia[]>();
  for (const file of media.values()) {
    if (
      file.parent === null ||
      !/\.(?:jpe?g|png|gif|webp|avif|svg|bmp)$/i.test(file.url.replace(/[?#].*$/, ""))
    )
      continue;
    const known = pictures.get(file.parent) ?? [];
    known.push(file);
    pictures.set(file.parent, known);
  }
  return pictures;
}

function documentOf(
  node: XmlNode,
  wordpress: WordPress,
  pictures: Pictures,
  done: Set<string>,
): SourceDocument | null {
  const item = readItem(node);
  const key = `${item.type} ${item.id}`;
  const outline = wordpress.outlines.get(key);
  if (!outline || done.has(key) || item.status === "trash" || item.status === "auto-draft") return null;
  done.add(key);
  const parts: Part[] = [];
  const terms = itemTerms(item, wordpress.categories);
  const comments = itemComments(item, wordpress.moments);
  const seo = seoFacts(item.fields);
  const date = wordpressDate(item.date, item.dateGmt, wordpress.moments);
  const updated = wordpressDate(item.modified, item.modifiedGmt, wordpress.moments);
  const lead = pictureOfItem(item, wordpress, parts);
  const body = htmlOf(item, wordpress, pictures, parts);
  return {
    ...outline,
    date: date ?? dateOf(item.pubDate),
    updated:
      updated !== null && date !== null && Date.parse(updated) - Date.parse(date) >= DAY_MS ? updated : null,
    authors: item.creator === "" ? [] : [item.creator],
    body,
    format: "html",
    description: seo.description ?? (plainWords(item.excerpt) || null),
    tags: terms.tags,
    categories: terms.categories,
    lang: terms.lang ?? languageOf(item),
    image: lead,
    feedId: item.type !== "page" && outline.state === "published" && item.guid !== "" ? item.guid : null,
    seoTitle: seo.title,
    canonical: seo.canonical,
    noindex: seo.noindex,
    isSticky: item.isSticky,
    comments: comments.comments,
    parts: [...terms.parts, ...comments.parts, ...fieldParts(item.fields), ...merged(parts)],
  };
}

/** A correction within a day of publishing is not news. */
const DAY_MS = 86_400_000;

function dateOf(pubDate: string): string | null {
  const time = Date.parse(pubDate);
  return Number.isFinite(time) && time > 0 ? `${new Date(time).toISOString().slice(0, 19)}Z` : null;
}

function pictureOfItem({ fields }: WxrItem, { media }: WordPress, parts: Part[]) {
  const id = fields.find(([key]) => key === "_thumbnail_id")?.[1].trim() ?? "";
  if (id === "" || id === "0" || id === "-1") return null;
  const file = media.get(`attachment ${id}`);
  if (file) return { src: file.url, alt: file.alt || file.title, caption: file.caption };
  parts.push({
    kind: "image",
    what: `picture ${id}`,
    outcome: "left-out",
    why: "the lead picture is not in the export",
  });
  return null;
}

/** The language that WPML or Polylang keeps as a field. */
function languageOf({ fields }: WxrItem): string | null {
  const value = fields.find(([key]) => key === "_icl_lang_code" || key === "_locale")?.[1].trim();
  return value ? value.replace("_", "-") : null;
}

/** Fields in which page builders keep a text, where it has no other: Elementor, Beaver Builder, Bricks, Oxygen, SiteOrigin. */
const BUILDERS =
  /^(?:_elementor_data|_fl_builder_data|_bricks_page_content_2|ct_builder_(?:json|shortcodes)|panels_data)$/;

/** A note to the writer for a text whose words are in such a field only. */
function unreadNote({ content, fields }: WxrItem, parts: Part[]): string {
  const field =
    content.trim() === ""
      ? fields.find(([key, value]) => BUILDERS.test(key) && value.trim() !== "")
      : undefined;
  if (field === undefined) return "";
  const why = `empty in the export: a page builder keeps its words in the field ${field[0]}, which nothing here reads; save the page in the builder and export again`;
  parts.push({ kind: "text", what: "the text", outcome: "left-out", why });
  return `<vervain-note data-text="${escaped(why)}"></vervain-note>`;
}

/** The text as HTML that any browser would show as WordPress did. */
function htmlOf(item: WxrItem, wordpress: WordPress, pictures: Pictures, parts: Part[]): string {
  const context: BlockContextOfPost = {
    mediaById: (id) => wordpress.media.get(`attachment ${id}`) ?? null,
    ownPictures: [...(pictures.get(item.id) ?? [])],
    note: (part) => parts.push(part),
    reusable: (id) => wordpress.reusable.get(id) ?? null,
    footnotes: footnotesOf(item),
  };
  const content = withoutMarks(item.content, parts);
  const html = hasBlocks(content)
    ? blocksHtml(content, context)
    : withBreaks(withLinkedLines(withoutShortcodes(content, context)));
  return withCovers(withLinkedLines(html)) + unreadNote(item, parts);
}

/** Marks of the editor between words: where the excerpt ends, where a page of the text ends. */
function withoutMarks(content: string, parts: Part[]): string {
  const pages = content.split(/<!--nextpage-->/i).length - 1;
  if (pages > 0)
    parts.push({
      kind: "text",
      what: "page breaks",
      outcome: "changed",
      why: "the whole text stands on one page",
      count: pages,
    });
  return content.replace(/<!--(?:nextpage|more[^<>]*?|noteaser)-->/gi, "\n\n");
}

/** A cover's picture where its HTML has none. */
function withCovers(html: string): string {
  return html.replace(/<vervain-cover data-src="([^"]*)"><\/vervain-cover>/g, (_whole, src: string) =>
    html.includes(`src="${src}"`) || html.includes(`src="${src.replaceAll("&amp;", "&")}"`)
      ? ""
      : `<p><img src="${src}" alt=""></p>`,
  );
}

function footnotesOf({ fields }: WxrItem): BlockContextOfPost["footnotes"] {
  const raw = fields.find(([key]) => key === "footnotes")?.[1];
  if (!raw) return [];
  try {
    const notes: unknown = JSON.parse(raw);
    if (!Array.isArray(notes)) return [];
    return notes.flatMap((note: { readonly id?: unknown; readonly content?: unknown }) =>
      typeof note?.id === "string" && typeof note.content === "string"
        ? [{ id: note.id, content: note.content }]
        : [],
    );
  } catch {
    return [{ id: "", content: escaped(raw) }];
  }
}

/** Equal parts as one with their number. */
function merged(parts: readonly Part[]): readonly Part[] {
  const byText = new Map<string, Part>();
  for (const part of parts) {
    const key = `${part.kind}|${part.what}|${part.outcome}|${part.why ?? ""}`;
    const known = byText.get(key);
    byText.set(key, known ? { ...known, count: (known.count ?? 1) + (part.count ?? 1) } : part);
  }
  return [...byText.values()];
}
