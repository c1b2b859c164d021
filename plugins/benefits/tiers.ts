import type { ArticleBenefit, Denial, Grave, Proposal } from "../corpus/types.ts";
import type { Confirmed } from "./confirm.ts";
import { contradicts } from "./contradicts.ts";
import { type Graves, graveIn, graveOf } from "./grave.ts";
import { saysReverse } from "./label.ts";
import type { Lexicon } from "./lexicon.ts";

/** What decides whether a benefit is published. */
export interface TierContext {
  /** Confidence from which a benefit is published without the writer's word, 0..1. */
  readonly publishFrom: number;
  readonly graves: Graves;
  readonly targets: Lexicon["targets"];
  readonly confirmed: Confirmed;
  /** The article names sources in its front matter. */
  readonly hasSources: boolean;
  readonly against: readonly Denial[];
}

/** Benefits parted into what readers are shown and what waits for the writer; both in the order they came. */
export interface Tiers {
  readonly published: readonly ArticleBenefit[];
  readonly proposals: readonly Proposal[];
}

/**
 * Parts the benefits of an article, each canonical by itself. Published is what
 * is sure enough and not grave, or confirmed by the writer and, where it is
 * grave, backed by a source. A heading whose target nobody knows claims nothing;
 * it stays beside published ones, so that the article's list is whole.
 */
export function tierBenefits(benefits: readonly ArticleBenefit[], context: TierContext): Tiers {
  const parted = benefits.map((benefit) => partCanonicals(benefit, context));
  const isListBelieved = parted.some(
    ({ benefit, published }) => published.length > 0 && benefit.heading !== null,
  );
  const published: ArticleBenefit[] = [];
  const proposals: Proposal[] = [];
  for (const { benefit, published: shown, waiting } of parted) {
    if (benefit.canonicals.length === 0) {
      const grave = graveIn(benefit.heading ?? "", context.graves);
      if (isListBelieved && grave === null) published.push(benefit);
      else proposals.push({ ...benefit, wait: grave ? "grave" : "unsure", grave });
    }
    // As it came where all of it is: a list that was put together holds room for 17.
    const canonicals = shown.length === benefit.canonicals.length ? benefit.canonicals : shown;
    if (shown.length > 0) published.push(withReserve({ ...benefit, canonicals }, context));
    proposals.push(...waiting);
  }
  return { published, proposals };
}

interface Parted {
  readonly benefit: ArticleBenefit;
  readonly published: readonly string[];
  readonly waiting: readonly Proposal[];
}

function partCanonicals(benefit: ArticleBenefit, context: TierContext): Parted {
  const published: string[] = [];
  const waiting: Proposal[] = [];
  for (const canonical of benefit.canonicals) {
    const grave = graveOf(canonical, benefit, context.graves);
    const wait = waitOf(canonical, benefit, grave, context);
    if (wait === null) published.push(canonical);
    else waiting.push({ ...benefit, canonicals: [canonical], wait, grave });
  }
  return { benefit, published, waiting };
}

/** What one canonical waits for; null where it waits for nothing. */
function waitOf(
  canonical: string,
  benefit: ArticleBenefit,
  grave: Grave | null,
  { publishFrom, confirmed, hasSources, against, targets }: TierContext,
): Proposal["wait"] | null {
  if (saysReverse(canonical, targets)) return "label";
  const isConfirmed = confirmed.has(canonical);
  if (grave !== null) {
    if (!isConfirmed) return "grave";
    return hasSources || confirmed.get(canonical) !== null ? null : "source";
  }
  if (isConfirmed) return null;
  const { confidence, therapies } = benefit;
  const said = { canonicals: [canonical], therapies };
  if (against.some((denial) => denial.kind === "denied" && contradicts(denial, said))) return "against";
  return confidence >= publishFrom ? null : "unsure";
}

/** With the writer's source, and hedged where the article doubts it elsewhere. */
function withReserve(benefit: ArticleBenefit, { confirmed, against }: TierContext): ArticleBenefit {
  const isDoubted = against.some((denial) => contradicts(denial, benefit));
  const source = benefit.canonicals.map((canonical) => confirmed.get(canonical)).find(Boolean);
  return {
    ...benefit,
    hedged: benefit.hedged || isDoubted,
    ...(source ? { source } : {}),
  };
}
