import type { Model } from "../model.ts";

/** The share right among listed benefits of articles that were not learnt from. Made by `npm run train`; not edited by hand. */
export const LISTED_MODEL: Model = {
  bias: 2.237,
  weights: {
    "-below a claim": -0.516,
    "-few": -2.174,
    "-foreign": -2.036,
    "-ill among goods": -4.057,
    bare: -0.911,
    hedged: 1.105,
    long: -1.477,
    odds: 0.292,
    several: -1.957,
    two: -1.393,
  },
};
