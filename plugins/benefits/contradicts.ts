import type { ArticleBenefit, Denial } from "../corpus/types.ts";

/** Whether an article speaks against what it says elsewhere: the same benefit, of a therapy that both are said of, or where it is not clear of which. */
export function contradicts(
  { canonical, therapies: denied }: Pick<Denial, "canonical" | "therapies">,
  { canonicals, therapies: said }: Pick<ArticleBenefit, "canonicals" | "therapies">,
): boolean {
  const isOfSame = !denied?.length || !said?.length || denied.some((id) => said.includes(id));
  return canonicals.includes(canonical) && isOfSame;
}
