import type { Article, BenefitCorrections } from "../article/types.ts";
import { DEFAULT_PUBLISH_FROM } from "../corpus/site.ts";
import type { ArticleBenefit, Denial, Proposal } from "../corpus/types.ts";
import { type Problem, quote } from "../problem.ts";
import { applyCorrections } from "./corrections.ts";
import { extractForReaders } from "./extract.ts";
import type { Extraction, ExtractOptions, Passage } from "./language.ts";
import { languageOf, titleReader } from "./languages.ts";
import type { Lexicon } from "./lexicon.ts";
import { tierBenefits } from "./tiers.ts";

/** Options of {@link readBenefits}. */
export interface ReadBenefitsOptions extends ExtractOptions {
  /** Confidence from which a benefit is published without the writer's word, 0..1. */
  readonly publishFrom?: number;
}

/** What an article says the benefits are, and what becomes of each. */
export interface BenefitsRead {
  /** What pages, graphs and counts show, in the order of the text; canonicals are empty where no target is known. */
  readonly published: readonly ArticleBenefit[];
  /** What waits for the writer's word, in the order of the text. */
  readonly proposals: readonly Proposal[];
  /** All of them as the writer corrected them, whatever becomes of each: what a promised number is held against. */
  readonly found: readonly ArticleBenefit[];
  /** Listed ones that the writer dropped. */
  readonly droppedCount: number;
  readonly against: readonly Denial[];
  /** What looked like a benefit and was not taken for one. */
  readonly nearly: Extraction["nearly"];
  readonly unknownTargets: Extraction["unknownTargets"];
  readonly promised: Extraction["promised"];
  /** Faults in the corrections of the front matter; `line` is 1, the field tells the place. */
  readonly problems: readonly Problem[];
  /** Faults of what the site's own rules found, each with its line. */
  readonly ruleFaults: readonly Problem[];
}

/**
 * The one reading of an article: extraction, the writer's corrections, tiers.
 * Build, commands, review and graph all go by it. Pure.
 */
export function readBenefits(
  article: Article,
  lexicon: Lexicon,
  { publishFrom = DEFAULT_PUBLISH_FROM, ...options }: ReadBenefitsOptions = {},
): BenefitsRead {
  return publish(article, lexicon, extractForReaders(article, lexicon, options), publishFrom);
}

/**
 * The article with the therapies that it is about: a title that names what
 * people eat or do anyway ("Honey garlic chicken", "A run along the lake") is
 * about it as a therapy only where the article says something of benefits,
 * promises some or names a condition, and of it where the title names several
 * ("Cinnamon in my porridge"); or where its writer names it in front matter.
 */
export function withoutEveryday(
  article: Article,
  { found, against }: Pick<BenefitsRead, "found" | "against">,
  { everyday, terms }: Pick<Lexicon, "everyday" | "terms">,
): Article {
  const { titleFacts, frontMatter, sections, title, lang } = article;
  const { therapies: all, conditions, benefitCount } = titleFacts;
  const isWeak = (id: string): boolean => everyday.has(id) && !frontMatter.therapies.includes(id);
  if (!all.some(isWeak)) return article;
  const says = found.length + against.length + conditions.length > 0 || benefitCount !== null;
  const namedIn = (texts: readonly string[]): readonly string[] => {
    const read = titleReader(terms);
    const named = new Set(texts.flatMap((text) => read(text, lang).therapies));
    return all.filter((id) => named.has(id));
  };
  const texts = [
    ...sections.map(({ heading }) => heading),
    ...[...found, ...against].map(({ evidence }) => evidence),
  ];
  const spoken = !says || all.length < 2 ? all : firstOf(namedIn(texts), namedIn([headOf(title)]), all);
  const therapies = all.filter((id) => !isWeak(id) || (says && spoken.includes(id)));
  return therapies.length === all.length ? article : { ...article, titleFacts: { ...titleFacts, therapies } };
}

/** The first list that holds something. */
function firstOf(...lists: readonly (readonly string[])[]): readonly string[] {
  return lists.find((list) => list.length > 0) ?? [];
}

/** "Why I put cinnamon" of "Why I put cinnamon in my porridge". */
function headOf(title: string): string {
  return title.split(/\s(?:in|into|with|on|over|from|at)\s/i, 1)[0] ?? title;
}

/** What a writer can correct. Other blogs keep lists and texts of their own under `benefits`. */
const CORRECTIONS: Readonly<Record<keyof BenefitCorrections, true>> = {
  add: true,
  confirm: true,
  drop: true,
  rename: true,
  merge: true,
  hedged: true,
  grade: true,
};

/** Whether a `benefits` field corrects what was found: a plain list adds to it. */
function isCorrections(benefits: unknown): boolean {
  if (typeof benefits !== "object" || benefits === null) return false;
  return Array.isArray(benefits) || Object.keys(benefits).some((name) => Object.hasOwn(CORRECTIONS, name));
}

/** Front matter in which lists of benefits are looked for: all of it but the corrections, which are applied. */
export function listFields(data: Readonly<Record<string, unknown>>): ExtractOptions["fields"] {
  const { benefits, ...others } = data;
  return isCorrections(benefits) ? others : data;
}

/** What becomes of an extraction, by the writer's word and the site's line. */
export function publish(
  article: Article,
  lexicon: Lexicon,
  { benefits, unnamed, against, nearly, unknownTargets, promised, ruleFaults }: Extraction,
  publishFrom: number,
): BenefitsRead {
  const inOrder = [...benefits, ...unnamed].sort((a, b) => a.line - b.line);
  const corrected = applyCorrections(inOrder, article, lexicon);
  const { droppedCount, confirmed, problems } = corrected;
  const found = corrected.benefits.map((one) =>
    withTherapies(article, lexicon, one, { ...one, isDenial: false }),
  );
  const denials = against.map((one) =>
    withTherapies(article, lexicon, one, {
      ...one,
      canonicals: [one.canonical],
      heading: null,
      isDenial: true,
    }),
  );
  const { graves, targets } = lexicon;
  const hasSources = article.sources.length > 0;
  const { published, proposals } = tierBenefits(found, {
    publishFrom,
    graves,
    targets,
    confirmed,
    hasSources,
    against: denials,
  });
  const sourceless = proposals.filter(({ wait }) => wait === "source");
  return {
    published,
    proposals,
    found,
    droppedCount,
    against: denials,
    nearly,
    unknownTargets,
    promised,
    problems: [...problems, ...sourceless.map((proposal) => sourceProblem(article, proposal))],
    ruleFaults,
  };
}

/** With the therapies that it is said of, where the article is on several and not all are meant. */
function withTherapies<Said extends ArticleBenefit | Denial>(
  article: Article,
  lexicon: Lexicon,
  said: Said,
  passage: Passage,
): Said {
  const isOfSeveral = article.titleFacts.therapies.length > 1;
  const therapies = isOfSeveral ? languageOf(article.lang)?.therapiesSaid(article, lexicon, passage) : null;
  return therapies ? { ...said, therapies } : said;
}

/** What waits because it may be misread, and of whose passage nothing is published. */
export function unsureOf({ published, proposals }: BenefitsRead): readonly Proposal[] {
  const lines = new Set(published.map(({ line }) => line));
  return proposals.filter(({ wait, line }) => wait === "unsure" && !lines.has(line));
}

/** A grave benefit that the writer confirms needs a source, whoever writes. */
function sourceProblem({ file }: Article, { canonicals, kind, grave }: Proposal): Problem {
  const [canonical = ""] = canonicals;
  const field = kind === "writer" ? "benefits.add" : "benefits.confirm";
  const message = `expected a source for ${quote(canonical)}, because it speaks of ${grave?.label}, received none. Name it beside it ({ benefit: ${canonical}, source: … }) or under sources; until then no page shows it.`;
  return { file, line: 1, field, message, severity: "error" };
}
