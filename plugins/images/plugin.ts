import { existsSync, mkdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { copyFile, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import type MarkdownIt from "markdown-it";
import { projectPath } from "../build/build.ts";
import { atTheEnd } from "../build/finishing.ts";
import type { ArticleOptions } from "../build/options.ts";
import { type ArticleHost, article } from "../build/plugin.ts";
import { type Corpus, STAGE_ORDER } from "../corpus/corpus.ts";
import { type Picture, pictureAt, pictureKey } from "../corpus/picture.ts";
import { wantedImages, wantedPortraits } from "../corpus/wanted-images.ts";
import type { BuildEvent, EleventyConfig } from "../eleventy.ts";
import { damageProblem } from "../files/kept.ts";
import { requirePackages } from "../needs.ts";
import { requireConfig } from "../own-plugin.ts";
import { packageFolder } from "../package-folder.ts";
import { compareText, type Problem } from "../problem.ts";
import { watchTarget } from "../watch-target.ts";
import { prune, readKept } from "./cache-folder.ts";
import type { CardStage } from "./cards/stage.ts";
import { amendFileLinks, type LinkedFileOptions, linkedCopy, linkedFiles } from "./linked-files.ts";
import type { ImageDisk, SiteFileCopy } from "./make.ts";
import { amendPictures, type PagePictures, pictureHtml } from "./markup.ts";
import { copiedFolders } from "./resolve.ts";

/** Where pictures and cards are kept between builds. Delete it whenever you like; CI that keeps it builds sooner. */
const CACHE_FOLDER = ".cache/vervain";
/** Days that pictures and cards are kept which no page shows any more. */
const KEPT_DAYS = 30;
/** A portrait is shown 64 pixels wide, on screens of up to three pixels to the pixel. */
const PORTRAIT_WIDTHS = [64, 128, 192];

/**
 * Offers the images of articles in the sizes and formats that browsers choose
 * from, and draws a card for each page that is shared. Alone, it also gives
 * layouts two filters: `leadPicture` (the image of the front matter) and
 * `socialCard` (the card's absolute address).
 */
export function images(config: EleventyConfig, options: ArticleOptions = {}): void {
  requireConfig("images", config);
  const host = article(config, options);
  const { features, images: settings } = host.site;
  if (settings.responsive) requirePackages("images", ["pictures"]);
  if (features.socialCards) requirePackages("images", ["social cards"]);
  let build: BuildEvent | null = null;
  let files: ReadonlyMap<string, SiteFileCopy> = new Map();
  let cards: CardStage | null = null;
  let given: readonly SiteFileCopy[] = [];
  const allFiles = (): readonly SiteFileCopy[] => [...files.values(), ...given, ...(cards?.files() ?? [])];
  let copying: Promise<unknown> = Promise.resolve();
  config.on("eleventy.before", (event) => {
    build = event;
    files = new Map();
    given = [];
  });
  // A guest leaves links as they are.
  if (!host.isGuest) {
    host.addStage({
      name: "linked-files",
      order: STAGE_ORDER.pictures,
      isTextless: true,
      run: (corpus) => {
        given = linkedFiles(corpus, linkedFileOptions(config));
      },
    });
    config.amendLibrary("md", (md: MarkdownIt) =>
      amendFileLinks(md, (env, href) => linkedCopyOfPage(env, href, linkedFileOptions(config))),
    );
  }
  if (settings.responsive) {
    host.addStage({
      name: "pictures",
      order: STAGE_ORDER.pictures,
      isTextless: true,
      mayStop: options.site?.images?.missing === "error",
      run: async (corpus) => {
        if (hasOwnTransform(config, host)) corpus.problems.push(OWN_TRANSFORM);
        files = await makePictures(corpus, host, config, isWholeBuild(build));
      },
    });
    config.amendLibrary("md", (md: MarkdownIt) =>
      amendPictures(
        md,
        (env) => (hasOwnTransform(config, host) ? null : picturesOfPage(host, env)),
        host.placer.html,
      ),
    );
    watchImages(config);
  }
  if (features.socialCards) {
    host.addStage({
      name: "cards",
      order: STAGE_ORDER.cards,
      isTextless: true,
      run: async (corpus) => {
        const { cardStage } = await import("./cards/stage.ts");
        cards ??= cardStage(host, join(CACHE_FOLDER, "cards"), readFont);
        cards.decide(corpus, isWholeBuild(build));
      },
    });
  }
  // What is kept is copied while pages are rendered; a failure is told when all are.
  host.addStage({
    name: "pictures-copied",
    order: STAGE_ORDER.cards + 1,
    isTextless: true,
    run: () => {
      if (build?.outputMode !== "fs") return;
      copying = copyFiles(allFiles(), build.directories.output, false).catch((failure: unknown) => failure);
    },
  });
  atTheEnd(config, async ({ directories, outputMode }) => {
    if (outputMode !== "fs") return;
    const failure = await copying;
    if (failure instanceof Error) throw failure;
    await cards?.drawn();
    await copyFiles(allFiles(), directories.output, isWholeBuild(build));
    if (isWholeBuild(build)) pruneCache(allFiles().map(({ from }) => from));
  });
  addFilters(host, (url) => cards?.addressOf(url) ?? null);
}

function linkedFileOptions(config: EleventyConfig): LinkedFileOptions {
  const { input } = config.directories;
  return {
    input: projectPath(input),
    copied: copiedFolders(config.passthroughCopies ?? {}, input),
    isFile: (path) => disk.stat(path) !== null && disk.stat(path) !== "strange",
  };
}

/** The file behind a link of the page that is rendered; null outside a page. */
function linkedCopyOfPage(env: unknown, href: string, options: LinkedFileOptions): SiteFileCopy | null {
  const inputPath = (env as { readonly page?: { readonly inputPath?: string } } | undefined)?.page?.inputPath;
  return inputPath === undefined ? null : linkedCopy(href, projectPath(inputPath), options);
}

function pruneCache(used: readonly string[]): void {
  const olderThan = Date.now() - KEPT_DAYS * 24 * 3600 * 1000;
  for (const name of ["images", "cards"]) prune(join(CACHE_FOLDER, name), used, olderThan);
}

/** Said where an owner's images are made by another plugin already. */
const OWN_TRANSFORM: Problem = {
  file: "images",
  line: 0,
  field: "images",
  message: "this site's own image transform makes the images in the text; ours leaves them to it.",
  severity: "note",
};

/** Whether the owner has eleventy-img's transform, which makes every image of every page once more. */
function hasOwnTransform({ javascript }: EleventyConfig, { isGuest }: ArticleHost): boolean {
  const name = "__private_eleventyImageTransformConfigurationOptions";
  return isGuest && Object.hasOwn(javascript?.functions ?? {}, name);
}

/** Whether images are made and cards drawn: not while serving, nor for commands that only look. */
function isWholeBuild(build: BuildEvent | null): boolean {
  return build?.runMode === "build" && build.outputMode === "fs";
}

/** Makes every image that is named, and notes what cannot be. */
async function makePictures(
  corpus: Corpus,
  host: ArticleHost,
  config: EleventyConfig,
  makesForms: boolean,
): Promise<ReadonlyMap<string, SiteFileCopy>> {
  const { input } = config.directories;
  const { widths, formats, path, missing } = host.site.images;
  const sources = host.imageSources;
  const damaged: string[] = [];
  const { pictureMaker } = await import("./make.ts");
  const maker = pictureMaker({
    disk,
    input: projectPath(input),
    copied: copiedFolders(config.passthroughCopies ?? {}, input),
    folder: join(CACHE_FOLDER, "images"),
    path,
    missing,
    makesForms,
    onDamaged: (file) => damaged.push(file),
  });
  const all = <Key>(
    wanted: Iterable<readonly [Key, Parameters<typeof maker.make>[0]]>,
    sizes: readonly number[],
  ) =>
    Promise.all(
      [...wanted].map(async ([key, one]) => {
        const picture = await maker.make(one, { widths: sizes, formats });
        return picture === null ? [] : [[key, picture] as const];
      }),
    );
  const inArticles = wantedImages(corpus, sources).map(
    (one) => [pictureKey(one.src, one.file), one] as const,
  );
  corpus.pictures = new Map((await all(inArticles, widths)).flat());
  const portraits = new Map(
    (await all(wantedPortraits(corpus, host.peopleFile(), sources), PORTRAIT_WIDTHS)).flat(),
  );
  corpus.people = withPortraits(corpus.people, portraits);
  corpus.hasPictures = true;
  const damage = damageProblem(damaged.sort(compareText));
  corpus.problems.push(...maker.problems, ...(damage === null ? [] : [damage]));
  return maker.files;
}

function withPortraits(people: Corpus["people"], portraits: ReadonlyMap<string, Picture>): Corpus["people"] {
  return new Map(
    [...people].map(([id, person]) => {
      const picture = portraits.get(id);
      if (picture === undefined || person.image === null) return [id, person];
      return [id, { ...person, picture, image: { ...person.image, src: picture.src } }];
    }),
  );
}

const disk: ImageDisk = {
  stat(path) {
    if (!existsSync(path)) return null;
    const stat = statSync(path);
    const isInside = realpathSync(path).startsWith(realpathSync(".") + sep);
    return stat.isFile() && isInside ? { size: stat.size, mtimeMs: stat.mtimeMs } : "strange";
  },
  bytes: (path) => readFileSync(path),
};

function readFont(name: string): Uint8Array {
  return readFileSync(packageFolder(`_includes/fonts/cards/bitter-${name}-600.woff`));
}

/** The pictures of the page that is rendered; null for what is rendered outside a page. */
function picturesOfPage(host: ArticleHost, env: unknown): PagePictures | null {
  const inputPath = (env as { readonly page?: { readonly inputPath?: string } } | undefined)?.page?.inputPath;
  if (inputPath === undefined) return null;
  const { pictures, records } = host.corpus();
  const id = host.idOf(inputPath);
  const record = id === null ? undefined : records.get(id);
  // On somebody else's site an article is ours to offer images in; its other pages are not.
  if (host.isGuest && record === undefined) return null;
  const file = projectPath(inputPath);
  const { image = null } = record?.article.frontMatter ?? {};
  return {
    pictureOf: (src) => pictureAt(pictures, src, file),
    hasLead: image !== null,
    marksOthers: !host.isGuest,
    readsHtml: host.imageSources.readsHtml,
  };
}

function addFilters(host: ArticleHost, cardOf: (url: string) => string | null): void {
  host.names.addFilter("socialCard", (url: string) => {
    const address = cardOf(url);
    return address === null ? "" : host.site.url + address;
  });
  host.names.addFilter("leadPicture", (url: string) => {
    const record = [...host.corpus().records.values()].find((one) => one.url === url);
    const image = record?.article.frontMatter.image ?? null;
    if (record === undefined || image === null) return "";
    const picture: Picture | null = pictureAt(host.corpus().pictures, image.src, record.article.file);
    return host.placer.html(pictureHtml(picture, image));
  });
}

/** An image that is replaced shows at once while serving. */
function watchImages(config: EleventyConfig): void {
  config.addWatchTarget(watchTarget(config.directories.input, "**/*.{jpg,jpeg,png,webp,avif,gif,svg}"));
}

/**
 * Copies what is not there yet: a name changes with its bytes, so what is there
 * is the same. What is kept is checked on the way; a card that is being drawn
 * is left for when all are.
 */
async function copyFiles(copies: readonly SiteFileCopy[], output: string, areDrawn: boolean): Promise<void> {
  const missing = new Map(copies.map((copy) => [join(output, copy.to), copy]));
  for (const target of missing.keys()) if (existsSync(target)) missing.delete(target);
  for (const folder of new Set([...missing.keys()].map((target) => dirname(target))))
    mkdirSync(folder, { recursive: true });
  await Promise.all(
    [...missing].map(async ([target, { from, isKept = false }]) => {
      if (!isKept) return existsSync(from) ? copyFile(from, target) : undefined;
      const content = readKept(from);
      if (typeof content !== "string") return writeFile(target, content);
      if (areDrawn)
        throw new Error(`images: expected ${from} as it was kept, received a ${content} file. Build again.`);
    }),
  );
}
