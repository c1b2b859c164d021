import type { BenefitEntry, MatrixCell, Mention, TopicEntry } from "../corpus/types.ts";
import type { ListTools } from "./lists.ts";
import { TERM_LIST_SIZE } from "./pager.ts";
import type { MatrixCellView } from "./parts.ts";
import { groupAnchor, groupOf } from "./passages.ts";
import { type PagePlan, planPage } from "./plan.ts";
import { articlesOf, termRef } from "./terms.ts";
import type { MatrixPage, PageCommon } from "./types.ts";

/** Most rows and most columns: beyond that a table is looked up, not read, and the indexes are made for that. */
const MATRIX_LIMIT = 60;

/** Columns that a desk of 1280 pixels shows whole. */
const WHOLE_COLUMNS = 18;
/** Rows that its frame shows whole, whatever the height of the window (styles/parts/_matrix.scss). */
const WHOLE_ROWS = 14;

const EMPTY: MatrixCellView = { articleCount: 0, againstCount: 0, url: "", isHedged: false, text: "" };

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
      return cell === undefined ? EMPTY : cellView(tools, cell);
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
    hasAgainst: matrix.cells.some(({ againstIds }) => againstIds.length > 0),
    isWide: columns.length > WHOLE_COLUMNS || rows.length > WHOLE_ROWS,
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

function cellView({ context }: ListTools, cell: MatrixCell): MatrixCellView {
  const { benefit, articleIds, againstIds, isHedged } = cell;
  const language = context.languageOf(context.site.lang);
  const label = context.benefitById.get(benefit)?.label ?? "";
  const words = language.count("cell", articleIds.length, { benefit: label });
  const said = isHedged ? `${words}, ${language.say("matrixHedged")}` : words;
  const against = againstIds.length === 0 ? "" : language.count("cellAgainst", againstIds.length);
  return {
    articleCount: articleIds.length,
    againstCount: againstIds.length,
    url: passageUrl(context, cell),
    isHedged,
    text: against === "" ? said : `${said}, ${against}`,
  };
}

/** The passage itself where one article says it, else the therapy's passages on the benefit's page. */
function passageUrl(
  { benefitById, recordById }: ListTools["context"],
  { therapy, benefit, articleIds, againstIds }: MatrixCell,
): string {
  const entry = benefitById.get(benefit);
  const count = articleIds.length + againstIds.length;
  if (count > 1 && entry?.hasPage) return `${entry.url}${groupHash(entry, therapy, articleIds)}`;
  const [only = ""] = [...articleIds, ...againstIds];
  const isThere = ({ articleId, therapies }: Pick<Mention, "articleId" | "therapies">): boolean =>
    articleId === only && therapies.includes(therapy);
  const anchor =
    entry?.mentions.find(isThere)?.benefit.anchor ?? entry?.against.find(isThere)?.denial.anchor ?? "";
  const url = recordById.get(only)?.url ?? entry?.url ?? "";
  return anchor === "" ? url : `${url}#${anchor}`;
}

/** The group in which the passages stand, where it is the therapy's own and on the first page. */
function groupHash(
  { therapies, mentions }: BenefitEntry,
  therapy: string,
  articleIds: readonly string[],
): string {
  if (mentions.length > TERM_LIST_SIZE) return "";
  const order = therapies.map(({ id }) => id);
  const own = mentions.filter(({ articleId }) => articleIds.includes(articleId));
  return own.some((one) => groupOf(one, order) === therapy) ? `#${groupAnchor(therapy)}` : "";
}
