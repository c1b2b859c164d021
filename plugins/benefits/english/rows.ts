import type { Section } from "../../article/types.ts";
import { type Candidate, fromSection } from "./candidate.ts";
import { isCountedUp } from "./counted.ts";
import type { Group, GroupItem } from "./group.ts";
import { namesOthers } from "./otherwise.ts";
import { isTitle, type Reading } from "./reading.ts";

/** What ends a row of benefits: dosage, sources, tips, a new announcement. */
export function isOver({ against }: Candidate): boolean {
  return against !== null && against !== "question" && against !== "denied";
}

/** Rows of headings below `home`, parted where something else begins. */
export function rowGroups(reading: Reading, home: Section | null, row: readonly Section[]): Group[] {
  const groups: Group[] = [];
  let items: GroupItem[] = [];
  let sibling: Section | null = null;
  const close = (): void => {
    const kept = isAnnounced(reading, home) ? items : trim(items);
    const first = kept[0];
    if (first) groups.push(toRow(reading, home, sibling, numberedOnly(kept), first.section));
    items = [];
  };
  const isCounted = isAllPromised(reading, row);
  for (const section of row) {
    if (isTitle(reading, section)) continue;
    const read = fromSection(reading, section);
    const candidate = isCounted ? promisedOne(reading, read) : goesOn(reading, home, items, read);
    const { isUmbrella, claims } = candidate.role;
    const announces = isUmbrella && claims.length === 0;
    if (isOver(candidate) || announces) {
      close();
      sibling = isUmbrella ? section : null;
    } else items.push({ candidate, section: section.index, block: -1 });
  }
  close();
  return groups;
}

/** What the author numbers as the next of the benefits promised is one, though a word of it is one of tips: "7. Encouraging a mindful routine". */
function goesOn(
  reading: Reading,
  home: Section | null,
  items: readonly GroupItem[],
  candidate: Candidate,
): Candidate {
  const last = items.at(-1)?.candidate.number ?? null;
  const isNext = last !== null && candidate.number === last + 1 && items.length === last;
  const promised = reading.article.titleFacts.benefitCount ?? 0;
  const isPromised = isAnnounced(reading, home) || (candidate.number ?? 0) <= promised;
  const isMild = candidate.against === "advice" && !IS_ORDER.test(candidate.heading);
  return isNext && isPromised && isMild ? { ...candidate, against: null } : candidate;
}

/** Whether the numbered headings of a row are exactly those that the title promises. */
function isAllPromised(reading: Reading, row: readonly Section[]): boolean {
  const numbers = row.flatMap((section) => fromSection(reading, section).number ?? []);
  return isCountedUp(numbers, reading.article.titleFacts.benefitCount);
}

/**
 * What the title promises and the author counts may be worded as a tip, a denial,
 * a question or a note: "5. You learn how to be patient", "6. No more fear", "7. A
 * rich source of iron". "8. Side effects" is none of it.
 */
function promisedOne(reading: Reading, candidate: Candidate): Candidate {
  const { against, number, heading } = candidate;
  const isOther = against === "harm" || against === "umbrella" || namesOthers(reading, heading);
  return number === null || isOther ? candidate : { ...candidate, against: null };
}

/** "Follow a routine", "How to": an instruction by its first word; "Following", "Encouraging" are none. */
const IS_ORDER = /^(?!\p{L}+ing\b)/iu;

export function isAnnounced({ roleOf }: Reading, home: Section | null): boolean {
  return home !== null && home.level > 0 && roleOf(home.heading).isUmbrella;
}

/** Without headings at the ends that nothing marks as benefits: introductions and what comes after. */
export function trim(items: readonly GroupItem[]): readonly GroupItem[] {
  const isLike = ({ candidate }: GroupItem): boolean =>
    candidate.likeness >= 0.7 || (candidate.number !== null && candidate.against === null);
  const from = items.findIndex(isLike);
  return from < 0 ? [] : items.slice(from, items.findLastIndex(isLike) + 1);
}

/** Where the author numbers headings, those without a number are something else. */
function numberedOnly(items: readonly GroupItem[]): readonly GroupItem[] {
  const numbered = items.filter(({ candidate }) => candidate.number !== null);
  return numbered.length >= 2 && numbered.length >= items.length / 3 ? numbered : items;
}

function toRow(
  reading: Reading,
  home: Section | null,
  sibling: Section | null,
  items: readonly GroupItem[],
  first: number,
): Group {
  const { blocks, sections } = reading.article;
  const previous = sections[first - 1];
  const last =
    previous && previous.blocks[1] > previous.blocks[0] ? (blocks[previous.blocks[1] - 1] ?? null) : null;
  const before = last?.kind === "paragraph" ? last : null;
  return { kind: "sections", items, home, before, sibling, from: 0, to: 0, isLinks: false, isHeaded: false };
}
