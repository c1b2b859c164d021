import { fragmentOf, pageKey } from "../urls.ts";
import type { Heading, PageFacts } from "./facts.ts";

/** Fragment of an address on this page; "" when it is elsewhere or has none. */
export function ownAnchor(address: string | null, url: string | null): string {
  if (address === null || url === null || pageKey(address) !== pageKey(url)) return "";
  return fragmentOf(address);
}

/** Heading reached by the anchor: its own id, or that of the section it opens. */
export function headingAt(page: PageFacts, anchor: string): Heading | undefined {
  return anchor === "" ? undefined : page.headings.find((heading) => heading.ids.includes(anchor));
}
