import type { Article, Section } from "../article/types.ts";

/** A main section with the sections inside it. */
export interface MainSection {
  readonly section: Section;
  /** Indexes of the section itself and of everything below it. */
  readonly indexes: ReadonlySet<number>;
}

/**
 * The main sections of an article, in document order. Where one heading of the
 * first level holds all the others (the title again, in the text), those below it.
 */
export function mainSections({ sections }: Article): readonly MainSection[] {
  const headed = sections.filter(({ level }) => level > 0);
  let mains = headed.filter(({ parent }) => !isHeaded(sections, parent));
  const [only] = mains;
  if (mains.length === 1 && only?.level === 1) {
    const below = headed.filter(({ parent }) => parent === only.index);
    if (below.length > 1) mains = below;
  }
  const owners = ownersOf(sections, mains);
  const indexes = new Map(mains.map(({ index }) => [index, new Set<number>()]));
  for (const [index, owner] of owners) indexes.get(owner)?.add(index);
  return mains.map((section) => ({ section, indexes: indexes.get(section.index) as ReadonlySet<number> }));
}

function isHeaded(sections: readonly Section[], index: number): boolean {
  return (sections[index]?.level ?? 0) > 0;
}

/** Main section of every section below one; parents stand before their children. */
function ownersOf(sections: readonly Section[], mains: readonly Section[]): ReadonlyMap<number, number> {
  const owner = new Map(mains.map(({ index }) => [index, index]));
  for (const { index, parent } of sections) {
    const inherited = owner.get(parent);
    if (inherited !== undefined && !owner.has(index)) owner.set(index, inherited);
  }
  return owner;
}

/** Index of the section in which each of these anchors stands; an anchor that is nowhere is left out. */
export function placesOf(
  { sections, blocks }: Article,
  anchors: { readonly size: number; has(anchor: string): boolean },
): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  if (anchors.size === 0) return places;
  for (const { anchor, section } of blocks) if (anchors.has(anchor)) places.set(anchor, section);
  for (const { anchor, index } of sections) if (anchors.has(anchor)) places.set(anchor, index);
  return places;
}
