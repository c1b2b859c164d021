import type { Article } from "../article/types.ts";
import type {
  ArticleBenefit,
  ArticleRecord,
  BenefitEntry,
  Denial,
  Direction,
  Matrix,
  MatrixCell,
  Mention,
  Objection,
  Topic,
  TopicEntry,
} from "../corpus/types.ts";
import { compareText } from "../problem.ts";
import { contradicts } from "./contradicts.ts";
import { labelOf } from "./label.ts";
import { languageOf } from "./languages.ts";

/** What the lexicon says of a target. */
export interface TargetWords {
  readonly label: string;
  readonly definition: string | null;
  /** Ids the target had before. */
  readonly formerly?: readonly string[];
}

export interface GatherOptions {
  /** Fewest articles that say a benefit before it gets a page of its own. */
  readonly pageFrom: number;
  /** Fewest articles on a therapy or condition before it gets a page. */
  readonly topicPageFrom: number;
  /** Path below which benefit pages lie. */
  readonly path: string;
}

/** Neighbours shown with a benefit. */
const NEIGHBOUR_LIMIT = 6;

/**
 * Gathers what articles say into one entry per benefit.
 *
 * Order: most articles first, then id. Mentions and objections: one an article
 * (of mentions one more for each therapy that only another passage speaks of),
 * in the records' order (newer first). Hidden articles count, as they are only there while serving.
 */
export function gatherBenefits(
  records: readonly ArticleRecord[],
  targets: ReadonlyMap<string, TargetWords>,
  { pageFrom, path }: GatherOptions,
): readonly BenefitEntry[] {
  const mentions = new Map<string, Mention[]>();
  const against = new Map<string, Objection[]>();
  for (const record of records) {
    for (const [canonical, passages] of byCanonical(record.benefits))
      for (const mention of mentionsOf(record, passages)) push(mentions, canonical, mention);
    for (const objection of objectionsOf(record)) push(against, objection.denial.canonical, objection);
  }
  const neighbours = findNeighbours(mentions);
  const entries = [...mentions].map(([id, list]): BenefitEntry => {
    const [direction, target = ""] = id.split(":") as [Direction, string?];
    const words = targets.get(target);
    const targetLabel = words?.label ?? target.replaceAll("-", " ");
    const slug = id.replace(":", "-");
    return {
      id,
      slug,
      url: `${path}${slug}/`,
      formerUrls: (words?.formerly ?? []).map((former) => `${path}${direction}-${former}/`),
      label: labelOf(id, targets),
      direction,
      target,
      targetLabel,
      definition: words?.definition ?? null,
      mentions: list,
      against: against.get(id) ?? [],
      therapies: countTherapies(list),
      neighbours: neighbours.get(id) ?? [],
      hasPage: articleCount(list) >= pageFrom,
    };
  });
  return entries.sort(
    (a, b) => articleCount(b.mentions) - articleCount(a.mentions) || compareText(a.id, b.id),
  );
}

/** One entry per therapy or condition that an article is about; most articles first, then id. */
export function gatherTopics(
  kind: TopicEntry["kind"],
  records: readonly ArticleRecord[],
  topics: ReadonlyMap<string, Topic>,
  { topicPageFrom }: GatherOptions,
): readonly TopicEntry[] {
  const field = kind === "therapy" ? "therapies" : "conditions";
  const byTopic = new Map<string, ArticleRecord[]>();
  for (const record of records) for (const id of record.article.titleFacts[field]) push(byTopic, id, record);
  return [...byTopic]
    .map(([id, about]): TopicEntry => {
      const topic = topics.get(id) ?? nameless(id);
      return {
        id,
        kind,
        slug: id,
        url: `/${field}/${id}/`,
        label: topic.label,
        topic,
        articleIds: about.map(({ article }) => article.id),
        benefits: countBenefits(about, kind === "therapy" ? id : null),
        notes: about.flatMap(({ article }) => notesOf(article, kind)),
        hasPage: about.length >= topicPageFrom,
      };
    })
    .sort((a, b) => b.articleIds.length - a.articleIds.length || compareText(a.id, b.id));
}

/** Therapies × benefits, over benefits that at least one therapy is said to bring. */
export function buildMatrix(benefits: readonly BenefitEntry[], therapies: readonly TopicEntry[]): Matrix {
  const known = new Set(therapies.map(({ id }) => id));
  const cells = benefits.flatMap((benefit) => cellsOf(benefit, known));
  const used = new Set(cells.map(({ therapy }) => therapy));
  const said = new Set(cells.map(({ benefit }) => benefit));
  return {
    therapies: therapies.map(({ id }) => id).filter((id) => used.has(id)),
    benefits: benefits.map(({ id }) => id).filter((id) => said.has(id)),
    cells,
  };
}

/** Notes by article: of one that did not change they are not looked for again while serving. */
const notes = { therapy: new WeakMap<Article, Notes>(), condition: new WeakMap<Article, Notes>() };

type Notes = TopicEntry["notes"];

function notesOf(article: Article, kind: TopicEntry["kind"]): Notes {
  const found = notes[kind].get(article) ?? languageOf(article.lang)?.notesOf(article, kind) ?? [];
  notes[kind].set(article, found);
  return found;
}

function cellsOf(
  { id, mentions, against }: BenefitEntry,
  therapies: ReadonlySet<string>,
): readonly MatrixCell[] {
  const said = byTherapy(mentions, therapies);
  const denied = byTherapy(against, therapies);
  return [...new Set([...said.keys(), ...denied.keys()])].sort(compareText).map((therapy) => {
    const list = said.get(therapy) ?? [];
    return {
      therapy,
      benefit: id,
      articleIds: list.map(({ articleId }) => articleId),
      againstIds: (denied.get(therapy) ?? []).map(({ articleId }) => articleId),
      isHedged: list.length > 0 && list.every(({ benefit }) => benefit.hedged),
    };
  });
}

function byTherapy<Place extends { readonly therapies: readonly string[] }>(
  places: readonly Place[],
  known: ReadonlySet<string>,
): ReadonlyMap<string, readonly Place[]> {
  const found = new Map<string, Place[]>();
  for (const place of places)
    for (const therapy of place.therapies) if (known.has(therapy)) push(found, therapy, place);
  return found;
}

/** Passages by the benefit that they say; in order. */
function byCanonical(benefits: readonly ArticleBenefit[]): ReadonlyMap<string, readonly ArticleBenefit[]> {
  const found = new Map<string, ArticleBenefit[]>();
  for (const benefit of benefits) for (const canonical of benefit.canonicals) push(found, canonical, benefit);
  return found;
}

/**
 * Of an article's passages on one benefit the one that says it best: a whole
 * sentence rather than a heading, then what is presented as a benefit, then the
 * first. And of each further therapy that it says it of, the best on that one.
 */
function mentionsOf({ article }: ArticleRecord, passages: readonly ArticleBenefit[]): readonly Mention[] {
  const { conditions } = article.titleFacts;
  const best = [...passages].sort((a, b) => rankOf(b) - rankOf(a));
  const covered = new Set<string>();
  const found = best.flatMap((benefit): Mention[] => {
    const all = therapiesOf(article, benefit);
    const therapies = all.some((id) => covered.has(id)) ? all.filter((id) => !covered.has(id)) : all;
    for (const id of therapies) covered.add(id);
    return therapies.length > 0 ? [{ articleId: article.id, benefit, therapies, conditions }] : [];
  });
  if (found.length > 0) return found;
  return best.slice(0, 1).map((benefit) => ({ articleId: article.id, benefit, therapies: [], conditions }));
}

/** Those of the therapies an article is about that something in it is said of. */
function therapiesOf(
  { titleFacts }: Article,
  { therapies: said }: Pick<ArticleBenefit | Denial, "therapies">,
): readonly string[] {
  return said === undefined ? titleFacts.therapies : titleFacts.therapies.filter((id) => said.includes(id));
}

function rankOf({ kind, heading, evidence }: ArticleBenefit): number {
  const isSentence = heading !== evidence;
  return (isSentence ? 2 : 0) + (kind === "prose" ? 0 : 1);
}

/**
 * Each benefit that an article speaks against once, denied before doubted, and once
 * more for each therapy that only another sentence denies it of; not what it says itself.
 */
function objectionsOf({ article, benefits, against }: ArticleRecord): readonly Objection[] {
  const covered = new Map<string, Set<string>>();
  return [...against]
    .sort((a, b) => compareText(a.kind, b.kind) || a.line - b.line)
    .filter((denial) => denial.kind === "doubted" || !benefits.some((one) => contradicts(denial, one)))
    .flatMap((denial): Objection[] => {
      const known = covered.get(denial.canonical);
      const therapies = therapiesOf(article, denial).filter((id) => known === undefined || !known.has(id));
      if (known !== undefined && therapies.length === 0) return [];
      covered.set(denial.canonical, new Set([...(known ?? []), ...therapies]));
      return [{ articleId: article.id, denial, therapies }];
    });
}

function countTherapies(mentions: readonly Mention[]): BenefitEntry["therapies"] {
  const articles = new Map<string, Set<string>>();
  for (const { therapies, articleId } of mentions) {
    for (const therapy of therapies)
      articles.set(therapy, (articles.get(therapy) ?? new Set()).add(articleId));
  }
  return toCounts([...articles].map(([id, set]) => [id, set.size]));
}

/** Benefits in articles, of a therapy's those that are said of it. */
function countBenefits(records: readonly ArticleRecord[], therapy: string | null): TopicEntry["benefits"] {
  const counts = new Map<string, number>();
  for (const { article, benefits } of records) {
    const own = benefits.filter((one) => therapy === null || therapiesOf(article, one).includes(therapy));
    for (const id of new Set(own.flatMap(({ canonicals }) => canonicals)))
      counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return toCounts([...counts]);
}

function toCounts(counts: readonly (readonly [string, number])[]): { id: string; articleCount: number }[] {
  return counts
    .map(([id, articleCount]) => ({ id, articleCount }))
    .sort((a, b) => b.articleCount - a.articleCount || compareText(a.id, b.id));
}

/** Benefits most often said in the same articles, at most six; by count, then id. */
function findNeighbours(mentions: ReadonlyMap<string, readonly Mention[]>): Map<string, string[]> {
  const byArticle = new Map<string, Set<string>>();
  for (const [id, list] of mentions) {
    for (const { articleId } of list)
      byArticle.set(articleId, (byArticle.get(articleId) ?? new Set()).add(id));
  }
  const found = new Map<string, string[]>();
  for (const [id, list] of mentions) {
    const counts = new Map<string, number>();
    for (const articleId of new Set(list.map((mention) => mention.articleId))) {
      for (const other of byArticle.get(articleId) ?? [])
        if (other !== id) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
    found.set(
      id,
      toCounts([...counts])
        .slice(0, NEIGHBOUR_LIMIT)
        .map((entry) => entry.id),
    );
  }
  return found;
}

function articleCount(mentions: readonly Mention[]): number {
  return new Set(mentions.map(({ articleId }) => articleId)).size;
}

function nameless(id: string): Topic {
  const label = id.replaceAll("-", " ");
  return {
    id,
    label: label.charAt(0).toUpperCase() + label.slice(1),
    aliases: [],
    description: null,
    codes: [],
    sameAs: [],
    treatments: [],
  };
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
