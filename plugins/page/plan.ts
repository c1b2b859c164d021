import type { ViewContext } from "./context.ts";
import type { PageSeed } from "./seed.ts";
import type { PageCommon, PageKind, PageView } from "./types.ts";

/** What is known of a page without its view. */
export interface PageOutline {
  readonly kind: PageKind;
  readonly url: string;
  readonly isIndexed: boolean;
  readonly modified: string | null;
}

/** A page that the build makes, and how its view is made. */
export interface PagePlan<View extends PageView = PageView> extends PageOutline {
  /** Makes the view anew: same view every time. */
  make(): View;
  /** What the view of an article is made of beside its record, as text: another wherever the view can be another. */
  madeOf?(): string;
}

/** What every plan of a page needs. */
export interface PlanTools {
  readonly context: ViewContext;
  readonly common: (seed: PageSeed) => PageCommon;
}

/** Plans a page: `seed` is kept, `rest` is worked out when the page is asked for. */
export function planPage<View extends PageView>(
  { context, common }: PlanTools,
  kind: View["kind"],
  seed: PageSeed,
  rest: () => Omit<View, keyof PageCommon | "kind">,
): PagePlan<View> {
  // What a language lacks is reported before the first page is made.
  context.languageOf(seed.lang);
  return {
    kind,
    ...outlineOf(seed),
    // TypeScript does not see that a view is its common part, its kind and the rest.
    make: () => ({ ...common(seed), kind, ...rest() }) as unknown as View,
  };
}

/** What is known of a page before its view is made. */
export function outlineOf({
  url,
  isDraft = false,
  isIndexed = true,
  modified = null,
}: Pick<PageSeed, "url" | "isDraft" | "isIndexed" | "modified">): Omit<PageOutline, "kind"> {
  return { url, isIndexed: isIndexed && !isDraft, modified };
}
