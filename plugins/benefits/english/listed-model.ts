import type { Model } from "../model.ts";

/** The share right among listed benefits of articles that were not learnt from. Made by `npm run train`; not edited by hand. */
export const LISTED_MODEL: Model = {
  bias: 1.763,
  weights: {
    "+borne out": 0.915,
    "-below a claim": -0.518,
    "-few": -2.06,
    "-foreign": -2.108,
    "-ill among goods": -4.257,
    "-loose": -0.506,
    bare: -0.62,
    hedged: 1.124,
    long: -1.245,
    odds: 0.347,
    several: -1.569,
    two: -1.524,
  },
};
