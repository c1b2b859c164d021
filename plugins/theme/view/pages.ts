import type { PagePlan } from "./plan.ts";
import type { Pages, PageView } from "./types.ts";

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
    outlines: [...planByUrl.values()],
    get,
    has: (url) => planByUrl.has(url),
    keys: () => planByUrl.keys(),
    *values() {
      for (const url of planByUrl.keys()) yield get(url) as PageView;
    },
    amend: (change) => {
      changes.push(change);
      for (const view of made.values()) change(view);
    },
  };
}
