import type { Problem } from "../problem.ts";
import { compareText } from "../problem.ts";
import type { Picture } from "./picture.ts";
import type { ArticleRecord, BenefitEntry, Matrix, Person, Site, Topic, TopicEntry } from "./types.ts";

/** A Markdown page of the site that is no article: about, policies. */
export interface PlainPage {
  readonly file: string;
  readonly url: string;
  readonly title: string;
  readonly description: string | null;
  /** Line of the front matter field in the file, for problems. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** An article of the project that this build does not show, for whoever is asked for it. */
export interface LeftOut {
  readonly id: string;
  readonly file: string;
  /** "" where the front matter cannot be read. */
  readonly title: string;
  /** Where it will stand. */
  readonly url: string;
  readonly why: "draft" | "future" | "faulty";
}

/** Everything known about one build before the first page renders. Each stage fills its part; templates read. */
export interface Corpus {
  readonly site: Site;
  /** Build time in the site's zone, ISO 8601: decides what is dated in the future. */
  readonly now: string;
  /** The pictures stage puts people with a picture in their place. */
  people: ReadonlyMap<string, Person>;
  readonly therapies: ReadonlyMap<string, Topic>;
  readonly conditions: ReadonlyMap<string, Topic>;
  /** By article id, newest first, then by id. */
  readonly records: ReadonlyMap<string, ArticleRecord>;
  readonly leftOut: readonly LeftOut[];
  /** Pages that are no articles, drafts that this build does not show: nothing links to them. */
  readonly draftPages: readonly PlainPage[];
  readonly pages: readonly PlainPage[];
  /** Paths of everything the build makes, as far as stages have said so; whoever makes pages adds theirs. */
  readonly paths: Set<string>;
  /** Filled by the benefits stage. */
  benefits: readonly BenefitEntry[];
  therapyEntries: readonly TopicEntry[];
  conditionEntries: readonly TopicEntry[];
  matrix: Matrix;
  /** True where pictures are made of images, and what is wrong with an image has been said. */
  hasPictures: boolean;
  /** Images in the forms made of them, by `pictureKey`. */
  pictures: ReadonlyMap<string, Picture>;
  /** Every stage may add; errors stop the build after the last stage. */
  readonly problems: Problem[];
}

/**
 * One step of deciding; runs once per build, in ascending `order`. What it adds
 * to `corpus.problems` is reported with everything else.
 */
export interface Stage {
  readonly name: string;
  readonly order: number;
  /**
   * True: it reads no more of an article's text than {@link slimArticle} keeps. Once
   * only such stages follow, a build that is the process's last lets the rest go.
   */
  readonly isTextless?: boolean;
  /** True: the owner asked for its errors to stop the build, on whose site ever. */
  readonly mayStop?: boolean;
  run(corpus: Corpus): void | Promise<void>;
}

/** Order in which stages run: what each reads, the ones before have filled. */
export const STAGE_ORDER = {
  benefits: 10,
  related: 20,
  review: 30,
  pictures: 35,
  theme: 40,
  cards: 45,
  schema: 50,
  links: 60,
} as const;

/** Total order of articles: newer date first, then id. */
export function compareRecords(a: ArticleRecord, b: ArticleRecord): number {
  const newer = Date.parse(b.article.frontMatter.date) - Date.parse(a.article.frontMatter.date);
  return newer || compareText(a.article.id, b.article.id);
}
