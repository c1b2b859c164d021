import type { Models } from "../plugins/benefits/language.ts";
import type { Lexicon } from "../plugins/benefits/lexicon.ts";
import { listFields, readBenefits } from "../plugins/benefits/read.ts";
import { CLOSE, closeness } from "./closeness.ts";
import { open } from "./examples.ts";
import { alternatives, type Label, type Labelled } from "./labels.ts";

/** One benefit that a site would show unasked, with what the labels say of it. */
export interface Shown {
  readonly id: string;
  readonly canonical: string;
  readonly line: number;
  /** The heading or sentence that says it. */
  readonly words: string;
  readonly confidence: number;
  /** null: the labels leave it open. */
  readonly isRight: boolean | null;
}

/** What is published of an article with no word of its writer's, each benefit once. */
export function shownOf(
  labelled: Labelled,
  lexicon: Lexicon,
  { models, publishFrom }: { readonly models?: Models; readonly publishFrom?: number } = {},
): readonly Shown[] {
  const { article, fields } = open(labelled, lexicon);
  const { published } = readBenefits(article, lexicon, {
    fields: listFields(fields),
    ...(models ? { models } : {}),
    ...(publishFrom === undefined ? {} : { publishFrom }),
  });
  const all = published.flatMap(({ canonicals, heading, evidence, line, confidence, kind }) =>
    canonicals.map((canonical) => ({
      id: labelled.id,
      canonical,
      line,
      words: heading ?? evidence,
      confidence,
      isRight: verdict(labelled.label, canonical, kind === "prose" ? null : heading),
    })),
  );
  return [...new Map(all.reverse().map((one) => [one.canonical, one])).values()].reverse();
}

/** Null where prose beside a list was not labelled, and for what stands at an optional place. */
function verdict(label: Label, canonical: string, heading: string | null): boolean | null {
  const expected = [
    ...label.benefits.flatMap((one) => one.canonical),
    ...(label.prose ?? []).map((one) => one.canonical),
    ...label.proseOptional,
  ];
  if (expected.some((one) => alternatives(one).includes(canonical))) return true;
  if (label.forbidden.includes(canonical)) return false;
  if (heading === null) return label.prose === null && !label.trap ? null : false;
  return label.optionalAnchors.some((one) => closeness(one, heading) >= CLOSE) ? null : false;
}
