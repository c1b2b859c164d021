/** What begins an order to a template engine of Liquid's kind, and what ends it. */
const MARKS: readonly (readonly [open: string, close: string])[] = [
  ["{%", "%}"],
  ["{{", "}}"],
  ["{#", "#}"],
];

/**
 * Text without the orders of a template engine, which are no words of the
 * author's; every line stays where it was. One that does not end is text.
 */
export function withoutTemplateMarks(text: string): string {
  return MARKS.reduce((left, [open, close]) => without(left, open, close), text);
}

function without(text: string, open: string, close: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = text.indexOf(open); at >= 0; at = text.indexOf(open, from)) {
    const end = text.indexOf(close, at + open.length);
    // Nor does any that follows.
    if (end < 0) break;
    const next = end + close.length;
    kept.push(text.slice(from, at), text.slice(at, next).replace(/[^\n]+/g, " "));
    from = next;
  }
  return from === 0 ? text : kept.join("") + text.slice(from);
}
