import { closest } from "../closest.ts";
import type { ThemeKind } from "./kinds.ts";
import { partsOf } from "./template.ts";

/** Fields of each view model, by its name: `{ "ArticlePage": ["lede", …] }`. */
export type Models = Readonly<Record<string, readonly string[]>>;

/** The theme's `models.json`: fields of each model in one text, with spaces between. */
export function parseModels(text: string): Models {
  const rows = Object.entries(JSON.parse(text) as Record<string, string>);
  return Object.fromEntries(rows.map(([name, fields]) => [name, fields.split(" ")]));
}

/** What the view of a page is called in every template. */
const VIEW = "view";

/**
 * Fields that an owner's template reads and that the view models no longer
 * have, in words. What no release is known to have had is the owner's own,
 * but for those of `view`, which only the theme fills.
 *
 * @param before models of the release that the template was made for; null: not known
 */
export function lostFields(
  kind: ThemeKind,
  source: string,
  before: Models | null,
  now: Models,
): readonly string[] {
  if (kind !== "layout" && kind !== "partial" && kind !== "feed") return [];
  const had = before === null ? null : fieldsOf(before).all;
  const { all: kept, pages: inPages } = fieldsOf(now);
  return [...partsOf(source).reads].flatMap((read) => {
    const [owner, field = ""] = read.split(".") as [string, string?];
    const isLost = owner === VIEW ? !inPages.has(field) : had?.has(field) === true && !kept.has(field);
    if (!isLost) return [];
    const havers =
      before === null
        ? []
        : Object.entries(before).flatMap(([name, fields]) => (fields.includes(field) ? [name] : []));
    const model = havers.length > 0 ? ` (${havers.join(", ")} had it)` : "";
    const near = closest(field, (owner === VIEW ? inPages : kept).keys());
    return [
      `it reads "${read}", which no view model has${model}: nothing is printed there${near === null ? "" : `; the nearest field is "${near}"`}`,
    ];
  });
}

/** Fields of models by what they are in; hundreds of templates ask for the same. */
const known = new WeakMap<
  Models,
  { readonly all: ReadonlySet<string>; readonly pages: ReadonlySet<string> }
>();

function fieldsOf(models: Models): {
  readonly all: ReadonlySet<string>;
  readonly pages: ReadonlySet<string>;
} {
  const fields = known.get(models) ?? {
    all: new Set(Object.values(models).flat()),
    pages: new Set(Object.entries(models).flatMap(([name, own]) => (name.endsWith("Page") ? own : []))),
  };
  known.set(models, fields);
  return fields;
}
