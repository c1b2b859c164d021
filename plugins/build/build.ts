import { relative, sep } from "node:path";
import type { OpenedArticle } from "../article/read.ts";
import type { Article, ReadTitle } from "../article/types.ts";
import type { Corpus, LeftOut, PlainPage, Stage } from "../corpus/corpus.ts";
import type { Person, Site, Topic } from "../corpus/types.ts";
import type { CollectionItem, TemplateData } from "../eleventy.ts";
import type { Problem } from "../problem.ts";
import type { WrittenPage } from "./guard.ts";
import type { Layouts } from "./layouts.ts";
import type { ArticleSettings } from "./options.ts";
import type { Readings } from "./readings.ts";

/** An article file of this build. */
export type OpenedFile = OpenedArticle & {
  readonly id: string;
  /** A name for the bytes of the file; none for one that was not read. */
  readonly hash?: string;
};

/** One build, from reading to deciding. */
export interface Build {
  /** Folders of articles, relative to the project. */
  readonly roots: readonly string[];
  /** Asked before each page is written. @throws {ContentError} for one that may not be */
  readonly guard: (page: WrittenPage) => void;
  /** By path relative to the project. */
  readonly opened: Map<string, OpenedFile>;
  readonly byId: Map<string, OpenedFile>;
  /** On somebody else's site: the merged data of every template so far, by path relative to the project. */
  readonly met: Map<string, TemplateData>;
  readonly articles: { readonly article: Article; readonly isHidden: boolean }[];
  readonly leftOut: LeftOut[];
  /** Pages that are no articles and no part of this build yet. */
  readonly draftPages: PlainPage[];
  /** By path, the front matter fields of an article that could not be read and count as absent. */
  readonly faulty: Map<string, ReadonlySet<string>>;
  readonly problems: Problem[];
  readonly now: string;
  readonly showsHidden: boolean;
  /** True while serving: what one build made may serve the next. */
  readonly isRepeated: boolean;
  readonly people: ReadonlyMap<string, Person>;
  therapies: ReadonlyMap<string, Topic>;
  conditions: ReadonlyMap<string, Topic>;
  deciding: Promise<Corpus> | null;
  corpus: Corpus | null;
}

/** What one configuration registers. */
export interface Registration {
  readonly site: Site;
  readonly options: ArticleSettings;
  readonly stages: Stage[];
  /** What Eleventy took of each article from us, and from nobody else. */
  readonly delivered: Map<string, OpenedFile>;
  readonly layouts: Layouts;
  /** What is wrong with the headers of pages that are no articles, by path, as they were last read. */
  readonly pageProblems: Map<string, readonly Problem[]>;
  /** How what was read becomes a corpus, where it is not as on a site of ours. */
  gather?: (build: Build, items: readonly CollectionItem[], site: Site) => Corpus;
  readTitle?: ReadTitle;
  titleVersion?: () => string;
  readonly readings: Readings;
  build: Build | null;
}

/** Whether a path is that of an article: Markdown in a folder of articles. */
export function isArticlePath(file: string, roots: readonly string[]): boolean {
  return /\.(?:md|markdown)$/i.test(file) && roots.some((root) => file.startsWith(`${root}/`));
}

/** True for what stands for a file that could not be opened. */
export function isUnreadable({ raw }: OpenedFile): boolean {
  return raw.startsWith("\u0000");
}

/** Path as the writer knows it: relative to the project, with "/". */
export function projectPath(path: string): string {
  return relative(".", path).split(sep).join("/");
}
