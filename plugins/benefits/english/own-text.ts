import type { Section } from "../../article/types.ts";
import type { GroupItem } from "./group.ts";
import type { Reading } from "./reading.ts";

/** Marks and figures that may stand before a name. */
const NUMBERED = 6;

/** The text that belongs to an item: what stands below a heading, block by block, code left out; what goes on behind a lead. */
export function ownTexts({ article }: Reading, { section, candidate }: GroupItem): string[] {
  const { blocks, sections } = article;
  if (section >= 0)
    return blocks
      .slice(...(sections[section] as Section).blocks)
      .flatMap(({ kind, text }) => (kind === "code" ? [] : [text]));
  const { heading, evidence } = candidate;
  const at = evidence.indexOf(heading);
  const own = at >= 0 && at <= NUMBERED ? evidence.slice(at + heading.length) : evidence;
  return own.trim() === "" || own === heading ? [] : [own];
}
