import type { Model } from "../model.ts";

/** The share right among sentences of articles that were not learnt from. Made by `npm run train`; not edited by hand. */
export const SAID_MODEL: Model = {
  bias: 1.255,
  weights: {
    "-foreign": -1.383,
    odds: 0.716,
  },
};
