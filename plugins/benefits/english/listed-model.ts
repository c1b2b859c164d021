import type { Model } from "../model.ts";

/** The share right among listed benefits of articles that were not learnt from. Made by `npm run train`; not edited by hand. */
export const LISTED_MODEL: Model = {
  bias: 0.489,
  weights: {
    bare: 0.212,
    hedged: 2.924,
    long: -2.585,
    odds: 0.456,
    several: -1.631,
    two: -0.642,
  },
};
