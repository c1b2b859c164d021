import type { Candidate } from "./candidate.ts";

/** How plainly the text above says that benefits follow. */
export type Announcement = "plain" | "weak" | "hint" | "none";

/**
 * The candidates of one run or one level of headings that are benefits; none
 * where too few look like one. Where benefits are announced plainly, a
 * neighbour of benefits is believed even if no target is known in it.
 */
export function accept(
  candidates: readonly Candidate[],
  announcement: Announcement,
  promised: number | null,
): readonly Candidate[] {
  const possible = candidates.filter(({ against }) => against === null);
  const likes = possible.filter(({ likeness }) => likeness >= 1.5).length;
  const hints = possible.filter(({ likeness }) => likeness > 0).length;
  const advice = candidates.filter(({ against }) => against === "advice").length;
  if (possible.length === 0 || advice > possible.length) return [];
  const isKept = promised !== null && possible.length === promised && hints > 0;
  if (isKept) return possible;
  if (promised !== null && likes === promised) return possible.filter(({ likeness }) => likeness >= 1.5);
  switch (announcement) {
    case "plain":
      return hints >= Math.max(1, possible.length * 0.3) && likes > 0 ? possible : [];
    case "weak":
      return likes >= 2 && likes >= possible.length * 0.5 ? possible : [];
    case "hint": {
      // A colon and no word of benefits: the list must say itself what is done to what.
      const direct = possible.filter(({ likeness }) => likeness >= 2).length;
      return direct >= 2 && direct >= possible.length * 0.5 ? possible : [];
    }
    case "none":
      return likes >= 2 ? possible.filter(({ likeness }) => likeness >= 1.5) : [];
  }
}
