import { decodeEntities } from "../../article/title.ts";
import type { Section } from "../../article/types.ts";
import { answerTo } from "../answer.ts";
import { type Candidate, fromText } from "../candidate.ts";
import { readClaims } from "../claims.ts";
import { deniedCanonicals, type ProseClaim, proseClaims } from "../prose.ts";
import type { Reading, Taken } from "../rule.ts";

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
  const doubted = doubtedTargets(reading);
  const denied = new Set(
    article.blocks.flatMap((block) => (mayDeny(block.text) ? deniedCanonicals(reading, block) : [])),
  );
  const offered = new Set(article.alsoRead.flatMap(({ line }) => line));
  for (const [index, block] of article.blocks.entries()) {
    const section = article.sections[block.section] as Section;
    if (block.kind === "code" || (taken.blocks.has(index) && block.lead === null)) continue;
    if (offered.has(block.line) || isSilent(reading, section) || isMostlyLinks(block)) continue;
    for (const claim of proseClaims(reading, block)) {
      const isDoubted = doubted.some(
        ({ section: at, targets }) => at === block.section && targets.has(claim.canonical),
      );
      if (isDoubted || denied.has(claim.canonical) || found.has(claim.canonical)) continue;
      found.set(claim.canonical, { ...claim, line: block.line, anchor: block.anchor });
    }
  }
  return [...found.values()];
}

/** Only text with such words denies anything; the rest need not be read for it. */
function mayDeny(text: string): boolean {
  return /n['’]t\b|\b(?:not|no|never|cannot|little|lack|limited|insufficient|inconclusive|un\w+|myth|false|debunked|mixed|evidence|fail|failed|overhyped|misleading|conflicting|jury|nothing|questionable)\b/i.test(
    text,
  );
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

/** What a question heading asks and its text does not answer with yes. */
function doubtedTargets(reading: Reading): { section: number; targets: ReadonlySet<string> }[] {
  return reading.article.sections
    .filter(({ level, heading }) => level > 0 && reading.roleOf(heading).isQuestion)
    .filter(
      (section) => reading.roleOf(section.heading).claims.length > 0 && answerTo(reading, section) === "no",
    )
    .map((section) => ({
      section: section.index,
      targets: new Set(reading.roleOf(section.heading).claims.map(({ canonical }) => canonical)),
    }));
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
