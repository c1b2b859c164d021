/**
 * Particles that Korean writes onto its nouns, a closed class, longest first,
 * by what the syllable before them must end in: the forms of one particle
 * after a consonant and after a vowel differ (Sohn 1999, section 8.2).
 */
const AFTER_CONSONANT = ["으로", "이나", "은", "이", "을", "과"];
const AFTER_VOWEL = ["로", "나", "는", "가", "를", "와"];
const AFTER_ANY = ["에서", "에게", "부터", "까지", "보다", "처럼", "마다", "에", "의", "도", "만"];

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
/** Final consonants, none among them, by which syllables are numbered. */
const FINALS = 28;
/** Number of the final consonant ㄹ, after which 로 stands as after a vowel. */
const RIEUL = 8;

/** A Korean word without its particle; the word itself where it has none or is no Korean. */
export function withoutParticle(word: string): string {
  for (const [particles, fits] of [
    [AFTER_CONSONANT, (final: number) => final > 0],
    [AFTER_VOWEL, (final: number) => final === 0],
    [["로"], (final: number) => final === RIEUL],
  ] as const) {
    const noun = cut(word, particles, 1);
    if (noun !== null && fits(finalOf(noun))) return noun;
  }
  // These fit any syllable, so a short word might end in one by chance.
  return cut(word, AFTER_ANY, 2) ?? word;
}

function cut(word: string, particles: readonly string[], shortest: number): string | null {
  const particle = particles.find(
    (ending) => word.endsWith(ending) && word.length - ending.length >= shortest,
  );
  if (particle === undefined) return null;
  const noun = word.slice(0, -particle.length);
  return finalOf(noun) < 0 ? null : noun;
}

/** Number of the final consonant of a word's last syllable, 0: none; -1: it is no Korean syllable. */
function finalOf(word: string): number {
  const code = word.charCodeAt(word.length - 1);
  return code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE ? (code - FIRST_SYLLABLE) % FINALS : -1;
}
