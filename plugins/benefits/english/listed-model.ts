import type { Model } from "../model.ts";

/** The share right among listed benefits of articles that were not learnt from. Made by `npm run train`; not edited by hand. */
export const LISTED_MODEL: Model = {
  bias: 2.718,
  weights: {
    "-below a claim": -0.891,
    "-few": -1.564,
    "-foreign": -2.172,
    "-unannounced": -1.048,
    bare: -0.273,
    hedged: 0.302,
    long: -1.784,
    odds: 0.252,
    several: -1.949,
    two: -1.139,
  },
};
