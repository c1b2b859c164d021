/**
 * The methods of Eleventy 3.1's configuration that Vervain calls. Eleventy ships
 * no types; its real object is assignable to this, and a misspelt hook is not.
 */
export interface EleventyConfig {
  addPlugin<Options extends object>(
    plugin: (config: EleventyConfig, options?: Options) => void | Promise<void>,
    options?: Options,
  ): void;
  addPreprocessor(
    name: string,
    extensions: string,
    callback: (this: { readonly inputPath: string }, data: TemplateData, content: string) => unknown,
  ): void;
  addCollection(name: string, callback: (api: CollectionApi) => unknown): void;
  addFilter(name: string, callback: (...values: never[]) => unknown): void;
  /** @throws where the running Eleventy is not in the range */
  versionCheck?(range: string): void;
  /** Whether plugins are being added: before that folders and other plugins' options are not known. */
  isPluginExecution?(): boolean;
  getFilter(name: string): unknown;
  addNunjucksGlobal(name: string, callback: unknown): void;
  addNunjucksShortcode(name: string, callback: (...values: never[]) => unknown): void;
  addLiquidShortcode(name: string, callback: (...values: never[]) => unknown): void;
  addTemplate(path: string, content: unknown, data?: Readonly<Record<string, unknown>>): void;
  addLayoutAlias(from: string, to: string): void;
  addExtension(extension: string | readonly string[], options: object): void;
  addDataExtension(extensions: string, options: object): void;
  addGlobalData(name: string, data: unknown): void;
  addPassthroughCopy(paths: string | Readonly<Record<string, string>>, options?: object): void;
  addTransform(name: string, callback: (this: { readonly page: PageData }, content: string) => unknown): void;
  /** `callback` is told each address; what it returns takes its place. */
  addUrlTransform(callback: (page: { readonly url: string }) => string | undefined): void;
  addWatchTarget(target: string, options?: { readonly resetConfig?: boolean }): void;
  /** The renderer is markdown-it's own object: who amends it names its type. */
  amendLibrary<Library extends object>(engine: "md", callback: (library: Library) => void): void;
  amendLibrary(engine: "njk", callback: (library: NunjucksEnvironment) => void): void;
  setFrontMatterParsingOptions: (options: object) => void;
  /** What gray-matter is told; plugins add to it by the method above. */
  readonly frontMatterParsingOptions?: Readonly<Record<string, unknown>>;
  /** Templates that plugins have added, by ending. */
  readonly extensionMap: Iterable<{ readonly extension: string }>;
  /** Endings of data files that plugins have added. */
  readonly dataExtensions: ReadonlyMap<string, unknown>;
  /** What stands before the ending of a data file, where the owner has said so. */
  readonly dataFileSuffixesOverride: readonly string[] | false;
  readonly layoutAliases: Readonly<Record<string, string>>;
  /** What has been registered, by name: for every engine, and for each. */
  readonly universal?: Registered;
  readonly nunjucks?: Registered;
  readonly liquid?: Registered;
  readonly javascript?: Registered;
  readonly collections?: Readonly<Record<string, unknown>>;
  /** Templates without a file, by path in the input folder. */
  readonly virtualTemplates: Readonly<Record<string, unknown>>;
  /** Folder of its host in which the site lies, as the configuration or the command line has it; known to plugins. */
  pathPrefix?: string;
  setServerOptions(options: object): void;
  /** What the watcher of files is told. */
  setChokidarConfig?(options: object): void;
  setQuietMode(isQuiet: boolean): void;
  on(
    event: "eleventy.before" | "eleventy.after",
    callback: (event: BuildEvent) => void | Promise<void>,
  ): void;
  /** `map`: where what is copied as it is comes from, by its address; what is changed in it, the server heeds. */
  on(event: "eleventy.passthrough", callback: (event: { map: Record<string, string> }) => void): void;
  on(event: "eleventy.beforeWatch", callback: (changed: string[]) => void | Promise<void>): void;
  /** What is copied as it is, by path in the project. */
  readonly passthroughCopies?: Readonly<Record<string, { readonly outputPath: string | boolean }>>;
  /** What is copied where a page that is made names it. */
  readonly passthroughCopiesHtmlRelative?: { readonly size: number };
  /** Who is told of what. */
  readonly events?: {
    eventNames(): readonly (string | symbol)[];
    listeners(event: string | symbol): readonly unknown[];
  };
  readonly directories: Directories;
  readonly ignores: { add(glob: string): void; delete(glob: string): void };
  readonly watchIgnores: { add(glob: string): void; delete(glob: string): void };
}

/** Names that are registered for one engine. */
export interface Registered {
  readonly filters?: Readonly<Record<string, unknown>>;
  readonly asyncFilters?: Readonly<Record<string, unknown>>;
  readonly functions?: Readonly<Record<string, unknown>>;
  readonly shortcodes?: Readonly<Record<string, unknown>>;
  readonly pairedShortcodes?: Readonly<Record<string, unknown>>;
  readonly tags?: Readonly<Record<string, unknown>>;
}

/** The part of a Nunjucks environment that the theme amends. */
export interface NunjucksEnvironment {
  readonly loaders: { readonly searchPaths?: string[] }[];
}

export interface Directories {
  readonly input: string;
  readonly output: string;
  readonly includes: string;
  readonly layouts?: string;
  readonly data: string;
}

export interface BuildEvent {
  readonly directories: Directories;
  readonly runMode: "build" | "serve" | "watch";
  readonly outputMode: "fs" | "json" | "ndjson";
  readonly results?: readonly {
    readonly inputPath: string;
    readonly outputPath: string | false;
    readonly url: string | false;
    readonly content: string;
  }[];
}

export interface PageData {
  readonly inputPath: string;
  readonly url: string | false;
  readonly outputPath: string | false;
  readonly fileSlug: string;
  readonly filePathStem: string;
  readonly date: Date;
}

/** The merged data of one template; plugins add their own keys. */
export interface TemplateData {
  page: PageData;
  [key: string]: unknown;
}

export interface CollectionItem {
  readonly inputPath: string;
  readonly outputPath: string | false;
  readonly url: string | false;
  readonly date: Date;
  readonly data: TemplateData;
  readonly templateContent: string;
}

export interface CollectionApi {
  getAll(): CollectionItem[];
  getFilteredByTag(tag: string): CollectionItem[];
}
