import type { Article } from "../article/types.ts";
import type { ArticleRecord, Proposal } from "../corpus/types.ts";
import type { CardView, RelatedView } from "../page/parts.ts";
import { presentedBenefits } from "../page/presented.ts";
import type { PageView } from "../page/types.ts";
import { compareProblems, type Problem } from "../problem.ts";
import { type GraphNode, graphNodes } from "./graph-lines.ts";
import { type State, stateOf } from "./rows.ts";
import { toldOnce } from "./told-once.ts";
import type { DeskFacts, StopFault } from "./types.ts";

/** A benefit that the page shows. */
export interface ShownBenefit {
  readonly canonicals: readonly string[];
  readonly label: string;
  /** In the article's words. */
  readonly words: string;
  readonly line: number;
  /** Its number in the article's list; null for one that a sentence says. */
  readonly number: number | null;
  readonly isHedged: boolean;
  readonly byWriter: boolean;
}

/** A benefit that waits for the writer's word. */
export interface WaitingBenefit {
  /** What the answer names; "" where no target is known. */
  readonly id: string;
  readonly label: string;
  readonly words: string;
  readonly line: number;
  /** Why it waits. */
  readonly why: string;
  readonly isHedged: boolean;
  /** False where no confirmation would publish it: it can be dropped only. */
  readonly isConfirmable: boolean;
  /** A confirmation must name a source. */
  readonly needsSource: boolean;
}

/** How a result list shows the page. */
export interface ResultLook {
  readonly title: string;
  readonly address: string;
  readonly description: string;
  readonly isIndexed: boolean;
}

/** What the panel says of one page; all of it decided by the build. */
export interface Panel {
  readonly title: string;
  /** Source of the page in the project; "" for a page that the theme makes. */
  readonly file: string;
  readonly state: State | null;
  /** Id of the article; "" for other pages. */
  readonly id: string;
  readonly stopped: readonly StopFault[];
  readonly errors: readonly Problem[];
  readonly points: readonly Problem[];
  readonly notes: readonly Problem[];
  readonly shown: readonly ShownBenefit[];
  readonly waiting: readonly WaitingBenefit[];
  /** What the article itself speaks against: the benefit and the line. */
  readonly against: readonly { readonly label: string; readonly words: string; readonly line: number }[];
  readonly alsoRead: readonly RelatedView[];
  /** Articles that lines or boxes in the text offer. */
  readonly inText: readonly RelatedView[];
  readonly graph: readonly GraphNode[];
  readonly result: ResultLook | null;
  readonly card: CardView | null;
}

/** Everything the panel says of the page at `path`; null where the site has no such page. */
export function panelOf(path: string, facts: DeskFacts): Panel | null {
  const { corpus, views } = facts;
  const record = [...corpus.records.values()].find(({ url }) => url === path);
  const unread = corpus.leftOut.find(
    ({ file, url, why }) => why === "faulty" && (facts.lastPathOf(file) ?? url) === path,
  );
  const view = views?.byUrl.get(path);
  const file =
    record?.article.file ?? unread?.file ?? corpus.pages.find(({ url }) => url === path)?.file ?? "";
  if (!record && !unread && !view && file === "") return null;
  const of = problemsOf(toldOnce(corpus.problems), file);
  return {
    title: record?.article.title ?? view?.title ?? unread?.title ?? "",
    file,
    state: record ? stateOf(record) : unread ? "unreadable" : null,
    id: record?.article.id ?? "",
    stopped: facts.stopped,
    errors: of("error"),
    points: of("warning"),
    notes: of("note"),
    ...benefitsOf(record, facts),
    ...readingOf(view),
    graph: graphNodes(view?.graph ?? ""),
    result: view === undefined ? null : resultLook(view),
    card: view?.card ?? null,
  };
}

function problemsOf(
  problems: readonly Problem[],
  file: string,
): (severity: Problem["severity"]) => readonly Problem[] {
  const own = problems.filter((problem) => file !== "" && problem.file === file).sort(compareProblems);
  return (severity) => own.filter((problem) => problem.severity === severity);
}

function benefitsOf(
  record: ArticleRecord | undefined,
  { labelOf, waitOf }: DeskFacts,
): Pick<Panel, "shown" | "waiting" | "against"> {
  if (record === undefined) return { shown: [], waiting: [], against: [] };
  const numbers = new Map(presentedBenefits(record).map(({ number, benefit }) => [benefit, number]));
  const labels = (canonicals: readonly string[]): string => canonicals.map(labelOf).join("; ");
  return {
    shown: record.benefits.map((benefit) => ({
      canonicals: benefit.canonicals,
      label: labels(benefit.canonicals),
      words: benefit.heading ?? benefit.evidence,
      line: benefit.line,
      number: numbers.get(benefit) ?? null,
      isHedged: benefit.hedged,
      byWriter: benefit.byWriter,
    })),
    waiting: firstOfEach(record.proposals).map((proposal) => ({
      id: proposal.canonicals[0] ?? "",
      label: labels(proposal.canonicals),
      words: proposal.heading ?? proposal.evidence,
      line: proposal.line,
      why: waitOf(proposal, record),
      isHedged: proposal.hedged,
      isConfirmable: proposal.wait !== "label",
      needsSource: needsSource(proposal, record),
    })),
    against: record.against.map(({ canonical, evidence, line }) => ({
      label: labelOf(canonical),
      words: evidence,
      line,
    })),
  };
}

/** A benefit is answered once, however many passages say it. */
function firstOfEach(proposals: readonly Proposal[]): readonly Proposal[] {
  const seen = new Set<string>();
  return proposals.filter(({ canonicals: [id] }) => id === undefined || (!seen.has(id) && seen.add(id)));
}

/** Whether a confirmation needs a source that the article does not name. */
export function needsSource(
  { grave }: Pick<Proposal, "grave">,
  { article }: { readonly article: Pick<Article, "sources"> },
): boolean {
  return grave !== null && article.sources.length === 0;
}

function readingOf(view: PageView | undefined): Pick<Panel, "alsoRead" | "inText"> {
  if (view?.kind !== "article") return { alsoRead: [], inText: [] };
  return { alsoRead: view.related, inText: view.offered };
}

function resultLook({ documentTitle, canonical, description, isIndexed }: PageView): ResultLook {
  return { title: documentTitle, address: canonical, description, isIndexed };
}
