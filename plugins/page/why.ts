import type { ArticleRecord, Reason } from "../corpus/types.ts";
import type { ViewContext } from "./context.ts";
import type { Language } from "./texts.ts";

/** Most things named in one reason. */
const NAMED = 2;

/** Longest words of an article that are quoted, in characters. */
const LONGEST_QUOTED = 60;

/**
 * The strongest reason that can be put into words; "" when there is none.
 *
 * @param other the article that is offered: what it says is told in its words
 */
export function whyText(
  context: ViewContext,
  reasons: readonly Reason[],
  language: Language,
  other: ArticleRecord,
): string {
  for (const reason of reasons) {
    const words = reasonText(context, reason, language, other);
    if (words !== "") return words;
  }
  return "";
}

function reasonText(
  context: ViewContext,
  { kind, shared }: Reason,
  language: Language,
  other: ArticleRecord,
): string {
  switch (kind) {
    case "fill":
      return "";
    case "pinned":
      return language.say("whyPinned");
    case "series":
      return language.say(shared[0] === "next" ? "whyNext" : "whyBefore");
    default: {
      const names = namesOf(context, kind, shared, { other, language }).slice(0, NAMED);
      return names.length === 0 ? "" : language.say(KEYS[kind], { shared: language.list(names) });
    }
  }
}

/** The heading of the part in which an article presents the first of some benefits; nothing where none has a part, or one too long to quote. */
function partOn({ article, benefits }: ArticleRecord, canonicals: readonly string[]): readonly string[] {
  const isPart = (words: string): boolean => article.sections.some(({ heading }) => heading.endsWith(words));
  for (const canonical of canonicals) {
    const found = benefits.find(
      ({ canonicals: own, heading }) =>
        own.includes(canonical) && heading !== null && heading.length <= LONGEST_QUOTED && isPart(heading),
    );
    if (found?.heading) return [found.heading];
  }
  return [];
}

const KEYS = {
  benefit: "whySection",
  condition: "whyCondition",
  therapy: "whyTherapy",
  section: "whySection",
} as const;

function namesOf(
  context: ViewContext,
  kind: Reason["kind"],
  shared: readonly string[],
  { other, language }: { readonly other: ArticleRecord; readonly language: Language },
): readonly string[] {
  if (kind === "benefit") return partOn(other, shared);
  const labels = LABELS[kind]?.(context);
  return labels ? shared.flatMap((id) => inSentence(labels.get(id)?.label ?? "", language) || []) : shared;
}

/** A capital that only the start of a label asks for: none in a name ("Crohn's disease") or letters ("IBS"). */
const FIRST_CAPITAL = /^\p{Lu}(?!\p{Lu}|\P{L}|\p{Ll}+['’]s\b)/u;

/** A label as it stands inside a sentence: "Vitamin D" → "vitamin D"; in German nouns keep their capital. */
function inSentence(label: string, { textsLang }: Language): string {
  return textsLang === "de" ? label : label.replace(FIRST_CAPITAL, (letter) => letter.toLowerCase());
}

type Labels = (context: ViewContext) => ReadonlyMap<string, { readonly label: string }>;

const LABELS: Readonly<Partial<Record<Reason["kind"], Labels>>> = {
  condition: ({ conditionById }) => conditionById,
  therapy: ({ therapyById }) => therapyById,
};
