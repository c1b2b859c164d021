import { isDenied } from "../disowned.ts";
import type { ArticleRule, Hit, Reading } from "../types.ts";

const HYPE =
  /\b(?:shocking|shocked|horrifying|terrifying|scary|deadly|deadliest|killing you|will kill|lethal|toxic truth|nightmare|mind-?blowing|jaw-?dropping|unbelievable|incredible|insane|crazy|amazing|astonishing|stunning|ultimate secrets?|secret (?:to|of|that|cure|remedy|trick)|secrets (?:of|to|that|they|doctors)|what (?:they|doctors|big pharma|your doctor) (?:do not|don't|does not|doesn't|won't|will not|never)|(?:they|doctors?|big pharma) (?:do not|don't|does not|doesn't) want|doctors hate|you won't believe|won't believe|will blow your|one (?:weird|simple|strange) trick|weird trick|life-?changing|change your life|game-?changer|game-?changing|revolutionary|miracles?|miraculous|magical|magic (?:cure|bullet|remedy|pill|trick)|instantly|overnight (?:cure|results?|success)|guaranteed|before it's too late|must (?:see|know|read) now|never (?:get sick|be ill) again)\b/;
const QUESTIONABLE =
  /^(?:miracles?|miraculous|magical|magic .*|guaranteed|instantly|life-?changing|revolutionary)$/;
const LONG_WORD = /\p{L}{4,}/gu;
/** Words that are put in capitals to shout; names such as PTSD are not. */
const SHOUTED_WORDS =
  /\b(?:STOP|NEVER|ALWAYS|WARNING|SHOCKING|MUST|FREE|NOW|BEST|WORST|HUGE|TRUTH|SECRETS?|DANGER(?:OUS)?|MIRACLE|CURES?|REALLY|DON'T|DO NOT|EVERY|INSTANTLY|FOREVER|ALERT|BEWARE|PROVEN|AMAZING)\b/;
/** Share of the long words in capitals, 0..1, from which a title is loud. */
const LOUD_SHARE = 0.5;

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
  const long = title.match(LONG_WORD) ?? [];
  const shouted = long.filter(
    (word) => word === word.toUpperCase() && word !== word.toLowerCase() && /[AEIOUY]/.test(word),
  );
  const isLoud = shouted.length >= 2 && shouted.length / long.length >= LOUD_SHARE;
  return isLoud || SHOUTED_WORDS.test(title) || /!{2,}|\?!|!\?/.test(title)
    ? [{ words: title, field: "title" }]
    : [];
}
