import type { CardView, Crumb } from "./parts.ts";

/** What a page's own builder knows of the common part. */
export interface PageSeed {
  readonly url: string;
  readonly title: string;
  readonly description: string;
  /** Title for result lists, where the owner gives another. */
  readonly seoTitle?: string | null;
  /** Absolute address of the original, where it is another page. */
  readonly original?: string | null;
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
