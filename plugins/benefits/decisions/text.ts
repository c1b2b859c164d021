/** What a writer decided about the proposals of one article. */
export interface Decisions {
  readonly confirm: readonly { readonly benefit: string; readonly source: string | null }[];
  readonly drop: readonly string[];
}

/** Fields of `benefits` that decisions go to. */
export type Field = "confirm" | "drop";

/** Decisions as entries of a list in YAML. */
export function entries(decisions: Decisions, field: Field): string[] {
  return field === "confirm"
    ? decisions.confirm.map(confirmEntry)
    : decisions.drop.map((id) => JSON.stringify(id));
}

/** One confirmation, with its source where it has one. */
export function confirmEntry({ benefit, source }: Decisions["confirm"][number]): string {
  const id = JSON.stringify(benefit);
  return source === null ? id : `{ benefit: ${id}, source: ${JSON.stringify(source)} }`;
}

/** The fields as parts of a map on one line. */
export function flowFields(decisions: Decisions): string[] {
  return (["confirm", "drop"] as const)
    .filter((field) => decisions[field].length > 0)
    .map((field) => `${field}: [${entries(decisions, field).join(", ")}]`);
}

/** The fields as lines, each ended. */
export function fieldLines(decisions: Decisions, pad: string, newline: string): string {
  return (["confirm", "drop"] as const)
    .filter((field) => decisions[field].length > 0)
    .map((field) => {
      const lines = entries(decisions, field).map((entry) => `${pad}  - ${entry}${newline}`);
      return `${pad}${field}:${newline}${lines.join("")}`;
    })
    .join("");
}
