import type { Model } from "../model.ts";

/** The share right among listed benefits of articles that were not learnt from. Made by `npm run train`; not edited by hand. */
export const LISTED_MODEL: Model = {
  bias: 2.701,
  weights: {
    "-below a claim": -0.905,
    "-few": -1.555,
    "-foreign": -2.136,
    "-unannounced": -1.05,
    bare: -0.277,
    hedged: 0.276,
    long: -1.803,
    odds: 0.254,
    several: -1.955,
    two: -1.113,
  },
};
