/** Largest package, in bytes as npm sends it. */
export const LIMIT_BYTES = 700_000;
/** Most that a configuration loads of it, in bytes of modules. */
export const START_LIMIT_BYTES = 280_000;
