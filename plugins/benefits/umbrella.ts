import type { Block, Section } from "../article/types.ts";
import { type Announcement, accept } from "./accept.ts";
import { isHeadLine } from "./announcement.ts";
import { type Candidate, fromBlock, fromSection, leadOf } from "./candidate.ts";
import type { Reading } from "./reading.ts";
import type { Taken } from "./rule.ts";
import { type Run, runsOf } from "./runs.ts";

/**
 * Benefits directly under a heading that announces them: its sub-headings, or
 * else its lists, bold leads, tables or lines, or else the headings of its own
 * level that follow. Takes what it reads.
 */
export function anchorsUnder(reading: Reading, section: Section, taken: Taken): readonly Candidate[] {
  const promised = promisedBy(reading);
  const below = fromChildren(reading, section, taken, promised);
  if (below.length > 0) return below;
  const inside = fromRuns(reading, section, "plain", promised, taken);
  if (inside.length > 0) return inside;
  return isGroupOnly(reading, section) ? [] : fromSiblings(reading, section, taken, promised);
}

function promisedBy({ article }: Reading): number | null {
  return article.titleFacts.benefitCount;
}

function isGroupOnly(reading: Reading, section: Section): boolean {
  return reading.roleOf(section.heading).isGroup;
}

function fromChildren(
  reading: Reading,
  section: Section,
  taken: Taken,
  promised: number | null,
): readonly Candidate[] {
  const children = reading.children[section.index] ?? [];
  const groups = children.filter((child) => isGroup(reading, child));
  const found: { candidate: Candidate; order: number }[] = [];
  for (const group of groups) {
    for (const candidate of anchorsUnder(reading, group, taken))
      found.push({ candidate, order: candidate.line });
  }
  const rest = children.filter((child) => !groups.includes(child) || !hasTaken(reading, child, taken));
  const candidates = rest.map((child) => ({ child, candidate: asBenefit(reading, child) }));
  const isAmongGroups = found.length > 0;
  const accepted = accept(
    candidates.map(({ candidate }) => candidate),
    isAmongGroups ? "weak" : "plain",
    promised,
  );
  for (const { child, candidate } of candidates) {
    if (!accepted.includes(candidate)) continue;
    taken.sections.add(child.index);
    found.push({ candidate, order: candidate.line });
  }
  return found.sort((a, b) => a.order - b.order).map(({ candidate }) => candidate);
}

/** A group heading without anything below it is a benefit itself ("Cardiovascular Benefits"). */
function asBenefit(reading: Reading, child: Section): Candidate {
  return fromSection(reading, child);
}

/** Headings that only sort benefits ("Physical Benefits"), with headings or lists of them below. */
function isGroup(reading: Reading, child: Section): boolean {
  const role = reading.roleOf(child.heading);
  if (role.isAside || role.isAdvice || role.isHarm) return false;
  const looksLikeOne = role.claims.length > 0 && !role.isGroup;
  if (looksLikeOne) return false;
  const inner = (reading.children[child.index] ?? []).map((one) => fromSection(reading, one));
  if (accept(inner, "weak", null).length > 0) return true;
  if (!role.isUmbrella && !isCategory(child.heading)) return false;
  return runsOf(reading, child).some((run) => accept(run.candidates, "weak", null).length > 0);
}

function isCategory(heading: string): boolean {
  return /^(?:\W|\d)*(?:physical|mental|emotional|social|psychological|spiritual|internal|external|short[- ]term|long[- ]term|general|other|additional|immediate|beauty|body|mind)\b.{0,30}$/i.test(
    heading,
  );
}

function hasTaken(reading: Reading, section: Section, taken: Taken): boolean {
  const [start, end] = section.blocks;
  for (let index = start; index < end; index++) if (taken.blocks.has(index)) return true;
  return (reading.children[section.index] ?? []).some(
    (child) => taken.sections.has(child.index) || hasTaken(reading, child, taken),
  );
}

/** Benefits among the lists, leads, tables and lines of one section. */
export function fromRuns(
  reading: Reading,
  section: Section,
  announcement: Announcement,
  promised: number | null,
  taken: Taken,
): readonly Candidate[] {
  const lists = runsOf(reading, section).filter(
    (run) => !run.isLinks && !run.candidates.every(({ against }) => against === "aside"),
  );
  const leads = leadsOf(reading, section, announcement, promised);
  for (const run of lists) {
    const accepted = accept(run.candidates, announcement, promised);
    // Two bold leads with a list below each: the leads are the level above.
    if (
      accepted.length === 0 ||
      (leads.length > 1 && leads.some(({ line }) => line < (accepted[0]?.line ?? 0)))
    )
      continue;
    takeRun(run, taken);
    const more = sameKind(lists, run, announcement);
    for (const other of more) takeRun(other.run, taken);
    return [...accepted, ...more.flatMap(({ accepted: others }) => others)];
  }
  if (leads.length > 0) {
    for (let index = section.blocks[0]; index < section.blocks[1]; index++) {
      const block = reading.article.blocks[index] as Block;
      if (block.lead !== null || isHeadLine(block)) taken.blocks.add(index);
    }
  }
  return leads;
}

function takeRun(run: Run, taken: Taken): void {
  for (let index = run.from; index < run.to; index++) taken.blocks.add(index);
}

/** Later runs of the same kind in the section, under their own small headings. */
function sameKind(
  runs: readonly Run[],
  first: Run,
  announcement: Announcement,
): { run: Run; accepted: readonly Candidate[] }[] {
  return runs
    .filter((run) => run.from > first.from && run.kind === first.kind && announcement === "plain")
    .map((run) => ({ run, accepted: accept(run.candidates, "weak", null) }))
    .filter(({ accepted }) => accepted.length > 0);
}

/** Paragraphs that open with bold words, at least two of them. */
function leadsOf(
  reading: Reading,
  section: Section,
  announcement: Announcement,
  promised: number | null,
): readonly Candidate[] {
  const leads = reading
    .blocksOf(section)
    .filter((block) => isNamed(block) || (announcement === "plain" && isUnmarkedName(block)))
    .map((block) => fromBlock(reading, block));
  const untilAside = cutAtAside(leads);
  return untilAside.length >= 2 ? accept(untilAside, announcement, promised) : [];
}

/** "*Stress relief* - It calms.", or a short line that stands as a heading. */
export function isUnmarkedName(block: Block): boolean {
  if (block.kind !== "paragraph" || block.depth > 0 || block.text.endsWith(":")) return false;
  return isHeadLine(block) || leadOf(null, block.text) !== null;
}

function isNamed({ kind, depth, lead, text }: Block): boolean {
  return kind === "paragraph" && depth === 0 && lead !== null && leadOf(lead, text) !== null;
}

function cutAtAside(leads: readonly Candidate[]): readonly Candidate[] {
  const first = leads.findIndex(({ against }) => against === null);
  const stop = leads.findIndex(
    ({ against }, index) =>
      index > first && (against === "aside" || against === "harm" || against === "advice"),
  );
  return stop < 0 ? leads : leads.slice(0, stop);
}

/** Headings after an umbrella of the same level: "## Benefits", "## Better Sleep", "## Less Pain", "## Conclusion". */
function fromSiblings(
  reading: Reading,
  section: Section,
  taken: Taken,
  promised: number | null,
): readonly Candidate[] {
  const siblings = reading.children[section.parent] ?? reading.top;
  return followingSections(reading, siblings, (reading.places[section.index] as number) + 1, taken, promised);
}

/** Of sections in a row from `from` on, those from the first to the last benefit before something else begins. */
export function followingSections(
  reading: Reading,
  sections: readonly Section[],
  from: number,
  taken: Taken,
  promised: number | null,
): readonly Candidate[] {
  const row: { section: Section; candidate: Candidate }[] = [];
  for (let at = from; at < sections.length; at++) {
    const section = sections[at] as Section;
    const candidate = fromSection(reading, section);
    const isOver =
      candidate.against !== null && candidate.against !== "question" && candidate.against !== "denied";
    if (isOver || (row.length === 0 && candidate.likeness === 0 && candidate.number === null)) break;
    row.push({ section, candidate });
  }
  while (row.length > 0 && isStray(row.at(-1)?.candidate)) row.pop();
  const accepted = accept(
    row.map(({ candidate }) => candidate),
    "weak",
    promised,
  );
  for (const { section, candidate } of row)
    if (accepted.includes(candidate)) taken.sections.add(section.index);
  return accepted;
}

/** Nothing about it says benefit; between benefits it is one, behind them the article has gone on. */
function isStray(candidate: Candidate | undefined): boolean {
  return candidate !== undefined && candidate.likeness === 0 && candidate.number === null;
}
