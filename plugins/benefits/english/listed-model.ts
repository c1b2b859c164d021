import type { Model } from "../model.ts";

/** The share right among listed benefits of articles that were not learnt from. Made by `npm run train`; not edited by hand. */
export const LISTED_MODEL: Model = {
  bias: 1.239,
  weights: {
    bare: 0.472,
    hedged: 3.435,
    long: -2.235,
    odds: 0.381,
    several: -1.351,
    two: -1.204
  }
};
