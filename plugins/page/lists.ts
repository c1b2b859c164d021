import type { ArticleRecord, Person } from "../corpus/types.ts";
import { compareText } from "../problem.ts";
import type { ViewContext } from "./context.ts";
import { imageView } from "./image.ts";
import { type Slice, slices, TERM_LIST_SIZE } from "./pager.ts";
import type { EntryView, ImageView, PersonView } from "./parts.ts";
import { personView } from "./person.ts";
import { type PagePlan, type PlanTools, planPage } from "./plan.ts";
import { gatherTags } from "./tags.ts";
import { strongestTerms } from "./terms.ts";
import type { AuthorPage, AuthorsPage, HomePage, TagPage } from "./types.ts";

/** What every list builder needs. */
export interface ListTools extends PlanTools {
  readonly entry: (record: ArticleRecord) => EntryView;
}

/** Terms of one kind offered on the first page. */
const HOME_TERMS = 8;

export function homePages(tools: ListTools): readonly PagePlan<HomePage>[] {
  const { context, entry } = tools;
  const { site, articles } = context;
  const language = context.languageOf(site.lang);
  const none = { benefits: [], conditions: [], therapies: [] };
  return slices(articles, site.pageSize, "/", language).map((slice) => {
    const seed = {
      ...paged(context, slice, site.title),
      description: site.description,
      lang: site.lang,
      isRoot: true,
    };
    return planPage<HomePage>(tools, "home", seed, () => ({
      image: slice.number === 1 ? leadImage(context) : null,
      entries: slice.items.map(entry),
      pager: slice.pager,
      ...(slice.number === 1 ? strongestTerms(context, HOME_TERMS) : none),
      articleCount: articles.length,
      countText: language.count("articles", articles.length),
    }));
  });
}

function leadImage(context: ViewContext): ImageView | null {
  const [newest] = context.articles;
  return newest === undefined
    ? null
    : imageView(context, newest.article.frontMatter.image, newest.article.file);
}

/** Address and title of one page of a list; later pages say their number. */
export function paged<Item>(
  context: ViewContext,
  { url, number, pager }: Slice<Item>,
  title: string,
): { readonly url: string; readonly title: string } {
  if (number === 1 || pager === null) return { url, title };
  const language = context.languageOf(context.site.lang);
  return {
    url,
    title: `${title}, ${language.say("pageNumber", { page: language.digits(number) }).toLowerCase()}`,
  };
}

export function tagPages(tools: ListTools): readonly PagePlan<TagPage>[] {
  const { context, entry } = tools;
  const { site } = context;
  const language = context.languageOf(site.lang);
  return gatherTags(context.articles).flatMap(({ label, slug, url, records }) => {
    const countText = language.count("articles", records.length);
    return slices(records, TERM_LIST_SIZE, url, language).map((slice) => {
      const seed = {
        ...paged(context, slice, label),
        description: `${label}: ${countText}.`,
        lang: site.lang,
        trail: [{ name: language.say("tags"), url: "/tags/" }],
      };
      return planPage<TagPage>(tools, "tag", seed, () => ({
        slug,
        label,
        articleCount: records.length,
        countText,
        entries: slice.items.map(entry),
        pager: slice.pager,
      }));
    });
  });
}

/** A person with the articles they wrote and reviewed. */
export interface AuthorGroup {
  readonly record: Person;
  readonly person: PersonView;
  readonly written: readonly ArticleRecord[];
  readonly reviewed: readonly ArticleRecord[];
  /** "34 articles"; "" for who only reviews. */
  readonly countText: string;
}

/** People who wrote or reviewed at least one article, by name. */
export function groupAuthors(context: ViewContext): readonly AuthorGroup[] {
  const language = context.languageOf(context.site.lang);
  const wrote = groupBy(context.articles, ({ article }) => article.frontMatter.authors);
  const checked = groupBy(context.articles, reviewersOf);
  return [...context.people]
    .filter(({ id }) => wrote.has(id) || checked.has(id))
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id))
    .map((record) => {
      const written = wrote.get(record.id) ?? [];
      const countText = written.length === 0 ? "" : language.count("articles", written.length);
      return {
        record,
        person: personView(record),
        written,
        reviewed: checked.get(record.id) ?? [],
        countText,
      };
    });
}

/** The pages of people who wrote or reviewed. */
export function authorPages(
  tools: ListTools,
  authors: readonly AuthorGroup[],
): readonly PagePlan<AuthorPage>[] {
  const { context, entry } = tools;
  const { site } = context;
  const language = context.languageOf(site.lang);
  return authors.flatMap(({ record, person, written, reviewed, countText }) => {
    // Both lists are cut at once: the longer one says how many pages there are.
    const longer = written.length < reviewed.length ? reviewed : written;
    return slices(longer, TERM_LIST_SIZE, person.url, language).map((slice) => {
      const seed = {
        ...paged(context, slice, person.name),
        description:
          person.description ?? [person.jobTitle ?? person.name, countText].filter(Boolean).join(". "),
        lang: site.lang,
        trail: [{ name: language.say("authors"), url: "/authors/" }],
      };
      return planPage<AuthorPage>(tools, "author", seed, () => ({
        id: record.id,
        person,
        record,
        entries: pageOf(written, slice.number).map(entry),
        reviewed: pageOf(reviewed, slice.number).map(entry),
        articleCount: written.length,
        countText,
        pager: slice.pager,
      }));
    });
  });
}

function pageOf(records: readonly ArticleRecord[], number: number): readonly ArticleRecord[] {
  return records.slice((number - 1) * TERM_LIST_SIZE, number * TERM_LIST_SIZE);
}

function reviewersOf({ article }: ArticleRecord): readonly string[] {
  const { reviewedBy, reviewed, authors } = article.frontMatter;
  return reviewedBy === null || reviewed === null || authors.includes(reviewedBy) ? [] : [reviewedBy];
}

export function authorsPages(
  tools: ListTools,
  authors: readonly AuthorGroup[],
): readonly PagePlan<AuthorsPage>[] {
  const { context } = tools;
  const { site } = context;
  const language = context.languageOf(site.lang);
  const people = authors.map(({ person, countText }) => ({ person, countText }));
  return slices(people, TERM_LIST_SIZE, "/authors/", language).map((slice) => {
    const seed = {
      ...paged(context, slice, language.say("authors")),
      description: language.say("authorsLede"),
      lang: site.lang,
    };
    return planPage<AuthorsPage>(tools, "authors", seed, () => ({ people: slice.items, pager: slice.pager }));
  });
}

function groupBy(
  records: readonly ArticleRecord[],
  keysOf: (record: ArticleRecord) => readonly string[],
): ReadonlyMap<string, readonly ArticleRecord[]> {
  const groups = new Map<string, ArticleRecord[]>();
  for (const record of records)
    for (const key of new Set(keysOf(record))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [record]);
      else group.push(record);
    }
  return groups;
}
