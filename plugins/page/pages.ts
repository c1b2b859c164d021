import type { CitationMarks } from "./parts.ts";
import type { PageOutline, PagePlan } from "./plan.ts";
import type { PageCommon, PageKind, PageView } from "./types.ts";

/**
 * The pages of a build. What they say is decided; a view is made of it when it
 * is asked for, and on a large site forgotten again: 10,000 articles' are 140 MiB.
 */
export interface Pages {
  /** Every page, in the order in which they are listed. */
  readonly outlines: readonly PageOutline[];
  get(url: string): PageView | undefined;
  has(url: string): boolean;
  keys(): IterableIterator<string>;
  /** Makes every view, one after another. */
  values(): IterableIterator<PageView>;
  /**
   * Has every view changed as soon as it is made; for the stages after the theme's.
   *
   * @param adds a text for what is added to the view at an address beside what is made of the view, the record and the site
   */
  amend(change: (view: PageView) => void, adds: (url: string) => string): void;
  /** What an article's view is made of beside its record, as text; undefined where only the view tells. */
  madeOf(url: string): string | undefined;
}

/** All pages of one build. */
export interface Views {
  /** The common part for what is no page: feeds and their style. */
  readonly site: PageCommon;
  readonly byUrl: Pages;
  /** Marks that cite an article's sources, by its address; whoever renders the text fills it. */
  readonly citations: Map<string, CitationMarks>;
  /** Old paths and where they lead, as the owner wrote them. */
  readonly redirects: ReadonlyMap<string, string>;
  /** In a fixed order per kind; kinds without pages are empty. Makes them all. */
  ofKind<Kind extends PageKind>(kind: Kind): readonly (PageView & { kind: Kind })[];
}

/** Sites of so many pages keep every view once it is made: an article's is 14 kB. */
const KEPT_ALL = 2000;
/** Views kept of a larger site: several times as many as are printed at once. */
const KEPT = 64;

/** The pages of a build by address, each made when it is asked for. */
export function openPages(
  plans: readonly PagePlan[],
  kept = plans.length > KEPT_ALL ? KEPT : plans.length,
): Pages {
  const planByUrl = new Map(plans.map((plan) => [plan.url, plan]));
  const made = new Map<string, PageView>();
  const changes: ((view: PageView) => void)[] = [];
  const additions: ((url: string) => string)[] = [];
  const get = (url: string): PageView | undefined => {
    const known = made.get(url);
    if (known !== undefined) return known;
    const view = planByUrl.get(url)?.make();
    if (view === undefined) return undefined;
    for (const change of changes) change(view);
    made.set(url, view);
    if (made.size > kept) made.delete(made.keys().next().value as string);
    return view;
  };
  return {
    outlines: plans,
    get,
    has: (url) => planByUrl.has(url),
    keys: () => planByUrl.keys(),
    *values() {
      for (const url of planByUrl.keys()) yield get(url) as PageView;
    },
    madeOf: (url) => {
      const own = planByUrl.get(url)?.madeOf?.();
      return own === undefined ? undefined : [own, ...additions.map((adds) => adds(url))].join("\n");
    },
    amend: (change, adds) => {
      changes.push(change);
      additions.push(adds);
      for (const view of made.values()) change(view);
    },
  };
}
