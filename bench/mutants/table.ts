import { ENGINE } from "./engine.ts";
import { KEEPING } from "./keeping.ts";
import { LINKING } from "./linking.ts";
import type { Mutant } from "./mutant.ts";
import { NAMED } from "./named.ts";
import { PUBLISHING } from "./publishing.ts";
import { READING } from "./reading.ts";
import { SAYING } from "./saying.ts";
import { SHOWING } from "./showing.ts";
import { WRITING } from "./writing.ts";

/** Every mutant, in the order in which they are tried. */
export const MUTANTS: readonly Mutant[] = [
  ...NAMED,
  ...READING,
  ...SAYING,
  ...LINKING,
  ...SHOWING,
  ...KEEPING,
  ...PUBLISHING,
  ...ENGINE,
  ...WRITING,
];
