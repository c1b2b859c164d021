import type { Model } from "../model.ts";

/** The share right among listed benefits of articles that were not learnt from. Made by `npm run train`; not edited by hand. */
export const LISTED_MODEL: Model = {
  bias: 2.344,
  weights: {
    "+borne out": 1.696,
    "-below a claim": -1.237,
    "-foreign": -1.769,
    "-loose": -1.619,
    "-unannounced": -0.771,
    bare: -0.062,
    hedged: 0.189,
    long: -1.167,
    odds: 0.244,
    several: -2.83,
    two: -1.912,
  },
};
