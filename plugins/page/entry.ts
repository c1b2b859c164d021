import type { ArticleRecord } from "../corpus/types.ts";
import { shorten } from "./common.ts";
import type { ViewContext } from "./context.ts";
import type { EntryView } from "./parts.ts";
import { presentedBenefits } from "./presented.ts";
import { directionOf } from "./texts.ts";
import { splitTitle } from "./title.ts";

/** Longest text under a title in a list, in characters. */
const TEASER_LIMIT = 180;

/** Makes list entries of articles, each once per build. */
export function entryBuilder(context: ViewContext): (record: ArticleRecord) => EntryView {
  const entries = new Map<string, EntryView>();
  return (record) => {
    const entry = entries.get(record.article.id) ?? entryView(context, record);
    entries.set(record.article.id, entry);
    return entry;
  };
}

function entryView(context: ViewContext, record: ArticleRecord): EntryView {
  const { article, url, isHidden } = record;
  const language = context.languageOf(context.site.lang);
  const benefitCount = presentedBenefits(record).length;
  return {
    id: article.id,
    url,
    title: article.title,
    ...splitTitle(article.title),
    lang: article.lang === context.site.lang ? "" : article.lang,
    dir: directionOf(article.lang),
    description: shorten(article.frontMatter.description ?? article.lead, TEASER_LIMIT),
    published: context.datesOf(context.site.lang).write(article.frontMatter.date),
    byline: bylineOf(context, record),
    minutesText: language.count("minutes", article.minutes),
    benefitCount,
    benefitWord: benefitCount === 0 ? "" : language.count("benefitsWord", benefitCount),
    isDraft: isHidden,
  };
}

function bylineOf(context: ViewContext, { article }: ArticleRecord): string {
  const names = article.frontMatter.authors.flatMap((id) => context.personById.get(id)?.name ?? []);
  const language = context.languageOf(context.site.lang);
  return names.length === 0 ? "" : language.say("by", { names: language.list(names) });
}
