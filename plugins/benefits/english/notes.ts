import type { Article, Section } from "../../article/types.ts";
import type { TopicEntry, TopicNote } from "../../corpus/types.ts";

/** Headings over what an article says of risks, and of seeing a doctor. */
const HEADINGS: Readonly<Record<TopicEntry["kind"], RegExp>> = {
  therapy:
    /\b(?:who (?:should|must|may|can)(?: not|n['’]t)?\b|take care|be careful|when not to|side[- ]effects?|precautions?|contra[- ]?indications?|cautions?|warnings?|safety|is it safe|how safe|risks?|(?<!social |human |family )interactions?)\b/i,
  condition:
    /\b(?:(?:see|seek|tell|talk to|speak (?:to|with)|call|consult|ask|visit) (?:a |an |your |the )?(?:doctor|gp|physician|clinician|midwife|pharmacist|professional|medical|emergency)|(?:get|seek|need|medical|professional) (?:medical |professional )?(?:help|advice|care|attention))\b/i,
};
/** What speaks of the risks of something else. */
const ELSEWHERE = /\b(?:reduc\w*|lower\w*|decreas\w*|less) (?:the )?risks?\b|\brisks? (?:factor|of not)\b/i;

/** Longest text taken from one section, in characters; cut between sentences. */
const WORDS_LIMIT = 420;

/** Whether a heading or label speaks of risks, and who should take care. */
export function isOnCare(heading: string): boolean {
  return HEADINGS.therapy.test(heading) && !ELSEWHERE.test(heading);
}

/** What an article itself says of risks (for its therapies) or of seeing a doctor (for its conditions). */
export function notesOf(article: Article, kind: TopicEntry["kind"]): readonly TopicNote[] {
  return article.sections
    .filter(({ level, heading }) => level > 1 && HEADINGS[kind].test(heading) && !ELSEWHERE.test(heading))
    .flatMap((section) => {
      const note = noteOf(article, section);
      return note.words === "" ? [] : [note];
    });
}

function noteOf(article: Article, section: Section): TopicNote {
  const pieces = textsBelow(article, section);
  const words: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    if (length > 0 && length + piece.length > WORDS_LIMIT) break;
    words.push(piece);
    length += piece.length + 1;
  }
  return {
    articleId: article.id,
    heading: section.heading,
    anchor: section.anchor,
    words: words.join(" "),
    isWhole: words.length === pieces.length,
  };
}

/** Sentences and items of a section and those inside it, in order. */
function textsBelow({ sections, blocks, alsoRead }: Article, { index, level }: Section): readonly string[] {
  const offered = new Set(alsoRead.map(({ line }) => line));
  const next = sections.find((other) => other.index > index && other.level <= level);
  const start = sections[index]?.blocks[0] ?? 0;
  const end = next?.blocks[0] ?? blocks.length;
  return blocks
    .slice(start, end)
    .filter(({ kind, line }) => kind !== "code" && kind !== "tableRow" && !offered.has(line))
    .flatMap(({ kind, text }) => {
      const whole = text.replace(/\s+/g, " ").trim();
      if (kind !== "listItem")
        return whole.match(/[^.!?]+(?:[.!?]+(?:["”’)]+)?|$)\s?/g)?.map((part) => part.trim()) ?? [];
      return [/[.!?;:]$/.test(whole) ? whole : `${whole};`];
    })
    .filter((text) => text !== "");
}
