import type { Model } from "../model.ts";

/** The share right among listed benefits of articles that were not learnt from. Made by `npm run train`; not edited by hand. */
export const LISTED_MODEL: Model = {
  bias: 2.629,
  weights: {
    "+borne out": 1.341,
    "-few": -0.447,
    "-foreign": -1.927,
    "-loose": -1.535,
    "-unannounced": -1.564,
    bare: 0.088,
    hedged: 0.245,
    long: -1.027,
    odds: 0.134,
    several: -2.628,
    two: -1.684,
  },
};
