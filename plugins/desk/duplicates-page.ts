import { counted, html, type Part } from "./html.ts";
import type { DeskPage } from "./shell.ts";
import type { DeskFacts, DuplicatePair } from "./types.ts";

/** Articles that say nearly the same as an earlier one, the most alike first. */
export function duplicatesPage({ nearDuplicates, corpus }: DeskFacts, notice: string): DeskPage {
  const pairs = [...nearDuplicates].sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1));
  return {
    name: "duplicates",
    title: "Near duplicates",
    lede: "Two pages with one text leave readers to guess which holds. Merge the two and send the old address on (redirectFrom), or rewrite one.",
    notice,
    content:
      pairs.length === 0
        ? html`<p>No two of ${counted(corpus.records.size, "article")} say nearly the same.</p>`
        : html`<ul class="pairs">${pairs.map((pair) => pairLine(pair, corpus.records))}</ul>`,
  };
}

function pairLine({ id, of, similarity }: DuplicatePair, records: DeskFacts["corpus"]["records"]): Part {
  return html`<li><b>${Math.round(similarity * 100)} %</b> of the text is the same: ${[id, of].map(
    (one, index) => {
      const record = records.get(one);
      return html`${index > 0 && " and "}<a href="${record?.url ?? ""}">${record?.article.title ?? one}</a> <code>${record?.article.file ?? ""}</code>`;
    },
  )}</li>`;
}
