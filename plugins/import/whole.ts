import {
  type LeftItem,
  type Outline,
  type Part,
  type Source,
  type SourceArchive,
  type SourceAuthor,
  type SourceDocument,
  type SourceFiles,
  type Sums,
  UNKNOWN_SITE,
} from "./model.ts";

/** A source that was read as a whole: exports that hold all texts in one file. */
export interface WholeSource {
  /** In words for people. */
  readonly source: string;
  /** Front page, absolute, without slash at the end; null where it is not known. */
  readonly url: string | null;
  readonly title: string | null;
  readonly lang: string | null;
  readonly authors: readonly SourceAuthor[];
  readonly documents: readonly SourceDocument[];
  readonly left: readonly LeftItem[];
  readonly parts: readonly Part[];
  readonly archives?: readonly SourceArchive[];
  readonly sums: Sums;
  readonly addresses: ReadonlySet<string>;
  readonly files?: SourceFiles;
}

export function wholeSource(whole: WholeSource): Source {
  const { source, url, title, lang, authors, documents, left, parts, archives = [], sums, addresses } = whole;
  return {
    survey: {
      source,
      siteTitle: title,
      siteUrl: url ?? UNKNOWN_SITE,
      lang,
      authors,
      outlines: documents.map(outlineOf),
      media: [],
      left,
      archives,
      parts,
      sums,
      addresses,
    },
    ...(whole.files === undefined ? {} : { files: whole.files }),
    async *documents() {
      yield* documents;
    },
  };
}

function outlineOf({
  key,
  kind,
  line,
  file,
  title,
  state,
  slug,
  url,
  otherUrls,
  linkUrls,
}: SourceDocument): Outline {
  return {
    key,
    kind,
    line,
    file,
    title,
    state,
    slug,
    url,
    otherUrls,
    ...(linkUrls === undefined ? {} : { linkUrls }),
  };
}

/** A document with nothing but what every text has; a reader says the rest. */
export function documentWith(
  given: Pick<SourceDocument, "key" | "file" | "title" | "slug" | "body"> & Partial<SourceDocument>,
): SourceDocument {
  return {
    kind: "article",
    line: 1,
    state: "published",
    url: null,
    otherUrls: [],
    date: null,
    updated: null,
    authors: [],
    format: "html",
    description: null,
    tags: [],
    categories: [],
    lang: null,
    image: null,
    feedId: null,
    seoTitle: null,
    canonical: null,
    noindex: false,
    isSticky: false,
    comments: [],
    parts: [],
    ...given,
  };
}

/** A part for each tag of a text. */
export function tagParts(tags: readonly string[]): readonly Part[] {
  return tags.map((tag) => ({ kind: "term", what: `tag ${tag}`, outcome: "kept", to: "tags" }));
}

/** A part for several of a kind that are left out for one reason; none for none. */
export function leftParts(kind: Part["kind"], count: number, why: string): readonly Part[] {
  return count === 0 ? [] : [{ kind, what: `${kind}s of it`, outcome: "left-out", why, count }];
}
