import type { Model } from "../model.ts";

/** The share right among listed benefits of articles that were not learnt from. Made by `npm run train`; not edited by hand. */
export const LISTED_MODEL: Model = {
  bias: 2.337,
  weights: {
    "+borne out": 1.701,
    "-below a claim": -1.227,
    "-foreign": -1.773,
    "-loose": -1.619,
    "-unannounced": -0.77,
    bare: -0.062,
    hedged: 0.182,
    long: -1.166,
    odds: 0.246,
    several: -2.829,
    two: -1.918,
  },
};
