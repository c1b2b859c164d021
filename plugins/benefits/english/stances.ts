/**
 * Words by how they make a sentence stand to what it says. Classes of the
 * language, not lists of cases: what one of them says of a claim is learnt.
 */
const CLASSES = {
  not: "not cannot cant dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt wont wouldnt couldnt shouldnt never no none nobody nothing neither nor without",
  scarce: "hardly barely scarcely rarely seldom little far minimal negligible",
  doubt:
    "doubt doubtful unclear uncertain unproven untrue false wrong myth tale nonsense disproved disproven disprove debunked debunk refuted refute retracted retract " +
    "withdrawn questionable dubious unlikely skeptical sceptical skeptic inconclusive guess rumor fairy fiction hype exaggerated exaggeration overstated disagree " +
    "unfounded beware lie superstition legend misleading unsupported fad hoax scam misconception fallacy contrary otherwise incorrect unconvinced question unknown unsettled",
  mixed: "mixed limited weak insufficient conflicting debated controversial preliminary inconclusive",
  fail: "fail failed failing failure disappoint disappointing disappointed useless worthless ineffective vain unsuccessful",
  says: "say said claim claimed believe believed swear swore insist insisted promise promised praise praised advertise advertised market marketed sell sold tout touted bill billed argue argued tell told credit credited reputed supposed supposedly allegedly purport purported certain sure think legendary",
  finds:
    "show showed shown find found suggest suggested indicate indicated demonstrate demonstrated prove proved proven report reported reveal revealed confirm confirmed conclude concluded observe observed",
  study:
    "study trial research evidence science review researcher scientist analysis finding result paper experiment",
  hope: "hope hoped wish wished want wanted try tried aim aimed intend intended meant plan planned goal order look looked expect expected dream attempt need",
  if: "if unless suppose imagine would could should had",
  whether: "whether",
  may: "may might can could possibly perhaps potentially potential likely",
  than: "than versus vs compared unlike placebo sham dummy instead rather alternative",
  animal:
    "mouse mice rat animal dog cat horse rabbit pig cow cell dish vitro petri tube lab laboratory rodent",
  harm: "cause caused trigger triggered worsen worsened worse raise raised damage damaged harm harmed excessive overdose side danger dangerous risk toxic poison deadly abuse misuse heavy deprivation lack deficiency withdrawal",
  person:
    "i my me she her he his we our us friend sister brother mother father aunt uncle neighbor wife husband",
  seller:
    "fan proponent advocate supporter marketer seller company manufacturer promoter believer influencer enthusiast vendor producer follower devotee salesman ad advert " +
    "advertiser advertisement advertising internet tiktok headline rumor media label package packet bottle brochure leaflet website healer guru studio folk some many people",
  advice: "should must avoid consult ask talk speak doctor see try seek physician",
  drug: "medication drug surgery antidepressant ibuprofen aspirin paracetamol acetaminophen chemotherapy steroid antibiotic opioid statin insulin pill tablet vaccine doctor physician",
  others:
    "stress alcohol sugar smoking caffeine insomnia anxiety depression inflammation pollution obesity disease disorder infection injury illness hormone body brain heart liver kidney lung gut muscle blood cell system organ immune nervous",
  ago: "once ago formerly early earlier previously historically traditionally ancient tradition",
  only: "only merely just alone",
  also: "also including include well additionally moreover furthermore",
} as const;

export type Stance = keyof typeof CLASSES;

const STANCES = new Map<string, Stance[]>();
for (const [stance, words] of Object.entries(CLASSES)) {
  for (const word of words.split(" ")) STANCES.set(word, [...(STANCES.get(word) ?? []), stance as Stance]);
}
const NONE: readonly Stance[] = [];

/** The classes of a word in normal form. */
export function stancesOf(norm: string): readonly Stance[] {
  return STANCES.get(norm) ?? NONE;
}

/** Verbs and adjectives whose whole meaning is one of the four directions. */
export const CORE: ReadonlySet<string> = new Set(
  (
    "reduce relieve ease lower decrease alleviate soothe calm treat heal cure fight combat lessen improve enhance boost support promote strengthen help aid benefit " +
    "increase restore stimulate regulate balance manage control maintain normalize stabilize prevent protect good beneficial useful effective helpful better less " +
    "reduced improved lowered eased relieved relief remedy treatment"
  ).split(" "),
);
