import type { SiteFacts, SiteFile } from "./facts.ts";

/** Files with one of these endings that were read. */
export function read(site: SiteFacts, ending: RegExp): readonly (SiteFile & { readonly text: string })[] {
  return [...(site.files?.values() ?? [])].filter(
    (file): file is SiteFile & { readonly text: string } => file.text !== null && ending.test(file.path),
  );
}
