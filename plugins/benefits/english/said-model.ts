import type { Model } from "../model.ts";

/** The share right among sentences of articles that were not learnt from. Made by `npm run train`; not edited by hand. */
export const SAID_MODEL: Model = {
  bias: 1.164,
  weights: {
    "-foreign": -1.013,
    odds: 0.576,
  },
};
