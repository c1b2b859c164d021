import type { Reason } from "../corpus/types.ts";

/** Names by which reasons are worded; each falls back to the id with spaces. */
export interface ReasonNames {
  readonly condition?: (id: string) => string;
  readonly therapy?: (id: string) => string;
  /** A benefit as what it does: "reduces stress". */
  readonly benefit?: (canonical: string) => string;
}

/** Things named in one reason, at most. */
const MOST_NAMED = 2;

const VERBS: Readonly<Record<string, string>> = {
  reduce: "reduces",
  improve: "improves",
  regulate: "regulates",
  prevent: "prevents",
};

/** The strongest reason in words, for a callout: "both on insomnia"; "" when there is none to tell. */
export function wordReason(reasons: readonly Reason[], names: ReasonNames = {}): string {
  for (const reason of reasons) {
    const words = wordOne(reason, names);
    if (words !== "") return words;
  }
  return "";
}

/** All reasons in words, in their order; those that only the writer knows ("pinned") say so. */
export function wordReasons(reasons: readonly Reason[], names: ReasonNames = {}): string[] {
  return reasons.map((reason) => wordOne(reason, names)).filter((words) => words !== "");
}

function wordOne({ kind, shared }: Reason, names: ReasonNames): string {
  const named = shared.slice(0, MOST_NAMED);
  switch (kind) {
    case "condition":
      return `both on ${joined(named.map(names.condition ?? spaced))}`;
    case "therapy":
      return `both about ${joined(named.map(names.therapy ?? spaced))}`;
    case "benefit":
      return `both say it ${joined(named.map(names.benefit ?? benefitWords))}`;
    case "section":
      return `its part “${shared[0]}”`;
    case "series":
      return shared[0] === "next" ? "the part after this one" : "the part before this one";
    case "pinned":
      return "chosen by the author";
    case "fill":
      return "";
  }
}

/** "reduce:sleep-quality" → "reduces sleep quality". */
function benefitWords(canonical: string): string {
  const [direction = "", target = ""] = canonical.split(":");
  return `${VERBS[direction] ?? direction} ${spaced(target)}`.trim();
}

const spaced = (id: string): string => id.replaceAll("-", " ");

function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
