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
  /** Lines of blocks right above a list whose items mostly name benefits. */
  readonly lines: ReadonlySet<number>;
}

/** Looks for them among the groups that list benefits. */
export function findHolders({ article }: Reading, judged: readonly Judged[]): Holders {
  const headings = new Set<number>();
  const deeper = new Set<number>();
  const lists = new Set<number>();
  const blocks = new Set<number>();
  const lines = new Set<number>();
  for (const {
    group: { kind, home, items, from },
  } of judged) {
    if (kind === "list" || kind === "nested") {
      if (items.every(isNamed)) blocks.add(from - 1);
      const above = article.blocks[from - 1];
      if (above && items.filter((item) => !isVague(item)).length > items.length / 2) lines.add(above.line);
    }
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
  return { headings, deeper, lists, blocks, lines };
}

/** "For the body", "For the mind": names no benefit, or only what may mean something else. */
function isVague({ candidate: { likeness, looseCount, canonicals } }: GroupItem): boolean {
  return likeness < 1.5 || (likeness === 1.5 && looseCount >= canonicals.length);
}

/** "**Lowers stress**: It …": an item that opens with its name. */
function isNamed({ candidate: { heading, evidence } }: GroupItem): boolean {
  return evidence.startsWith(heading) && evidence.length > heading.length + 1;
}

/** Where most headings of a row have benefits as sub-headings, or most leads lists of named ones, the row only sorts them. */
export function sorts({ items, kind }: Group, holders: Holders): boolean {
  const isLed = kind === "leads" || kind === "headlines";
  const count = items.filter((item) =>
    kind === "sections" ? holders.headings.has(item.section) : holdsList(item, isLed, holders),
  ).length;
  return count >= 2 && count > items.length / 2;
}

/** A lead with a list of named items below, or one that names nothing with a list of benefits below. */
function holdsList(item: GroupItem, isLed: boolean, { blocks, lines }: Holders): boolean {
  return (isLed && blocks.has(item.block)) || (isVague(item) && lines.has(item.candidate.line));
}

/** A heading that only sorts the benefits below it ("Skin and hair") is none itself. */
export function holdsBenefits(
  reading: Reading,
  group: Group,
  item: GroupItem,
  holders: Holders,
  isSorting: boolean,
): boolean {
  const { article, roleOf } = reading;
  const { section, candidate } = item;
  const { headings, deeper, lists } = holders;
  if (section < 0) return isSorting && holdsList(item, item.block >= 0, holders);
  const isUnclear = candidate.canonicals.length === 0 || candidate.role.isGroup || candidate.likeness < 2;
  if (!isUnclear) return isSorting && headings.has(section);
  if (deeper.has(section)) return true;
  const role = roleOf((article.sections[section] as Section).heading);
  if (!lists.has(section)) return false;
  // A list below a heading that names a target is detail; "Skin and hair benefits" is one of its row, where most of that are named so.
  return role.claims.length === 0 || (role.isUmbrella && !nameBenefits(reading, group));
}

/** Whether more than half of a row's headings name benefits and announce none. */
function nameBenefits({ article, roleOf }: Reading, { items }: Group): boolean {
  const count = items.filter(({ section }) => {
    const role = section < 0 ? null : roleOf((article.sections[section] as Section).heading);
    return role !== null && !role.isUmbrella && role.claims.length > 0;
  }).length;
  return count > items.length / 2;
}
