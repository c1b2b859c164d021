import { type Announcing, isHelping, isTurnedDown } from "./announcing.ts";
import type { Reading } from "./reading.ts";
import { stancesOf } from "./stances.ts";
import type { Token } from "./tokens.ts";
import { setOf } from "./word-set.ts";

/** Words of what is used, given or good for something: "I take it for:", "Great against:". */
const PURPOSE = setOf(
  "use used take taken drink eat give given prescribe prescribed recommend recommended indicate indicated good great ideal perfect best suited work works remedy medicine swear effective",
);
const FOR = setOf("for against");

/**
 * Words that say nothing of what is below them but whose, where and when it is,
 * and that it came: with them alone a label turns nothing that a heading announces.
 */
const PLAIN = setOf(
  "not only i my me we us our you your it its this that these those they them their he she his her one " +
    "the a an and or of for in on to at as by with from after since during within over so far up " +
    "is are was were be been has have had do does did can may might will could also even more most much many some several few all both each every here there now then " +
    "day week month year hour minute night morning evening time first second third last one two three four five six seven eight nine ten short long term run soon later immediate daily regular regularly while practice use used using " +
    "woman man kid child baby senior adult athlete beginner mother parent family friend people everyone everybody anyone person student worker " +
    "body mind soul spirit brain life work home school sport physical mental emotional social spiritual psychological cognitive physically mentally emotionally socially health wellness wellbeing inside outside outer inner personal " +
    "what which who how why about result effect change changed notice noticed feel felt gain gained experience experienced observe observed improvement improve difference outcome impact happen happened came come give gave brought see saw found get got " +
    "list main key top big biggest best great good nice positive favorite amazing wonderful lovely surprised surprising surprise love like enjoy enjoyed plus win thing way reason include includes including namely following follow below such",
);

/**
 * Whether a label is evidence for the row below it: it tells of relief or
 * benefits, or (where no ills are named) leaves standing what a heading
 * further up announces. Where a word of it is not known here, it is none.
 *
 * @param ill share of the row's items that name an ill whose relief nothing above announces
 */
export function isToldClearly(reading: Reading, words: string, said: Announcing, ill: number): boolean {
  const label = words.replace(/^.*\bbut (?=\S)/i, "");
  const tokens = reading.tokensOf(label);
  const role = reading.roleOf(label);
  const isOther = said.isTold || said.isElsewhere || role.isHarm || namesAnother(reading, tokens);
  if (isOther || isTurnedDown(tokens, { from: 0, to: tokens.length })) return false;
  if (HABIT.test(label) || tokens.some(({ norm }) => stancesOf(norm).includes("says"))) return false;
  if (said.namesBenefits || (role.isUmbrella && !role.isAsked)) return true;
  if (tellsOfHelp(reading, tokens)) return true;
  const last = tokens.findLast(({ isWord }) => isWord)?.norm ?? "";
  const isFor = FOR.has(last) && tokens.some(({ norm }) => PURPOSE.has(norm));
  if (isFor && isPlain(reading, tokens, 0, tokens.length, FOR_PURPOSE)) return true;
  return ill < 0.5 && !role.isAdvice && isPlain(reading, tokens, 0, tokens.length, BY_RESEARCH);
}

/** "People used to take it for", "It used to help": it was so; not "It is used to treat". */
const HABIT =
  /(?<!\b(?:is|are|be|been|being|was|were|commonly|often|widely|long|also|traditionally) )\bused to\b/i;

/** Another therapy, animals, drugs: what is below is said of them. */
function namesAnother({ lexicon, subject }: Reading, tokens: readonly Token[]): boolean {
  return tokens.some(({ norm }, at) => {
    const named = lexicon.therapies.match(tokens, at)?.value;
    // "Sleep" is what may help, and what is helped.
    const isTarget = Boolean(lexicon.meanings.match(tokens, at)?.value.naming);
    if (named && !subject.has(named) && !isTarget) return true;
    return stancesOf(norm).some((one) => one === "animal" || one === "drug");
  });
}

/** A verb of relief or improvement, done by nobody else: "It has helped me with", "Research supports it for"; not "Healing crisis", "When you stop", "What I was treated for". */
function tellsOfHelp(reading: Reading, tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => {
    const match = reading.lexicon.meanings.match(tokens, at);
    const isVerb = match?.value.steering.some(({ leads, isHarm }) => leads && !isHarm) ?? false;
    const form = isHelping(token);
    if ((!isVerb && form === null) || ORDERS.has(token.norm)) return false;
    const end = Math.max(at + 1, isVerb ? (match?.end ?? 0) : 0);
    const before = tokens[at - 1]?.norm ?? "";
    if (form === "other" ? BE.has(before) || !isRest(tokens, end) : DOER.has(before)) return false;
    return isPlain(reading, tokens, 0, at, BY_RESEARCH);
  });
}

/** Verbs that as often tell a reader what not to do. */
const ORDERS = setOf("stop avoid");
const BE = setOf("is are was were be been being am get got");
/** Whose doing a verb is that follows: the reader's or the writer's, and no effect. */
const DOER = setOf("i you we");
/** Who finds or uses what helps. */
const BY_RESEARCH = setOf(
  "research study science evidence expert doctor scientist researcher herbalist therapist healer tradition traditional show shown found known commonly often widely long according",
);

const FOR_PURPOSE: ReadonlySet<string> = new Set([...BY_RESEARCH, ...PURPOSE, ...FOR]);

/** Nothing but whom or what it helps: "helped me with", "eased my". */
function isRest(tokens: readonly Token[], from: number): boolean {
  return tokens.slice(from).every(({ norm, isWord }) => !isWord || REST.has(norm));
}

const REST = setOf("me us them you him her my our people many some with to against and also relieve the");

/** Nothing but plain words, names of the subject and of what lists are about ("Skin and hair", "Heart health"). */
function isPlain(
  { lexicon, subject, topic }: Reading,
  tokens: readonly Token[],
  from: number,
  to: number,
  others: ReadonlySet<string> = NONE,
): boolean {
  for (let at = from; at < to; at++) {
    const { norm, isWord } = tokens[at] as Token;
    const therapy = lexicon.therapies.match(tokens, at);
    const meaning = lexicon.meanings.match(tokens, at);
    if (therapy && subject.has(therapy.value)) at = therapy.end - 1;
    else if (meaning?.value.naming) at = meaning.end - 1;
    else if (isWord && !PLAIN.has(norm) && !others.has(norm) && !topic.has(norm) && !/^\d+$/.test(norm))
      return false;
  }
  return true;
}

const NONE: ReadonlySet<string> = new Set();
