/** "Benefit #3:", "Health Benefit 3 -", "Reason No. 2.": what an entry is, and its number. */
export const LABELLED_NUMBER =
  /^(?:(?:health|key|main|major|top|amazing|proven)\s{1,2})?(?:benefit|reason|advantage|way|perk)\s{0,2}(?:#|no\.?|number)?\s{0,2}\d{1,3}\s{0,2}[:.)|–—-](?!\d)\s{0,4}/iu;
/** "3.", "#3 -", "(3)", "3 | ", "3 Better sleep"; never the figure of an amount: "4.8 calories", "1.5 g". */
export const NUMBERING = /^#?\(?(\d{1,3})(?:\s{0,2}[.):|–—](?!\d)\)?|\s{0,2}-\s|\t|\s+(?=\p{Lu}))\s{0,8}/u;
