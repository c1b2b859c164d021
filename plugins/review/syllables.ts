const VOWELS = /[aeiouy]+/g;
/** Endings whose "e" is silent ("liked", "times"), unless a sound needs it ("wanted", "boxes", "muscles"). */
const SILENT_END = /(?:[^laeiouy]e|[^td]ed|[^scxzhgl]es|[aeiouy]les?)$/;
/** Vowels side by side that are spoken apart ("diet", "create", "serious", "area"). */
const SPLIT =
  /(?:^|[^cst])i(?:a|ous)|i(?:um|et|en(?=ce|t))|uie|io(?=[lpt]|$)|(?:l|p)ion(?=s?$)|[^gqt]u(?:a|ou)|(?<!n)ea(?=te|ti|$)|deal|[aeo]i(?:ng|sm)|eum|[pl]uid|ruin|[a-z]via$/g;
/** A vowel that is not spoken though its letters say so. */
const DROPPED = /(?<!s)[ct]ien|eve(?=ry|ning)|busi(?=n)/g;

/**
 * Syllables of an English word by its spelling; at least 1.
 *
 * @see Flesch 1948: a formula over averages forgives single errors
 */
export function countSyllables(word: string): number {
  const lower = word.toLowerCase();
  if (lower.length <= 3) return 1;
  const groups = lower.match(VOWELS)?.length ?? 1;
  const silent = SILENT_END.test(lower) ? 1 : 0;
  const split = lower.match(SPLIT)?.length ?? 0;
  const dropped = lower.match(DROPPED)?.length ?? 0;
  return Math.max(1, groups - silent + split - dropped);
}
