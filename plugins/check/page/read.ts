import { createRequire } from "node:module";
import type * as htmlparser2 from "htmlparser2";
import { collapse, searchText } from "../words.ts";
import { inlineCodeOf, resourcesOf, srcsetAddresses } from "./attributes.ts";
import type {
  Element,
  Heading,
  InlineCode,
  JsonBlock,
  PageFacts,
  PageImage,
  PageLink,
  Resource,
  TimeMark,
  Trail,
} from "./facts.ts";
import { garbledIn, leakIn } from "./leak.ts";
import { hidesContent } from "./visibility.ts";

const require = createRequire(import.meta.url);

/** Elements that do not break a line: their text joins the words around them. */
const INLINE = new Set(
  "a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span strong sub sup time tt u var wbr".split(
    " ",
  ),
);
/** Elements without content: nothing is pushed for them. */
const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
const HEADING = /^h([1-6])$/;
const OPENS_SECTION = new Set(["section", "article", "div", "li", "details", "header", "main", "aside"]);

type Attributes = Readonly<Record<string, string>>;

/** A heading, link, `<time>` or trail whose text is still being read. */
interface Open {
  readonly kind: "heading" | "link" | "time" | "trail" | "title";
  readonly element: Element;
  /** Index of its first piece of text. */
  readonly from: number;
  readonly ids: string[];
  readonly links: PageLink[];
  hasImageName: boolean;
}

interface Frame {
  readonly element: Element;
  readonly open: Open | null;
  /** In `<nav>`, `<aside>` or a footer of the page: not the article's own text. */
  readonly isAside: boolean;
  readonly isCode: boolean;
  readonly isNoteMark: boolean;
  readonly isInArticle: boolean;
  readonly isTemplate: boolean;
  /** Id of a section that may still wait for its heading. */
  readonly waiting: string | null;
}

/** Gathers everything the rules ask of a page in one pass over its HTML. Never throws; broken HTML is read as browsers do, roughly. */
export function readPage(path: string, html: string): PageFacts {
  const reader = new PageReader(path);
  const { Parser } = require("htmlparser2") as typeof htmlparser2;
  const parser = new Parser(reader, {
    decodeEntities: true,
    lowerCaseTags: true,
    lowerCaseAttributeNames: true,
  });
  parser.write(html);
  parser.end();
  return reader.facts();
}

/** State of one pass; lives as long as the pass. */
class PageReader {
  readonly #path: string;
  readonly #elements: Element[] = [];
  readonly #stack: Frame[] = [];
  readonly #opens: Open[] = [];
  /** Sections whose heading has not come yet. */
  readonly #waiting: Frame[] = [];
  /** Pieces that are the mark of a note (DPUB-ARIA 1.1, doc-noteref): they stand between words and are none. */
  readonly #noteMarks = new Set<number>();
  /** Visible text in pieces; a line break stands between blocks. */
  readonly #pieces: string[] = [];
  /** Those outside `<nav>`, `<aside>` and the site's footer. */
  readonly #ownPieces: string[] = [];
  readonly #ids = new Map<string, { count: number; isVisible: boolean }>();
  readonly #metas = new Map<string, string[]>();
  readonly #titles: string[] = [];
  readonly #canonicals: string[] = [];
  readonly #headings: Heading[] = [];
  readonly #links: PageLink[] = [];
  readonly #images: PageImage[] = [];
  readonly #times: TimeMark[] = [];
  readonly #trails: Trail[] = [];
  readonly #resources: Resource[] = [];
  readonly #jsonBlocks: JsonBlock[] = [];
  readonly #dataTypes: string[] = [];
  readonly #inlineCode: InlineCode[] = [];
  readonly #leaks: string[] = [];
  #garbled: string | null = null;
  #lang: string | null = null;
  #charset: string | null = null;
  #base: string | null = null;
  #isDocument = false;
  #hasDoctype = false;
  /** Text of the `<script>`, `<style>` or `<title>` being read. */
  #raw: string[] | null = null;
  #pictureAddresses: string[] = [];

  constructor(path: string) {
    this.#path = path;
  }

  onopentag(tag: string, attributes: Attributes): void {
    const above = this.#stack.at(-1);
    const isVisible = (above?.element.isVisible ?? true) && !hidesContent(tag, attributes);
    const element: Element = { tag, attributes, parent: above?.element ?? null, isVisible };
    this.#elements.push(element);
    if (!INLINE.has(tag)) this.#breakLine();
    this.#readId(attributes.id, isVisible, above);
    this.#readAttributes(element);
    if (VOID.has(tag)) return;
    const frame = this.#frame(element, above);
    this.#stack.push(frame);
    if (frame.open !== null) this.#opens.push(frame.open);
    if (frame.waiting !== null) this.#waiting.push(frame);
    if (tag === "script" || tag === "style" || (tag === "title" && above?.element.tag !== "svg"))
      this.#raw = [];
  }

  onprocessinginstruction(name: string): void {
    if (name.toLowerCase() === "!doctype") this.#hasDoctype = true;
  }

  ontext(text: string): void {
    if (this.#raw !== null) {
      this.#raw.push(text);
      return;
    }
    const frame = this.#stack.at(-1);
    if (frame !== undefined && (!frame.element.isVisible || isSvgNote(frame.element))) return;
    if (frame?.isNoteMark === true) this.#noteMarks.add(this.#pieces.length);
    this.#pieces.push(text);
    if (frame?.isAside !== true) this.#ownPieces.push(text);
    if (frame?.isCode !== true && this.#leaks.length < LEAK_LIMIT) this.#readLeak(text);
  }

  onclosetag(tag: string): void {
    if (VOID.has(tag)) return;
    const frame = this.#stack.pop();
    if (frame === undefined) return;
    if (this.#raw !== null && (tag === "script" || tag === "style" || tag === "title"))
      this.#closeRaw(frame.element);
    if (frame.open !== null) {
      this.#opens.pop();
      this.#close(frame.open);
    }
    if (this.#waiting.at(-1) === frame) this.#waiting.pop();
    if (!INLINE.has(tag)) this.#breakLine();
    if (tag === "picture") this.#pictureAddresses = [];
  }

  #breakLine(): void {
    this.#pieces.push("\n");
    this.#ownPieces.push("\n");
  }

  #readLeak(text: string): void {
    const leak = leakIn(text, false);
    if (leak !== null) this.#leaks.push(leak);
    this.#garbled ??= garbledIn(text);
  }

  #readId(id: string | undefined, isVisible: boolean, above: Frame | undefined): void {
    if (id === undefined || above?.isTemplate === true) return;
    const known = this.#ids.get(id);
    if (known === undefined) this.#ids.set(id, { count: 1, isVisible });
    else known.count++;
    for (const open of this.#opens) if (open.kind === "heading") open.ids.push(id);
  }

  #readAttributes(element: Element): void {
    const { tag, attributes, isVisible } = element;
    for (const resource of resourcesOf(tag, attributes)) this.#resources.push(resource);
    for (const code of inlineCodeOf(tag, attributes)) this.#inlineCode.push(code);
    if (tag === "html" || tag === "head" || tag === "body") this.#isDocument = true;
    if (tag === "html") this.#lang = attributes.lang ?? null;
    if (tag === "base" && attributes.href !== undefined) this.#base ??= attributes.href;
    if (tag === "meta") this.#readMeta(attributes);
    if (tag === "link" && /(^|\s)canonical(\s|$)/i.test(attributes.rel ?? ""))
      this.#canonicals.push(attributes.href ?? "");
    if (tag === "source" && attributes.srcset !== undefined) {
      this.#pictureAddresses.push(...srcsetAddresses(attributes.srcset));
    }
    if (tag === "img") this.#readImage(attributes, isVisible);
  }

  #readMeta(attributes: Attributes): void {
    if (attributes.charset !== undefined) this.#charset = attributes.charset;
    const name = attributes.name ?? attributes.property ?? attributes["http-equiv"];
    if (name === undefined) return;
    const key = name.toLowerCase();
    const contents = this.#metas.get(key);
    if (contents === undefined) this.#metas.set(key, [attributes.content ?? ""]);
    else contents.push(attributes.content ?? "");
  }

  #readImage(attributes: Attributes, isVisible: boolean): void {
    const alt = attributes.alt ?? null;
    const addresses = [
      ...(attributes.src === undefined ? [] : [attributes.src]),
      ...srcsetAddresses(attributes.srcset ?? ""),
      ...(attributes["data-src"] === undefined ? [] : [attributes["data-src"]]),
      ...this.#pictureAddresses,
    ];
    const isDecorative =
      attributes.role === "presentation" ||
      attributes.role === "none" ||
      attributes["aria-hidden"] === "true";
    this.#images.push({ addresses, alt, isVisible, isDecorative });
    const hasName = (alt ?? "").trim() !== "" || (attributes["aria-label"] ?? "").trim() !== "";
    if (hasName) for (const open of this.#opens) open.hasImageName = true;
  }

  #frame(element: Element, above: Frame | undefined): Frame {
    const { tag, attributes } = element;
    const isInArticle = (above?.isInArticle ?? false) || tag === "article" || tag === "main";
    const isAside =
      (above?.isAside ?? false) ||
      tag === "nav" ||
      tag === "aside" ||
      (tag === "footer" && !isInArticle) ||
      attributes.role === "navigation" ||
      attributes.role === "contentinfo";
    const isCode =
      (above?.isCode ?? false) || tag === "code" || tag === "pre" || tag === "kbd" || tag === "textarea";
    const waiting = OPENS_SECTION.has(tag) ? (attributes.id ?? null) : null;
    const isTemplate = (above?.isTemplate ?? false) || tag === "template";
    const isNoteMark = (above?.isNoteMark ?? false) || attributes.role === "doc-noteref";
    return {
      element,
      open: this.#opened(element),
      isAside,
      isCode,
      isNoteMark,
      isInArticle,
      isTemplate,
      waiting,
    };
  }

  #opened(element: Element): Open | null {
    const kind = this.#opens.length < OPEN_LIMIT ? kindOf(element) : null;
    if (kind === null) return null;
    const open: Open = { kind, element, from: this.#pieces.length, ids: [], links: [], hasImageName: false };
    if (kind === "heading") this.#claimIds(element, open.ids);
    return open;
  }

  /** A heading answers to its own id and to the ids of the sections it opens. */
  #claimIds(element: Element, ids: string[]): void {
    if (element.attributes.id !== undefined) ids.push(element.attributes.id);
    for (const frame of this.#waiting.splice(0)) if (frame.waiting !== null) ids.push(frame.waiting);
  }

  #closeRaw(element: Element): void {
    const text = this.#raw!.join("");
    this.#raw = null;
    const type = (element.attributes.type ?? "").trim().toLowerCase();
    if (element.tag === "title") this.#titles.push(collapse(text));
    else if (element.tag === "script" && type.startsWith("application/ld+json"))
      this.#jsonBlocks.push({ text });
    else if (element.tag === "script" && isExecutable(type) && element.attributes.src === undefined) {
      if (text.trim() !== "") this.#inlineCode.push({ what: "<script>" });
    } else if (element.tag === "script" && !isExecutable(type)) this.#dataTypes.push(type);
    else if (element.tag === "style") this.#inlineCode.push({ what: "<style>" });
  }

  #close(open: Open): void {
    const text = collapse(this.#pieces.slice(open.from).join(""));
    const { element } = open;
    const { attributes, isVisible } = element;
    const label = (attributes["aria-label"] ?? attributes.title ?? "").trim();
    if (open.kind === "heading") {
      const level = Number(HEADING.exec(element.tag)![1]);
      this.#headings.push({
        level,
        text,
        hasName: text !== "" || open.hasImageName,
        isVisible,
        ids: open.ids,
      });
    } else if (open.kind === "time")
      this.#times.push({ datetime: attributes.datetime ?? null, text, isVisible });
    else if (open.kind === "trail") this.#trails.push({ text, links: open.links });
    else if (open.kind === "link") {
      const hasName =
        text !== "" || label !== "" || open.hasImageName || attributes["aria-labelledby"] !== undefined;
      const link: PageLink = { href: attributes.href!, text, hasName, rel: attributes.rel ?? "", isVisible };
      this.#links.push(link);
      for (const above of this.#opens) if (above.kind === "trail") above.links.push(link);
    }
  }

  facts(): PageFacts {
    const refresh = this.#metas.get("refresh")?.[0];
    return {
      path: this.#path,
      isDocument: this.#isDocument,
      hasDoctype: this.#hasDoctype,
      lang: this.#lang,
      titles: this.#titles,
      metas: this.#metas,
      charset: this.#charset ?? this.#metas.get("content-type")?.[0] ?? null,
      canonicals: this.#canonicals,
      base: this.#base,
      refreshTo: refresh === undefined ? null : refreshTarget(refresh),
      elements: this.#elements,
      ids: this.#ids,
      headings: this.#headings,
      links: this.#links,
      images: this.#images,
      times: this.#times,
      trails: this.#trails,
      resources: this.#resources,
      jsonBlocks: this.#jsonBlocks,
      dataTypes: this.#dataTypes,
      inlineCode: this.#inlineCode,
      text: searchText(() => this.#pieces.filter((_, index) => !this.#noteMarks.has(index)).join("")),
      content: searchText(() => this.#ownPieces.join("")),
      leaks: this.#leaks,
      garbled: this.#garbled ?? garbledIn(this.#titles[0] ?? ""),
    };
  }
}

/** Headings, links and the like nested deeper than this are broken HTML: their text is not read apart. */
const OPEN_LIMIT = 20;
/** Leaks beyond so many on one page tell nothing new. */
const LEAK_LIMIT = 20;

function kindOf({ tag, attributes, isVisible }: Element): Open["kind"] | null {
  if (HEADING.test(tag)) return "heading";
  if (tag === "a" && attributes.href !== undefined) return "link";
  if (tag === "time") return "time";
  return isVisible && isTrail(tag, attributes) ? "trail" : null;
}

function isTrail(tag: string, attributes: Attributes): boolean {
  if (tag !== "nav" && tag !== "ol" && tag !== "ul" && tag !== "div" && tag !== "p") return false;
  const says = `${attributes["aria-label"] ?? ""} ${attributes.class ?? ""} ${attributes.id ?? ""}`;
  return /bread-?crumbs?(?![\w-])/i.test(says);
}

/** `<title>` and `<desc>` in a drawing are notes for assistive technology, not text on the page. */
function isSvgNote(element: Element): boolean {
  return element.tag === "desc" || (element.tag === "title" && element.parent?.tag !== "head");
}

function isExecutable(type: string): boolean {
  return type === "" || type === "module" || type.endsWith("javascript") || type.endsWith("ecmascript");
}

function refreshTarget(content: string): string | null {
  const match = /^\s*\d+(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?['"]?([^'"\s]+)/i.exec(content);
  return match?.[1] ?? null;
}
