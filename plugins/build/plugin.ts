import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { DateTime } from "luxon";
import { fieldLineOf } from "../article/read.ts";
import type { ReadTitle } from "../article/types.ts";
import type { Corpus, Stage } from "../corpus/corpus.ts";
import { parseSite } from "../corpus/site.ts";
import { siteInFolder } from "../corpus/site-folder.ts";
import type { Site, Topic } from "../corpus/types.ts";
import type { Sources } from "../corpus/wanted-images.ts";
import type { CollectionItem, EleventyConfig } from "../eleventy.ts";
import { hostNames } from "../eleventy-names.ts";
import { codeVersion } from "../files/code-version.ts";
import { type Kept, openKept } from "../files/kept.ts";
import { once } from "../once.ts";
import { parseOptions } from "../options.ts";
import { requireConfig } from "../own-plugin.ts";
import { picturePolicyOf } from "../picture-policy.ts";
import type { Problem } from "../problem.ts";
import { beginBuild } from "./begin.ts";
import { type Build, projectPath, type Registration } from "./build.ts";
import { decideOnce, toldProblems } from "./decide.ts";
import { type EleventyEndings, TEMPLATE_ENDINGS } from "./folder-files.ts";
import { gatherGuests, softenedStage } from "./guest.ts";
import { guestReport } from "./guest-report.ts";
import { watchGuestSite } from "./guest-site.ts";
import { requireOneCopy, requirePlugin, versionFault } from "./host-checks.ts";
import { layoutsOf } from "./layouts.ts";
import { guestNames, type Names, ownNames } from "./names.ts";
import { ARTICLE_OPTIONS, type ArticleOptions, OPTION_NAMES } from "./options.ts";
import { currentBuild, holdOwnSite } from "./own-site.ts";
import { PLACED_WHOLE, type Placer, placePages, placerOf } from "./place.ts";
import { openReadings, type Readings } from "./readings.ts";
import { stoppedPictureStage } from "./stopped-pictures.ts";
import { announceReading, areBuildsWatched } from "./watchers.ts";

export type { ArticleOptions } from "./options.ts";

/** What capabilities hold of the build they belong to. */
export interface ArticleHost {
  /** Adds a step of deciding; see STAGE_ORDER. */
  addStage(stage: Stage): void;
  /** Sets how titles are read, and a name for what with (another: titles are read anew). */
  readTitlesBy(reader: ReadTitle, version: () => string): void;
  /**
   * What is made of an article as it was read, kept from an earlier build or made now; asked once an article.
   *
   * @param key names all that it is made with beside the article and its site's options
   */
  keep<Made>(id: string, key: string, make: () => Made): Made;
  /** What an earlier build kept of the whole site, by a name; undefined: nothing. It stands by the version of the code alone. */
  recall(name: string): unknown;
  /** Keeps what JSON can say of the whole site; what a build neither recalls nor remembers may be forgotten. */
  remember(name: string, value: unknown): void;
  /** Therapies and conditions that are known beside the site's own data, which wins. Call it in `eleventy.before`. */
  know(topics: {
    readonly therapies: ReadonlyMap<string, Topic>;
    readonly conditions: ReadonlyMap<string, Topic>;
  }): void;
  /** The decided corpus. @throws {Error} before collections are built */
  corpus(): Corpus;
  /** Decides the corpus once per build; every collection of ours awaits it. */
  decided(items: readonly CollectionItem[]): Promise<Corpus>;
  /**
   * Body of an article's file, the 1-based line on which it starts, and its front matter as parsed.
   *
   * @throws {Error} for an unknown id
   */
  sourceOf(id: string): {
    readonly body: string;
    readonly bodyLine: number;
    readonly data: Readonly<Record<string, unknown>>;
  };
  /** True: scripts and frames in an article's raw HTML reach its page; false: they are left out or become links. */
  readonly keepsFrames: boolean;
  /** 1-based line of a front matter field ("benefits.drop") in the article's file; 1 where it is not written there. */
  lineOf(id: string, field: string): number;
  /** Where the images lie that articles, pages and people name. */
  readonly imageSources: Sources;
  /** Path of the file of people, relative to the project: the one that is there. */
  peopleFile(): string;
  /** 1-based line on which the body of a source file starts; 1 for files that hold no article. */
  bodyLineOf(file: string): number;
  /** Puts what is made for a page of somebody else's into the folder of the site. */
  readonly placer: Placer;
  /** Parts of a page that a plugin draws in the place of others that could: "also-read" is the theme's. */
  readonly drawn: Set<string>;
  /** Id of the article in a source file; null for other files. */
  idOf(inputPath: string): string | null;
  readonly site: Site;
  /** True on somebody else's site, where nothing changes that its owner did not ask for. */
  readonly isGuest: boolean;
  /** Whether passages that are linked to have anchors. */
  readonly hasAnchors: boolean;
  /** Where plugins register what templates ask for by name. */
  readonly names: Names;
}

/** What editors leave among articles; Eleventy would publish it, or stop at a link to nothing. */
const HIDDEN = ["**/.*.md", "**/.*.markdown", "**/.*/**/*.md", "**/.*/**/*.markdown"];

const hosts = new WeakMap<EleventyConfig, ArticleHost>();
/**
 * Reads every article once, before Eleventy does, and decides the corpus before
 * the first page renders. The first plugin to call it sets the options; the
 * others share its host.
 *
 * @throws {ContentError} from the first collection, with every fault of the build
 * @throws {Error} where the configuration itself calls it, before plugins are added
 */
export function article(config: EleventyConfig, options: ArticleOptions = {}): ArticleHost {
  requireConfig("article", config);
  const known = hosts.get(config);
  if (known) return known;
  const parsed = parseOptions("article", ARTICLE_OPTIONS, options, OPTION_NAMES);
  requirePlugin(config);
  requireOneCopy(config);
  const fault = versionFault(config);
  if (fault !== null) console.warn(`[vervain] warning ${fault}`);
  // The name of the code is a hash of all of it: asked for by a build, not by a configuration.
  const readings = once(() => heldReadings.get(resolve(READINGS_FOLDER)) ?? openReadings(keptReadings()));
  const registration: Registration = {
    site: siteInFolder(parseSite(parsed.site), config.pathPrefix),
    options: parsed,
    stages: [],
    delivered: new Map(),
    // An owner's own templates name layouts in more ways than ours do.
    layouts: parsed.isOwnSite ? layoutsOf(config) : { has: () => true, hint: () => "" },
    pageProblems: new Map(),
    get readings() {
      return readings();
    },
    build: null,
  };
  const host = createHost(config, registration);
  hosts.set(config, host);
  return host;
}

/** Where what was read of articles lies between builds. */
const READINGS_FOLDER = ".cache/vervain/articles";

/** What a process that builds again holds, by its folder: the configuration may be run again between builds. */
const heldReadings = new Map<string, Readings>();

function holdReadings(readings: Readings): void {
  readings.hold();
  heldReadings.set(resolve(READINGS_FOLDER), readings);
}

/** Null where the code that reads has no name that changes with it: it runs from its sources. */
function keptReadings(): Kept | null {
  const code = codeVersion();
  return code === null ? null : openKept(READINGS_FOLDER, code);
}

function createHost(config: EleventyConfig, registration: Registration): ArticleHost {
  const { site, options, stages } = registration;
  const current = (): Build => currentBuild(registration);
  const names = options.isOwnSite ? ownNames(config) : guestNames(config);
  config.on("eleventy.before", (event) => {
    announceReading();
    if (event.runMode !== "build") holdReadings(registration.readings);
    const now = options.now ?? (DateTime.now().setZone(site.timeZone).toISO() as string);
    registration.build = beginBuild(event, {
      options,
      endings: endingsOf(config),
      now,
      readings: registration.readings,
      startedMs: Date.now(),
    });
  });
  if (options.isOwnSite) {
    for (const glob of HIDDEN) config.ignores.add(glob);
    holdOwnSite(config, registration);
    placePages(config, site.url, (path) => registration.build?.corpus?.paths.has(path) ?? false);
  } else {
    registration.gather = (build) => gatherGuests(build, registration);
    watchGuestSite(config, registration, names);
  }
  const decided = (items: readonly CollectionItem[]): Promise<Corpus> =>
    decideOnce(current(), items, registration);
  names.addCollection("vervainArticles", async (api) => {
    const corpus = await decided(api.getAll());
    if (!options.isOwnSite && !areBuildsWatched()) tellGuest(corpus.problems, names.taken);
    return [...corpus.records.values()];
  });
  const host: ArticleHost = {
    site,
    names,
    addStage: (stage) => stages.push(options.isOwnSite ? stage : softenedStage(stage)),
    readTitlesBy: (reader, version) => {
      registration.readTitle = reader;
      registration.titleVersion = version;
    },
    recall: (name) => registration.readings.recallOfSite(name),
    remember: (name, value) => registration.readings.rememberOfSite(name, value),
    keep: (id, key, make) => registration.readings.finish(current().byId.get(id)?.file ?? "", key, make),
    know: ({ therapies, conditions }) => {
      const build = current();
      build.therapies = new Map([...therapies, ...build.therapies]);
      build.conditions = new Map([...conditions, ...build.conditions]);
    },
    corpus: () => {
      const { corpus } = current();
      if (!corpus) throw new Error("article: the corpus is asked for before collections are built.");
      return corpus;
    },
    decided,
    sourceOf: (id) => {
      const opened = current().byId.get(id);
      if (!opened) throw new Error(`article: ${id}: there is no such article.`);
      return opened;
    },
    keepsFrames: options.trustsHtml ?? !options.isOwnSite,
    lineOf: (id, field) => {
      const opened = current().byId.get(id);
      return opened ? fieldLineOf(opened, field.split(".")) : 1;
    },
    imageSources: {
      sourceOf: (id) => host.sourceOf(id),
      lineOf: (id, field) => host.lineOf(id, field),
      lineWith,
      // Raw HTML that its owner vouches for goes through as written.
      readsHtml: options.isOwnSite && !options.trustsHtml,
    },
    peopleFile: () => peopleFile(config.directories.data),
    bodyLineOf: (file) => registration.build?.opened.get(file)?.bodyLine ?? 1,
    placer: options.isOwnSite ? PLACED_WHOLE : placerOf(config, site.url),
    drawn: new Set(),
    isGuest: !options.isOwnSite,
    hasAnchors: options.isOwnSite || options.anchors,
    idOf: (inputPath) => registration.build?.opened.get(projectPath(inputPath))?.id ?? null,
  };
  if (options.isOwnSite && !options.trustsHtml) stages.push(stoppedPictures(host, config, registration));
  return host;
}

function stoppedPictures(
  { imageSources, peopleFile }: ArticleHost,
  config: EleventyConfig,
  registration: Registration,
): Stage {
  return stoppedPictureStage({
    policy: () => picturePolicyOf(config),
    sources: imageSources,
    peopleFile,
    told: (problems) => toldProblems(currentBuild(registration), problems),
  });
}

/** 1-based line of a file on which the words stand first; 0: nowhere. */
function lineWith(file: string, words: string): number {
  if (!existsSync(file)) return 0;
  return (
    readFileSync(file, "utf8")
      .split("\n")
      .findIndex((line) => line.includes(words)) + 1
  );
}

function peopleFile(data: string): string {
  const names = ["json", "yaml", "yml"].map((ending) => join(data, `people.${ending}`));
  return projectPath(names.find((name) => existsSync(name)) ?? (names[0] as string));
}

/** Says once what was noticed, where no command does. */
function tellGuest(problems: readonly Problem[], taken: readonly string[]): void {
  for (const line of guestReport(problems, taken)) console.warn(`[vervain] ${line}`);
}

/** What Eleventy would take a file for, with all that plugins have added. */
function endingsOf({
  extensionMap,
  dataExtensions,
  dataFileSuffixesOverride,
}: EleventyConfig): EleventyEndings {
  const names = hostNames();
  return {
    templates: [
      ...TEMPLATE_ENDINGS,
      ...names.scripts,
      ...Array.from(extensionMap, ({ extension }) => extension).filter((ending) => ending !== "md"),
    ],
    dataSuffixes: Array.isArray(dataFileSuffixesOverride) ? dataFileSuffixesOverride : names.dataSuffixes,
    data: [...dataExtensions.keys()],
  };
}
