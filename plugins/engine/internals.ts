/**
 * What `vervain build` knows of Eleventy's inside. All of it is Eleventy's own
 * business and may be missing in another version: whoever uses a part asks for
 * it first, and without it a build is merely larger or slower.
 */

export interface TemplateWriter {
  _createTemplate?(path: string, to?: string): { readonly template?: Template };
  /** The same in Eleventy 4. */
  createTemplate?(path: string, to?: string): { readonly template?: Template };
  readonly templateMap?: TemplateMap;
}

export interface TemplateMap {
  readonly map?: readonly TemplateEntry[];
  getMapEntryForInputPath?(inputPath: string): TemplateEntry | undefined;
}

/** A template with all pages that it makes. */
export interface TemplateEntry {
  readonly inputPath: string;
  readonly _pages?: readonly unknown[];
}

export interface Template {
  readonly inputPath: string;
  readonly fsManager?: FileSystemManager;
  readingPromise?: unknown;
  inputContent?: unknown;
  _cacheRenderedPromise?: unknown;
  _cacheRenderedTransformsAndLayoutsPromise?: unknown;
}

/** The methods that all templates share. */
export interface TemplatePrototype {
  /** Renders the pages of an entry with their layouts and writes them. */
  generateMapEntry?(entry: TemplateEntry, to: string): Promise<unknown>;
  renderPageEntryWithoutLayout?(page: Page): Promise<unknown>;
  renderPageEntry?(page: Page): Promise<unknown>;
  _write?(page: Page, content: unknown): Promise<Written | undefined>;
}

/** The class of templates: what is kept and made for all of them. */
export interface TemplateClass {
  readonly prototype: TemplatePrototype;
  readonly _inputCache?: Map<string, unknown>;
  readonly _compileCache?: Map<string, unknown>;
  /** Gives a page the properties that hold its rendered text. */
  augmentWithTemplateContentProperty?(page: object): object;
}

/** A page as collections hold it. */
export interface Page {
  readonly template?: Template;
  readonly url?: string | false;
  readonly inputPath?: string;
  readonly outputPath?: string | false;
  readonly data: {
    readonly page?: { rawInput?: string };
    readonly layout?: unknown;
    /** What reads its text, where that is not what its ending says. */
    readonly templateEngineOverride?: unknown;
    /** Address of a page that the theme makes. */
    readonly vervainUrl?: unknown;
  };
  /** Its text; of a template in JavaScript what it exports. */
  rawInput?: string;
  /** What its template makes without a layout; asked for before it is there, it throws while `needsCheck` is true. */
  templateContent?: unknown;
  _templateContent?: unknown;
  needsCheck?: boolean;
}

/** What is told of a page in `eleventy.after`. */
export interface Written {
  readonly outputPath: string;
  readonly content?: unknown;
  readonly rawInput?: unknown;
}

/** How a template makes its folder and writes its file. */
export interface FileSystemManager {
  createDirectoryForFileSync?(path: string): void;
  writeFileSync?(path: string, content: string | Uint8Array): void;
}
