import type { Taken } from "../options.ts";
import type { HeaderRule } from "./headers.ts";
import type { PUBLISH } from "./options.ts";

/** What the command `publish` takes from the site's configuration. */
export interface Publishing
  extends Pick<Taken<typeof PUBLISH>, "to" | "verify" | "graceHours" | "deleteShare" | "indexNow"> {
  /** Where the site is served: "https://blog.example". */
  readonly url: string;
  readonly rules: readonly HeaderRule[];
}

// Of the process, not of this module: the command and the configuration may have loaded one copy each.
const PLACE = Symbol.for("vervain.publishing");
const shared = globalThis as { [PLACE]?: Publishing };

/** Lets the command know how this site is published. */
export function announcePublishing(publishing: Publishing): void {
  shared[PLACE] = publishing;
}

/** How the site of the configuration that was read last is published; null: it has not the plugin. */
export function announcedPublishing(): Publishing | null {
  return shared[PLACE] ?? null;
}
