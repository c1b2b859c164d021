import type { Model } from "../model.ts";

/** The share right among listed benefits of articles that were not learnt from. Made by `npm run train`; not edited by hand. */
export const LISTED_MODEL: Model = {
  bias: 1.391,
  weights: {
    "+borne out": 1.595,
    "-below a claim": -0.586,
    "-foreign": -1.73,
    "-loose": -1.751,
    "-unannounced": -0.492,
    bare: 0.648,
    hedged: 0.423,
    long: -1.289,
    odds: 0.453,
    several: -2.572,
    two: -1.712,
  },
};
