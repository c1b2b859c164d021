import type { Reason } from "../corpus/types.ts";
import type { ViewContext } from "./context.ts";
import type { Language } from "./texts.ts";

/** Most things named in one reason. */
const NAMED = 2;

/** The strongest reason that can be put into words; "" when there is none. */
export function whyText(context: ViewContext, reasons: readonly Reason[], language: Language): string {
  for (const reason of reasons) {
    const words = reasonText(context, reason, language);
    if (words !== "") return words;
  }
  return "";
}

function reasonText(context: ViewContext, { kind, shared }: Reason, language: Language): string {
  if (kind === "pinned") return language.say("whyPinned");
  if (kind === "fill") return "";
  const names = namesOf(context, kind, shared);
  if (names.length === 0) return "";
  if (kind === "benefit" && names.length > 1)
    return language.say("whyBenefits", { count: language.digits(names.length) });
  const key = {
    benefit: "whyBenefit",
    condition: "whyCondition",
    therapy: "whyTherapy",
    tag: "whyTag",
    words: "whyWords",
  }[kind];
  return language.say(key, { shared: language.list(names.slice(0, NAMED)) });
}

function namesOf(context: ViewContext, kind: Reason["kind"], shared: readonly string[]): readonly string[] {
  if (kind === "benefit")
    return shared.flatMap((id) => context.benefitById.get(id)?.label.toLowerCase() ?? []);
  if (kind === "condition")
    return shared.flatMap((id) => context.conditionById.get(id)?.label.toLowerCase() ?? []);
  if (kind === "therapy")
    return shared.flatMap((id) => context.therapyById.get(id)?.label.toLowerCase() ?? []);
  return shared;
}
