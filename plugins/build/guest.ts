import { toSlug } from "../article/anchors.ts";
import { fieldNames } from "../article/front-matter.ts";
import { type NamedAuthor, readLeniently } from "../article/lenient.ts";
import { parseArticle } from "../article/parse.ts";
import { fieldLineOf } from "../article/read.ts";
import { splitFrontMatter } from "../article/split.ts";
import { withoutTemplateMarks } from "../article/template-marks.ts";
import type { Article, FrontMatter } from "../article/types.ts";
import { parseYaml } from "../article/yaml.ts";
import type { Corpus, PlainPage, Stage } from "../corpus/corpus.ts";
import { isFuture, openCorpus } from "../corpus/state.ts";
import type { Person } from "../corpus/types.ts";
import type { TemplateData } from "../eleventy.ts";
import { decodeText } from "../files/decode.ts";
import { compareText, type Problem, quote } from "../problem.ts";
import { type Build, isArticlePath, type OpenedFile, projectPath, type Registration } from "./build.ts";
import { INHERITED } from "./data-files.ts";

/**
 * Opens a file of somebody else's site for reading along. Its header is the
 * host's to read; we look at it for the names of fields and their lines.
 * Null: no text that we could read.
 */
export function openGuest(bytes: Uint8Array, file: string, id: string): OpenedFile | null {
  const decoded = decodeText(bytes);
  if ("expected" in decoded) return null;
  const { raw, format, body, bodyLine, isUnclosed } = splitFrontMatter(decoded.text);
  if (isUnclosed) return null;
  const header = raw ?? "";
  const parsed = format === "yaml" ? parseYaml(header) : null;
  const data = parsed !== null && "data" in parsed ? parsed.data : namesIn(header);
  return { file, id, raw: header, data, body, bodyLine };
}

/** Our fields that a header in another language than YAML writes down, without their values. */
function namesIn(header: string): Readonly<Record<string, unknown>> {
  const words = new Set(Array.from(header.matchAll(/([A-Za-z]+)["']?[ \t]{0,9}[:=]/g), ([, name]) => name));
  return Object.fromEntries(
    fieldNames()
      .filter((name) => words.has(name))
      .map((name) => [name, undefined]),
  );
}

/** Fields that a page has from wherever its owner says them. */
const FROM_ANYWHERE: readonly string[] = [...INHERITED, "title", "tags", "draft"];

/** Whether its owner keeps a page out of collections. */
function isInNoList(data: TemplateData): boolean {
  return data.eleventyExcludeFromCollections === true || data.buildawesomeExcludeFromCollections === true;
}

/**
 * The corpus of somebody else's site: the articles that its owner shows, read
 * as far as they are understood. Nothing of it stops a build.
 */
export function gatherGuests(build: Build, { site, options, readTitle, titleVersion }: Registration): Corpus {
  const people = new Map(build.people);
  const notes: Problem[] = build.problems.map((problem) => ({ ...problem, severity: "note" }));
  const articles: { article: Article; url: string; isHidden: boolean }[] = [];
  const pages: PlainPage[] = [];
  const met = [...build.met].filter(([, data]) => typeof data.page.url === "string");
  for (const [file, data] of met.sort(([a], [b]) => compareText(a, b))) {
    const url = String(data.page.url);
    const opened = build.opened.get(file);
    if (opened === undefined || !isArticlePath(file, build.roots)) {
      pages.push(toPlainPage(file, url, data));
      continue;
    }
    // A page that lists others is none of them; one that is in no list is in none of ours.
    if (data.pagination !== undefined || isInNoList(data)) continue;
    const read = readLeniently(ownFields(opened, data), data.page.date, site);
    notes.push(...read.left.map((fault) => leftAlone(fault, opened)));
    if (read.frontMatter === null) {
      notes.push(note(opened, "title", "has no title, so that nothing can name it; it is in no list."));
      continue;
    }
    const frontMatter = { ...read.frontMatter, authors: read.authors.map((author) => idOf(author, people)) };
    const isHidden = frontMatter.draft || isFuture(frontMatter.date, build.now);
    if (isHidden && !build.showsHidden) {
      const why = frontMatter.draft ? "draft" : "future";
      build.leftOut.push({ id: opened.id, file, title: frontMatter.title, url, why });
      continue;
    }
    const body = withoutTemplateMarks(opened.body);
    const { alsoReadPhrases, wordsPerMinute } = options;
    const parts = { id: opened.id, file, frontMatter, bodyLine: opened.bodyLine };
    const parse = (): Article => parseArticle(body, { ...parts, readTitle, alsoReadPhrases, wordsPerMinute });
    const article = build.isRepeated
      ? remembered(file, [body, frontMatter, opened.bodyLine, options], titleVersion?.(), parse)
      : parse();
    articles.push({ article, url, isHidden });
  }
  const everywhere = tagsOfAll(articles.map(({ article }) => article.frontMatter));
  return openCorpus({
    site,
    now: build.now,
    people,
    therapies: build.therapies,
    conditions: build.conditions,
    articles: articles.map((one) => ({ ...one, article: withoutTags(one.article, everywhere) })),
    leftOut: build.leftOut,
    pages,
    problems: notes,
  });
}

/** The stage of a guest: what it finds wrong is told, and stops the build only where the owner asked for that. */
export function softenedStage(stage: Stage): Stage {
  const run = async (corpus: Corpus): Promise<void> => {
    const before = new Set(corpus.problems);
    await stage.run(corpus);
    if (stage.mayStop) return;
    for (const [at, problem] of corpus.problems.entries())
      if (!before.has(problem) && problem.severity === "error")
        corpus.problems[at] = { ...problem, severity: "warning" };
  };
  return { ...stage, run };
}

interface Remembered {
  readonly key: string;
  readonly version: unknown;
  readonly article: Article;
}

/** Models by file, while serving. */
const models = new Map<string, Remembered>();

function remembered(file: string, parts: unknown, version: unknown, parse: () => Article): Article {
  const key = JSON.stringify(parts);
  const known = models.get(file);
  if (known?.key === key && known.version === version) return known.article;
  const article = parse();
  models.set(file, { key, version, article });
  return article;
}

/** Fields by the names that the page's own header holds, with the values that the host made of them. */
function ownFields({ data: header }: OpenedFile, data: TemplateData): Readonly<Record<string, unknown>> {
  const names = [...FROM_ANYWHERE, ...fieldNames().filter((name) => name in header)];
  return Object.fromEntries(names.map((name) => [name, data[name]]));
}

function leftAlone(
  { path, expected, received }: { path: readonly (string | number)[]; expected: string; received: unknown },
  opened: OpenedFile,
): Problem {
  const [name] = path;
  const line = String(name) in opened.data && opened.data[String(name)] !== undefined;
  const message = `${expected}, received ${received === undefined ? "nothing" : quote(received)}. It is left to your templates.`;
  return {
    file: opened.file,
    line: line ? fieldLineOf(opened, path) : 0,
    field: path.join("."),
    message,
    severity: "note",
  };
}

function note({ file }: OpenedFile, field: string, message: string): Problem {
  return { file, line: 0, field, message, severity: "note" };
}

/** The person of that id or name; one whom the people file does not know joins it under a new id. */
function idOf({ name, url }: NamedAuthor, people: Map<string, Person>): string {
  const known = people.has(name) ? name : [...people.values()].find((person) => person.name === name)?.id;
  if (known !== undefined) return known;
  const slug = toSlug(name);
  const id = people.has(slug) ? `${slug}-by-name` : slug;
  people.set(id, {
    id,
    type: "Person",
    name,
    jobTitle: null,
    honorificSuffix: null,
    description: null,
    credentials: [],
    sameAs: url === null ? [] : [url],
    image: null,
  });
  return id;
}

/** Tags that every one of several articles carries: they name the folder, not a subject. */
function tagsOfAll(headers: readonly FrontMatter[]): ReadonlySet<string> {
  const [first, ...others] = headers;
  if (first === undefined || others.length === 0) return new Set();
  return new Set(first.tags.filter((tag) => others.every(({ tags }) => tags.includes(tag))));
}

function withoutTags(article: Article, left: ReadonlySet<string>): Article {
  const { frontMatter } = article;
  if (!frontMatter.tags.some((tag) => left.has(tag))) return article;
  return {
    ...article,
    frontMatter: { ...frontMatter, tags: frontMatter.tags.filter((tag) => !left.has(tag)) },
  };
}

function toPlainPage(file: string, url: string, data: TemplateData): PlainPage {
  const { title, description } = data;
  return {
    file: projectPath(file),
    url,
    title: typeof title === "string" ? title : "",
    description: typeof description === "string" ? description : null,
    data,
  };
}
