import { basename, extname } from "node:path";
import { validateFrontMatter } from "../article/front-matter.ts";
import { articleMarkdown } from "../article/markdown.ts";
import { parseArticle } from "../article/parse.ts";
import { splitFrontMatter } from "../article/split.ts";
import type { Article, FrontMatter, ReadTitle } from "../article/types.ts";
import { escaped } from "./frames.ts";
import { readHtml } from "./html.ts";
import { fieldsByLine, lenientYaml } from "./lenient-yaml.ts";
import { readText } from "./text.ts";
import type { Imported } from "./types.ts";

/** An article of whatever kind, read without demands on its front matter. */
export interface LenientArticle {
  readonly article: Article;
  /** Front matter as far as it could be read. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Titles of other articles offered, in order. */
  readonly offered: readonly string[];
}

/**
 * Reads Markdown, a saved page or a text dump from anywhere. A site's own
 * articles are read strictly (plugins/article/read.ts); this is for looking at
 * other people's: faulty or missing front matter costs nothing but its fields.
 */
export function readLeniently(file: string, text: string, readTitle: ReadTitle): LenientArticle {
  const ending = extname(file).toLowerCase();
  const id = basename(file, extname(file));
  if (/^\.(?:html?|xhtml|php|jsp|aspx?)$/.test(ending))
    return fromImported(readHtml(text, { images: "drop" }), file, id, readTitle, {});
  if (/^\.(?:txt|text)$/.test(ending)) return fromImported(readText(text), file, id, readTitle, {});
  const { raw, format, body, bodyLine, isUnclosed } = splitFrontMatter(text);
  const fields = raw === null || isUnclosed ? {} : format === "toml" ? fieldsOfToml(raw) : lenientYaml(raw);
  const source = isUnclosed ? text : body;
  if (holdsBlockHtml(source)) {
    // A page has its title in a heading; without one its first section would be taken for it.
    const named = titleIn(fields);
    const heading = named === null || HAS_TITLE.test(source) ? "" : `<h1>${escaped(named)}</h1>`;
    const imported = readHtml(
      `<!doctype html><html><body><article>${heading}${articleMarkdown().render(source)}</article></body></html>`,
      { images: "drop" },
    );
    return fromImported(imported, file, id, readTitle, fields);
  }
  const title = titleIn(fields) ?? titleLine(source) ?? firstHeading(source) ?? id.replace(/[-_]+/g, " ");
  const article = parseArticle(source, {
    id,
    file,
    frontMatter: frontMatterOf(title, fields),
    bodyLine,
    readTitle,
  });
  return {
    article,
    fields,
    offered: article.alsoRead.flatMap(({ offers }) => offers.map((offer) => offer.title)),
  };
}

/** True for Markdown with text in raw HTML: it is read as the page it makes. */
export function holdsBlockHtml(source: string): boolean {
  if (BLOCK_HTML.test(source)) return true;
  return (
    source.includes("<") &&
    articleMarkdown()
      .parse(source, {})
      .some(({ type, content }) => type === "html_block" && WORDS.test(content.replace(TAGS, " ")))
  );
}

const TAGS = /<!--[\s\S]*?(?:-->|$)|<(script|style|svg)\b[\s\S]*?(?:<\/\1>|$)|<[^<>]{0,2000}>/gi;
/** More than a label. */
const WORDS = /(?:\p{L}{2,30}\P{L}{1,10}){2}/u;

const BLOCK_HTML = /<(?:p|ul|ol|li|h[1-6]|table|td|dl|dd)(?:\s[^<>]{0,300})?>/i;
/** A heading of the first level, as Markdown or HTML. */
const HAS_TITLE = /^\s{0,3}#\s|<h1[\s>]|\n=+\s*(?:\n|$)/im;

function fromImported(
  imported: Imported,
  file: string,
  id: string,
  readTitle: ReadTitle,
  fields: Readonly<Record<string, unknown>>,
): LenientArticle {
  const title =
    titleIn(fields) ?? imported.title ?? firstHeading(imported.markdown) ?? id.replace(/[-_]+/g, " ");
  const parsed = parseArticle(imported.markdown, {
    id,
    file,
    frontMatter: frontMatterOf(title, fields),
    readTitle,
  });
  const lineOf = (line: number): number => imported.lines[line - 1] ?? line;
  const article: Article = {
    ...parsed,
    sections: parsed.sections.map((section) => ({ ...section, line: lineOf(section.line) })),
    blocks: parsed.blocks.map((block) => ({
      ...block,
      line: lineOf(block.line),
      endLine: lineOf(block.endLine),
    })),
    alsoRead: parsed.alsoRead.map((also) => ({ ...also, line: lineOf(also.line) })),
  };
  return { article, fields, offered: imported.alsoRead.map((offer) => offer.title) };
}

function titleIn(fields: Readonly<Record<string, unknown>>): string | null {
  const value = fields.title ?? fields.Title ?? fields.name ?? fields.headline;
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** "Title: …" among fields without fences, as Pelican and old wikis have them. */
function titleLine(source: string): string | null {
  return /^\s{0,3}title:[ \t]*(\S.*)/i.exec(source)?.[1]?.trim() ?? null;
}

function firstHeading(source: string): string | null {
  const heading = /^#{1,2}[ \t]+(\S.*)$/m.exec(source)?.[1];
  return heading ? heading.replace(/[*_`#]+/g, "").trim() : null;
}

function fieldsOfToml(raw: string): Readonly<Record<string, unknown>> {
  return fieldsByLine(raw, /^\s{0,8}([A-Za-z_-]{1,40})\s*=\s*(\S.*)$/);
}

/** Fields as front matter; one that is at fault counts as not there. */
function frontMatterOf(title: string, fields: Readonly<Record<string, unknown>>): FrontMatter {
  const taken: Record<string, unknown> = {};
  for (const name of READ_FIELDS) if (name in fields) taken[name] = fields[name];
  // A list of benefits is what other blogs have; the corrections of this project are an object.
  if (Array.isArray(taken.benefits)) delete taken.benefits;
  for (;;) {
    const validated = validateFrontMatter({ ...taken, title, draft: true }, { timeZone: "UTC", lang: "en" });
    if ("frontMatter" in validated) return { ...validated.frontMatter, draft: false };
    const faulty = validated.problems.map(({ path }) => String(path[0])).filter((name) => name in taken);
    // Nothing but these fields was handed in, so one of them is named until none is left.
    for (const name of faulty.length > 0 ? faulty : Object.keys(taken)) delete taken[name];
  }
}

/** What front matter tells of benefits. */
const READ_FIELDS = ["lang", "therapies", "conditions", "benefits", "sources"] as const;
