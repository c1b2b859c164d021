import { clauseBefore, isDisowned } from "../disowned.ts";
import { HAS_DOCTOR, MEDICINE_WORDS, OWNED_MEDICINE, SOME_MEDICINE, sendsToDoctor } from "../medicine.ts";
import { type Prose, placeOf, type Sentence } from "../prose.ts";
import type { ArticleRule, Hit } from "../types.ts";

const STOP =
  "(?:stop|quit|skip|ditch|drop|discontinue|cut out|come off|get off|go off|give up|wean (?:yourself )?off|throw (?:away|out)|toss|bin|forget about|say goodbye to|leave behind|do without)(?: (?:taking|using|relying on|depending on|with))?";
const STOPS = new RegExp(
  `\\b(?:${STOP} ${OWNED_MEDICINE}|stop (?:taking|using) (?:\\w+ )?${SOME_MEDICINE}|throw ${OWNED_MEDICINE.replace(/\\b$/, "")} (?:away|out)\\b)`,
);
const INSTEAD = new RegExp(
  `\\b(?:instead of|in place of|rather than|in lieu of|replac(?:e|es|ing)|(?:a |as )?(?:substitute|replacement) for|swap(?:ping)?)(?: (?:taking|using|reaching for|relying on))? ${SOME_MEDICINE}`,
);
const NO_NEED = new RegExp(
  `\\b(?:no longer|not|never|n't)(?: \\w+){0,2} (?:need|require|have to take|rely on)(?: to take)? ${SOME_MEDICINE}`,
);
/** Talk of stopping that advises nothing. */
const HYPOTHETICAL =
  /\b(?:if|when|whenever|before|until|unless|whether|tempted to|want to|wants to|wish to|hope to|hoping to|how to|plan to|planning to|decide to|risk of|danger of|reason to|need to know|people who|those who|(?:let|lets|letting|make|makes) them)\b[^,;]{0,50}$/;
const ADDRESSED = /\b(?:you|your|yourself)\b/;

export const stopMedicine: ArticleRule = {
  name: "stop-medicine",
  number: 9,
  level: "error",
  scope: "article",
  language: "en",
  expected: "no advice to stop or replace a medicine",
  why: "People have been harmed by leaving a treatment on a web page's word",
  source: "HONcode, complementarity; Google quality rater guidelines, harm",
  todo: "Take it out, or say: “Keep taking your medicine, and speak to your doctor before changing it.”",
  check: ({ article, prose }) =>
    prose.withAny(MEDICINE_WORDS).flatMap((sentence): Hit[] => {
      const at = adviceAt(sentence.lower);
      if (at < 0 || isCareful(prose, sentence, at) || isDisowned(article, prose, sentence, at)) return [];
      return [
        {
          words: sentence.text,
          ...placeOf(sentence),
          ...(isAddressed(sentence, at) ? {} : { level: "warning" as const }),
        },
      ];
    }),
};

function adviceAt(lower: string): number {
  for (const pattern of [STOPS, INSTEAD, NO_NEED]) {
    const at = lower.search(pattern);
    if (at >= 0) return at;
  }
  return -1;
}

/** True where stopping is only spoken of, or the doctor is asked in this sentence or the next. */
function isCareful({ sentences }: Prose, { lower, index, section }: Sentence, at: number): boolean {
  if (HYPOTHETICAL.test(clauseBefore(lower, at))) return true;
  if (HAS_DOCTOR.test(lower) && !/\b(?:without|no need|before (?:you )?(?:ask|see)|forget)\b/.test(lower))
    return true;
  const next = sentences[index + 1];
  return next !== undefined && next.section === section && sendsToDoctor(next.lower);
}

/** True for advice to the reader: "you", "your", or a sentence that begins with the verb. */
function isAddressed({ lower }: Sentence, at: number): boolean {
  return (
    ADDRESSED.test(lower) ||
    /^(?:\W|so|then|and|just|simply|now|today|use|try|choose|take|drink)*$/.test(lower.slice(0, at).trim())
  );
}
