import { DateTime } from "luxon";
import { compareProblems } from "../problem.ts";
import { counted, html, type Part } from "./html.ts";
import { placeOf, problemLine } from "./problem-line.ts";
import { chosenRows, type DeskQuery, type Filter, PAGE_SIZE, queryAddress, type Sort } from "./query.ts";
import { type DeskRow, deskRows, type State } from "./rows.ts";
import type { DeskPage } from "./shell.ts";
import type { DeskFacts } from "./types.ts";

/** All articles of the project, as a query asks for them. */
export function articlesPage(facts: DeskFacts, query: DeskQuery, notice: string): DeskPage {
  const all = deskRows(facts);
  const chosen = chosenRows(all, query);
  const pageCount = Math.max(1, Math.ceil(chosen.length / PAGE_SIZE));
  const page = Math.min(query.page, pageCount);
  const shown = chosen.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return {
    name: "articles",
    title: "Articles",
    lede: summaryOf(all),
    notice,
    content: [
      siteFaults(facts, all),
      filterForm(query),
      html`<p class="count" role="status">${countText(chosen.length, all.length, shown.length)}</p>`,
      chosen.length > 0 ? table(shown, query, facts.corpus.site.timeZone) : empty(all.length),
      pageCount > 1 && pager(query, page, pageCount),
    ],
  };
}

function summaryOf(rows: readonly DeskRow[]): string {
  const count = (is: (row: DeskRow) => boolean): number => rows.filter(is).length;
  const states = (["draft", "dated", "published", "unreadable"] as const)
    .map((state) => [count((row) => row.state === state), STATE_WORDS[state].many] as const)
    .filter(([number]) => number > 0)
    .map(([number, words]) => `${number} ${words}`);
  const overdue = count(({ review }) => review?.isOverdue === true);
  const points = rows.reduce((sum, row) => sum + row.errorCount + row.pointCount, 0);
  const waiting = rows.reduce((sum, row) => sum + row.proposedCount, 0);
  return [
    states.join(", ") || "Nothing written yet",
    points === 0 ? "nothing open" : counted(points, "open point"),
    ...(waiting === 0 ? [] : [`${counted(waiting, "proposal")} for your word`]),
    ...(overdue === 0 ? [] : [`${counted(overdue, "review")} overdue`]),
  ].join(" · ");
}

const STATE_WORDS: Readonly<Record<State, { readonly one: string; readonly many: string }>> = {
  draft: { one: "Draft", many: "in draft" },
  dated: { one: "Dated", many: "dated" },
  published: { one: "Published", many: "published" },
  unreadable: { one: "Cannot be read", many: "that cannot be read" },
};

function countText(chosen: number, all: number, shown: number): string {
  if (chosen === all && shown === all) return counted(all, "article");
  return shown < chosen
    ? `${shown} of ${counted(chosen, "article")} that fit, of ${all}`
    : `${chosen} of ${counted(all, "article")}`;
}

function empty(allCount: number): Part {
  return allCount > 0
    ? html`<p>No article fits. <a href="./">Show all</a></p>`
    : html`<p>Begin the first: <code>npx vervain article "9 benefits of a warm bath"</code></p>`;
}

const FILTER_WORDS: readonly (readonly [Filter, string])[] = [
  ["errors", "with errors"],
  ["points", "with open points"],
  ["proposed", "with proposals"],
  ["overdue", "review overdue"],
  ["orphans", "nothing links here"],
];

function filterForm({ words, state, filter, sort, isReversed }: DeskQuery): Part {
  const option = (value: string, text: string, chosen: string | null): Part =>
    html`<option value="${value}"${value === (chosen ?? "") && html` selected`}>${text}</option>`;
  return html`<form class="filter" action="./" data-filter role="search" aria-label="Articles">
<p><label for="q">Title or file</label><input id="q" name="q" type="search" value="${words}" autocomplete="off"></p>
<p><label for="state">State</label><select id="state" name="state">${option("", "any", state)}${(
    Object.entries(STATE_WORDS) as [State, { one: string }][]
  ).map(([value, { one }]) => option(value, one.toLowerCase(), state))}</select></p>
<p><label for="only">Show</label><select id="only" name="only">${option("", "all", filter)}${FILTER_WORDS.map(([value, text]) => option(value, text, filter))}</select></p>
${sort !== "saved" && html`<input type="hidden" name="sort" value="${sort}">`}${isReversed && html`<input type="hidden" name="dir" value="reverse">`}
<p><button type="submit">Show</button></p>
</form>`;
}

/** Columns in order: what they are sorted by, their head, and which way they begin. */
const COLUMNS: readonly (readonly [Sort, string, "ascending" | "descending"])[] = [
  ["title", "Article", "ascending"],
  ["state", "State", "ascending"],
  ["points", "Open points", "descending"],
  ["review", "Next review", "ascending"],
  ["words", "Words", "descending"],
  ["benefits", "Benefits", "descending"],
  ["proposed", "Proposed", "descending"],
  ["in", "Links in", "ascending"],
  ["out", "Links out", "ascending"],
  ["saved", "Last saved", "descending"],
];

function table(rows: readonly DeskRow[], query: DeskQuery, zone: string): Part {
  return html`<div class="scroller" role="region" aria-label="Articles" tabindex="0"><table class="articles" role="table">
<caption>Articles, sorted by ${sortName(query)}</caption>
<thead role="rowgroup"><tr role="row">${COLUMNS.map((column) => head(column, query))}</tr></thead>
<tbody role="rowgroup">${rows.map((row) => line(row, zone))}</tbody>
</table></div>`;
}

function sortName({ sort, isReversed }: DeskQuery): string {
  const [, name = ""] = COLUMNS.find(([column]) => column === sort) ?? [];
  return `${name.toLowerCase()}${isReversed ? ", the other way round" : ""}`;
}

function head([sort, text, first]: (typeof COLUMNS)[number], query: DeskQuery): Part {
  const isSorted = query.sort === sort;
  const isReversed = isSorted && !query.isReversed;
  const address = queryAddress({ ...query, sort, isReversed, page: 1 });
  const other = first === "ascending" ? "descending" : "ascending";
  return html`<th role="columnheader" scope="col"${isSorted && html` aria-sort="${query.isReversed ? other : first}"`}><a href="${address}" data-sort>${text}</a></th>`;
}

function line(row: DeskRow, zone: string): Part {
  const [, , ...others] = COLUMNS;
  const cells: Readonly<Partial<Record<Sort, Part>>> = {
    points: pointsCell(row),
    review: reviewCell(row),
    words: row.state === "unreadable" ? "–" : row.wordCount.toLocaleString("en"),
    benefits: row.state === "unreadable" ? "–" : row.publishedCount,
    proposed: row.proposedCount > 0 ? html`<a href="${row.url}">${row.proposedCount}</a>` : 0,
    in: row.linksIn,
    out: row.linksOut,
    saved: row.savedAt === null ? "–" : savedText(row.savedAt, zone),
  };
  return html`<tr role="row">
<th role="rowheader" scope="row"><a href="${row.url}" lang="${row.lang}">${row.title}</a><small>${row.file}</small></th>
<td role="cell" data-head="State">${stateCell(row)}</td>
${others.map(([sort, text]) => html`<td role="cell" data-head="${text}">${cells[sort] ?? null}</td>`)}
</tr>
`;
}

function stateCell({ state, day }: DeskRow): Part {
  const words = STATE_WORDS[state].one;
  if (state === "published") return html`${words} <time datetime="${day}">${day}</time>`;
  if (state === "dated") return html`<span class="tab">${words}</span> <time datetime="${day}">${day}</time>`;
  return html`<span class="${state === "unreadable" ? "bad" : "tab"}">${words}</span>`;
}

function pointsCell({ errorCount, pointCount, noteCount, url }: DeskRow): Part {
  const parts = [
    errorCount > 0 && html`<span class="bad">${counted(errorCount, "error")}</span>`,
    pointCount > 0 && html`<span>${counted(pointCount, "point")}</span>`,
    noteCount > 0 && html`<span class="meta">${counted(noteCount, "note")}</span>`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? "none" : html`<a class="points" href="${url}">${parts}</a>`;
}

function reviewCell({ review }: DeskRow): Part {
  if (review === null) return html`<span class="meta">never</span>`;
  const { day, isOverdue } = review;
  return html`${isOverdue && html`<span class="late">overdue</span> `}<time datetime="${day}">${day}</time>`;
}

function savedText(savedAt: number, zone: string): Part {
  const time = DateTime.fromMillis(savedAt, { zone });
  return html`<time datetime="${time.toISO() ?? ""}">${time.toFormat("yyyy-MM-dd HH:mm")}</time>`;
}

function pager(query: DeskQuery, page: number, pageCount: number): Part {
  const link = (to: number, text: string): Part =>
    to >= 1 &&
    to <= pageCount &&
    html`<a href="${queryAddress({ ...query, page: to })}" data-sort>${text}</a> `;
  return html`<nav class="pages" aria-label="Pages">${link(page - 1, "Previous")}<span>Page ${page} of ${pageCount}</span> ${link(page + 1, "Next")}</nav>`;
}

/** What is wrong and belongs to no article: data files, the site's own settings. */
function siteFaults({ corpus: { problems } }: DeskFacts, rows: readonly DeskRow[]): Part {
  const files = new Set(rows.map(({ file }) => file));
  const others = problems
    .filter(({ file, severity }) => !files.has(file) && severity !== "note")
    .sort((a, b) => Number(a.severity !== "error") - Number(b.severity !== "error") || compareProblems(a, b));
  if (others.length === 0) return null;
  return html`<details class="site-faults"${others[0]?.severity === "error" && html` open`}><summary>${counted(others.length, "point")} of the site itself</summary>
<ul class="problems">${others.map((problem) => problemLine(problem, placeOf(problem)))}</ul></details>`;
}
