import { isDenied } from "../disowned.ts";
import type { ArticleRule, Hit, Reading } from "../types.ts";

const HYPE =
  /\b(?:shocking|shocked|horrifying|terrifying|scary|deadly|deadliest|killing you|will kill|lethal|toxic truth|nightmare|mind-?blowing|jaw-?dropping|unbelievable|incredible|insane|crazy|amazing|astonishing|stunning|epic|ultimate secrets?|secret (?:to|of|that|cure|remedy|trick)|secrets (?:of|to|that|they|doctors)|what (?:they|doctors|big pharma|your doctor) (?:do not|don't|does not|doesn't|won't|will not|never)|(?:they|doctors?|big pharma) (?:do not|don't|does not|doesn't) want|doctors hate|you won't believe|won't believe|will blow your|one (?:weird|simple|strange) trick|weird trick|life-?changing|change your life|game-?changer|game-?changing|revolutionary|miracles?|miraculous|magical|magic (?:cure|bullet|remedy|pill|trick)|instantly|overnight (?:cure|results?|success)|guaranteed|before it's too late|must (?:see|know|read) now|never (?:get sick|be ill) again)\b/;
const QUESTIONABLE =
  /^(?:miracles?|miraculous|magical|magic .*|guaranteed|instantly|life-?changing|revolutionary)$/;
const SHOUTED = /\b\p{Lu}{4,}\b/gu;
/** Names that are written in capitals. */
const ACRONYMS: ReadonlySet<string> = new Set(
  "PTSD ADHD COVID NSAID NSAIDS SSRI SSRIS TENS CBTI EMDR MBSR GERD COPD HIIT NICE NCCIH PCOS FODMAP AIDS CPAP PEMF RCTS FAQS UVA UVB NASA UNESCO".split(
    " ",
  ),
);

export const plainTitle: ArticleRule = {
  name: "plain-title",
  number: 20,
  level: "warning",
  scope: "article",
  language: "en",
  expected: "a title without fear, hype or capitals",
  why: "Titles that shock bring readers who are then misled",
  source: "Google, people-first content; headlines that exaggerate or shock",
  todo: "Say plainly what the page tells.",
  check: (reading) => [...hype(reading), ...shouting(reading)].slice(0, 1),
};

function hype({ prose }: Reading): readonly Hit[] {
  const title = prose.sentences[0];
  const match = title ? HYPE.exec(title.lower) : null;
  if (!title || !match) return [];
  // "Is turmeric a miracle cure?" doubts the word that it uses; fear is fear in a question too.
  const isDoubted = QUESTIONABLE.test(match[0]) && /\?\W*$/.test(title.lower);
  return isDoubted || isDenied(title.lower, match.index) || /\bmyths?\b/.test(title.lower)
    ? []
    : [{ words: title.text, field: "title", expected: `a title without “${match[0]}”` }];
}

function shouting({ article: { title } }: Reading): readonly Hit[] {
  const shouted = (title.match(SHOUTED) ?? []).filter((word) => !ACRONYMS.has(word));
  const isLoud =
    shouted.length >= 2 ||
    (shouted[0] !== undefined && shouted[0].length >= 6) ||
    /!{2,}|\?!|!\?/.test(title);
  return isLoud ? [{ words: title, field: "title" }] : [];
}
