const COUNTED = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";
const ORDINAL = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|another";
const KIND = "(?:(?:health|key|main|major|top|amazing|proven)\\s{1,2})?(?:benefit|reason|advantage|way|perk)";
const NUMBER = `(?:#|no\\.?|number)?\\s{0,2}(?:\\d{1,3}|${COUNTED})`;
const END = "\\s{0,2}[:.)|–—-](?!\\d)\\s{0,4}";

/** "Benefit #3:", "Health Benefit Three -", "Reason No. 2.", "First benefit:", "Benefit: ": what an entry is, and its number. */
export const LABELLED_NUMBER: RegExp = new RegExp(
  `^(?:${KIND}\\s{0,2}(?:${NUMBER}${END}|[:|–—]\\s{1,4})|(?:the\\s{1,2})?(?:${ORDINAL})\\s{1,2}${KIND}${END})`,
  "iu",
);
/** "3.", "#3 -", "(3)", "3 | ", "3️⃣", "3 Better sleep"; never the figure of an amount: "4.8 calories", "1.5 g". */
export const NUMBERING =
  /^#?\(?(\d{1,3})(?:\ufe0f?\u20e3|\s{0,2}[.):|–—](?!\d)\)?|\s{0,2}-\s|\t|\s+(?=\p{Lu}))\s{0,8}/u;
/** Numbers that are no figures, each before a capital: "A)", "b)", "I.", "IV.", "One:", "Second –"; a letter with a full stop is short for a name ("H. Pylori"). */
export const LETTERED: RegExp = new RegExp(
  `^(?:(?:I|[IVX]{2,5})\\.|\\(?(?:[A-J]|[IVX]{1,5})\\)|\\(?(?:[a-j]|[ivx]{1,5})\\)|(?:${`${COUNTED}|${ORDINAL}`.replace(/(?<=^|\|)[a-z]/g, (letter) => letter.toUpperCase())})\\s{0,2}[:)–—-])\\s{1,4}(?=["“'‘]?\\p{Lu})`,
  "u",
);
