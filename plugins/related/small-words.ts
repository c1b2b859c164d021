/**
 * English words that join others and say nothing of a subject. On a large site
 * they are found by their number; a site of ten articles needs the list.
 */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  (
    "a about above after again against all also although always am among an and another any are as at be because been before being " +
    "below between both but by can cannot could did do does doing done down during each either etc even ever every few for from " +
    "further get gets had has have having he her here hers him his how however i if in into is it its itself just least less let like " +
    "many may me might more most much must my neither no nor not now of off often on once one only onto or other others our ours " +
    "out over own per rather really same she should since so some still such than that the their theirs them themselves then there " +
    "therefore these they this those though through thus to too toward towards under until up upon us use used using very was we " +
    "well were what when where whether which while who whom whose why will with within without would yet you your yours"
  ).split(" "),
);
