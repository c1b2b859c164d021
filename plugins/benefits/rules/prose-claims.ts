import type { Section } from "../../article/types.ts";
import { answerTo } from "../answer.ts";
import { type Candidate, fromText } from "../candidate.ts";
import { readClaims } from "../claims.ts";
import { deniedCanonicals, type ProseClaim, proseClaims } from "../prose.ts";
import type { Reading, Taken } from "../rule.ts";
import { decodeEntities } from "../title.ts";

/** A prose claim with its place. */
export interface ProseFind extends ProseClaim {
  readonly line: number;
  readonly anchor: string;
}

/** Sections whose text is not the article's own word. */
const SILENT =
  /^\W*(?:references?|sources?|citations?|bibliography|footnotes?|further reading|related\b.*|also read|comments?|leave a (?:reply|comment)|about (?:the )?author|disclaimer|disclosure|(?:possible |potential )?side effects.*|risks.*|precautions.*|contraindications.*|warnings?|share this.*|newsletter.*|recent posts|you (?:may|might) also (?:like|enjoy).*)\W*$/i;

/** Claims asserted in sentences, each canonical once, at its first place. */
export function findProseClaims(reading: Reading, taken: Taken): ProseFind[] {
  const { article } = reading;
  const found = new Map<string, ProseFind>();
  const denied = deniedIn(reading);
  const offered = new Set(article.alsoRead.flatMap(({ line }) => line));
  for (const [index, block] of article.blocks.entries()) {
    const section = article.sections[block.section] as Section;
    if (block.kind === "code" || (taken.blocks.has(index) && block.lead === null)) continue;
    if (offered.has(block.line) || isSilent(reading, section) || isMostlyLinks(block)) continue;
    for (const claim of proseClaims(reading, block)) {
      if (denied.has(claim.canonical) || found.has(claim.canonical)) continue;
      found.set(claim.canonical, { ...claim, line: block.line, anchor: block.anchor });
    }
  }
  return [...found.values()];
}

function isSilent(reading: Reading, section: Section): boolean {
  const { sections } = reading.article;
  for (let index = section.index; index > 0; index = sections[index]?.parent ?? -1) {
    const heading = sections[index]?.heading ?? "";
    if (SILENT.test(heading) || reading.roleOf(heading).isElsewhere) return true;
  }
  return false;
}

function isMostlyLinks({
  links,
  text,
}: {
  readonly links: readonly { readonly text: string }[];
  readonly text: string;
}): boolean {
  return links.length > 0 && links.reduce((sum, link) => sum + link.text.length, 0) > text.length * 0.7;
}

/** All that the article denies: in sentences, under headings that turn down, and by questions not answered with yes. */
function deniedIn(reading: Reading): ReadonlySet<string> {
  const { blocks, sections } = reading.article;
  const denied = new Set<string>();
  for (const block of blocks) {
    const isTurnedDown = reading.roleOf((sections[block.section] as Section).heading).isTurnedDown;
    if (isTurnedDown) for (const { canonical } of proseClaims(reading, block)) denied.add(canonical);
    if (isTurnedDown) for (const { canonical } of reading.claimsIn(block.text)) denied.add(canonical);
    for (const canonical of deniedCanonicals(reading, block)) denied.add(canonical);
  }
  for (const section of sections) {
    const { isQuestion, claims } = reading.roleOf(section.heading);
    const isUnanswered = isQuestion && claims.length > 0 && answerTo(reading, section) === "no";
    if (section.level > 0 && isUnanswered) for (const { canonical } of claims) denied.add(canonical);
  }
  return denied;
}

/** What the title itself asserts ("Acupuncture Effectively Treats Migraine"); nothing where it asks, lists or advises. */
export function findTitleClaims(reading: Reading): Candidate | null {
  const { titleRole, subject, lexicon } = reading;
  const { isUmbrella, isQuestion, isAdvice, isHarm, isElsewhere } = titleRole;
  if (isUmbrella || isQuestion || isAdvice || isHarm || isElsewhere || subject.size === 0) return null;
  const title = decodeEntities(reading.article.title);
  const tokens = reading.tokensOf(title);
  const claims = readClaims(tokens, 0, tokens.length, lexicon, { isHeading: true, subject });
  const canonicals = claims.filter(({ isDirect }) => isDirect).map(({ canonical }) => canonical);
  const candidate = fromText(reading, title, title, 1, "");
  return canonicals.length > 0 && candidate.against !== "denied" ? { ...candidate, canonicals } : null;
}
