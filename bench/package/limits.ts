/** Largest package, in bytes as npm sends it. */
export const LIMIT_BYTES = 700_000;
