import pc from "picocolors";
import { contradicts } from "../benefits/contradicts.ts";
import { labelOf } from "../benefits/label.ts";
import type { ArticleBenefit, Denial, Proposal } from "../corpus/types.ts";
import type { BenefitsFile } from "./benefits-read.ts";
import { shownPath } from "./shown-path.ts";

type Targets = Parameters<typeof labelOf>[1];

/** Prints what was found in one article: what the site shows, what waits for the writer, what speaks against it, what nearly was one. */
export function printFile(
  { file, article, read, offered }: BenefitsFile,
  targets: Targets,
  publishFrom: number,
): void {
  const { therapies, conditions } = article.titleFacts;
  const { published, proposals, against, nearly } = read;
  console.log(`\n${pc.bold(article.title)}  ${pc.dim(shownPath(file))}`);
  console.log(
    pc.dim(`  therapies: ${therapies.join(", ") || "none"}; conditions: ${conditions.join(", ") || "none"}`),
  );
  console.log(pc.dim(`  ${summaryOf(read)}`));
  if (published.length > 0) console.log(`  ${pc.bold("The site shows")}`);
  for (const benefit of published) printBenefit(benefit, targets, pc.green);
  if (proposals.length > 0) {
    console.log(
      `  ${pc.bold("Waits for your word")}  ${pc.dim(`vervain benefits --confirm ${shownPath(file)}`)}`,
    );
  }
  for (const proposal of proposals) {
    printBenefit(proposal, targets, pc.yellow);
    console.log(pc.dim(`    ${waitText(proposal, against, publishFrom)}`));
  }
  if (against.length > 0) console.log(`  ${pc.bold("The article speaks against")}`);
  for (const denial of against) printDenial(denial, targets);
  for (const miss of nearly) {
    const names = miss.canonicals.map((canonical) => labelOf(canonical, targets)).join("; ");
    console.log(pc.dim(`  nearly, line ${miss.line}: “${miss.heading}” (${names}): ${miss.reason}`));
  }
  if (offered.length > 0) console.log(pc.dim(`  also read: ${offered.join("; ")}`));
}

function summaryOf({ found, promised, published, proposals }: BenefitsFile["read"]): string {
  const listed = found.filter(({ kind }) => kind !== "prose").length;
  const promise = promised === null ? "no number promised" : `promised ${promised.count}`;
  const shown = new Set(published.flatMap(({ canonicals }) => canonicals)).size;
  return `${promise}, listed ${listed}; the site shows ${shown}, ${proposals.length} ${proposals.length === 1 ? "waits" : "wait"}`;
}

/** Why a proposal waits, and for what. */
export function waitText(proposal: Proposal, against: readonly Denial[], publishFrom: number): string {
  const { wait, grave, confidence, canonicals } = proposal;
  switch (wait) {
    case "grave":
      return `it speaks of ${grave?.label}, so it needs your word and a source. ${grave?.why}`;
    case "source":
      return `you confirmed it; it speaks of ${grave?.label}, so it needs a source. ${grave?.why}`;
    case "against": {
      const denial = against.find((one) => one.kind === "denied" && contradicts(one, proposal));
      return `the article denies it on line ${[denial?.line, ...ofTherapies(denial?.therapies)].join(", ")}.`;
    }
    case "label":
      return "these words would say the reverse of what its own say, so no page shows them. Add the benefit you mean under benefits.add, and drop this one.";
    case "unsure":
      return canonicals.length === 0
        ? "no target of it is known, and nothing beside it is sure."
        : `read with confidence ${confidence.toFixed(2)}; the site shows what reaches ${publishFrom}.`;
  }
}

function printBenefit(
  {
    canonicals,
    heading,
    evidence,
    line,
    hedged,
    rule,
    confidence,
    kind,
    byWriter,
    therapies,
  }: ArticleBenefit,
  targets: Targets,
  colour: (text: string) => string,
): void {
  const names = canonicals.map((canonical) => `${labelOf(canonical, targets)} ${pc.dim(`(${canonical})`)}`);
  const words = heading ?? `“${cut(evidence)}”`;
  const marks = [
    byWriter ? "yours" : kind,
    `line ${line}`,
    rule,
    ...(byWriter ? [] : [`confidence ${confidence.toFixed(2)}`]),
    ...(hedged ? ["hedged"] : []),
    ...ofTherapies(therapies),
  ].join(", ");
  console.log(`    ${colour(names.join("; ") || "No known target")}  ${words}  ${pc.dim(marks)}`);
}

/** Of which of the article's therapies, where not of all. */
function ofTherapies(therapies: ArticleBenefit["therapies"]): readonly string[] {
  if (therapies === undefined) return [];
  return [therapies.length === 0 ? "of which therapy is not clear" : `of ${therapies.join(", ")}`];
}

function printDenial({ canonical, evidence, line, kind, therapies }: Denial, targets: Targets): void {
  const marks = [kind, `line ${line}`, ...ofTherapies(therapies)].join(", ");
  console.log(
    `    ${pc.magenta(labelOf(canonical, targets))} ${pc.dim(`(${canonical})`)}  “${cut(evidence)}”  ${pc.dim(marks)}`,
  );
}

/** Longest evidence shown, in characters. */
const SHOWN = 120;

function cut(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text;
}
