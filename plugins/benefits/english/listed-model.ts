import type { Model } from "../model.ts";

/** The share right among listed benefits of articles that were not learnt from. Made by `npm run train`; not edited by hand. */
export const LISTED_MODEL: Model = {
  bias: 2.713,
  weights: {
    "-below a claim": -0.913,
    "-few": -1.557,
    "-foreign": -2.134,
    "-unannounced": -1.058,
    bare: -0.281,
    hedged: 0.28,
    long: -1.804,
    odds: 0.252,
    several: -1.954,
    two: -1.111,
  },
};
