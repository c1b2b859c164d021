/** Marks that end every list and direction. */
export const HARD_MARKS = new Set([".", "?", "!", ";", "\n", "…"]);
/** Marks that end them unless the direction stands right before. */
export const SOFT_RESETS = new Set([":", "–", "—", "-", "|"]);
/** Words that go on with a list. */
export const JOINERS = new Set([
  "and",
  "or",
  "plus",
  "including",
  "like",
  "such",
  "nor",
  "also",
  "even",
  "to",
  "well",
]);
/** Words that end the reach of a direction: what follows is circumstance, not object. */
export const BREAKS = new Set(
  (
    "which that who whom whose when where if because while but although though whereas by through via after during before " +
    "since unless until than with for in from without due thanks despite whether per among amongst caused associated related " +
    "linked who where against into so then is are was were be been being has have had do does did can may might could will would should must cannot"
  ).split(" "),
);
/** "The risk of": lowering it prevents. */
export const RISK = new Set([
  "risk",
  "chance",
  "likelihood",
  "odd",
  "incidence",
  "onset",
  "progression",
  "recurrence",
  "probability",
  "rate",
  "occurrence",
  "prevalence",
]);
/** After these a drug class is meant, not an effect. */
export const DRUG = new Set([
  "drug",
  "medication",
  "medicine",
  "pill",
  "tablet",
  "prescription",
  "resistance",
  "resistant",
  "therapy",
]);
/** "Stress-related headaches" are no stress. */
export const RELATED = new Set(["related", "induced", "prone", "inducing"]);
/** Verbs that tell what happens to their subject. */
export const HAPPENS = new Set(
  (
    "disappear disappeared vanished improve improved improving increased decrease decreased reduced drop dropped lessen lessened diminish diminished subside subsided " +
    "decline declined fade faded eased ease lowered relieved lifted strengthened boosted enhanced alleviated resolved vanish vanished balanced regulated"
  ).split(" "),
);
/** What may stand between a target and what happens to it. */
export const AUXILIARY = new Set(
  (
    "has have had is are was were be been being also level significantly greatly often usually can may will would gradually slowly symptom " +
    "markedly quickly naturally further noticeably then gets get got"
  ).split(" "),
);
/** Words before a colon that open a list of objects. */
export const LISTED = new Set(
  "condition ailment problem symptom issue complaint following disorder include including thing way disease".split(
    " ",
  ),
);
/** Those who have what is treated. */
export const PEOPLE = new Set(
  "people person patient those anyone individual woman man adult child sufferer you suffer suffering symptom everyone somebody someone athlete".split(
    " ",
  ),
);
/** "Keeps the heart healthy", "keeps blood sugar in check": what follows the target says how. */
export const KEPT_WELL = new Set(
  "healthy strong young supple sharp fit flexible glowing calm clear clean soft smooth shiny".split(" "),
);
/** The same of what should stay level. */
export const KEPT_LEVEL = new Set("check control steady stable balanced regular bay".split(" "));
/** Verbs of keeping. */
export const KEEPS = new Set(["keep", "keeping", "kept", "hold", "holding"]);
/** Adjectives under which a level is kept, not raised. */
export const HEALTHY = new Set([
  "healthy",
  "normal",
  "optimal",
  "proper",
  "balanced",
  "stable",
  "steady",
  "regular",
  "ideal",
]);

/** Words that may stand between a direction and its object. */
export const SMALL = new Set(
  "the a an your our my their his her its of to overall healthy both and more better good optimal human natural body whole entire general proper normal level you people one other various all".split(
    " ",
  ),
);
/** Verbs that are nouns unless a name follows at once: "conditions hair", "a variety of conditions". */
export const NOUN_TOO = new Set(["condition"]);
/** "During cancer treatment": what people go through, not what helps. */
export const UNDERGOING = new Set(
  "during after undergo undergoing receive receiving following from of under before having".split(" "),
);
