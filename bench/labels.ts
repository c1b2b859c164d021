import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** A canonical, or alternatives of which any is right. */
export type Expected = string | readonly string[];

/** The labels of one article. */
export interface Label {
  readonly file: string;
  readonly class: string;
  readonly trap: boolean;
  readonly split?: string;
  /** Where it comes from: what is learnt for it is learnt without its source. */
  readonly sourceGroup?: string;
  readonly title: {
    readonly count: number | null;
    readonly therapies: readonly string[];
    readonly therapiesOptional: readonly string[];
    readonly conditions: readonly string[];
    readonly conditionsOptional: readonly string[];
  };
  readonly benefits: readonly { readonly heading: string; readonly canonical: readonly Expected[] }[];
  readonly optionalAnchors: readonly string[];
  readonly prose: readonly { readonly canonical: Expected; readonly evidence?: string }[] | null;
  readonly proseOptional: readonly string[];
  readonly forbidden: readonly string[];
  readonly alsoRead: readonly string[];
}

/** A labelled article with its text. */
export interface Labelled {
  readonly id: string;
  readonly source: string;
  readonly label: Label;
  readonly text: string;
}

/** The project's own labelled articles. */
export const OWN = join("test", "fixtures", "benefits");

/** Labelled articles below `folder`; those held back (`split: "held"`) are left closed. */
export function readLabels(folder: string): Labelled[] {
  const name = ["gold.json", "labels.json"].find((file) => existsSync(join(folder, file)));
  if (!name) throw new Error(`${folder}: expected gold.json or labels.json, received neither.`);
  const { articles } = JSON.parse(readFileSync(join(folder, name), "utf8")) as {
    articles: Record<string, Label>;
  };
  return Object.entries(articles)
    .filter(([, { split }]) => split !== "held")
    .map(([id, label]) => ({
      id,
      label,
      source: label.sourceGroup ?? id,
      text: readFileSync(join(folder, label.file), "utf8"),
    }));
}

/** Small texts of our own, one for each way in which lists are announced and set (kinds.yaml); only headings are labelled. */
export function readKinds(): Labelled[] {
  const kinds = parse(readFileSync(join(OWN, "kinds.yaml"), "utf8")) as {
    title: string;
    body: string;
    benefits: string[];
  }[];
  return kinds.map(({ title, body, benefits }, index) => ({
    id: `kind ${index + 1}: ${title}`,
    source: "own",
    text: `---\ntitle: ${JSON.stringify(title)}\n---\n\n${body}\n`,
    label: {
      file: "kind.md",
      class: "kind",
      trap: benefits.length === 0,
      title: { count: null, therapies: [], therapiesOptional: [], conditions: [], conditionsOptional: [] },
      benefits: benefits.map((heading) => ({ heading, canonical: [] })),
      optionalAnchors: [],
      prose: null,
      proseOptional: [],
      forbidden: [],
      alsoRead: [],
    },
  }));
}

export function alternatives(one: Expected): readonly string[] {
  return typeof one === "string" ? [one] : one;
}
