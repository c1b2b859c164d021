/** Rows of a table in CSV (RFC 4180) by the names in its first row. */
export function csvRows(text: string): readonly Readonly<Record<string, string>>[] {
  const [names = [], ...rows] = csvLines(text.replace(/^\uFEFF/, ""));
  return rows
    .filter((row) => row.some((cell) => cell !== ""))
    .map((row) => Object.fromEntries(names.map((name, index) => [name.trim(), row[index] ?? ""])));
}

function csvLines(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { cell, end } = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    row.push(cell);
    at = end + 1;
    if (text[end] === ",") {
      if (at === text.length) row.push("");
      continue;
    }
    lines.push(row);
    row = [];
  }
  return row.length > 0 ? [...lines, row] : lines;
}

function plainCell(text: string, start: number): { readonly cell: string; readonly end: number } {
  let end = start;
  while (end < text.length && text[end] !== "," && text[end] !== "\n") end++;
  return { cell: text.slice(start, end).replace(/\r$/, ""), end };
}

function quotedCell(text: string, start: number): { readonly cell: string; readonly end: number } {
  let close = start + 1;
  for (
    close = text.indexOf('"', close);
    close >= 0 && text[close + 1] === '"';
    close = text.indexOf('"', close + 2)
  );
  const last = close < 0 ? text.length : close;
  const { end } = plainCell(text, Math.min(last + 1, text.length));
  return { cell: text.slice(start + 1, last).replaceAll('""', '"'), end };
}
