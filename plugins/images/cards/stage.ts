import { join } from "node:path";
import type { ArticleHost } from "../../build/plugin.ts";
import type { Corpus } from "../../corpus/corpus.ts";
import { damageProblem } from "../../files/kept.ts";
import { PALETTE } from "../../page/palette.ts";
import { viewsOf } from "../../page/views-of.ts";
import { keyOf, makeFolder, readKept } from "../cache-folder.ts";
import type { SiteFileCopy } from "../make.ts";
import { isShareable } from "../shareable.ts";
import { type Covers, coverageOf } from "./coverage.ts";
import { type CardPage, cardIdentity, decideCards } from "./decide.ts";
import { CARD_FONTS, type CardColours } from "./layout.ts";
import { cardOfPage, cardOfRecord, siteCard } from "./of-page.ts";
import { CARD_SIZE, type CardText } from "./text.ts";
import { type CardDrawing, type CardTask, startDrawing } from "./threads.ts";

/** The cards of the builds of one process. */
export interface CardStage {
  /** Decides every page's card and, where `draws`, begins to draw those that are not kept. */
  decide(corpus: Corpus, draws: boolean): void;
  /** Resolves when every card that was begun is drawn. @throws {Error} when one could not be */
  drawn(): Promise<void>;
  /** Files the site needs. */
  files(): readonly SiteFileCopy[];
  /** Path of a page's card on the site; null for a page without one. */
  addressOf(url: string): string | null;
}

/** Digits of a card's name: 64 bits. */
const NAME_LENGTH = 16;

/**
 * @param folder where cards are kept between builds
 * @param readFont the font of a name of `CARD_FONTS`; read for the first build that has cards
 */
export function cardStage(
  host: ArticleHost,
  folder: string,
  readFont: (name: string) => Uint8Array,
): CardStage {
  const { site } = host;
  const colours = coloursOf(site.brand.brand);
  let fonts: readonly Uint8Array[] = [];
  let covers: readonly Covers[] = [];
  let byUrl: ReadonlyMap<string, SiteFileCopy> = new Map();
  let drawing: CardDrawing | null = null;
  const fileOf = (text: CardText): SiteFileCopy => {
    const key = keyOf(cardIdentity(text, colours));
    return {
      from: join(folder, `${key}.png`),
      to: `${site.images.path}card-${key.slice(0, NAME_LENGTH)}.png`,
      isKept: true,
    };
  };
  const decide = (corpus: Corpus, draws: boolean): void => {
    if (fonts.length === 0) {
      fonts = CARD_FONTS.map(readFont);
      covers = fonts.map(coverageOf);
    }
    const decided = decideCards(pagesOf(corpus, host), siteCard(site), covers);
    corpus.problems.push(...decided.problems);
    const tasks = new Map<string, CardTask>();
    const copies = new Map<string, SiteFileCopy>();
    const seen = new Set<string>();
    const damaged: string[] = [];
    for (const [url, text] of decided.byUrl) {
      const copy = fileOf(text);
      copies.set(url, copy);
      if (!draws || seen.has(copy.from)) continue;
      seen.add(copy.from);
      const kept = readKept(copy.from);
      if (kept === "damaged") damaged.push(copy.from);
      if (typeof kept === "string") tasks.set(copy.from, { path: copy.from, text });
    }
    const problem = damageProblem(damaged);
    if (problem !== null) corpus.problems.push(problem);
    byUrl = copies;
    showOnPages(corpus, copies);
    if (tasks.size > 0) makeFolder(folder);
    drawing = tasks.size > 0 ? startDrawing([...tasks.values()], { fonts, colours }) : null;
  };
  return {
    decide,
    drawn: async () => drawing?.finished(),
    files: () => [...byUrl.values()],
    addressOf: (url) => byUrl.get(url)?.to ?? null,
  };
}

/** Paper and ink of the light theme, in which cards are drawn, and the owner's colour. */
function coloursOf(brand: string | null): CardColours {
  const { paper, ink, ink2, rule } = PALETTE;
  const colours = { paper: paper.light, ink: ink.light, ink2: ink2.light, rule: rule.light };
  return { ...colours, brand: brand ?? PALETTE.brand.light };
}

/** Pages of the theme; on a site with layouts of its own, its articles. */
function pagesOf(corpus: Corpus, host: ArticleHost): readonly CardPage[] {
  const placeOf = (id: string, file: string) => () => ({
    file,
    line: host.lineOf(id, "title"),
    field: "title",
  });
  const records = [...corpus.records.values()];
  const views = viewsOf(corpus);
  if (views === null)
    return records.map((record) => ({
      url: record.url,
      text: cardOfRecord(record, corpus),
      place: placeOf(record.article.id, record.article.file),
    }));
  const fileByUrl = new Map(corpus.pages.map(({ url, file }) => [url, file]));
  const drawn = Array.from(views.byUrl.values()).filter(({ card }) => !isShareable(card));
  return drawn.map((view) => {
    const file = fileByUrl.get(view.url) ?? view.url;
    const record = view.kind === "article" ? corpus.records.get(view.id) : undefined;
    const place = record
      ? placeOf(record.article.id, record.article.file)
      : () => ({ file, line: 0, field: "title" });
    return { url: view.url, text: cardOfPage(view), place };
  });
}

function showOnPages(corpus: Corpus, copies: ReadonlyMap<string, SiteFileCopy>): void {
  viewsOf(corpus)?.byUrl.amend(
    (view) => {
      const copy = copies.get(view.url);
      if (copy !== undefined)
        view.card = { url: corpus.site.url + copy.to, alt: view.documentTitle, ...CARD_SIZE };
    },
    (url) => copies.get(url)?.to ?? "",
  );
}
