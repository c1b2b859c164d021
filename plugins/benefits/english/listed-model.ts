import type { Model } from "../model.ts";

/** The share right among listed benefits of articles that were not learnt from. Made by `npm run train`; not edited by hand. */
export const LISTED_MODEL: Model = {
  bias: 2.704,
  weights: {
    "-below a claim": -0.907,
    "-few": -1.556,
    "-foreign": -2.137,
    "-unannounced": -1.052,
    bare: -0.278,
    hedged: 0.277,
    long: -1.803,
    odds: 0.254,
    several: -1.956,
    two: -1.113,
  },
};
