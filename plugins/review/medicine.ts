const KIND =
  "(?:sleep|sleeping|pain|anxiety|depression|blood pressure|diabetes|heart|asthma|thyroid|cholesterol|prescribed|prescription|pharmaceutical|daily|regular|usual|current|own|long-term|strong|conventional|doctor's)";
const OWNER = "(?:your|their|his|her|our|people's|the|all|any|those|these|some|such|a|an)";

/** What people take because a doctor, a chemist or a label told them to, as a pattern. "Drugs" alone may be the street's. */
export const MEDICINE =
  "(?:medications?|medicines?|meds|prescriptions?|pills?|tablets?|antidepressants?|insulin|inhalers?|statins?|blood thinners?|painkillers?|sedatives?|beta[- ]blockers?|chemotherapy|chemo|pharmaceuticals?|pharmacological (?:interventions?|treatments?)|(?:prescription|prescribed) drugs?)";

/** Errors with pills, their price and their packet are not the pills. */
const NOT_AROUND =
  "(?! (?:errors?|costs?|prices?|bottles?|boxes|packag\\w+|lists?|reminders?|waste|side|interactions?|safety|adherence|labels?))";

/** {@link MEDICINE} with whose and which before it: "all your sleeping pills". */
export const SOME_MEDICINE = `(?:${OWNER} ){0,3}(?:${KIND} ){0,3}(?:${MEDICINE}|(?<=(?:your|prescribed|prescription) )drugs)\\b${NOT_AROUND}`;

/** {@link SOME_MEDICINE} that belongs to somebody: "a treatment" and "tablets" in general do not. */
export const OWNED_MEDICINE = `(?:(?:your|their|his|her|all|any|those|these|the|prescribed|prescription) ){1,3}(?:${KIND} ){0,3}(?:${MEDICINE}|drugs|treatments?)\\b${NOT_AROUND}`;

/** Words that an article must hold before a pattern above can match; the index finds them fast. */
export const MEDICINE_WORDS: readonly string[] =
  "medication medications medication-free medicine medicines meds prescription prescriptions prescribed pill pills tablet tablets antidepressant antidepressants insulin inhaler inhalers statin statins thinner thinners painkiller painkillers sedative sedatives blocker blockers beta-blocker beta-blockers chemotherapy chemo pharmaceutical pharmaceuticals pharmacological drug drugs treatment treatments".split(
    " ",
  );

const DOCTOR =
  "(?:doctors?|gps?|physicians?|pharmacists?|nurses?|midwi(?:fe|ves)|clinicians?|prescribers?|specialists?|psychiatrists?|cardiologists?|oncologists?|paediatricians?|pediatricians?|(?:health ?care|health|medical) (?:providers?|professionals?|practitioners?|teams?|advice|help|supervision)|care team)";

/** Words without which no sentence sends to a doctor. */
export const DOCTOR_WORDS: readonly string[] =
  "doctor doctors doctor's gp gps physician physicians physician's pharmacist pharmacists nurse nurses midwife midwives clinician clinicians prescriber prescribers specialist specialists psychiatrist psychiatrists cardiologist oncologist paediatrician pediatrician provider providers professional professionals practitioner practitioners team teams advice supervision help".split(
    " ",
  );

/** Somebody who may change a treatment. */
export const HAS_DOCTOR = new RegExp(`\\b${DOCTOR}\\b`);

const ASKS =
  "(?:speak|talk|ask|asking|check|consult|consulting|discuss|contact|see|tell|work|guidance|supervision|advice|approval|agree|agreed)";
const ASKS_DOCTOR = new RegExp(
  `\\b${ASKS}\\b[^.]{0,60}\\b${DOCTOR}\\b|\\b${DOCTOR}(?:'s)? (?:advice|guidance|approval|supervision|help|agree)`,
);
const OF_MEDICINE = new RegExp(`\\b(?:${MEDICINE}|drugs?|doses?|treatments?|prescrib\\w+|tapering)\\b`);

/** True for "Speak to your doctor before changing any medicine" in any of its wordings. */
export function sendsToDoctor(lower: string): boolean {
  return (
    ASKS_DOCTOR.test(lower) &&
    OF_MEDICINE.test(lower) &&
    !/\bwithout (?:asking|telling|seeing|consulting|talking)/.test(notNegated(lower))
  );
}

// "Never stop without asking your doctor" sends to the doctor all the same.
function notNegated(lower: string): string {
  return /\b(?:not|never|no one|nobody)\b|n't\b/.test(lower) ? "" : lower;
}
