import type { SearchText } from "../words.ts";

/** An element, kept light: selectors and a few rules need it. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: Element | null;
  /** False inside `hidden`, `display:none`, `<template>`, a closed `<dialog>` and the like. */
  readonly isVisible: boolean;
}

export interface Heading {
  readonly level: number;
  readonly text: string;
  /** True when it has words or an image with an alt text. */
  readonly hasName: boolean;
  readonly isVisible: boolean;
  /** Ids by which the heading is reached: its own, one inside it, or that of the section it opens. */
  readonly ids: readonly string[];
}

export interface PageLink {
  readonly href: string;
  readonly text: string;
  /** True when it has a name: text, the alt text of an image in it, or an `aria-label`. */
  readonly hasName: boolean;
  readonly rel: string;
  readonly isVisible: boolean;
}

export interface PageImage {
  /** Every address the image can load from: `src`, `srcset`, `<source>`. */
  readonly addresses: readonly string[];
  /** null: no alt attribute. */
  readonly alt: string | null;
  readonly isVisible: boolean;
  /** True when `role="presentation"` or `aria-hidden` take it out of the accessible page. */
  readonly isDecorative: boolean;
}

export interface TimeMark {
  readonly datetime: string | null;
  readonly text: string;
  readonly isVisible: boolean;
}

/** Something the page loads or names by address. */
export interface Resource {
  readonly address: string;
  /** "img src", "meta og:image", "link stylesheet". */
  readonly where: string;
  /** True when the browser fetches it with the page. */
  readonly isLoaded: boolean;
}

/** A visible trail of links to the pages above. */
export interface Trail {
  readonly text: string;
  readonly links: readonly PageLink[];
}

export interface JsonBlock {
  readonly text: string;
}

/** Code in the page itself, which a strict content security policy refuses. */
export interface InlineCode {
  /** `<script>`, `<style>`, `style=`, `onclick=`. */
  readonly what: string;
}

/** Everything the rules ask of one page, gathered in one pass. */
export interface PageFacts {
  /** Path of the file below the folder, with `/`. */
  readonly path: string;
  /** False for a text or fragment without `<html>`, `<head>` and `<body>`. */
  readonly isDocument: boolean;
  readonly hasDoctype: boolean;
  readonly lang: string | null;
  readonly titles: readonly string[];
  /** `name` or `property` or `http-equiv` (lower case) → contents, in order. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  readonly charset: string | null;
  readonly canonicals: readonly string[];
  readonly base: string | null;
  /** Address a `<meta http-equiv="refresh">` sends readers to. */
  readonly refreshTo: string | null;
  readonly elements: readonly Element[];
  /** id → how often it stands in the page, and whether readers can see the element. */
  readonly ids: ReadonlyMap<string, { readonly count: number; readonly isVisible: boolean }>;
  readonly headings: readonly Heading[];
  readonly links: readonly PageLink[];
  readonly images: readonly PageImage[];
  readonly times: readonly TimeMark[];
  readonly trails: readonly Trail[];
  readonly resources: readonly Resource[];
  readonly jsonBlocks: readonly JsonBlock[];
  /** Types of scripts that are neither code nor JSON-LD. */
  readonly dataTypes: readonly string[];
  readonly inlineCode: readonly InlineCode[];
  /** All visible text. */
  readonly text: SearchText;
  /** Visible text outside `<nav>`, `<aside>` and the site's footer. */
  readonly content: SearchText;
  /** Visible text nodes outside code samples that hold what a template should have filled in. */
  readonly leaks: readonly string[];
  /** The first visible words outside code samples that were read in a wrong encoding; null when there are none. */
  readonly garbled: string | null;
}

/** True when robots are told to leave the page out. */
export function isNoIndex(page: PageFacts): boolean {
  return (page.metas.get("robots") ?? []).some((content) => /\b(noindex|none)\b/i.test(content));
}
