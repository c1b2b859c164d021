import type { Model } from "../model.ts";

/** The share right among listed benefits of articles that were not learnt from. Made by `npm run train`; not edited by hand. */
export const LISTED_MODEL: Model = {
  bias: 2.636,
  weights: {
    "+borne out": 1.279,
    "-few": -0.419,
    "-foreign": -1.942,
    "-loose": -1.524,
    "-unannounced": -1.549,
    bare: 0.102,
    hedged: 0.248,
    long: -0.993,
    odds: 0.134,
    several: -2.647,
    two: -1.764,
  },
};
