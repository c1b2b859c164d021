import { IGNORED, type Vocabulary } from "./vocabulary.ts";

/** How often each distinct word stands in one article. */
export interface WordBag {
  /** Word ids of a {@link Vocabulary}, in order of first appearance. */
  readonly words: Uint32Array;
  /** Occurrences in the text, by place in `words`. */
  readonly text: Uint16Array;
  /** Occurrences in the title, by place in `words`. */
  readonly title: Uint8Array;
}

const MOST_IN_TEXT = 0xffff;
const MOST_IN_TITLE = 0xff;

/** Reads articles into bags; made once per vocabulary so that its counters are reused. */
export function bagReader(vocabulary: Vocabulary): (title: string, text: string) => WordBag {
  let text = new Uint32Array(1 << 14);
  let title = new Uint32Array(1 << 14);
  let seen: number[] = [];

  function note(word: number): void {
    if (vocabulary.termOf[word] === IGNORED) return;
    if (word >= text.length) {
      text = grown(text);
      title = grown(title);
    }
    if (text[word] === 0 && title[word] === 0) seen.push(word);
  }
  function inTitle(word: number): void {
    note(word);
    if (vocabulary.termOf[word] !== IGNORED) title[word]!++;
  }
  function inText(word: number): void {
    note(word);
    if (vocabulary.termOf[word] !== IGNORED) text[word]!++;
  }
  function take(): WordBag {
    const bag: WordBag = {
      words: Uint32Array.from(seen),
      text: Uint16Array.from(seen, (word) => Math.min(text[word]!, MOST_IN_TEXT)),
      title: Uint8Array.from(seen, (word) => Math.min(title[word]!, MOST_IN_TITLE)),
    };
    for (const word of seen) {
      text[word] = 0;
      title[word] = 0;
    }
    seen = [];
    return bag;
  }

  return function readBag(titleText, bodyText) {
    vocabulary.read(titleText, inTitle);
    vocabulary.read(bodyText, inText);
    return take();
  };
}

function grown(counts: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(counts.length * 2);
  larger.set(counts);
  return larger;
}
