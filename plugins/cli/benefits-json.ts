import { labelOf } from "../benefits/label.ts";
import type { ArticleBenefit, Denial, Proposal } from "../corpus/types.ts";
import type { BenefitsFile } from "./benefits-read.ts";

/** One article as `--json` prints it. */
export interface BenefitsJson {
  readonly title: {
    readonly count: number | null;
    readonly therapies: readonly string[];
    readonly conditions: readonly string[];
  };
  /** All that was found, each once, whatever becomes of it. */
  readonly benefits: readonly {
    readonly heading?: string;
    readonly canonical: readonly string[];
    /** Canonicals that the site shows. */
    readonly published: readonly string[];
    /** Canonicals that wait for the writer, and for what. */
    readonly proposed: readonly { readonly canonical: string; readonly wait: Proposal["wait"] }[];
    /** In readers' words, by canonical. */
    readonly says: Readonly<Record<string, string>>;
    readonly kind: ArticleBenefit["kind"];
    readonly evidence: string;
    readonly line: number;
    readonly hedged: boolean;
    /** Those of the title's therapies that it is said of; left out where of all. */
    readonly therapies?: readonly string[];
    readonly rule: string;
    readonly confidence: number;
  }[];
  readonly against: readonly Pick<Denial, "canonical" | "evidence" | "line" | "kind" | "therapies">[];
  readonly alsoRead: readonly string[];
}

type Targets = Parameters<typeof labelOf>[1];

/** What was read, by article id. */
export function toJson(
  files: readonly BenefitsFile[],
  targets: Targets,
): Readonly<Record<string, BenefitsJson>> {
  return Object.fromEntries(files.map((file) => [file.article.id, articleJson(file, targets)]));
}

function articleJson({ article, read, offered }: BenefitsFile, targets: Targets): BenefitsJson {
  const waits = new Map(
    read.proposals.flatMap(({ line, heading, evidence, canonicals, wait }) =>
      canonicals.map((canonical) => [`${line} ${heading ?? evidence} ${canonical}`, wait] as const),
    ),
  );
  return {
    title: {
      count: read.promised?.count ?? null,
      therapies: article.titleFacts.therapies,
      conditions: article.titleFacts.conditions,
    },
    benefits: read.found.map((found) => {
      const { heading, canonicals, kind, evidence, line, hedged, rule, confidence, therapies } = found;
      const waitOf = (canonical: string): Proposal["wait"] | undefined =>
        waits.get(`${line} ${heading ?? evidence} ${canonical}`);
      return {
        ...(heading === null ? {} : { heading }),
        canonical: canonicals,
        published: canonicals.filter((canonical) => waitOf(canonical) === undefined),
        proposed: canonicals.flatMap((canonical) => {
          const wait = waitOf(canonical);
          return wait === undefined ? [] : [{ canonical, wait }];
        }),
        says: Object.fromEntries(canonicals.map((canonical) => [canonical, labelOf(canonical, targets)])),
        kind,
        evidence,
        line,
        hedged,
        ...(therapies === undefined ? {} : { therapies }),
        rule,
        confidence,
      };
    }),
    against: read.against.map(({ canonical, evidence, line, kind, therapies }) => ({
      canonical,
      evidence,
      line,
      kind,
      ...(therapies === undefined ? {} : { therapies }),
    })),
    alsoRead: offered,
  };
}
