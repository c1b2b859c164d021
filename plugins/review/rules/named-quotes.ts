import type { Article, Block } from "../../article/types.ts";
import type { ArticleRule, Hit, Reading } from "../types.ts";

/** Shorter quotations are words held at arm's length, or titles. */
const QUOTE_MINIMUM = 40;
// Short ones are matched too, or the text between two of them would pass for a long one.
const QUOTED = /“([^“”]{0,2000})(?:”|$)|"([^"]{0,2000})"|«([^«»]{0,2000})»|„([^„“”]{0,2000})[“”]/g;
const SPEECH =
  "(?:said|says|say|wrote|writes|explained|explains|told|tells|notes|noted|adds|added|recalls|recalled|argues|argued|puts? it|warns|warned|remarks|remarked|observes|observed|stated|states|advises|advised|recommends|concluded?|concludes|reported|reports|shares|shared|suggests|suggested|believes|according to|in the words of|quot(?:es|ed|ing)|quoth)";
const SPEAKS = new RegExp(`\\b${SPEECH}\\b`, "i");
/** Capitalised words that open a sentence and name nobody. */
const NOBODY =
  "(?!(?:The|A|An|One|Two|Some|Many|Most|Several|People|Experts?|Doctors?|Scientists?|Researchers?|Therapists?|It|This|That|These|Those|He|She|They|We|I|You|Someone|Somebody|Everyone|Others|Another|As|In|On|At|And|But|So|When|If|There|Here|My|Your|Our|His|Her|Their|No|Not|Or|For|From|With|By|To|Of|Patients?|Clients?|Users?|Readers?|Studies|Research|Massage|Sleep)\\b)";
/** A capitalised word inside a sentence, or one that opens it and is no common word. */
const NAME = new RegExp(
  `(?:[a-z,;:] |[a-z]['’]s )${NOBODY}\\p{Lu}[\\p{L}'’.-]{1,40}|(?:^|[.!?…”"] )${NOBODY}\\p{Lu}[\\p{L}'’.-]{1,40}|\\b(?:Dr|Prof|Mr|Mrs|Ms)\\.? \\p{Lu}`,
  "u",
);
const NAME_AFTER_DASH = /(?:^|\s)[–—-]{1,2}\s?\p{Lu}[\p{L}'’.-]{1,40}/u;
const PRONOUN = new RegExp(
  `\\b(?:he|she|they)\\b[^.]{0,20}\\b${SPEECH}\\b|\\b${SPEECH}\\b (?:he|she|they)\\b`,
  "i",
);
/** Words the reader is to say or think: nobody's quotation. */
const INVENTED =
  /(?:(?:^|[.!?:;,]\s*|\b(?:you|to|and|can|could|might|may|or|then|just|simply|not|i) )(?:say|ask|tell|repeat)\b|\b(?:think|thinking|thought|thoughts|wonder|wondering|imagine|phrase|phrases|mantra|words|worry|worries|question|questions|answer|such as|like|as in|called|titled|entitled|named|label|labels|labelled|reads?|message|affirmations?|myth)\b)[^.“"]{0,40}$/i;
const FIRST_PERSON =
  /^(?:i|i'm|i'll|i've|i'd|my|we|let me|may i|can i|am i|what if|why|how|is|are|do|does|should)\b/i;

export const namedQuotes: ArticleRule = {
  name: "named-quotes",
  number: 16,
  level: "warning",
  scope: "article",
  language: "en",
  expected: "the name of who is quoted",
  why: "Words in quotation marks borrow somebody's authority; without a name nobody can check whose",
  source: "JAMA benchmarks, attribution",
  todo: "Name the speaker in the same paragraph, link the place, or write it in your own words.",
  check: (reading) => {
    const { blocks } = reading.article;
    return blocks.flatMap((block, index) => unnamed(reading, block, index));
  },
};

function unnamed({ article }: Reading, block: Block, index: number): readonly Hit[] {
  if (block.kind === "code" || block.kind === "tableRow") return [];
  if (block.kind === "quote") return unnamedBlock(article, block, index);
  if (!/["“«„]/.test(block.text)) return [];
  const quotes = [...block.text.matchAll(QUOTED)];
  const outside = block.text.replace(QUOTED, " … ");
  if (quotes.length === 0 || isAttributed(article, block, outside, index)) return [];
  return quotes.flatMap((match): Hit[] => {
    const words = match.slice(1).find((group) => group !== undefined) ?? "";
    const before = block.text.slice(Math.max(0, match.index - 80), match.index);
    return words.length < QUOTE_MINIMUM || isInvented(words, before) || isTitle(words, article)
      ? []
      : [{ words, line: block.line }];
  });
}

/** A block quotation names its source inside, in the block before or in the one after. */
function unnamedBlock(article: Article, block: Block, index: number): readonly Hit[] {
  const isFirst =
    article.blocks[index - 1]?.kind !== "quote" || article.blocks[index - 1]?.section !== block.section;
  if (!isFirst || block.text.length < QUOTE_MINIMUM) return [];
  let end = index;
  while (article.blocks[end + 1]?.kind === "quote" && end - index < 20) end++;
  const around = article.blocks
    .slice(Math.max(0, index - 1), end + 2)
    .filter(({ section }) => section === block.section);
  const isNamed = around.some(({ kind, text, links }) => {
    if (links.length > 0 || NAME_AFTER_DASH.test(text)) return true;
    return kind !== "quote" && SPEAKS.test(text) && NAME.test(text);
  });
  return isNamed ? [] : [{ words: block.text, line: block.line }];
}

function isAttributed(article: Article, { links, section }: Block, outside: string, index: number): boolean {
  if (links.length > 0 || NAME_AFTER_DASH.test(outside)) return true;
  if (SPEAKS.test(outside) && NAME.test(outside)) return true;
  if (!PRONOUN.test(outside)) return false;
  // "She says" leans on a name given a moment ago.
  const before = article.blocks.slice(Math.max(0, index - 3), index);
  return before.some((block) => block.section === section && NAME.test(block.text));
}

function isInvented(words: string, before: string): boolean {
  return (
    INVENTED.test(before) ||
    (FIRST_PERSON.test(words) && /[:,]\s*$/.test(before)) ||
    words.trimEnd().endsWith("?")
  );
}

/** Titles of works stand in quotation marks too. */
function isTitle(words: string, { sources }: Article): boolean {
  if (sources.some(({ title }) => title.includes(words) || words.includes(title))) return true;
  const long = words.split(/\s+/).filter((word) => word.length > 3);
  return long.length > 0 && long.filter((word) => /^\W*\p{Lu}/u.test(word)).length >= long.length * 0.8;
}
