import type { Corpus } from "../corpus/corpus.ts";
import { processMap } from "../process-map.ts";
import type { Views } from "./pages.ts";

const viewsByCorpus = processMap<Corpus, Views>("views");

/** The page views of a build; the stages after the theme's add to them (the graph). Null before the theme's stage. */
export function viewsOf(corpus: Corpus): Views | null {
  return viewsByCorpus.get(corpus) ?? null;
}

/** Keeps the views of a build for the stages that follow. */
export function keepViews(corpus: Corpus, views: Views): void {
  viewsByCorpus.set(corpus, views);
}
