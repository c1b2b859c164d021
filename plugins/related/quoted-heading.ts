import { clausesOf } from "./heads.ts";

/** Longest heading that is quoted, in characters, and longest with the one that it stands under. */
const LONGEST_HEADING = 60;
const LONGEST_TWO = 80;

/**
 * A heading as it is quoted: without numbers and marks around it, other quotation
 * marks inside; of a longer one what stands before its first colon or question
 * mark, if that names what it is quoted for. Null where that is too long as well,
 * or marks are open. Nothing else is cut: "Myth: …" must not lose its first word,
 * and one that stands under "Myths" is quoted behind it, or not at all. A question needs none.
 *
 * @param clause the clause that names what it is quoted for, from 0
 * @param over the heading that it stands under
 */
export function quotedHeading(heading: string, clause: number, over: string | null): string | null {
  if (MARKUP.test(heading) || (over !== null && MARKUP.test(over))) return null;
  const whole = plain(heading);
  const isCut = whole.length > LONGEST_HEADING && clause === 0;
  const short = isCut ? plain(clausesOf(heading)[0] ?? "") : whole;
  // "Assumption: …" is a label, and says by itself nothing of what it was put before.
  if (short === "" || short.length > LONGEST_HEADING || (isCut && ONE_WORD.test(short))) return null;
  const first = plain(over ?? "");
  if (first === "" || QUESTION.test(short)) return withInnerMarks(short);
  const both = `${first}${ENDED.test(first) ? "" : ":"} ${short}`;
  return both.length > LONGEST_TWO ? null : withInnerMarks(both);
}

/** What a template or a writer's slip left of Markdown, and names of icons (":flag_nl:"): a part of it would be quoted. */
const MARKUP = /\{[{%#]|\]\(|\(#|\*\*|__|<\/?[a-z]|:[a-z\d]+(?:[_-][a-z\d]+)*:/iu;
/** One word of a script that parts words. */
const ONE_WORD = /^[^\s\u2e80-\uffff]+$/u;
const QUESTION = /[?？]["”’»]?$/u;
const ENDED = /[!?！？]$/u;

/** Signs that belong to the word before them: "C#", "20%". */
const SIGNS = /^[#+%°]{1,2}/u;

/** "3. Jaw pain:" → "Jaw pain", "Q: Does the jaw rest?" → "Does the jaw rest?", "2.5-year update" as it is. */
function plain(heading: string): string {
  return heading
    .replace(
      /^[^\p{L}\p{N}"“”„«»‘(¿¡]*(?:\p{N}{1,3}(?:\.\p{N}{1,3})*\ufe0f?\u20e3?[.):\s](?!\p{N})\s*|\p{N}\ufe0f?\u20e3)?/u,
      "",
    )
    .replace(/^\p{L}\p{N}{0,2}[:：.]\s+/u, "")
    .replace(/[^\p{L}\p{M}\p{N}?!？！)）"“”»’]+$/u, (marks) => SIGNS.exec(marks)?.[0] ?? "")
    .trim();
}

const MARKS = /["“”„«»]/gu;
const BRACKETS: readonly (readonly [open: RegExp, close: RegExp])[] = [[/[(（]/gu, /[)）]/gu]];

/** Double marks made single, for the heading stands between double ones; null where one is open. */
function withInnerMarks(heading: string): string | null {
  const marks = heading.match(MARKS)?.length ?? 0;
  const isOpen = BRACKETS.some(
    ([open, close]) => (heading.match(open)?.length ?? 0) !== (heading.match(close)?.length ?? 0),
  );
  if (marks % 2 === 1 || isOpen) return null;
  let at = 0;
  return heading.replace(MARKS, () => (at++ % 2 === 0 ? "‘" : "’"));
}
