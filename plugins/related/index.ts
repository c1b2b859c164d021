export { type AddressBook, type Addressed, addressBook } from "./addresses.ts";
export { type Explanation, explainRelated, type PassedOver } from "./explain.ts";
export { type LinkGraph, linkGraph } from "./graph.ts";
export { checkLinks, type LinkTargets } from "./links.ts";
export type { RelatedMemory } from "./memory.ts";
export { decodeMemory, encodeMemory } from "./memory-format.ts";
export { indexOffers, type OfferIndex, type ResolvedOffers, resolveNames, resolveOffers } from "./offers.ts";
export { type Callout, type PlacementOptions, placeBoxes } from "./placement.ts";
export { type RelatedPluginOptions, related } from "./plugin.ts";
export { type RememberedRanking, rankRelated, rankRemembering } from "./rank.ts";
export { type Changes, type RankedSite, rankSite, rerank } from "./rerank.ts";
export type {
  BoxChooser,
  RankedLink,
  RankedLists,
  RelatedDocument,
  RelatedOptions,
  RelatedWeights,
} from "./types.ts";
export { type ReasonNames, wordReason, wordReasons } from "./wording.ts";
