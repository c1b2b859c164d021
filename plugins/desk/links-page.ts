import type { ArticleRecord } from "../corpus/types.ts";
import { compareText } from "../problem.ts";
import { counted, html, type Part } from "./html.ts";
import { type LinkMap, mapLinks } from "./links.ts";
import type { DeskPage } from "./shell.ts";
import { DESK, type DeskFacts, type ProposedLink } from "./types.ts";

/** Suggestions on the page, at most. */
const SUGGESTED = 30;
/** Articles that are named as hubs. */
const HUBS = 20;

/** The link map: what nothing leads to, what most leads to, and every article with its links both ways. */
export function linksPage(facts: DeskFacts, notice: string): DeskPage {
  const { corpus, input } = facts;
  const { score, suggestions } = facts.linking();
  const map = mapLinks(corpus, input);
  const records = [...corpus.records.values()];
  const inCount = ({ article }: ArticleRecord): number => map.in.get(article.id)?.length ?? 0;
  const orphans = records.filter((record) => inCount(record) === 0);
  const hubs = records
    .filter((record) => inCount(record) > 0)
    .sort((a, b) => inCount(b) - inCount(a) || compareText(a.article.id, b.article.id))
    .slice(0, HUBS);
  const edgeCount = [...map.out.values()].reduce((sum, ids) => sum + ids.length, 0);
  return {
    name: "links",
    title: "Links",
    lede: `${counted(edgeCount, "link")} between ${counted(records.length, "article")}: in texts, in boxes and under “Also Read”. What their writers linked: ${score} of 100 (vervain links says how).`,
    notice,
    content: [
      html`<section><h2>Could lead on</h2>${suggestions.length === 0 ? html`<p>No sentence names another article clearly enough.</p>` : html`<ol class="unknown">${suggestions.slice(0, SUGGESTED).map((one) => suggestion(one, facts))}</ol>`}${suggestions.length > SUGGESTED && html`<p class="meta">and ${suggestions.length - SUGGESTED} more: <code>vervain links</code> lists them</p>`}</section>`,
      html`<section><h2>Nothing leads here</h2>${orphans.length === 0 ? html`<p>Every article is linked from another.</p>` : list(orphans, ({ article }) => html` <code>${article.file}</code>`)}</section>`,
      html`<section><h2>Most led to</h2>${hubs.length === 0 ? html`<p>No article leads to another yet.</p>` : list(hubs, (record) => html` <span class="meta">${counted(inCount(record), "article leads", "articles lead")} here</span>`)}</section>`,
      html`<section><h2>Every article</h2>${records.map((record) => around(record, map, corpus.records))}</section>`,
    ],
  };
}

/** One phrase with where it could lead, and a button that sets the link. */
function suggestion(
  { id, target, line, before, phrase, after, why }: ProposedLink,
  { corpus: { records }, stampOf, token }: DeskFacts,
): Part {
  const [from, to] = [records.get(id), records.get(target)];
  if (!from || !to) return null;
  const { file, title } = from.article;
  return html`<li>
<p><a href="${from.url}" lang="${from.article.lang}">${title}</a> <code>${file}:${line}</code></p>
<p lang="${from.article.lang}">${before}<b>${phrase}</b>${after}</p>
<p class="meta">To ${link(to)}: ${why}</p>
<form method="post" action="${DESK}write/link" data-write>
<input type="hidden" name="token" value="${token}"><input type="hidden" name="stamp" value="${stampOf(file)}"><input type="hidden" name="article" value="${id}"><input type="hidden" name="target" value="${target}">
<p class="buttons"><button aria-label="Let “${phrase}” lead to ${to.article.title}">Set the link</button></p>
</form>
</li>`;
}

function list(records: readonly ArticleRecord[], after: (record: ArticleRecord) => Part): Part {
  return html`<ul class="plain">${records.map((record) => html`<li>${link(record)}${after(record)}</li>`)}</ul>`;
}

function link({ url, article }: ArticleRecord): Part {
  return html`<a href="${url}" lang="${article.lang}">${article.title}</a>`;
}

function around(record: ArticleRecord, map: LinkMap, records: ReadonlyMap<string, ArticleRecord>): Part {
  const { id, title } = record.article;
  const side = (name: string, ids: readonly string[]): Part => {
    const found = ids.flatMap((other) => records.get(other) ?? []);
    return html`<div><h3>${name}</h3>${found.length === 0 ? html`<p class="meta">none</p>` : list(found, () => null)}</div>`;
  };
  const [out, into] = [map.out.get(id) ?? [], map.in.get(id) ?? []];
  return html`<details><summary>${title} <span class="meta">${into.length} in, ${out.length} out</span></summary><div class="sides">${side("Leads here", into)}${side("Leads to", out)}</div></details>`;
}
