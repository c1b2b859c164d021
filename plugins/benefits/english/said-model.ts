import type { Model } from "../model.ts";

/** The share right among sentences of articles that were not learnt from. Made by `npm run train`; not edited by hand. */
export const SAID_MODEL: Model = {
  bias: 1.112,
  weights: {
    "-foreign": -0.971,
    odds: 0.763,
  },
};
