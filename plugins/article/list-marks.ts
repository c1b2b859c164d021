/** Marks that nothing but a list has where a line begins: no dash of a sentence, no number that its text wraps to. */
const MARK = /^(?:[•●○▪◦‣⁃∙✓✔☑➤➔→►▶★☆✦]|(?![©®™])\p{Extended_Pictographic})/u;

/** Which line ends are breaks: all, the first, those before a line that `isMarked`, none. */
export type MeantBreaks = "all" | "first" | "marked" | "none";

/** Whether a line opens with a mark by which authors set lists. */
export const isMarked = (text: string): boolean => MARK.test(text);
