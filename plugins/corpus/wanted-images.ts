import { type ImageReference, imagesInText } from "../article/image-references.ts";
import type { Corpus } from "./corpus.ts";

/** How the sources of articles are reached. */
export interface Sources {
  /** Body of an article's file and the 1-based line on which it starts. */
  sourceOf(id: string): { readonly body: string; readonly bodyLine: number };
  /** 1-based line of a field of its front matter. */
  lineOf(id: string, field: string): number;
  /** 1-based line of a file on which the words stand first; 0: nowhere. */
  lineWith(file: string, words: string): number;
  /** Whether an `<img>` in raw HTML is an image that is ours to make. */
  readonly readsHtml: boolean;
}

/** An image that something names, and where. */
export type Wanted = Omit<ImageReference, "line"> & {
  /** Asked only when there is something to say: finding it may mean parsing. */
  readonly line: () => number;
};

const known = new WeakMap<Corpus, readonly Wanted[]>();

/** Every image that articles and Markdown pages name, in order of the corpus; found once for a corpus. */
export function wantedImages(corpus: Corpus, sources: Sources): readonly Wanted[] {
  const wanted = known.get(corpus) ?? findImages(corpus, sources);
  known.set(corpus, wanted);
  return wanted;
}

function findImages(corpus: Corpus, sources: Sources): readonly Wanted[] {
  return [
    ...[...corpus.records.values()].flatMap(({ article: { id, file, frontMatter } }) => {
      const { body, bodyLine } = sources.sourceOf(id);
      const inText = imagesInText(body, { file, bodyLine, readsHtml: sources.readsHtml }).map(withLine);
      const { image } = frontMatter;
      if (image === null) return inText;
      const line = (): number => sources.lineOf(id, "image.src");
      return [{ src: image.src, file, field: "image.src", line }, ...inText];
    }),
    ...corpus.pages.flatMap((page) => wantedByPage(page, sources)),
  ];
}

/** Portraits of people, by id. `file`: where people are kept. */
export function wantedPortraits(
  { people }: Corpus,
  file: string,
  { lineWith }: Sources,
): ReadonlyMap<string, Wanted> {
  return new Map(
    [...people.values()].flatMap(({ id, image }) =>
      image === null
        ? []
        : [
            [
              id,
              { src: image.src, file, field: `${id}.image.src`, line: () => lineWith(file, image.src) },
            ] as const,
          ],
    ),
  );
}

function wantedByPage(
  { file, data }: Corpus["pages"][number],
  { lineWith, readsHtml }: Sources,
): readonly Wanted[] {
  const { rawInput } = (data.page ?? {}) as { readonly rawInput?: unknown };
  if (!/\.(?:md|markdown)$/i.test(file) || typeof rawInput !== "string") return [];
  return imagesInText(rawInput, { file, bodyLine: 1, readsHtml }).map(({ src, field }) => ({
    src,
    file,
    field,
    line: () => lineWith(file, src),
  }));
}

function withLine({ line, ...reference }: ImageReference): Wanted {
  return { ...reference, line: () => line };
}
