export { rankRelated } from "./rank.ts";
export type { RankedLink, RankedLists, RelatedDocument, RelatedOptions, RelatedWeights } from "./types.ts";
