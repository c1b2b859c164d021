import type { Section } from "../../article/types.ts";
import type { Group, GroupItem } from "./group.ts";
import type { Judged } from "./judged.ts";
import type { Reading } from "./reading.ts";

/** What holds benefits of its own: sections and, for leads, blocks, by index. */
export interface Holders {
  /** As sub-headings directly below; or anywhere below. */
  readonly headings: ReadonlySet<number>;
  readonly deeper: ReadonlySet<number>;
  /** As lists, lines or leads. */
  readonly lists: ReadonlySet<number>;
  /** Blocks right above a list of named items. */
  readonly blocks: ReadonlySet<number>;
}

/** Looks for them among the groups that list benefits. */
export function findHolders({ article }: Reading, judged: readonly Judged[]): Holders {
  const headings = new Set<number>();
  const deeper = new Set<number>();
  const lists = new Set<number>();
  const blocks = new Set<number>();
  for (const {
    group: { kind, home, items, from },
  } of judged) {
    if ((kind === "list" || kind === "nested") && items.every(isNamed)) blocks.add(from - 1);
    if (home === null || items.length < 2) continue;
    if (kind !== "sections") {
      lists.add(home.index);
      continue;
    }
    headings.add(home.index);
    for (
      let index = home.index;
      index >= 0 && !deeper.has(index);
      index = article.sections[index]?.parent ?? -1
    )
      deeper.add(index);
  }
  return { headings, deeper, lists, blocks };
}

/** "**Lowers stress**: It …": an item that opens with its name. */
function isNamed({ candidate: { heading, evidence } }: GroupItem): boolean {
  return evidence.startsWith(heading) && evidence.length > heading.length + 1;
}

/** Where most headings of a row have benefits as sub-headings, or most leads lists of named ones, the row only sorts them. */
export function sorts({ items, kind }: Group, { headings, blocks }: Holders): boolean {
  const isLed = kind === "leads" || kind === "headlines";
  const count = items.filter(({ section, block }) =>
    isLed ? blocks.has(block) : headings.has(section),
  ).length;
  return count >= 2 && count > items.length / 2;
}

/** A heading that only sorts the benefits below it ("Skin and hair") is none itself. */
export function holdsBenefits(
  { article, roleOf }: Reading,
  { section, block, candidate }: GroupItem,
  { headings, deeper, lists, blocks }: Holders,
  isSorting: boolean,
): boolean {
  if (section < 0) return isSorting && blocks.has(block);
  const isVague = candidate.canonicals.length === 0 || candidate.role.isGroup || candidate.likeness < 2;
  if (!isVague) return isSorting && headings.has(section);
  if (deeper.has(section)) return true;
  // A list below a heading that names a target is detail.
  const role = roleOf((article.sections[section] as Section).heading);
  return lists.has(section) && (role.isUmbrella || role.claims.length === 0);
}
