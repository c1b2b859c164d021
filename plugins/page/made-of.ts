import type { ArticleRecord, Reason } from "../corpus/types.ts";
import { sha256 } from "../files/sha256.ts";
import type { ViewContext } from "./context.ts";
import { imageView } from "./image.ts";
import { memo } from "./memo.ts";
import type { PlanTools } from "./plan.ts";
import { termRef } from "./terms.ts";

/** What an article's view is made of beside its record, as text. */
export type MadeOf = (record: ArticleRecord) => string;

/**
 * Tells what the views of articles are made of without making them: another text
 * wherever a view can be another, of an article whose record, file and site are
 * the same. Whatever `articlePage` asks the context for is in it.
 */
export function articlesMadeOf({ context, common }: PlanTools): MadeOf {
  const around = memoByLang((lang) => {
    const { texts, chrome, nav } = common({ url: "/", title: "", description: "", lang });
    return sha256(JSON.stringify([texts, chrome, nav]));
  });
  const outside = memo<ArticleRecord>((record) => sha256(JSON.stringify(seenFromOutside(record))));
  return (record) => {
    const { article } = record;
    const { image, authors, reviewedBy } = article.frontMatter;
    const language = context.languageOf(article.lang);
    const term = (entry: Parameters<typeof termRef>[0] | undefined) => entry && termRef(entry, language);
    const links = [...record.related, ...record.offers, ...record.callouts];
    return JSON.stringify([
      around(article.lang),
      termsOf(context, record).map(term),
      links.map(({ id }) => (id === null ? null : outsideOf(context, id, outside))),
      links.flatMap(({ reasons = [] }) => reasons.flatMap((reason) => labelsIn(context, reason))),
      [...authors, reviewedBy].map((id) => (id === null ? null : context.personById.get(id))),
      context.comments.get(article.id),
      imageView(context, image, article.file),
      context.cardOf(record.url, record),
    ]);
  };
}

function memoByLang(make: (lang: string) => string): (lang: string) => string {
  const known = new Map<string, string>();
  return (lang) => {
    const text = known.get(lang) ?? make(lang);
    known.set(lang, text);
    return text;
  };
}

/** The benefits, therapies and conditions that an article's page may link to. */
function termsOf(
  { benefitById, therapyById, conditionById }: ViewContext,
  { article, benefits }: ArticleRecord,
) {
  const { frontMatter, titleFacts } = article;
  return [
    ...benefits.flatMap(({ canonicals }) => canonicals.map((id) => benefitById.get(id))),
    ...[...frontMatter.therapies, ...titleFacts.therapies].map((id) => therapyById.get(id)),
    ...[...frontMatter.conditions, ...titleFacts.conditions].map((id) => conditionById.get(id)),
  ];
}

function outsideOf({ recordById }: ViewContext, id: string, outside: MadeOf): string | null {
  const record = recordById.get(id);
  return record === undefined ? null : outside(record);
}

/** What other articles' pages say of one: its address, title and length, and the words of its parts that reasons quote. */
function seenFromOutside({ article, url, benefits }: ArticleRecord): unknown {
  return [
    url,
    article.title,
    article.minutes,
    article.sections.map(({ heading }) => heading),
    benefits.map(({ canonicals, heading }) => [canonicals, heading]),
  ];
}

/** Labels that a reason may name. */
function labelsIn({ therapyById, conditionById }: ViewContext, { kind, shared }: Reason): readonly unknown[] {
  if (kind !== "therapy" && kind !== "condition") return [];
  const labels = kind === "therapy" ? therapyById : conditionById;
  return shared.map((id) => labels.get(id)?.label);
}
