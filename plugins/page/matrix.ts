import type { BenefitEntry, MatrixCell, TopicEntry } from "../corpus/types.ts";
import type { ListTools } from "./lists.ts";
import type { MatrixCellView } from "./parts.ts";
import { type PagePlan, planPage } from "./plan.ts";
import { articlesOf, termRef } from "./terms.ts";
import type { MatrixPage, PageCommon } from "./types.ts";

/** Most rows and most columns: beyond that a table is looked up, not read, and the indexes are made for that. */
const MATRIX_LIMIT = 60;

const EMPTY: MatrixCellView = { articleCount: 0, url: "", isHedged: false, text: "" };

/** Therapies × benefits, rows and columns in the corpus' order. */
export function matrixPage(tools: ListTools): PagePlan<MatrixPage> {
  const { site, languageOf } = tools.context;
  const language = languageOf(site.lang);
  const seed = {
    url: "/matrix/",
    title: language.say("matrix"),
    description: language.say("matrixLede"),
    lang: site.lang,
  };
  return planPage<MatrixPage>(tools, "matrix", seed, () => tableOf(tools));
}

function tableOf(tools: ListTools): Omit<MatrixPage, keyof PageCommon | "kind"> {
  const { context } = tools;
  const { matrix, site } = context;
  const language = context.languageOf(site.lang);
  const benefits = matrix.benefits.flatMap((id) => context.benefitById.get(id) ?? []);
  const therapies = matrix.therapies.flatMap((id) => context.therapyById.get(id) ?? []);
  const columns = mostSpoken(benefits, MATRIX_LIMIT);
  const rows = mostSpoken(therapies, MATRIX_LIMIT);
  const isCut = columns.length < benefits.length || rows.length < therapies.length;
  const cells = new Map(matrix.cells.map((cell) => [`${cell.therapy}\n${cell.benefit}`, cell]));
  const row = (therapy: TopicEntry) => ({
    therapy: termRef(therapy, language),
    cells: columns.map(({ id }) => {
      const cell = cells.get(`${therapy.id}\n${id}`);
      return cell === undefined || cell.articleIds.length === 0 ? EMPTY : cellView(tools, cell);
    }),
  });
  return {
    matrix,
    caption: language.say("matrixLede"),
    cutText: isCut
      ? language.say("matrixCut", {
          therapies: language.digits(rows.length),
          benefits: language.digits(columns.length),
        })
      : "",
    hasHedged: matrix.cells.some(({ isHedged }) => isHedged),
    columns: columns.map((entry) => termRef(entry, language)),
    rows: rows.map(row),
  };
}

/** The terms that most articles speak of, in the order they came; ties by that order. */
function mostSpoken<Entry extends BenefitEntry | TopicEntry>(
  entries: readonly Entry[],
  limit: number,
): readonly Entry[] {
  if (entries.length <= limit) return entries;
  const ranked = entries.map((entry, place) => ({ entry, place, count: articlesOf(entry) }));
  ranked.sort((a, b) => b.count - a.count || a.place - b.place);
  const kept = ranked.slice(0, limit).sort((a, b) => a.place - b.place);
  return kept.map(({ entry }) => entry);
}

function cellView(
  { context }: ListTools,
  { therapy, benefit, articleIds, isHedged }: MatrixCell,
): MatrixCellView {
  const language = context.languageOf(context.site.lang);
  const entry = context.benefitById.get(benefit);
  const words = language.count("cell", articleIds.length, { benefit: entry?.label ?? "" });
  const text = isHedged ? `${words}, ${language.say("matrixHedged")}` : words;
  return {
    articleCount: articleIds.length,
    url: passageUrl(context, therapy, benefit, articleIds),
    isHedged,
    text,
  };
}

/** The passage itself where one article says it, else the benefit's page. */
function passageUrl(
  { benefitById, recordById }: ListTools["context"],
  therapy: string,
  benefit: string,
  articleIds: readonly string[],
): string {
  const entry = benefitById.get(benefit);
  const [only = ""] = articleIds;
  if (articleIds.length > 1 && entry?.hasPage) return entry.url;
  const mention = entry?.mentions.find(
    ({ articleId, therapies }) => articleId === only && therapies.includes(therapy),
  );
  const anchor = mention?.benefit.anchor ?? "";
  const url = recordById.get(only)?.url ?? entry?.url ?? "";
  return anchor === "" ? url : `${url}#${anchor}`;
}
