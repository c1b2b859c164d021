import type { CardView, Crumb } from "./parts.ts";

/** What a page's own builder knows of the common part. */
export interface PageSeed {
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly lang: string;
  /** Steps between home and this page. */
  readonly trail?: readonly Crumb[];
  readonly card?: CardView | null;
  readonly isDraft?: boolean;
  readonly isIndexed?: boolean;
  readonly modified?: string | null;
  /** True on pages that stand outside the tree: home, 404, redirects. */
  readonly isRoot?: boolean;
}
