import type { Reading, ReviewContext } from "./types.ts";

/** Words of health writing; three different ones make a text a health text even where no therapy was named. */
const HEALTH_WORDS: readonly string[] =
  "health healthy doctor doctors pain symptom symptoms disease diseases disorder illness medicine medicines medication medications therapy therapies treatment treatments treat cure cures healing sleep insomnia stress anxiety depression blood pressure immune inflammation muscle muscles headache headaches digestion wellness massage yoga meditation acupuncture herbal herb herbs supplement supplements vitamin vitamins remedy remedies cancer diabetes heart patients clinical".split(
    " ",
  );
const ENOUGH_WORDS = 3;

/** True when readers may act on the article for their health: it names a therapy, a condition, a benefit, or speaks of health throughout. */
export function isHealthArticle(
  { article, prose }: Reading,
  { benefits = [], proposals = [] }: ReviewContext,
): boolean {
  const { therapies, conditions } = article.titleFacts;
  if (therapies.length + conditions.length + benefits.length + proposals.length > 0) return true;
  return HEALTH_WORDS.filter((word) => prose.has(word)).length >= ENOUGH_WORDS;
}
