import type { Mention, Objection, TopicNote } from "../corpus/types.ts";
import { gradeText } from "./benefits-of-article.ts";
import type { ListTools } from "./lists.ts";
import type { NoteView, ObjectionView, PassageView, TherapyGroup } from "./parts.ts";
import { conditionRefs, termRef, therapyRefs } from "./terms.ts";
import { withoutNumber } from "./title.ts";

/** Where an article says a benefit, in its own words; nothing where the article is not shown. */
export function passageOf({ context, entry }: ListTools, mention: Mention): readonly PassageView[] {
  const record = context.recordById.get(mention.articleId);
  if (record === undefined) return [];
  const language = context.languageOf(context.site.lang);
  const { anchor, heading, evidence, hedged, grade, source = null } = mention.benefit;
  const isHeading = heading === evidence;
  return [
    {
      articleId: mention.articleId,
      article: entry(record),
      url: anchor === "" ? record.url : `${record.url}#${anchor}`,
      anchor,
      heading,
      evidence: withoutNumber(evidence),
      isHedged: hedged,
      saysText: language.say(hedged ? "saysMay" : isHeading ? "saysHeading" : "says"),
      gradeText: gradeText(grade, language),
      source,
      therapies: therapyRefs(context, mention.therapies, language),
      conditions: conditionRefs(context, mention.conditions, language),
    },
  ];
}

/** Where an article denies or doubts a benefit. */
export function objectionOf(
  { context, entry }: ListTools,
  { articleId, denial }: Objection,
): readonly ObjectionView[] {
  const record = context.recordById.get(articleId);
  if (record === undefined) return [];
  const language = context.languageOf(context.site.lang);
  return [
    {
      article: entry(record),
      url: denial.anchor === "" ? record.url : `${record.url}#${denial.anchor}`,
      evidence: denial.evidence,
      saysText: language.say(denial.kind === "denied" ? "saysNot" : "saysDoubt"),
    },
  ];
}

/** A section of an article on care, with its place. */
export function noteOf({ context, entry }: ListTools, note: TopicNote): readonly NoteView[] {
  const record = context.recordById.get(note.articleId);
  if (record === undefined) return [];
  const { heading, words, isWhole, anchor } = note;
  return [{ article: entry(record), url: `${record.url}#${anchor}`, heading, words, isWhole }];
}

/** The therapy under which an article's passage stands: the first of `order` that it is about; "" for none. */
export function groupOf({ therapies }: Pick<Mention, "therapies">, order: readonly string[]): string {
  return order.find((id) => therapies.includes(id)) ?? "";
}

/** Id of a therapy's group on a page. */
export function groupAnchor(therapy: string): string {
  return `v_by_${therapy === "" ? "none" : therapy}`;
}

/** Mentions under the therapies in `order`, those without one last; the order inside a group is theirs. */
export function groupByTherapy(
  tools: ListTools,
  mentions: readonly Mention[],
  order: readonly string[],
): readonly TherapyGroup[] {
  const { context } = tools;
  const language = context.languageOf(context.site.lang);
  const byTherapy = new Map([...order, ""].map((id) => [id, [] as PassageView[]]));
  for (const mention of mentions) byTherapy.get(groupOf(mention, order))?.push(...passageOf(tools, mention));
  return [...byTherapy].flatMap(([id, passages]): TherapyGroup[] => {
    if (passages.length === 0) return [];
    const therapy = context.therapyById.get(id);
    const ref = therapy === undefined ? null : termRef(therapy, language);
    return [
      {
        therapy: ref,
        anchor: groupAnchor(id),
        heading: ref?.text ?? language.say("passagesOther"),
        passages,
      },
    ];
  });
}
