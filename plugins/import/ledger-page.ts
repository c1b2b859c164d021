import { escaped } from "./frames.ts";
import type { Ledger, LedgerItem } from "./ledger.ts";
import type { Part } from "./model.ts";

/** The account of an import as a page for its owner, in pieces: what needs a look first. */
export function* ledgerPage(ledger: Ledger): Generator<string> {
  const drafts = ledger.items.filter(({ outcome }) => outcome === "draft");
  const left = ledger.items.filter(({ outcome }) => outcome === "left-out");
  const imported = ledger.items.filter(({ outcome }) => outcome === "imported");
  yield `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>What became of ${escaped(ledger.site ?? ledger.source)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>What became of ${escaped(ledger.site ?? ledger.source)}</h1>
<p>From ${escaped(ledger.source)}. Every item stands below once; the sums are checked by the program.</p>
${balanceTable(ledger)}
`;
  yield* section(
    "Not touched",
    Object.entries(ledger.untouched),
    ([path, why]) => `<li><code>${escaped(path)}</code>: ${escaped(why)}</li>`,
  );
  yield* section(
    "On another host only",
    ledger.remote,
    ({ address, neededBy }) =>
      `<li>${escaped(address)}<br><small>needed by ${escaped(neededBy.join(", "))}</small></li>`,
  );
  yield* section(
    "What changed or stayed behind, by reason",
    reasons(ledger),
    ([why, count, examples]) =>
      `<li>${escaped(why)}: ${count}<br><small>${escaped(examples.join(" · "))}</small></li>`,
  );
  yield* section("Kept as drafts", drafts, itemLine);
  yield* section("Left out", left, itemLine);
  yield* section("Imported", imported, itemLine);
  yield "</body>\n</html>\n";
}

const STYLE = `:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}table{border-collapse:collapse}th,td{text-align:left;padding:.25rem 1rem .25rem 0;border-bottom:1px solid #8886}td+td{text-align:right}small{opacity:.75}summary{font-size:1.25rem;font-weight:600;margin:1.5rem 0 .5rem;cursor:pointer}li{margin:.25rem 0}.bad{color:#c00;font-weight:700}`;

function balanceTable({ balance }: Ledger): string {
  const rows = Object.entries(balance).map(([kind, sum]) => {
    const isWhole = sum.in === sum.out + sum.named;
    return `<tr><th>${kind}s</th><td>${sum.in}</td><td>${sum.out}</td><td>${sum.named}</td><td${isWhole ? "" : ' class="bad"'}>${isWhole ? "whole" : "does not add up"}</td></tr>`;
  });
  return `<table><tr><th></th><th>in the source</th><th>came over</th><th>left out, named</th><th></th></tr>\n${rows.join("\n")}\n</table>`;
}

function* section<Entry>(
  title: string,
  entries: readonly Entry[],
  line: (entry: Entry) => string,
): Generator<string> {
  if (entries.length > 0)
    yield `<details${title === "Imported" ? "" : " open"}><summary>${title} (${entries.length})</summary>\n<ul>`;
  for (const entry of entries) yield `\n${line(entry)}`;
  yield entries.length > 0 ? "\n</ul></details>\n" : "\n";
}

function itemLine({ key, title, at, why, to, address, parts }: LedgerItem): string {
  const place = [
    to === undefined ? "" : `<code>${escaped(to)}</code>`,
    address === undefined ? "" : escaped(address),
  ]
    .filter(Boolean)
    .join(" → ");
  const told = parts.filter(({ outcome, count }) => outcome !== "kept" && count !== 0);
  const list = told.length === 0 ? "" : `<br><small>${told.map(partWords).join("<br>")}</small>`;
  return `<li>${escaped(title || "(no title)")} <small>(${escaped(key)}, ${escaped(at)})</small>${why === undefined ? "" : `: ${escaped(why)}`}${place === "" ? "" : `<br>${place}`}${list}</li>`;
}

function partWords({ kind, what, why = "", count = 1 }: Part): string {
  return escaped(`${kind} ${what}${count > 1 ? ` (${count})` : ""}: ${why}`);
}

/** Reasons with their counts, most frequent first, each with some examples. */
function reasons({ items, parts }: Ledger): readonly (readonly [string, number, readonly string[]])[] {
  const byWhy = new Map<string, { count: number; readonly examples: Set<string> }>();
  for (const list of [parts, ...items.map((item) => item.parts)])
    for (const part of list) {
      if (part.outcome === "kept" || part.why === undefined) continue;
      const key = `${part.kind}: ${part.why}`;
      const known = byWhy.get(key) ?? { count: 0, examples: new Set<string>() };
      known.count += part.count ?? 1;
      if (known.examples.size < 8) known.examples.add(part.what.slice(0, 80));
      byWhy.set(key, known);
    }
  return [...byWhy]
    .map(([why, { count, examples }]) => [why, count, [...examples]] as const)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
