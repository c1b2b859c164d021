import type { HostileCase } from "./case.ts";
import { FILE_CASES } from "./data.ts";
import { HEADERS } from "./headers.ts";
import { INJECTION } from "./injection.ts";
import { PLACES } from "./places.ts";
import { TEXTS } from "./texts.ts";

/** Every hostile case; each must be a page that is whole and harmless, or an error that names its file. */
export const CORPUS: readonly HostileCase[] = [...INJECTION, ...HEADERS, ...PLACES, ...TEXTS, ...FILE_CASES];
