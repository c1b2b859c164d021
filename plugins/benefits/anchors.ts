import { toSlug } from "../article/anchors.ts";
import { detach } from "../article/detach.ts";
import type { Article, Block } from "../article/types.ts";
import type { ArticleBenefit, Denial } from "../corpus/types.ts";

/** An article whose passages can be linked by what they say, whatever their headings are called tomorrow. */
export interface Anchored {
  readonly article: Article;
  readonly benefits: readonly ArticleBenefit[];
  readonly against: readonly Denial[];
}

/**
 * Gives each passage that says or denies a benefit an id made of the benefit
 * ("reduce-stress"), so that rewording a heading breaks no link. What one
 * passage says shares its id; a second passage on the same benefit gets "-2".
 */
export function anchorBenefits(
  article: Article,
  benefits: readonly ArticleBenefit[],
  against: readonly Denial[] = [],
): Anchored {
  const places = new Map<string, string>();
  const passages = benefits.map((benefit) => findPassage(article, benefit));
  const renamed = new Set(
    passages.flatMap((passage) => (passage?.kind === "section" ? [passage.index] : [])),
  );
  const taken = new Set(
    article.sections.filter(({ index }) => !renamed.has(index)).map(({ anchor }) => anchor),
  );
  const anchored = benefits.map((benefit, index): ArticleBenefit => {
    const passage = passages[index];
    if (!passage) return { ...benefit, anchor: "" };
    const key = `${passage.kind} ${passage.index}`;
    const anchor = places.get(key) ?? free(nameOf(benefit), taken);
    places.set(key, anchor);
    const { heading, evidence } = benefit;
    return {
      ...benefit,
      anchor,
      heading: heading === null ? null : detach(heading),
      evidence: detach(evidence),
    };
  });
  const denied = against.map((denial): Denial => {
    const passage = findPassage(article, denial);
    if (!passage) return { ...denial, anchor: "" };
    const key = `${passage.kind} ${passage.index}`;
    const own = passage.kind === "section" ? article.sections[passage.index]?.anchor : undefined;
    const anchor = places.get(key) ?? (own || free(nameOf({ canonicals: [denial.canonical] }), taken));
    places.set(key, anchor);
    return { ...denial, anchor, evidence: detach(denial.evidence) };
  });
  if (places.size === 0) return { article, benefits: anchored, against: denied };
  return {
    article: {
      ...article,
      sections: article.sections.map((section) =>
        withAnchor(section, places.get(`section ${section.index}`)),
      ),
      blocks: article.blocks.map((block, index) => withAnchor(block, places.get(`block ${index}`))),
    },
    benefits: anchored,
    against: denied,
  };
}

/** "reduce-stress"; where the lexicon does not know the target, the words themselves. */
function nameOf({
  canonicals,
  heading,
}: Partial<ArticleBenefit> & Pick<ArticleBenefit, "canonicals">): string {
  return canonicals[0]?.replace(":", "-") ?? toSlug(heading ?? "benefit");
}

interface Passage {
  readonly kind: "section" | "block";
  readonly index: number;
}

/** The heading on the benefit's line, else the block that holds the line. */
function findPassage(article: Article, { line }: { readonly line: number }): Passage | null {
  const section = article.sections.find((candidate) => candidate.level > 0 && candidate.line === line);
  if (section) return { kind: "section", index: section.index };
  const index = article.blocks.findIndex((block) => holds(block, line));
  return index < 0 ? null : { kind: "block", index };
}

function holds({ line, endLine }: Block, wanted: number): boolean {
  return line <= wanted && wanted <= Math.max(line, endLine);
}

function free(base: string, taken: Set<string>): string {
  let anchor = base;
  for (let count = 2; taken.has(anchor); count++) anchor = `${base}-${count}`;
  taken.add(anchor);
  return anchor;
}

function withAnchor<Part extends { readonly anchor: string }>(part: Part, anchor: string | undefined): Part {
  return anchor === undefined ? part : { ...part, anchor };
}
