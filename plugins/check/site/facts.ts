import type { Definition } from "../graph/definition.ts";
import type { SiteAddresses } from "./address.ts";

/** What is kept of a page until the whole site has been read. */
export interface PageSummary {
  readonly path: string;
  /** Path on the site, "/sleep/". */
  readonly sitePath: string;
  readonly title: string;
  readonly description: string;
  readonly canonicals: readonly string[];
  readonly isIndexed: boolean;
  readonly isNoIndex: boolean;
  readonly hasGraph: boolean;
  /** True when its graph has a node for the page itself. */
  readonly hasPageNode: boolean;
  readonly refreshTo: string | null;
  /** Ids on the page, joined by line breaks: one text is smaller than many. */
  readonly ids: string;
  readonly isDocument: boolean;
}

/** Somewhere that pages lead to, and from where. */
export interface Target {
  /** Path on the site with query and fragment as written, or the absolute address when it is one of another scheme. */
  readonly address: string;
  readonly kind: "link" | "resource" | "graph";
  /** Page paths, and how each page writes it. */
  readonly from: { readonly path: string; readonly as: string; readonly where: string }[];
}

/** One definition of an `@id`, with the page that makes it. */
export interface SiteDefinition {
  readonly path: string;
  readonly definition: Definition;
}

/** A file of the site that is not a page. `text`: null when it was not read. */
export interface SiteFile {
  readonly path: string;
  readonly text: string | null;
}

/** All that rules about a whole site may look at. */
export interface SiteFacts {
  /** Absolute address of the folder with "/" at the end; null when not known. */
  readonly url: string | null;
  readonly addresses: SiteAddresses;
  readonly pages: ReadonlyMap<string, PageSummary>;
  /** Every file by path; null when the caller named none: then only pages can be missed. */
  readonly files: ReadonlyMap<string, SiteFile> | null;
  readonly targets: readonly Target[];
  readonly definitions: ReadonlyMap<string, readonly SiteDefinition[]>;
  /** Redirects from `_redirects`, path → target. */
  readonly redirects: ReadonlyMap<string, string>;
}
