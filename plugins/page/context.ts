import type { Picture } from "../corpus/picture.ts";
import type {
  ArticleRecord,
  BenefitEntry,
  Matrix,
  Mention,
  Person,
  Site,
  TopicEntry,
} from "../corpus/types.ts";
import { once } from "../once.ts";
import { compareText } from "../problem.ts";
import type { Comment } from "./comments.ts";
import { type DateWriter, dateWriter } from "./dates.ts";
import type { ImageSize } from "./image-size.ts";
import type { CardView, CitationMarks } from "./parts.ts";
import type { Language } from "./texts.ts";

/** A page in Markdown that is not an article, as its front matter has it. */
export interface TextPageInput {
  /** Path below the input folder, without ending: by it comments know the page. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly lang: string;
  /** False keeps it out of result lists. */
  readonly isIndexed: boolean;
  /** Place in the footer, lowest first; null keeps it out. */
  readonly footer: number | null;
}

/** Everything the views are built from; nothing else is read. */
export interface ViewInput {
  readonly site: Site;
  readonly people: readonly Person[];
  readonly records: readonly ArticleRecord[];
  readonly benefits: readonly BenefitEntry[];
  /** Therapies and conditions together. */
  readonly topics: readonly TopicEntry[];
  readonly matrix: Matrix;
  readonly pages: readonly TextPageInput[];
  /** Old paths and where they lead, beside those that articles name. */
  readonly redirects?: ReadonlyMap<string, string>;
  /** Approved comments by the id of their article or page. */
  readonly comments: ReadonlyMap<string, readonly Comment[]>;
  /** The language of a BCP 47 tag, with texts or the English ones. */
  readonly languageOf: (lang: string) => Language;
  /** Plain ISO date of the build, for reviews past due. */
  readonly today: string;
  /** Whether a page that is none of the views stands at a path; left out: what navigation names is taken on trust. */
  readonly isThere?: (path: string) => boolean;
  /** Page kinds the owner has switched off or replaced. */
  readonly without: ReadonlySet<string>;
  /** Names of feeds and other single files that are left out. */
  readonly withoutFiles?: ReadonlySet<string>;
  /** Pixels of an image of the site; null when they cannot be read. */
  readonly imageSizeOf: (src: string) => ImageSize | null;
  /** The forms of an image that a file names; null where none were made. */
  readonly pictureOf?: (src: string, file: string) => Picture | null;
  /** The social card of a page, absolute; null when there is none. */
  readonly cardOf: (url: string, record: ArticleRecord | null) => CardView | null;
}

/** A mention and the benefit that it is of. */
export interface Said {
  readonly entry: BenefitEntry;
  readonly mention: Mention;
}

/** The input with look-ups by id. */
export interface ViewContext extends ViewInput {
  /** Newest first, then by id. */
  readonly articles: readonly ArticleRecord[];
  readonly recordById: ReadonlyMap<string, ArticleRecord>;
  readonly benefitById: ReadonlyMap<string, BenefitEntry>;
  readonly therapyById: ReadonlyMap<string, TopicEntry>;
  readonly conditionById: ReadonlyMap<string, TopicEntry>;
  readonly personById: ReadonlyMap<string, Person>;
  /** What an article says of benefits, in the order of the benefits. */
  readonly mentionsOf: (articleId: string) => readonly Said[];
  readonly datesOf: (lang: string) => DateWriter;
  /** Marks that cite an article's sources, by its address; filled as texts are rendered, before their layouts. */
  readonly citations: Map<string, CitationMarks>;
}

export function viewContext(input: ViewInput): ViewContext {
  const writers = new Map<string, DateWriter>();
  const datesOf = (lang: string): DateWriter => {
    const known = writers.get(lang) ?? dateWriter(lang, input.site.timeZone);
    writers.set(lang, known);
    return known;
  };
  return {
    ...input,
    articles: newestFirst(input.records),
    recordById: new Map(input.records.map((record) => [record.article.id, record])),
    benefitById: byId(input.benefits),
    therapyById: byId(input.topics.filter(({ kind }) => kind === "therapy")),
    conditionById: byId(input.topics.filter(({ kind }) => kind === "condition")),
    personById: byId(input.people),
    mentionsOf: mentionReader(input.benefits),
    datesOf,
    citations: new Map(),
  };
}

/** Sorted by article once it is asked for: each page of a condition asks for several. */
function mentionReader(benefits: readonly BenefitEntry[]): ViewContext["mentionsOf"] {
  const sorted = once(() => {
    const byArticle = new Map<string, Said[]>();
    for (const entry of benefits)
      for (const mention of entry.mentions) {
        const said = byArticle.get(mention.articleId) ?? [];
        said.push({ entry, mention });
        byArticle.set(mention.articleId, said);
      }
    return byArticle;
  });
  return (articleId) => sorted().get(articleId) ?? [];
}

/** Articles by date, newest first; ties by id. */
export function newestFirst(records: readonly ArticleRecord[]): readonly ArticleRecord[] {
  const dated = records.map((record) => ({ record, time: Date.parse(record.article.frontMatter.date) || 0 }));
  dated.sort((a, b) => b.time - a.time || compareText(a.record.article.id, b.record.article.id));
  return dated.map(({ record }) => record);
}

function byId<Entry extends { readonly id: string }>(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}
