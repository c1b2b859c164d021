import type { Report, ReportArticle } from "./report-data.ts";
import { REPORT_STYLE, REPORT_STYLE_HASH } from "./report-style.ts";
import type { Finding, SilencedFinding } from "./types.ts";

/** The report as one page: no script, no request, one style whose hash its own policy names. Everything is escaped. */
export function toReportHtml(report: Report): string {
  const { date, counts, overdueCount, silencedCount, articles, site } = report;
  const sum = `${articles.length} ${articles.length === 1 ? "article" : "articles"}, ${countWords(counts.error, "error")}, ${countWords(counts.warning, "warning")}, ${countWords(counts.note, "note")}; ${countWords(overdueCount, "review")} overdue; ${silencedCount} silenced.`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${REPORT_STYLE_HASH}'; base-uri 'none'; form-action 'none'">
<title>Review of ${escapeHtml(date)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
<h1>Review of <time datetime="${escapeHtml(date)}">${escapeHtml(date)}</time></h1>
<p>${sum}</p>
${overview(articles)}
${site.length > 0 ? `<section aria-labelledby="site">\n<h2 id="site">The site as a whole</h2>\n${list(site)}\n</section>\n` : ""}${articles.map(section).join("\n")}
</main>
</body>
</html>
`;
}

function overview(articles: readonly ReportArticle[]): string {
  if (articles.length === 0) return "<p>No articles.</p>";
  const rows = articles.map(
    ({ title, counts, reviewed, nextReview, isOverdue, isHidden }, index) => `<tr>
<th scope="row"><a href="#a${index + 1}">${escapeHtml(title)}</a>${isHidden ? " (not public)" : ""}</th>
<td>${counts.error}</td><td>${counts.warning}</td><td>${counts.note}</td>
<td>${reviewed === null ? "never" : time(reviewed)}</td>
<td>${nextReview === null ? "–" : time(nextReview)}${isOverdue ? " <strong>overdue</strong>" : ""}</td>
</tr>`,
  );
  return `<table>
<caption>Articles, overdue reviews first</caption>
<thead><tr><th scope="col">Article</th><th scope="col">Errors</th><th scope="col">Warnings</th><th scope="col">Notes</th><th scope="col">Reviewed</th><th scope="col">Next review</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>`;
}

function section(article: ReportArticle, index: number): string {
  const { title, file, authors, findings, silenced } = article;
  const open = findings.length > 0 ? list(findings) : "<p>Nothing open.</p>";
  return `<section aria-labelledby="a${index + 1}">
<h2 id="a${index + 1}">${escapeHtml(title)}</h2>
<p><code>${escapeHtml(file)}</code>, by ${authors.length > 0 ? escapeHtml(authors.join(", ")) : "nobody named"}</p>
${open}${silenced.length > 0 ? `\n<h3>Silenced</h3>\n<ul>\n${silenced.map(silencedItem).join("\n")}\n</ul>` : ""}
</section>`;
}

function list(findings: readonly Finding[]): string {
  return `<ul>\n${findings.map(item).join("\n")}\n</ul>`;
}

function item({ rule, level, line, words, expected, why, todo }: Finding): string {
  const place = line > 0 ? `, line ${line}` : "";
  const received = words === "" ? "nothing" : `<q>${escapeHtml(words)}</q>`;
  return `<li class="${level}"><strong>${level}</strong> <code>${escapeHtml(rule)}</code>${place}: expected ${escapeHtml(expected)}, received ${received}. ${escapeHtml(todo)} <small>${escapeHtml(why)}.</small></li>`;
}

function silencedItem({ rule, line, words, reason }: SilencedFinding): string {
  const place = line > 0 ? `, line ${line}` : "";
  return `<li><code>${escapeHtml(rule)}</code>${place}: <q>${escapeHtml(words)}</q>. Reason: ${escapeHtml(reason)}</li>`;
}

function time(day: string): string {
  return `<time datetime="${escapeHtml(day)}">${escapeHtml(day)}</time>`;
}

function countWords(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  // Control characters but tab and line ends are not allowed in HTML and could hide words from a reader.
  return text.replace(/[^\P{Cc}\t\n\r]/gu, "\ufffd").replace(/[&<>"']/g, (sign) => ENTITIES[sign] as string);
}
